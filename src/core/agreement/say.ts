import type { Answer } from '../scene.js';

/** The sentences about agreements; see notice.ts. */
export interface AgreementSayParams {
  agreementLetGo: object;
  agreementReopened: object;
}

/**
 * What the two agreed on, shown above the question that asks after it. A half is null where one of them worded it for
 * both.
 */
export interface AgreedSaid {
  readonly scenario: string;
  readonly own: Answer | null;
  readonly partner: Answer | null;
}
