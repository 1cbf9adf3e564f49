import type { Button } from '../buttons.js';
import type { Speech } from '../command.js';
import type { Decision, Event, Refusal } from '../event.js';
import { chosenIn, isChoosing, toggled } from './choosing.js';
import { answerOf, emptyAnswer } from '../person.js';
import { fill, isRefused, leaving, linesOf, nextGap, refill, skippable, stemOf, touchesOther } from './gaps.js';
import { rowOfKind } from './kinds.js';
import { chosenThemes, sheetOf } from './sheet.js';
import { toggledTheme } from './sheet-taps.js';
import type { Scenario, Scenarios } from './scenario.js';
import { gapCount } from './stem.js';
import { askedOn } from './verdict.js';
import type { Answer, Person, Round } from '../scene.js';
import type { Piece } from '../piece.js';
import { inPlaceOf } from '../photo/pieces.js';
import { overLimit } from './limits.js';

/** What somebody says, picks, leaves out and rewrites before they seal. */

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

/** A tap says what it wants, so that a double tap does not undo itself. */
export function toggle(me: Person, round: Round, { arg, step }: Button, scenarios: Scenarios): Decision {
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
export function emptied(answer: Answer): Answer {
  const fresh = { ...emptyAnswer, step: answer.step + 1 };
  return stemOf(answer).isNudged ? { ...fresh, stem: { leftOut: [], isNudged: true } } : fresh;
}

/** [Volgende zin]; of a line that was left already it is the second tap. */
export function skipLine(me: Person, round: Round, line: string, scenarios: Scenarios): Decision {
  const answer = answerOf(me, round.id);
  const lines = linesOf(scenarios.get(round.scenario));
  if (stemOf(answer).leftOut.includes(line)) return [];
  if (lines === null || nextGap(lines, answer)?.line.id !== line) return { refusal: 'stale-button' };
  if (skippable(lines, answer) === null) return { refusal: 'stale-button' };
  const left: Answer = { ...answer, state: 'draft', step: answer.step + 1, stem: leaving(answer, line) };
  return [{ type: 'lineSkipped', person: me.id, round: round.id, answer: left }];
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

export function pick(me: Person, round: Round, button: Button, scenario: Scenario | undefined): Decision {
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

export function changed(me: Person, round: Round, answer: Answer, how: How): Decision {
  return [{ type: 'draftChanged', person: me.id, round: round.id, answer, how }];
}
