import type { AgreementSayParams } from '../../core/agreement/say.js';
import type { Says } from '../texts.js';

/** Agreements in English: what comes of looking back on one. */

export const agreementSay: Says<keyof AgreementSayParams> = {
  agreementLetGo: () => 'You’re both letting go of this agreement. It’s no longer in your book.',
  agreementReopened: () => 'Then you’ll look at it again together: the question comes back at your next set time.',
};
