import type { Event } from '../event.js';
import type { Given } from '../given.js';
import type { CoupleId, PersonId } from '../ids.js';
import type { Scenario } from '../round/scenario.js';
import type { RoundStep } from './scene.js';
import { freshPath, hasNoAnswer, roundStep, type NextStep } from './steps.js';

/** A path that its author tries out: a couple begins it as soon as they are two, with its first step as their first question. */

function firstStep({ paths, scenarios, playedPath }: Given): NextStep | null {
  const plan = playedPath === undefined ? undefined : paths.get(playedPath);
  const step = plan?.steps[0];
  const scenario = step === undefined ? undefined : scenarios.get(step.scenario);
  return plan === undefined || step === undefined || scenario === undefined ? null : { plan, step, scenario };
}

/** The question that a couple begins with, and the step that it is; null where there is none. */
export function openingQuestion(given: Given): { readonly scenario: Scenario; readonly step?: RoundStep } | null {
  const first = firstStep(given);
  if (first !== null && !hasNoAnswer(first.scenario))
    return { scenario: first.scenario, step: roundStep(first, given) };
  const scenario = [...given.scenarios.values()].find(({ isOpening }) => isOpening);
  return scenario === undefined ? null : { scenario };
}

/** The two are together: the path has begun. A first step without an answer is shown now. */
export function beginPlayed(couple: CoupleId, members: readonly PersonId[], given: Given): readonly Event[] {
  const first = firstStep(given);
  if (first === null) return [];
  const { plan, step, scenario } = first;
  const shown = hasNoAnswer(scenario) ? members : [];
  return [
    { type: 'pathMatched', couple, path: freshPath(plan, given), isPlayed: true },
    { type: 'stepBegun', couple, step: step.id, at: given.now, date: null },
    ...shown.map((person): Event => ({ type: 'stepShown', person, path: plan.id, step: step.id })),
  ];
}
