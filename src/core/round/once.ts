import type { PersonId } from '../ids.js';
import { emptyAnswer } from '../person.js';
import type { Answer, Round } from '../scene.js';
import type { Scenario } from './scenario.js';
import { sheetOf, themeOf } from './sheet.js';

/**
 * What is sealed once and for all: a sheet, and a question of which only what both picked opens. It cannot be taken back,
 * added to or begun anew, also not by erasing: who could try again could find out what the other did not choose.
 */

export function onceOf(scenario: Scenario): Round['once'] {
  if (sheetOf(scenario) !== null) return 'sheet';
  return scenario.visibility === 'overlap' ? 'overlap' : undefined;
}

/** What is left of such an answer when its writer erases: to the other it is no answer, and it is never one again. */
export function spentAnswer({ step }: Answer): Answer {
  return { ...emptyAnswer, state: 'skipped', step: step + 1, chosen: [] };
}

export function isSpent({ state, chosen }: Answer): boolean {
  return state === 'skipped' && chosen?.length === 0;
}

/** What opens of the two answers, and all that is kept of them from then on. */
export function openedOnce(
  once: NonNullable<Round['once']>,
  answers: Readonly<Record<PersonId, Answer>>,
): Readonly<Record<PersonId, Answer>> {
  const all = Object.values(answers);
  const open = once === 'sheet' ? themesOfBoth(all) : picksOfBoth(all);
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, open(answer)]));
}

/** Of the themes that both chose their rows, and the sentences that both finished. */
function themesOfBoth(all: readonly Answer[]): (answer: Answer) => Answer {
  const isOfBoth = (theme: string) => all.every(({ chosen }) => chosen?.includes(theme) === true);
  const isSaidByBoth = (at: string | null) => all.every(({ pieces }) => pieces.some((piece) => piece.at === at));
  return (answer) => ({
    ...answer,
    chosen: (answer.chosen ?? []).filter(isOfBoth),
    picks: answer.picks.filter((pick) => isOfBoth(themeOf(pick))),
    pieces: answer.pieces.filter(({ at }) => at !== null && isOfBoth(themeOf(at)) && isSaidByBoth(at)),
  });
}

function picksOfBoth(all: readonly Answer[]): (answer: Answer) => Answer {
  return (answer) => ({
    ...answer,
    picks: answer.picks.filter((pick) => all.every(({ picks }) => picks.includes(pick))),
    pieces: [],
  });
}
