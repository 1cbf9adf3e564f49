import type { Answer } from '../scene.js';

/** The sentences about agreements; see notice.ts. */
export interface AgreementSayParams {
  agreementLetGo: object;
  agreementReopened: object;
}

/** What two agreed on, above the question that asks after it. A half is null where it was agreed in one wording. */
export interface AgreedSaid {
  readonly scenario: string;
  readonly own: Answer | null;
  readonly partner: Answer | null;
}
