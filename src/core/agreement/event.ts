import type { CoupleId, RoundId } from '../ids.js';
import type { Keeping } from './scene.js';

export type AgreementEvent =
  /** Both want to keep a page: they hear of it at their own opening hour. */
  | { readonly type: 'keepingSet'; readonly couple: CoupleId; readonly keeping: Keeping }
  /** At that hour one of them no longer wanted it. */
  | { readonly type: 'keepingLapsed'; readonly couple: CoupleId; readonly round: RoundId }
  /** Both would let it go. */
  | { readonly type: 'agreementLetGo'; readonly couple: CoupleId; readonly round: RoundId }
  /** One of them wants it in other words, and both read that. */
  | { readonly type: 'agreementReopened'; readonly couple: CoupleId; readonly round: RoundId }
  /** They were not kept again in time. */
  | { readonly type: 'agreementsForgotten'; readonly couple: CoupleId; readonly rounds: readonly RoundId[] };
