import type { Button, ButtonName } from './buttons.js';
import type { Refusal } from './event.js';
import type { Key, PressKey } from './notice.js';
import { isLight, turnOf } from './round/choose.js';
import { chosenIn, isChoosing, numberOf, partsOf } from './round/choosing.js';
import { hasSentence, linesOf, skippable, stemOf } from './round/gaps.js';
import { rowOfKind, type Cell } from './round/kinds.js';
import { pathSeenBy } from './path/view.js';
import { openingMinutes } from './round/opening.js';
import { helps, paceStep } from './round/pace.js';
import { slotOf } from './pairing/pairing.js';
import { isEmpty } from './person.js';
import type { InBoth, Option, Reply, Scenario, StemLine } from './round/scenario.js';
import type { Answer, Couple, OpenedRound, Pending, Person, Round } from './scene.js';

/** The keyboards: which buttons each message carries, and the slot and step each button is bound to. */

const labelMax = 60;

export type Rows = readonly (readonly Key[])[];

export function key(name: ButtonName, slot = '', step = 0, arg = ''): PressKey {
  return press({ name, slot, step, arg }, null, false);
}

/** What kind of question; the last is whatever is drawn. */
export function kindKeys(): Rows {
  return [[key('askQuestion', '', 0, 'light'), key('askQuestion', '', 0, 'us')], [key('askQuestion', '', 0, 'any')]];
}

export function welcomeKeys(code: string | null, typed: number, isInvited: boolean, language: 'nl' | 'en'): Rows {
  const slot = code ?? '';
  return [
    [key('agree', slot, typed)],
    [key('readAll', slot, typed), key('language', slot, typed, language === 'nl' ? 'en' : 'nl')],
    ...(isInvited ? [[key('notNow', slot)]] : []),
  ];
}

/** The terms have changed: agree, read, the other language, or leave. */
export function changedTermsKeys({ language }: Person): Rows {
  return [[key('agree')], [key('readAll'), key('language', '', 0, language === 'nl' ? 'en' : 'nl')], [key('stop')]];
}

export function inviteKeys(couple: Couple, code: string): Rows {
  return [
    [
      { kind: 'shareInvite', code },
      { kind: 'copyInvite', code },
    ],
    [key('qrCode', slotOf(couple.id)), key('newCode', slotOf(couple.id))],
  ];
}

/** The ways to go from /stop. `typed` is that message: it can be taken away with the card. */
export function farewellKeys(isPaired: boolean, isLeaving: boolean, typed: number): Rows {
  const later = isLeaving ? key('keepPaired', '', typed) : key('unpairLater', '', typed);
  return [
    [key('unpair')],
    ...(isPaired ? [[later]] : []),
    [key('staySilent', '', typed)],
    [key('goOn')],
    [key('askErase')],
  ];
}

/** What a refusal leaves to do. */
export function refusalKeys({ refusal }: Refusal): Rows {
  if (refusal === 'has-stopped') return [[key('goOn')]];
  return refusal === 'no-question' ? [[key('askQuestion')]] : [];
}

/** Options first, then [Later] and [Anders…]; `view` is the group that is open, or the other ways to answer. */
export function promptKeys(
  round: Round,
  scenario: Scenario | undefined,
  answer: Answer,
  view: { group: string } | 'otherWays' | null,
): Rows {
  if (view === 'otherWays' && round.once !== undefined) return [[key('skip', round.id)], [key('back', round.id)]];
  if (view === 'otherWays') {
    return [[key('notYet', round.id)], [key('live', round.id)], [key('skip', round.id)], [key('back', round.id)]];
  }
  const options = optionRows(round, scenario, answer, view?.group ?? '');
  if (view !== null) return options;
  if (round.once === 'sheet') {
    return [
      [key('fillIn', round.id, 0, answer.row === undefined ? '' : 'on')],
      [key('later', round.id), key('else', round.id)],
    ];
  }
  const lines = linesOf(scenario);
  const skip = lines !== null && isUntouched(answer) ? skipKeys(round.id, lines, answer) : [];
  return [...options, ...skip, [key('later', round.id), key('else', round.id)]];
}

/** What is under a draft: of a stem [Verzegel] once a line can open, and a way to the next line while there is one. */
export function draftKeys(round: string, answer: Answer, scenario: Scenario | undefined): Rows {
  if (isChoosing(scenario)) return choosingKeys(round, answer, scenario);
  const lines = linesOf(scenario);
  const [seal, restart] = [key('seal', round, answer.step), key('restart', round, answer.step)];
  if (lines === null) return [[seal, restart]];
  return [hasSentence(lines, answer) ? [seal, restart] : [restart], ...skipKeys(round, lines, answer)];
}

const togglesInRow = 4;

/** A number for each thing that can open, with a mark on what was chosen; then sealed, or kept. */
function choosingKeys(round: string, answer: Answer, scenario: Scenario | undefined): Rows {
  const chosen = chosenIn(answer, scenario);
  const toggles = partsOf(answer, scenario)
    .filter(({ canOpen }) => canOpen)
    .map(({ id }, index) => {
      const isOn = chosen.includes(id);
      const number = numberOf(index);
      const button = { name: 'toggleLine', slot: round, step: isOn ? 0 : 1, arg: id } as const;
      return press(button, { nl: number, en: number }, isOn);
    });
  const rows = toggles.flatMap((_, at) => (at % togglesInRow === 0 ? [toggles.slice(at, at + togglesInRow)] : []));
  const lines = linesOf(scenario);
  const ends = [
    key(toggles.length === 0 ? 'restart' : 'sealChosen', round, answer.step),
    key('keepToMyself', round, answer.step),
  ];
  return [...rows, ...(lines === null ? [] : skipKeys(round, lines, answer)), ends];
}

/** What somebody can say that they feel, and leaving it as it is. */
export function askOnKeys(round: string, step: number, options: readonly Option[]): Rows {
  const picks = options.map(({ id, label }) => press({ name: 'pick', slot: round, step: 1, arg: id }, label, false));
  return [picks, [key('keepAsIs', round, step)]];
}

function skipKeys(round: string, lines: readonly StemLine[], answer: Answer): Rows {
  const line = skippable(lines, answer);
  return line === null ? [] : [[key('skipLine', round, 0, line.id)]];
}

/** Once something was said or left out, the card below has the way on. */
function isUntouched(answer: Answer): boolean {
  return isEmpty(answer) && stemOf(answer).leftOut.length === 0;
}

export function sealedKeys(round: string, step: number): Rows {
  return [[key('withdraw', round, step)]];
}

/**
 * Under opened answers, in two rows; with replies, or words to share, above them. What does not fit stands behind [Meer].
 */
export function openedKeys(
  opened: OpenedRound,
  me: Person,
  couple: Couple | null,
  after: { readonly replies: readonly Reply[]; readonly isThanksOnly: boolean; readonly keep: Key | null },
  isUnfolded: boolean,
): Rows {
  const { id } = opened.round;
  const share = opened.closed.includes(me.id) ? [key('shareAnyway', id)] : [];
  const thank = opened.thanked.includes(me.id) ? [] : [key('thank', id)];
  if (after.isThanksOnly) return [share, thank].filter((row) => row.length > 0);
  const first = [...share, ...after.replies.map((reply) => replyKey(id, reply))];
  const turn = turnKeys(couple, me).flat();
  const breather = key(isLight(opened.round) ? 'askBreather' : 'callBreather');
  const isAsked = opened.askedMore.includes(me.id);
  const more = key('moreWays', id);
  if (!isUnfolded) {
    // Asked once for one message; after that, for a talk about it.
    return first.length === 0
      ? [
          [...thank, key(isAsked ? 'talkAbout' : 'tellMore', id)],
          [breather, more],
        ]
      : [first, [...thank, breather, more]];
  }
  const rows = [
    [...(after.keep === null ? [] : [after.keep]), key('talkAbout', id)],
    [...(isAsked || first.length === 0 ? [] : [key('tellMore', id)]), ...turn],
    [key('moreWays', id, 0, 'back')],
  ];
  return rows.filter((row) => row.length > 0);
}

function replyKey(round: string, { id, label }: Reply): Key {
  return press({ name: 'reply', slot: round, step: 0, arg: id }, label, false);
}

/** Under a theme of an opened sheet: those beside it, and a talk about this one. */
export function leafKeys(round: string, page: number, count: number): Rows {
  const back = page === 0 ? [] : [key('leafSheet', round, page - 1, 'back')];
  const on = page + 1 >= count ? [] : [key('leafSheet', round, page + 1)];
  return [[...back, ...on], [key('talkAbout', round, 0, String(page))]].filter((row) => row.length > 0);
}

export function offerKeys(pending: Pending): Rows {
  const yes: Readonly<Record<Pending['what'], ButtonName>> = {
    addition: 'add',
    reaction: 'sendReaction',
    reply: 'sendReaction',
    rewrite: 'rewrite',
    short: 'thisIsIt',
    question: 'thisIsIt',
  };
  const no: Readonly<Record<Pending['what'], Key>> = {
    addition: key('leaveIt', pending.round, pending.step),
    reaction: key('neverMind', pending.round, pending.step),
    reply: key('neverMind', pending.round, pending.step),
    rewrite: key('leaveIt', pending.round, pending.step),
    short: key('later', pending.round),
    question: key('forBot', pending.round, pending.step),
  };
  return [[key(yes[pending.what], pending.round, pending.step), no[pending.what]]];
}

/** While there are no words for a reply yet. */
export function replyAskedKeys({ round, step }: Pending): Rows {
  return [[key('neverMind', round, step)]];
}

/** Only for whose turn it is; the other does not see that there is a turn. */
export function turnKeys(couple: Couple | null, me: Person): Rows {
  return couple?.pairedAt != null && pathSeenBy(couple, me) === null && turnOf(couple) === me.id
    ? [[key('chooseNext')]]
    : [];
}

/** One key for each question: its title, or as much of its own words as fits. */
export function choiceKeys(scenarios: readonly Scenario[]): Rows {
  return scenarios.map(({ id, title, text }) => [
    press({ name: 'pickNext', slot: '', step: 0, arg: id }, title ?? { nl: short(text.nl), en: short(text.en) }, false),
  ]);
}

function short(question: string): string {
  return question.length <= labelMax ? question : `${question.slice(0, labelMax).replace(/\s+\S*$/u, '')}…`;
}

/** A deeper prompt before its text: nothing of it is read on a lock screen. */
export function foldedKeys(round: string): Rows {
  return [[key('openPrompt', round)], [key('later', round)]];
}

export function helpKeys(me: Person): Rows {
  return helps.map((help) => [key('wouldHelp', '', paceStep(me), help)]);
}

export function openingHourKeys({ revealMinute }: Person): Rows {
  return [null, ...openingMinutes].map((minute) => [
    press(
      { name: 'setOpeningHour', slot: '', step: 0, arg: minute === null ? '' : String(minute) },
      null,
      minute === revealMinute,
    ),
  ]);
}

/** Whether one can say no without fear: only a plain yes switches it on. */
export function deeperKeys(isOn: boolean): Rows {
  return isOn
    ? [[key('notDeeper')]]
    : [[key('canSayNo', '', 0, 'yes')], [key('canSayNo', '', 0, 'no'), key('canSayNo', '', 0, 'unsure')]];
}

function optionRows(round: Round, scenario: Scenario | undefined, answer: Answer, openGroup: string): Rows {
  if (scenario === undefined) return [];
  const cells = rowOfKind(scenario.answer).rows(scenario.answer, openGroup);
  return cells.map((row) => row.map((cell) => cellKey(round, cell, answer)));
}

function cellKey(round: Round, cell: Cell, answer: Answer): Key {
  switch (cell.is) {
    case 'option':
      return pickKey(round, cell.option, answer);
    case 'group': {
      const { id, label, options } = cell.group;
      const isOn = options.some((option) => answer.picks.includes(option.id));
      return press({ name: 'group', slot: round.id, step: 0, arg: id }, label, isOn);
    }
    case 'back':
      return key('group', round.id, 0, '');
  }
}

/** A press says what it wants (1 on, 0 off), so that a double tap does not undo itself. */
function pickKey(round: Round, option: { id: string; label: InBoth }, answer: Answer): Key {
  const isOn = answer.picks.includes(option.id);
  return press({ name: 'pick', slot: round.id, step: isOn ? 0 : 1, arg: option.id }, option.label, isOn);
}

export function press(button: Button, label: InBoth | null, isOn: boolean): PressKey {
  return { kind: 'press', button, label, isOn };
}
