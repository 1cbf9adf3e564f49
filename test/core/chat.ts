import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Key, Notice } from '../../src/core/notice.js';
import type { Instant } from '../../src/core/ids.js';
import type { Expectation, Someone } from '../support/given.js';

/**
 * What happens in somebody's chat, a line for each message, in the signs of a diff: `+` is new, `~` is changed where it
 * stands, `-` is gone, `!` stands over the chat for a moment, in answer to a tap. `~ listen-ready: listenReadyNoted` gives the card with that name other words and no keys,
 * `~ prompt: [later] [else]` only other keys, `~ prompt: no keys` takes them away. After a sentence stands what is true
 * of it; after the keys, in brackets, how it travels: its lane unless it answers a tap, and whatever else is unusual.
 */
export const sees =
  (someone: Someone, ...lines: readonly string[]): Expectation =>
  ({ heard }) => {
    const seen = heard.flatMap(({ notice }) => (notice.to === someone.id ? [lineOf(notice)] : []));
    expect(seen, `what ${someone.name} sees`).toEqual(lines);
  };

function lineOf(notice: Notice): string {
  const name = notice.card?.replace(/:.*/, '') ?? null;
  const which = notice.messageId === null ? name : `message ${String(notice.messageId)}`;
  const card = which === null ? '' : `${which}: `;
  const shown = [saidIn(notice), ...keysOf(notice), ...travelOf(notice)].filter((part) => part !== '').join(' ');
  switch (notice.act) {
    case 'delete':
      return `- ${[which, ...travelOf(notice)].join(' ')}`;
    case 'editPhoto':
      return `~ ${card}photo ${shown}`;
    case 'edit':
    case 'unfold':
      return `~ ${card}${shown}`;
    case 'editKeys':
      return `~ ${card}${notice.keys.length === 0 ? `no keys ${shown}`.trim() : shown}`;
    case 'send':
      return `+ ${card}${shown}`;
    case 'toast':
      return `! ${shown}`;
    case 'voice':
    case 'animation':
    case 'photo':
    case 'document':
      return `+ ${card}${notice.act} ${shown}`;
  }
}

/** The sentence, and which of its conditions hold. */
function saidIn({ say }: Notice): string {
  if (say === null) return '';
  const holds = Object.entries(say.params as Record<string, unknown>).flatMap(([name, value]) =>
    value === true ? [name] : [],
  );
  return [say.name, ...holds].join(' ');
}

function keysOf({ keys }: Notice): readonly string[] {
  return keys.length === 0 ? [] : [keys.map((row) => row.map(keyIn).join(' ')).join(' / ')];
}

function keyIn(key: Key): string {
  if (key.kind !== 'press') return `[${key.kind}]`;
  const { name, arg } = key.button;
  return `[${name}${arg === '' ? '' : `:${arg}`}${key.isOn ? '*' : ''}]`;
}

function travelOf(notice: Notice): readonly string[] {
  const { lane, isSilent, isProtected, isNudge, isTapped, notBefore, dropAfter, localDate, board } = notice;
  const marks = [
    lane === 'reply' ? [] : [lane],
    isSilent ? ['silent'] : [],
    isProtected ? ['protected'] : [],
    isNudge ? ['nudge'] : [],
    isTapped ? ['tapped'] : [],
    notBefore === null ? [] : [`from ${clock(notBefore)}`],
    dropAfter === null ? [] : [`until ${clock(dropAfter)}`],
    localDate === null ? [] : [`of ${localDate}`],
    board === null ? [] : [`board ${board}`],
  ].flat();
  return marks.length === 0 ? [] : [`(${marks.join(', ')})`];
}

/** In Amsterdam, to the minute: a turn of somebody takes a second of the stage's clock. */
function clock(at: Instant): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Amsterdam');
  return `${local.toLocaleString('en-GB', { weekday: 'short' })} ${local.toPlainTime().toString().slice(0, 5)}`;
}
