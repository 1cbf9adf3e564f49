import { anne, bram, time, type Act } from '../../support/given.js';

/** How stories of a listening round begin. */

/** What was let go arrives. */
export const held = time.passes(21_000);

/** Anne asks Bram. */
export const asked = (protocol: string, live = false): readonly Act[] => [
  anne.does({ type: 'listen' }),
  anne.taps('listenMenu'),
  anne.taps('listenChoose', { arg: protocol }),
  anne.taps('listenInvite', { arg: protocol, step: live ? 1 : 0 }),
];

/** And both are there. */
export const begun = (protocol: string, live = false): readonly Act[] => [
  ...asked(protocol, live),
  bram.taps('listenNow'),
  anne.taps('listenReady', { arg: 'calm' }),
  bram.taps('listenReady', { arg: 'some' }),
];

/** Anne told, and Bram said it back: it is for Anne to say whether it is right. */
export const checking: readonly Act[] = [
  ...begun('spiegelen'),
  ...[anne.says('zo'), anne.taps('listenDone'), held],
  ...[bram.says('zo dus'), bram.taps('listenDone'), held],
];
