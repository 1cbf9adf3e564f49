import type { CoupleId, RoundId } from '../ids.js';
import type { Keeping } from './scene.js';

export type AgreementEvent =
  /** Both want to keep a page: they hear of it at their own opening hour. */
  | { readonly type: 'keepingSet'; readonly couple: CoupleId; readonly keeping: Keeping }
  /** At that hour one of them does not want it any more. */
  | { readonly type: 'keepingLapsed'; readonly couple: CoupleId; readonly round: RoundId }
  /** Both would let it go. */
  | { readonly type: 'agreementLetGo'; readonly couple: CoupleId; readonly round: RoundId }
  /** One of them would have it in other words, and both read so. */
  | { readonly type: 'agreementReopened'; readonly couple: CoupleId; readonly round: RoundId }
  /** Its time is over. */
  | { readonly type: 'agreementsForgotten'; readonly couple: CoupleId; readonly rounds: readonly RoundId[] };
