import type { InBoth } from '../round/scenario.js';

/** A path as its file tells it: a few questions that belong together, in order. Where a couple is in it is `Path`. */
export interface PathPlan {
  readonly id: string;
  readonly title: InBoth;
  readonly about: InBoth;
  /** Its place among those that are proposed; null for one that is never proposed first. */
  readonly order: number | null;
  readonly revealsNeeded: number;
  /** The paths that must be finished before it is shown. */
  readonly needsDone: readonly string[];
  /** At most seven; each the id of a scenario. One that is gone is passed over. */
  readonly steps: readonly PathStep[];
}

export interface PathStep {
  readonly id: string;
  readonly title: InBoth;
  readonly scenario: string;
}

export type PathPlans = ReadonlyMap<string, PathPlan>;
