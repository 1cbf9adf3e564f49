import type { Slot } from '../slot.js';
import { duringListening } from './listening.js';
import { forgettingTimes, listeningTimes, meetListening, showTurnAgain } from './wake.js';

export const listeningSlot: Slot = {
  during: duringListening,
  meet: meetListening,
  times: (couple) => ({ goOn: listeningTimes(couple), wait: forgettingTimes(couple) }),
  recalls: {},
  cameBack: showTurnAgain,
};
