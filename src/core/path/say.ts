import type { Answer } from '../scene.js';

/** The sentences about paths; see notice.ts. */
export interface PathSayParams {
  /** Those to choose from. `still`: the one that lies still. */
  paths: { readonly paths: readonly string[]; readonly still: string | null };
  /** `isDeep`: it comes only once both have deeper questions on. */
  wished: { readonly isDeep: boolean };
  wishDropped: object;
  pathMatched: { readonly path: string; readonly isGoingOn: boolean; readonly hasMoments: boolean };
  pathSteps: { readonly path: string; readonly steps: readonly StepSaid[]; readonly rests: boolean };
  pathLeft: { readonly partner: string | null };
  pathWentOn: { readonly path: string };
  pathStill: { readonly path: string };
  pathFinished: { readonly path: string };
  privateStep: { readonly path: string | null; readonly scenario: string };
  togetherStep: { readonly path: string; readonly step: string; readonly scenario: string };
  ownCards: { readonly scenarios: readonly string[] };
}

export interface StepSaid {
  readonly id: string;
  readonly is: 'past' | 'now' | 'ahead';
}

/** What both opened at an earlier step, above the question that shows it again. */
export interface ShownSaid {
  readonly scenario: string;
  readonly own: Answer;
  readonly partner: Answer;
}
