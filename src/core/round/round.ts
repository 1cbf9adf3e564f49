import { isOver } from './overlap.js';
import { opensAt } from '../room/which.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Speech } from '../command.js';
import { drawExampleIndex, drawRoundId } from '../time/chance.js';
import type { Decision, Event, Refusal } from '../event.js';
import { evolveAll } from '../evolve.js';
import { chosenIn, isChoosing, onlyChosen, partOf, toggled } from './choosing.js';
import { isDeep } from './choose.js';
import { complete } from './opening.js';
import { hasAllowed } from '../pairing/consent.js';
import { answerOf, coupleOf, emptyAnswer, isEmpty, canBeWrittenTo, personOf } from '../person.js';
import { laterMoment } from '../rhythm/rhythm.js';
import {
  fill,
  hasSentence,
  isRefused,
  leaving,
  linesOf,
  nextGap,
  refill,
  skippable,
  stemOf,
  touchesOther,
} from './gaps.js';
import { rowOfKind } from './kinds.js';
import { isSpent, onceOf } from './once.js';
import { chosenThemes, sealedSheet, sheetOf } from './sheet.js';
import { pressSheet, toggledTheme } from './sheet-taps.js';
import type { RoundStep } from '../path/scene.js';
import { takesPart } from '../path/steps.js';
import type { Scenario, Scenarios } from './scenario.js';
import { gapCount } from './stem.js';
import { askedOn } from './verdict.js';
import type { Answer, Couple, Person, Round, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Piece } from '../piece.js';
import type { Instant } from '../ids.js';
import { inPlaceOf } from '../photo/pieces.js';
import { overLimit } from './limits.js';
import { liveRound, isFinal, questionFor } from './live-round.js';

/** Something said becomes part of the draft; in a stem it fills the gaps. */
export function addToDraft(me: Person, round: Round, pieces: readonly Piece[], scenarios: Scenarios): Decision {
  const answer = answerOf(me, round.id);
  const lines = linesOf(scenarios.get(round.scenario));
  const filled =
    lines === null ? { ...answer, pieces: [...answer.pieces, ...pieces] } : fill(lines, answer, pieces, me.language);
  return isRefused(filled)
    ? filled
    : (overLimit(filled.pieces) ?? drafted(me, round, scenarios.get(round.scenario), filled, 'said'));
}

type How = Extract<Event, { type: 'draftChanged' }>['how'];

/** Other words in an answer. Where what is new in it calls for a question back, its writer is asked once. */
export function drafted(
  me: Person,
  round: Round,
  scenario: Scenario | undefined,
  answer: Answer,
  how: How,
): readonly Event[] {
  const before = answerOf(me, round.id);
  const draft: Answer = { ...answer, state: 'draft', step: before.step + 1 };
  const nudge = stemOf(before).isNudged ? null : nudgeFor(me, round, scenario, before, draft);
  const next = nudge === null ? draft : { ...draft, stem: { ...stemOf(answer), isNudged: true } };
  const changed: Event = { type: 'draftChanged', person: me.id, round: round.id, answer: next, how };
  return nudge === null ? [changed] : [changed, nudge];
}

/** A part of their own that speaks of the other, or a word that says what the other did and not what they felt. */
function nudgeFor(
  me: Person,
  round: Round,
  scenario: Scenario | undefined,
  before: Answer,
  after: Answer,
): Event | null {
  const at = { person: me.id, round: round.id, step: after.step };
  const lines = linesOf(scenario);
  if (lines === null) {
    const asked = askedOn(scenario, before, after, me.language);
    return asked && { type: 'verdictNudged', ...at, ...asked };
  }
  const touched = touchesOther(lines, before, after, me.language);
  return touched && { type: 'ownPartNudged', ...at, isSecond: gapCount(touched) > 1 };
}

export function pieceOf(speech: Speech, messageId: number): Piece {
  return { ...speech, at: null, messageId };
}

/** A button of a prompt, a draft card or a sealed card. */
export function pressRound(scene: Scene, me: Person, button: Button<ButtonOf<'round'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  const round = liveRound(couple, button.slot);
  if (couple === null || round === null) return { refusal: 'stale-button' };
  if (isOver(couple, me, round)) return { refusal: 'stale-button' };
  const answer = answerOf(me, round.id);
  const isSecondTap = (button.name === 'sealChosen' || button.name === 'seal') && answer.step === button.step + 1;
  if (round.once !== undefined && (isFinal(answer) || isSpent(answer))) {
    return isSecondTap && isFinal(answer) ? [] : { refusal: 'sealed-once' };
  }
  if (button.name === 'seal') return seal(scene, me, couple, round, button, given);
  if (button.name === 'sealChosen') return sealChosen(scene, me, couple, round, button, given);
  if (button.name === 'withdraw') {
    if (isFinal(answer)) return withdraw(me, round);
    return answer.step === button.step + 1 ? [] : { refusal: 'stale-button' };
  }
  if (button.name === 'keepAsIs') {
    const isNow = button.step === answer.step && !isFinal(answer);
    return isNow ? [{ type: 'ownPartKept', person: me.id, round: round.id }] : [];
  }
  if (isFinal(answer)) return sealedAlready(round, answer);
  switch (button.name) {
    case 'restart':
      if (button.step !== answer.step) return isEmpty(answer) ? [] : { refusal: 'stale-button' };
      return changed(me, round, emptied(answer), 'cleared');
    case 'fillIn':
    case 'row':
    case 'rowPass':
    case 'rowBack':
      return pressSheet(me, round, { ...button, name: button.name }, given);
    case 'skipLine':
      return skipLine(me, round, button.arg, given.scenarios);
    case 'toggleLine':
      return toggle(me, round, button, given.scenarios);
    case 'keepToMyself':
      return keepToMyself(me, round);
    case 'notYet':
    case 'live':
      // Of what is sealed once, a pass looks like silence.
      if (round.once !== undefined) return { refusal: 'stale-button' };
      return finish(scene, me, couple, round, button.name === 'live' ? 'live' : 'not-yet', given.now);
    case 'skip':
      return answer.state === 'skipped' ? [] : skip(me, round);
    case 'later':
      return questionFor(couple, me)?.id === round.id ? postpone(me, round, given.now) : { refusal: 'stale-button' };
    case 'else':
      return [{ type: 'otherWaysShown', person: me.id, round: round.id }];
    case 'back':
      return [{ type: 'waysClosed', person: me.id, round: round.id }];
    case 'openPrompt':
      return [{ type: 'promptUnfolded', person: me.id, round: round.id }];
    case 'group':
      return [{ type: 'groupOpened', person: me.id, round: round.id, group: button.arg }];
    case 'pick':
      return pick(me, round, button, given.scenarios.get(round.scenario));
  }
}

function skip(me: Person, round: Round): Decision {
  const answer = answerOf(me, round.id);
  const skipped: Answer = { ...answer, state: 'skipped', step: answer.step + 1 };
  return [{ type: 'promptSkipped', person: me.id, round: round.id, answer: skipped }];
}

/** [Hou het bij mij]: erased, and to the other no answer at all. */
function keepToMyself(me: Person, round: Round): Decision {
  const { step } = answerOf(me, round.id);
  if (!(round.id in me.answers) || isEmpty(answerOf(me, round.id))) return { refusal: 'stale-button' };
  const erased: Answer = { ...emptyAnswer, state: 'skipped', step: step + 1 };
  return [{ type: 'keptToMyself', person: me.id, round: round.id, answer: erased }];
}

/** A tap says what it wants, so that a double tap does not undo itself. */
function toggle(me: Person, round: Round, { arg, step }: Button, scenarios: Scenarios): Decision {
  const answer = answerOf(me, round.id);
  const scenario = scenarios.get(round.scenario);
  const isOn = step === 1;
  const sheet = sheetOf(scenario);
  const changed =
    sheet !== null
      ? toggledTheme(sheet, answer, arg, isOn)
      : isChoosing(scenario)
        ? toggled(answer, scenario, arg, isOn)
        : null;
  if (changed === null) return { refusal: 'stale-button' };
  const before = sheet === null ? chosenIn(answer, scenario) : chosenThemes(sheet, answer);
  if (before.includes(arg) === isOn) return [];
  if (sheet !== null && (changed.chosen ?? []).length > sheet.themesOpen) {
    return { refusal: 'too-many-picks', limit: sheet.themesOpen };
  }
  return [
    {
      type: 'lineToggled',
      person: me.id,
      round: round.id,
      answer: { ...changed, state: 'draft', step: answer.step + 1 },
    },
  ];
}

/** Nobody is asked twice about what they wrote, however often they begin anew. */
function emptied(answer: Answer): Answer {
  const fresh = { ...emptyAnswer, step: answer.step + 1 };
  return stemOf(answer).isNudged ? { ...fresh, stem: { leftOut: [], isNudged: true } } : fresh;
}

/** [Volgende zin]; of a line that was left already it is the second tap. */
function skipLine(me: Person, round: Round, line: string, scenarios: Scenarios): Decision {
  const answer = answerOf(me, round.id);
  const lines = linesOf(scenarios.get(round.scenario));
  if (stemOf(answer).leftOut.includes(line)) return [];
  if (lines === null || nextGap(lines, answer)?.line.id !== line) return { refusal: 'stale-button' };
  if (skippable(lines, answer) === null) return { refusal: 'stale-button' };
  const left: Answer = { ...answer, state: 'draft', step: answer.step + 1, stem: leaving(answer, line) };
  return [{ type: 'lineSkipped', person: me.id, round: round.id, answer: left }];
}

/** [Later]; a double tap changes nothing. */
function postpone(me: Person, round: Round, now: Instant): Decision {
  const until = laterMoment(me, now);
  const isKnown = me.later?.round === round.id && me.later.at === until;
  const postponed: Event = { type: 'promptPostponed', person: me.id, round: round.id, until };
  const dropped: Event = { type: 'pendingDropped', person: me.id };
  return [...(isKnown ? [] : [postponed]), ...(me.pending?.what === 'short' ? [dropped] : [])];
}

/** Back to a draft; what was said since, and awaited a tap to be added, is part of it where it fits. */
export function withdraw(me: Person, round: Round): Decision {
  const answer = answerOf(me, round.id);
  const said = me.pending?.what === 'addition' && me.pending.round === round.id ? me.pending.pieces : [];
  const all = [...answer.pieces, ...said];
  const pieces = overLimit(all) === null ? all : answer.pieces;
  return changed(me, round, { ...answer, state: 'draft', pieces, step: answer.step + 1 }, 'withdrawn');
}

/** [Voeg toe]: what came after sealing joins the sealed answer, which stays sealed. */
export function extendSealed(me: Person, round: Round, pieces: readonly Piece[]): Decision {
  const answer = answerOf(me, round.id);
  const all = [...answer.pieces, ...pieces];
  // The tap that adds it chooses it.
  const { chosen } = answer;
  const opening = chosen === undefined ? {} : { chosen: [...chosen, ...pieces.map(partOf)] };
  const extended = { ...answer, ...opening, pieces: all, step: answer.step + 1 };
  return overLimit(all) ?? [{ type: 'sealedAnswerExtended', person: me.id, round: round.id, answer: extended }];
}

/** [Herschrijven]: back to a draft, with what was edited in its place. */
export function rewrite(me: Person, round: Round, edited: readonly Piece[], scenarios: Scenarios): Decision {
  const answer = answerOf(me, round.id);
  const lines = linesOf(scenarios.get(round.scenario));
  if (lines === null) {
    const pieces = inPlaceOf(answer.pieces, edited);
    const scenario = scenarios.get(round.scenario);
    return overLimit(pieces) ?? drafted(me, round, scenario, { ...answer, pieces }, 'withdrawn');
  }
  const texts = edited.filter((piece) => piece.kind === 'text');
  const refilled = texts.reduce<Answer | Refusal>(
    (now, piece) => (isRefused(now) ? now : refill(lines, now, piece, me.language)),
    answer,
  );
  return isRefused(refilled)
    ? refilled
    : (overLimit(refilled.pieces) ?? drafted(me, round, scenarios.get(round.scenario), refilled, 'withdrawn'));
}

/** The newest round in which this person has a final answer that is not open yet. */
export function withdrawable(couple: Couple | null, me: Person): Round | null {
  return finalRounds(couple, me).findLast(({ once }) => once === undefined) ?? null;
}

/** Whether all that could be taken back is sealed for good. */
export function hasSealedOnce(couple: Couple | null, me: Person): boolean {
  return finalRounds(couple, me).length > 0;
}

function finalRounds(couple: Couple | null, me: Person): readonly Round[] {
  const rounds =
    couple === null ? [] : [...couple.rested.map(({ round }) => round), ...(couple.round ? [couple.round] : [])];
  return rounds.filter((round) => isFinal(answerOf(me, round.id)) && !(couple !== null && isOver(couple, me, round)));
}

/** Events that begin a round with this scenario, shown to everyone the bot may write to. */
export function begin(
  couple: Couple,
  scenario: Scenario,
  given: Given,
  rest: Begun = {},
): { round: Round; event: Event } {
  const round: Round = {
    id: drawRoundId(given),
    scenario: scenario.id,
    example: exampleFor(couple, scenario, given),
    depth: rest.depth ?? scenario.depth,
    startedAt: given.now,
    offered: {},
    ...(rest.step === undefined ? {} : { step: rest.step }),
    ...(rest.about === undefined ? {} : { about: rest.about }),
    ...(scenario.patienceDays === undefined ? {} : { patienceDays: scenario.patienceDays }),
    ...(onceOf(scenario) === undefined ? {} : { once: onceOf(scenario) }),
    ...opensAt(couple, scenario, given),
  };
  return { round, event: { type: 'roundStarted', couple: couple.id, round } };
}

/** What a question is beside itself: the step of a path, or about what both keep. */
type Begun = Partial<Pick<Round, 'step' | 'about' | 'depth'>>;

/** An author puts the example first that shows the question best; when it comes back, another one may go with it. */
function exampleFor(couple: Couple, { id, examples }: Scenario, given: Given): number {
  return couple.lastAsked[id] === undefined ? 0 : drawExampleIndex(given, Math.max(1, examples.length));
}

/** Asked for by one of them: a prompt now, for both. A step that one of them has no part in comes to them unseen. */
export function beginForBoth(
  scene: Scene,
  me: Person,
  couple: Couple,
  scenario: Scenario,
  given: Given,
  step?: RoundStep,
): readonly Event[] {
  const { round, event } = begin(couple, scenario, given, { step });
  const people = couple.members
    .map((member) => personOf(scene, member))
    .filter((person) => person.id === me.id || canBeWrittenTo(person))
    .toSorted((one, other) => Number(other.id === me.id) - Number(one.id === me.id));
  return [
    event,
    ...people.map((person) =>
      meet(person, round, scenario, {
        why: person.id === me.id ? 'asked' : 'askedByPartner',
        at: given.now,
        date: null,
      }),
    ),
  ];
}

/** Whoever lets a path rest has none in its steps; with deeper questions off, none in what quotes words of a deep one. */
function hasPartIn(person: Person, round: Round, scenario: Scenario): boolean {
  if (round.step !== undefined) return takesPart(person, round.step.path, scenario);
  return round.about === undefined || !isDeep(round) || hasAllowed(person, 'deeper');
}

type Shown = Pick<Extract<Event, { type: 'promptShown' }>, 'why' | 'at' | 'date'>;

/** How a question comes to somebody: shown, or as if they had skipped it. */
export function meet(person: Person, round: Round, scenario: Scenario | undefined, how: Shown): Event {
  const isUnseen = scenario !== undefined && !hasPartIn(person, round, scenario);
  return isUnseen
    ? { type: 'stepPassed', person: person.id, round: round.id, at: how.at }
    : { type: 'promptShown', person: person.id, round: round.id, ...how };
}

function seal(scene: Scene, me: Person, couple: Couple, round: Round, button: Button, given: Given): Decision {
  const answer = answerOf(me, round.id);
  if (isFinal(answer)) return answer.step === button.step + 1 ? [] : sealedAlready(round, answer);
  if (button.step !== answer.step) return { refusal: 'stale-button' };
  if (isEmpty(answer)) return { refusal: 'empty-draft' };
  const scenario = given.scenarios.get(round.scenario);
  if (round.once === 'sheet') return { refusal: 'stale-button' };
  // Its file asks to choose since its card was shown.
  if (isChoosing(scenario)) return changed(me, round, { ...answer, step: answer.step + 1 }, 'edited');
  const lines = linesOf(scenario);
  if (lines !== null && !hasSentence(lines, answer)) return { refusal: 'line-needed' };
  return finish(scene, me, couple, round, 'sealed', given.now);
}

/** [Verzegel ✓]: what was chosen is final, the rest is gone. */
function sealChosen(scene: Scene, me: Person, couple: Couple, round: Round, button: Button, given: Given): Decision {
  const answer = answerOf(me, round.id);
  if (isFinal(answer)) return answer.step === button.step + 1 ? [] : sealedAlready(round, answer);
  if (button.step !== answer.step) return { refusal: 'stale-button' };
  if (isEmpty(answer)) return { refusal: 'empty-draft' };
  const scenario = given.scenarios.get(round.scenario);
  const sheet = sheetOf(scenario);
  if (sheet !== null) {
    const isFull = answer.row === null && chosenThemes(sheet, answer).length === sheet.themesOpen;
    if (!isFull) return { refusal: 'choose-exactly', count: sheet.themesOpen };
    return finish(scene, me, couple, round, 'sealed', given.now, sealedSheet(sheet, answer, given));
  }
  const chosen = chosenIn(answer, scenario);
  if (chosen.length === 0) return { refusal: 'choose-first' };
  return finish(scene, me, couple, round, 'sealed', given.now, onlyChosen(answer, chosen));
}

/** The one place where an answer becomes final, and so where a round begins to open. */
function finish(
  scene: Scene,
  me: Person,
  couple: Couple,
  round: Round,
  state: 'sealed' | 'not-yet' | 'live',
  now: Instant,
  answer = answerOf(me, round.id),
): Decision {
  const sealed: Event = {
    type: 'answerSealed',
    person: me.id,
    round: round.id,
    answer: { ...answer, state, step: answer.step + 1 },
  };
  const after = evolveAll(scene, [sealed]);
  const isComplete =
    couple.members.length === 2 &&
    couple.members.every((member) => isFinal(answerOf(personOf(after, member), round.id)));
  return isComplete ? [sealed, ...complete(after, couple, round, me.id, now)] : [sealed];
}

function pick(me: Person, round: Round, button: Button, scenario: Scenario | undefined): Decision {
  const answer = answerOf(me, round.id);
  const kind = scenario === undefined ? null : rowOfKind(scenario.answer);
  if (scenario === undefined || kind === null) return { refusal: 'stale-button' };
  if (!kind.options(scenario.answer).some(({ id }) => id === button.arg)) return { refusal: 'stale-button' };
  const isOn = button.step === 1;
  if (answer.picks.includes(button.arg) === isOn) return [];
  const without = answer.picks.filter((id) => id !== button.arg);
  const picks = isOn ? kind.press(without, button.arg) : without;
  const limit = kind.limit(scenario.answer);
  if (picks.length > limit) return { refusal: 'too-many-picks', limit };
  // What is taken out and picked again is not chosen any more.
  const chosen = answer.chosen?.filter((id) => id !== button.arg);
  const opening = chosen === undefined ? {} : { chosen };
  return changed(me, round, { ...answer, ...opening, state: 'draft', picks, step: answer.step + 1 }, 'picked');
}

function changed(me: Person, round: Round, answer: Answer, how: How): Decision {
  return [{ type: 'draftChanged', person: me.id, round: round.id, answer, how }];
}

export function sealedAlready(round: Round, answer: Answer): Decision {
  return { refusal: 'sealed-already', round: round.id, step: answer.step };
}
