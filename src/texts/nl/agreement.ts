import type { AgreementSayParams } from '../../core/agreement/say.js';
import type { Says } from '../texts.js';

/** Agreements in Dutch: what comes of looking back on one. */

export const agreementSay: Says<keyof AgreementSayParams> = {
  agreementLetGo: () => 'Jullie laten deze afspraak allebei los. Ze staat niet meer in jullie boek.',
  agreementReopened: () =>
    'Dan kijken jullie er samen nog eens naar: de vraag komt terug op jullie volgende vaste moment.',
};
