import { isOver } from './overlap.js';
import type { Button } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import { evolveAll } from '../evolve.js';
import { chosenIn, isChoosing, onlyChosen, partOf } from './choosing.js';
import { complete } from './opening.js';
import { answerOf, emptyAnswer, isEmpty, personOf } from '../person.js';
import { hasSentence, linesOf } from './gaps.js';
import { chosenThemes, sealedSheet, sheetOf } from './sheet.js';
import type { Answer, Couple, Person, Round, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Piece } from '../piece.js';
import type { Instant } from '../ids.js';
import { overLimit } from './limits.js';
import { isFinal } from './live-round.js';
import { changed } from './draft.js';

/** How an answer becomes final, and what can still be done with a final one. */

/** [Hou het bij mij]: erased, and to the other no answer at all. */
export function keepToMyself(me: Person, round: Round): Decision {
  const { step } = answerOf(me, round.id);
  if (!(round.id in me.answers) || isEmpty(answerOf(me, round.id))) return { refusal: 'stale-button' };
  const erased: Answer = { ...emptyAnswer, state: 'skipped', step: step + 1 };
  return [{ type: 'keptToMyself', person: me.id, round: round.id, answer: erased }];
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

export function seal(scene: Scene, me: Person, couple: Couple, round: Round, button: Button, given: Given): Decision {
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
export function sealChosen(
  scene: Scene,
  me: Person,
  couple: Couple,
  round: Round,
  button: Button,
  given: Given,
): Decision {
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
export function finish(
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

export function sealedAlready(round: Round, answer: Answer): Decision {
  return { refusal: 'sealed-already', round: round.id, step: answer.step };
}
