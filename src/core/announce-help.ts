import type { Event } from './event.js';
import { key } from './keys.js';
import { say, type Key, type Notice, type Say } from './notice.js';
import { remove, send, type Stage } from './notices.js';
import type { PersonId } from './scene.js';

/**
 * What nobody else should find on this phone: it goes away by itself after five minutes, with what was typed for it, or
 * at once by [Nu weghalen]. See docs/decisions/help-goes-away.md.
 */

type HelpEvents = 'informed' | 'helpOffered' | 'briefRemoved' | 'commandOffered';
type Announce<T extends HelpEvents> = (event: Extract<Event, { type: T }>, stage: Stage) => readonly Notice[];

const briefMs = 5 * 60_000;
/** Telegram lets a bot take a message away for two days. */
const removableMs = 48 * 3_600_000;

export const helpAnnouncers: { readonly [T in HelpEvents]: Announce<T> } = {
  informed: ({ person, about, typed = 0 }, stage) => {
    const what = say('informed', { about });
    return about === 'help' || about === 'privacy' ? [send(person, what)] : brief(person, what, [], typed, stage);
  },
  helpOffered: ({ person, about }, stage) =>
    brief(person, say('helpOffered', { about }), [[key('showHelp', '', 0, about)]], 0, stage),
  commandOffered: ({ person, command, typed }, stage) => {
    const what = say('commandOffered', { command });
    const keys = [[key(command)]];
    return command === 'helplines' ? brief(person, what, keys, typed, stage) : [send(person, what, { keys })];
  },
  briefRemoved: ({ person, slot, typed }) => gone(person, slot, typed, { isTapped: true }),
};

/** A message that goes away, and when. */
export function brief(
  to: PersonId,
  what: Say,
  keys: readonly (readonly Key[])[],
  typed: number,
  { now }: Stage,
): readonly Notice[] {
  const slot = now.toString(36);
  return [
    send(to, what, { card: briefCard(slot, typed), keys: [...keys, [key('removeNow', slot, typed)]] }),
    ...gone(to, slot, typed, { lane: 'sweep', notBefore: now + briefMs, dropAfter: now + removableMs }),
  ];
}

function gone(to: PersonId, slot: string, typed: number, when: Partial<Notice>): readonly Notice[] {
  const card = { ...remove(to, briefCard(slot, typed)), ...when };
  return typed === 0 ? [card] : [card, { ...card, isTapped: false, messageId: typed }];
}

/** Says nothing of what it is about: the name stands readable in the database for as long as the message does. */
function briefCard(slot: string, typed: number): string {
  return `brief:${slot}:${typed}`;
}
