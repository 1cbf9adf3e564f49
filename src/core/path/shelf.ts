import { drawChoiceIndex } from '../time/chance.js';
import { hasAllowed } from '../pairing/consent.js';
import { isDeep } from '../round/choose.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import type { Scenarios } from '../round/scenario.js';
import type { Couple, Person } from '../scene.js';
import { isLiving } from './living.js';
import type { PathPlan } from './plan.js';
import type { Path } from './scene.js';
import { wishesNow } from './wishes.js';
import { dayMs } from '../time/durations.js';

/** Which paths there are for these two to choose from, and what both want. Nothing here but `matchOf` looks at a wish. */

/** A path that was finished longer ago may be walked again. */
const againAfterMs = 400 * dayMs;
/** How long a path that lies still keeps its place. */
export const stillKeptMs = 90 * dayMs;
export const wishesMax = 3;
/** How many are offered at once. */
const offered = 3;

/** The path that lies still and can be taken up; null where its file is gone. */
export function stillPath({ path }: Couple, { paths, now }: Pick<Given, 'paths' | 'now'>): Path | null {
  return path?.end?.how === 'still' && now < path.end.at + stillKeptMs && paths.has(path.id) ? path : null;
}

/** Whether any of its steps is of depth 3 or 4. */
export function hasDeepStep(plan: PathPlan, scenarios: Scenarios): boolean {
  return plan.steps.some(({ scenario }) => {
    const found = scenarios.get(scenario);
    return found !== undefined && isDeep(found);
  });
}

/** The paths on the shelf, the same for both: by their order, and those without one after these. */
export function shelfOf(couple: Couple, given: Pick<Given, 'paths' | 'scenarios' | 'now'>) {
  const { paths, scenarios, now } = given;
  const still = stillPath(couple, given);
  return [...paths.values()]
    .filter((plan) => plan.id !== still?.id && fits(plan, couple, scenarios, now))
    .sort(byOrder);
}

function byOrder(one: PathPlan, other: PathPlan): number {
  return (one.order ?? Infinity) === (other.order ?? Infinity)
    ? 0
    : (one.order ?? Infinity) - (other.order ?? Infinity);
}

/** A path with a deep step comes once they have practised pausing and listening, by the path or in earnest. */
function fits(plan: PathPlan, couple: Couple, scenarios: Scenarios, now: Instant): boolean {
  const { done, practised, reveals } = couple;
  const finishedAt = done[plan.id];
  if (finishedAt !== undefined && now - finishedAt < againAfterMs) return false;
  if (plan.revealsNeeded > reveals || plan.needsDone.some((id) => done[id] === undefined)) return false;
  const hasPractised = practised.breather !== null && practised.listening !== null;
  return hasPractised || !hasDeepStep(plan, scenarios);
}

/**
 * What both are asked: the first by its order that was not offered before, and two drawn from the others. After a path with
 * deep steps the first is one without.
 */
export function drawProposal(couple: Couple, given: Given): readonly string[] {
  const shelf = shelfOf(couple, given);
  const fresh = shelf.filter(({ id, order }) => order !== null && !couple.proposed.includes(id));
  const light = isAfterDeep(couple, given) ? fresh.filter((plan) => !hasDeepStep(plan, given.scenarios)) : [];
  const first = light[0] ?? fresh[0] ?? shelf[0];
  if (first === undefined) return [];
  const left = shelf.filter((plan) => plan !== first);
  const others = Array.from({ length: Math.min(offered - 1, left.length) }, (_, which) =>
    left.splice(drawChoiceIndex(given, which, left.length), 1),
  ).flat();
  return [first, ...others].map(({ id }) => id);
}

function isAfterDeep({ done }: Couple, { paths, scenarios }: Given): boolean {
  const [last] = Object.entries(done).sort(([, one], [, other]) => other - one);
  const plan = last === undefined ? undefined : paths.get(last[0]);
  return plan !== undefined && hasDeepStep(plan, scenarios);
}

/** What /programma shows: page 0 what they were asked last, filled up by order; further pages the whole shelf. */
export function shelfPage(couple: Couple, given: Pick<Given, 'paths' | 'scenarios' | 'now'>, page: number) {
  const shelf = shelfOf(couple, given);
  const asked = (couple.proposal?.paths ?? []).flatMap((id) => shelf.find((plan) => plan.id === id) ?? []);
  const first = [...asked, ...shelf.filter((plan) => !asked.includes(plan))].slice(0, offered);
  const rest = shelf.filter((plan) => !first.includes(plan));
  const perPage = 5;
  const count = 1 + Math.ceil(rest.length / perPage);
  const shown = page % count;
  const plans = shown === 0 ? first : rest.slice((shown - 1) * perPage, shown * perPage);
  return { plans, next: count > 1 ? (shown + 1) % count : null };
}

/**
 * What both want: the one that lies still before all others, then the lowest by its order. One with deep steps only while
 * both have deeper questions on.
 */
export function matchOf(couple: Couple, members: readonly Person[], given: Given): PathPlan | null {
  if (isLiving(couple.path) || members.length !== 2) return null;
  const isBoth = (id: string) =>
    members.every((member) => wishesNow(member, given.now).some(({ subject }) => subject === id));
  const still = stillPath(couple, given);
  const kept = still === null ? undefined : given.paths.get(still.id);
  const known = [...(kept === undefined ? [] : [kept]), ...shelfOf(couple, given)];
  const mayBeDeep = members.every((member) => hasAllowed(member, 'deeper'));
  return known.find((plan) => isBoth(plan.id) && (mayBeDeep || !hasDeepStep(plan, given.scenarios))) ?? null;
}
