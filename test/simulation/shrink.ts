import type { Plan } from './plan.js';
import { live, type Report } from './world.js';

/** A broken plan with as many steps left out as still break the same promise. */
export interface Shrunk {
  /** Of the steps that are left, their places in the whole plan. */
  readonly kept: readonly number[];
  readonly report: Report;
}

/** Delta debugging: larger parts first, then smaller; stops after so many lives, each lived by `again`. */
export async function shrink(plan: Plan, broken: Report, again = live, livesAtMost = 300): Promise<Shrunk> {
  const promise = broken.breach?.promise;
  let best: Shrunk = { kept: plan.steps.map((_, index) => index), report: broken };
  let lives = 0;

  const attempt = async (kept: readonly number[]): Promise<boolean> => {
    lives += 1;
    const report = await again(only(plan, kept));
    if (report.breach === null || report.breach.promise !== promise) return false;
    best = { kept, report };
    return true;
  };

  // What comes after it has no part in it, and mostly nobody else has.
  const endsAt = (broken.breach?.at ?? Infinity) - plan.startsAt;
  const among = new Set(broken.breach?.people.flatMap((person) => [person, person ^ 1]));
  await attempt(best.kept.filter((index) => (plan.steps[index]?.at ?? 0) <= endsAt));
  await attempt(
    best.kept.filter((index) => {
      const step = plan.steps[index];
      return step?.what !== 'deed' || among.has(step.who);
    }),
  );
  for (let size = Math.ceil(best.kept.length / 2); size >= 1 && lives < livesAtMost;) {
    let hasShrunk = false;
    for (let from = 0; from < best.kept.length && lives < livesAtMost;) {
      const without = [...best.kept.slice(0, from), ...best.kept.slice(from + size)];
      if (await attempt(without)) hasShrunk = true;
      else from += size;
    }
    if (size === 1 && !hasShrunk) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return best;
}

/** The plan with these of its steps only. */
export function only(plan: Plan, kept: readonly number[]): Plan {
  return { ...plan, steps: kept.flatMap((index) => plan.steps[index] ?? []) };
}
