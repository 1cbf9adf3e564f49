import { isUntold } from '../round/overlap.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { hasMetDate, questionFor } from '../round/live-round.js';
import type { Couple, Person } from '../scene.js';
import type { PathPlan } from './plan.js';
import type { StepSaid } from './say.js';
import type { BegunStep, Path } from './scene.js';
import { hasNoAnswer, heldBy } from './steps.js';
import { dayMs } from '../time/durations.js';

/**
 * The path as one of them sees it. What the other's hour of a date brought is nothing to them before their own, or all
 * that shows a path would tell that hour.
 */

/** The path that lives, to this person; null when to them none does. */
export function pathSeenBy(couple: Couple, me: Person): Path | null {
  const { path } = couple;
  if (path === null || path.end === null) return path;
  return isAhead(path.end.date, couple, me) ? path : null;
}

function isAhead(date: BegunStep['date'], couple: Couple, me: Person): boolean {
  return date !== null && date === couple.slot?.date && !hasMetDate(couple, me);
}

/** Its steps: what is past, what is now, and all else, so that one that was left looks like one to come. */
export function stepsSeenBy(
  path: Path,
  plan: PathPlan,
  couple: Couple,
  me: Person,
  { scenarios, now }: Pick<Given, 'scenarios' | 'now'>,
): readonly StepSaid[] {
  const begun = path.begun.filter(({ date }) => !isAhead(date, couple, me));
  const last = begun.at(-1);
  const held = heldBy(couple);
  const question = (held !== null && me.id in held.offered ? held : questionFor(couple, me))?.step;
  return plan.steps.map(({ id, scenario }) => {
    const known = scenarios.get(scenario);
    const isCard = known !== undefined && hasNoAnswer(known);
    const isNow = isCard
      ? last?.id === id && isStillNow(last, me, now)
      : question?.path === path.id && question.id === id;
    const isAheadOfMe = couple.opened.some(
      (one) => one.round.step?.path === path.id && one.round.step.id === id && isUntold(one, me),
    );
    const isPast = (path.opened.includes(id) && !isAheadOfMe) || (isCard && begun.some((step) => step.id === id));
    return { id, is: isNow ? 'now' : isPast ? 'past' : 'ahead' };
  });
}

/** A card is past at this person's own next moment, whatever the other's brought; one that a tap brought, a day later. */
function isStillNow({ at, date }: BegunStep, { servedDate }: Person, now: Instant): boolean {
  return date === null ? now - at < dayMs : servedDate === null || servedDate <= date;
}

/** The step that this person saw begin last. */
export function lastSeenBy(path: Path, couple: Couple, me: Person): BegunStep | undefined {
  return path.begun.filter(({ date }) => !isAhead(date, couple, me)).at(-1);
}
