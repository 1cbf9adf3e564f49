import type { Button, ButtonName } from './command.js';
import type { Refusal } from './event.js';
import type { Key } from './notice.js';
import { slotOf } from './pairing.js';
import { rhythmDays } from './rhythm.js';
import type { InBoth, Scenario } from './scenario.js';
import type { Answer, Couple, OpenedRound, Pending, PersonId, Round } from './scene.js';

/** The keyboards: which buttons each message carries, and the slot and step each button is bound to. */

type Rows = readonly (readonly Key[])[];

export function key(name: ButtonName, slot = '', step = 0, arg = ''): Key {
  return press({ name, slot, step, arg }, null, false);
}

export function welcomeKeys(code: string | null, isInvited: boolean, language: 'nl' | 'en'): Rows {
  const slot = code ?? '';
  return [
    [key('agree', slot)],
    [key('readAll', slot), key('language', slot, 0, language === 'nl' ? 'en' : 'nl')],
    ...(isInvited ? [[key('notNow', slot)]] : []),
  ];
}

export function inviteKeys(couple: Couple, code: string): Rows {
  return [
    [
      { kind: 'shareInvite', code },
      { kind: 'copyInvite', code },
    ],
    [key('newCode', slotOf(couple.id))],
  ];
}

/** What a refusal leaves to do. */
export function refusalKeys({ refusal }: Refusal): Rows {
  return refusal === 'no-question' ? [[key('askQuestion')]] : [];
}

export const daysKeys: Rows = rhythmDays.map((days) => [key('days', '', 0, days)]);

/** Options first, then [Later] and [Anders…]; `view` is the group that is open, or the other ways to answer. */
export function promptKeys(
  round: Round,
  scenario: Scenario | undefined,
  answer: Answer,
  view: { group: string } | 'otherWays' | null,
): Rows {
  if (view === 'otherWays') {
    return [[key('notYet', round.id)], [key('live', round.id)], [key('skip', round.id)], [key('back', round.id)]];
  }
  const options = optionRows(round, scenario, answer, view?.group ?? '');
  return view === null ? [...options, [key('later', round.id), key('else', round.id)]] : options;
}

export function draftKeys(round: string, step: number): Rows {
  return [[key('seal', round, step), key('restart', round, step)]];
}

export function sealedKeys(round: string, step: number): Rows {
  return [[key('withdraw', round, step)]];
}

export function openedKeys(opened: OpenedRound, me: PersonId): Rows {
  const { id } = opened.round;
  return [
    ...(opened.closed.includes(me) ? [[key('shareAnyway', id)]] : []),
    [
      ...(opened.thanked.includes(me) ? [] : [key('thank', id)]),
      ...(opened.askedMore.includes(me) ? [] : [key('tellMore', id)]),
    ],
    [key('callBreather')],
  ].filter((row) => row.length > 0);
}

export function offerKeys(pending: Pending): Rows {
  const yes: Readonly<Record<Pending['what'], ButtonName>> = {
    addition: 'add',
    reaction: 'sendReaction',
    rewrite: 'rewrite',
    short: 'thisIsIt',
  };
  const no: Readonly<Record<Pending['what'], Key>> = {
    addition: key('leaveIt', pending.round, pending.step),
    reaction: key('neverMind', pending.round, pending.step),
    rewrite: key('leaveIt', pending.round, pending.step),
    short: key('later', pending.round),
  };
  return [[key(yes[pending.what], pending.round, pending.step), no[pending.what]]];
}

function optionRows(round: Round, scenario: Scenario | undefined, answer: Answer, openGroup: string): Rows {
  const kind = scenario?.answer;
  if (kind === undefined || kind.kind === 'text' || kind.kind === 'voice') return [];
  if (kind.kind !== 'multi') return kind.options.map((option) => [pickKey(round, option, answer)]);
  const group = kind.groups.find(({ id }) => id === openGroup);
  if (group === undefined) {
    return inPairs(
      kind.groups.map(({ id, label, options }) =>
        press(
          { name: 'group', slot: round.id, step: 0, arg: id },
          label,
          options.some((option) => answer.picks.includes(option.id)),
        ),
      ),
    );
  }
  return [...inPairs(group.options.map((option) => pickKey(round, option, answer))), [key('group', round.id, 0, '')]];
}

/** A press says what it wants (1 on, 0 off), so that a double tap does not undo itself. */
function pickKey(round: Round, option: { id: string; label: InBoth }, answer: Answer): Key {
  const isOn = answer.picks.includes(option.id);
  return press({ name: 'pick', slot: round.id, step: isOn ? 0 : 1, arg: option.id }, option.label, isOn);
}

function press(button: Button, label: InBoth | null, isOn: boolean): Key {
  return { kind: 'press', button, label, isOn };
}

function inPairs(keys: readonly Key[]): Rows {
  return keys.flatMap((one, index) => (index % 2 === 0 ? [keys.slice(index, index + 2)] : []));
}
