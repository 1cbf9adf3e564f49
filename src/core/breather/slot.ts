import type { Slot } from '../slot.js';
import { duringBreather } from './breather.js';
import { breatherTimes, meetBreather } from './wake.js';

export const breatherSlot: Slot = {
  during: duringBreather,
  meet: meetBreather,
  times: (couple) => ({ goOn: breatherTimes(couple), wait: [] }),
  // What was scheduled would come in the middle of it.
  recalls: { breatherBegan: ['scheduled'] },
  cameBack: () => [],
};
