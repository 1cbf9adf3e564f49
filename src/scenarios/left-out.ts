import type { PathPlan } from '../core/path/plan.js';
import type { Scenario } from '../core/round/scenario.js';
import type { Loaded } from './scenarios.js';

/** What an operator would rather not have asked: it stays readable for those who had it, and comes to nobody. */

interface LeftOut extends Omit<Loaded, 'problems'> {
  /** Ids of no prompt and no path. */
  readonly unknown: readonly string[];
  /** Without the opening question a new couple would have nothing to begin with. */
  readonly kept: readonly string[];
}

export function leaveOut({ scenarios, protocols, paths }: Omit<Loaded, 'problems'>, ids: readonly string[]): LeftOut {
  const isPrompt = (id: string) => scenarios.has(id) && scenarios.get(id)?.path === undefined;
  const unknown = ids.filter((id) => !isPrompt(id) && !paths.has(id));
  const kept = ids.filter((id) => scenarios.get(id)?.isOpening === true);
  const off = new Set(ids.filter((id) => !kept.includes(id)));
  const isOff = ({ id, path }: Scenario) => off.has(id) || (path !== undefined && off.has(path));
  const asked = [...scenarios.values()].map((one): Scenario => (isOff(one) ? { ...one, isRetired: true } : one));
  const walked = [...paths.values()].filter(({ id }) => !off.has(id)).map((plan) => withoutSteps(plan, off));
  return {
    scenarios: new Map(asked.map((one) => [one.id, one])),
    protocols,
    paths: new Map(walked.filter(({ steps }) => steps.length > 0).map((plan) => [plan.id, plan])),
    unknown,
    kept,
  };
}

function withoutSteps(plan: PathPlan, off: ReadonlySet<string>): PathPlan {
  return { ...plan, steps: plan.steps.filter(({ scenario }) => !off.has(scenario)) };
}
