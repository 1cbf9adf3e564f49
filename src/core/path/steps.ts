import { hasAllowed } from '../pairing/consent.js';
import { isDeep } from '../round/choose.js';
import type { Scenario } from '../round/scenario.js';
import type { Couple, Person, Round } from '../scene.js';
import type { Given } from '../given.js';
import type { LocalDate } from '../ids.js';
import { sharedDays } from '../rhythm/rhythm.js';
import { localMoment, weekday } from '../time/calendar.js';
import type { PathPlan, PathStep } from './plan.js';
import type { BegunStep, Path, RoundStep } from './scene.js';
import { isLiving } from './living.js';
import { hasDeepStep } from './shelf.js';
import { hourMs } from '../time/durations.js';

/** Which step of a path comes next, and for whom. */

/** A tap brings the next step no sooner than this after the last one began. */
const tapAfterMs = 18 * hourMs;
/** Its questions in a row that were left until it lies still. */
export const leftMax = 2;
/** Monday, Wednesday, Saturday: asked daily, a couple has loose light questions on the other days. */
const stepDays: readonly number[] = [1, 3, 6];

/** A path that begins now. */
export function freshPath(plan: PathPlan, { now, scenarios }: Given): Path {
  const isDeep = hasDeepStep(plan, scenarios);
  return { id: plan.id, isDeep, begunAt: now, begun: [], opened: [], shown: [], left: 0, end: null };
}

export interface NextStep {
  readonly plan: PathPlan;
  readonly step: PathStep;
  readonly scenario: Scenario;
}

/** The plan of the path that lives; null where none does, or its file is gone. */
export function livingPlan({ path }: Couple, { paths }: Pick<Given, 'paths'>): PathPlan | null {
  return isLiving(path) ? (paths.get(path.id) ?? null) : null;
}

/**
 * The next step of the path that lives; null when none is left. One that has no file, shows what did not open, needs one
 * place while the two are apart, or went deep after the path was chosen, is not played.
 */
export function nextStep(couple: Couple, given: Pick<Given, 'paths' | 'scenarios'>): NextStep | null {
  const { path } = couple;
  const plan = livingPlan(couple, given);
  if (path === null || plan === null) return null;
  const last = Math.max(-1, ...path.begun.map(({ id }) => plan.steps.findIndex((step) => step.id === id)));
  for (const step of plan.steps.slice(last + 1)) {
    const scenario = given.scenarios.get(step.scenario);
    if (scenario !== undefined && isPlayed(scenario, path, couple)) return { plan, step, scenario };
  }
  return null;
}

function isPlayed(scenario: Scenario, path: Path, couple: Couple): boolean {
  if (scenario.shows !== undefined && !path.shown.some((one) => one.scenario === scenario.shows)) return false;
  if (couple.isApart && (scenario.visibility === 'together' || scenario.place === 'together')) return false;
  return path.isDeep || !isDeep(scenario);
}

/** A step of patience that can still be answered: until it opens, or its time is over, the path waits for it. */
export function heldBy({ path, round, rested }: Pick<Couple, 'path' | 'round' | 'rested'>): Round | null {
  const rounds = [...(round === null ? [] : [round]), ...rested.map((one) => one.round)];
  return rounds.find(({ patienceDays, step }) => patienceDays !== undefined && step?.path === path?.id) ?? null;
}

/** A card to read, or something to do in one place: there is nothing to answer. */
export function hasNoAnswer({ visibility }: Scenario): boolean {
  return visibility === 'private' || visibility === 'together';
}

/** A private card under [Voor mezelf]. */
export function isOwnCard(scenario: Scenario | undefined): boolean {
  return scenario?.isOnDemand === true && scenario.isRetired !== true;
}

/** Of a question, what its round knows of the path. */
export function roundStep({ plan, step, scenario }: NextStep, { scenarios }: Pick<Given, 'scenarios'>): RoundStep {
  const later = plan.steps.slice(plan.steps.indexOf(step) + 1);
  const isShown = later.some(({ scenario: id }) => {
    const found = scenarios.get(id);
    const drawing = found?.after?.drawing;
    return [found?.shows, drawing?.from, drawing?.with].includes(scenario.id);
  });
  return { path: plan.id, id: step.id, isShown, isLast: later.length === 0 };
}

/** To whoever lets the path rest, or has deeper questions off, a step comes as if they had skipped it, unseen. */
export function takesPart(person: Person, path: string, scenario: Scenario): boolean {
  return person.restsPath !== path && (!isDeep(scenario) || hasAllowed(person, 'deeper'));
}

/** At most one step a date; asked daily, on three days of the week. */
export function isStepDay({ begun }: Path, members: readonly Person[], date: LocalDate): boolean {
  const last = begun.at(-1);
  if (sharedDays(members).length > stepDays.length && !stepDays.includes(weekday(date))) return false;
  if (last === undefined) return true;
  return last.date !== date && members.every(({ zone }) => localMoment(last.at, zone).date !== date);
}

/** Whether a tap may bring the next step: a while after the last one, and not on its date. */
export function mayTapNext(last: BegunStep | undefined, members: readonly Person[], now: number): boolean {
  if (last === undefined) return true;
  const dateOf = (at: number, { zone }: Person) => localMoment(at, zone).date;
  return now - last.at >= tapAfterMs && members.every((member) => dateOf(last.at, member) !== dateOf(now, member));
}

/** The step that a date brought. */
export function stepOfDate({ path }: Couple, date: LocalDate): BegunStep | null {
  return path?.begun.find((step) => step.date === date) ?? null;
}
