import { anne, bram, hours, time, type Act } from './given.js';

/** A listening round up to its first step: Anne asks Bram, and has the floor. */

/** What was sent is held this long, and a moment. */
export const held: Act = time.passes(21_000);

export const asksToListen = (protocol: string, live = false): readonly Act[] => [
  anne.does({ type: 'listen' }),
  anne.taps('listenMenu'),
  anne.taps('listenChoose', { arg: protocol }),
  anne.taps('listenInvite', { arg: protocol, step: live ? 1 : 0 }),
];

export const listens = (protocol: string, live = false): readonly Act[] => [
  ...asksToListen(protocol, live),
  bram.taps('listenNow'),
  anne.taps('listenReady', { arg: 'calm' }),
  bram.taps('listenReady', { arg: 'some' }),
];

/** Anne told, and Bram said it back: it is for Anne to say whether it is right. */
export const checking: readonly Act[] = [
  ...listens('spiegelen'),
  ...[anne.says('zo'), anne.taps('listenDone'), held],
  ...[bram.says('zo dus'), bram.taps('listenDone'), held],
];

/** Put down: nobody did anything for two days. */
export const lies = time.passes(hours(49));

/** From where it lies back to the step it lay at. */
export const bothGoOn: readonly Act[] = [
  ...[anne, bram].map((one) => one.taps('listenGoOn')),
  ...[anne, bram].map((one) => one.taps('listenReady', { arg: 'calm' })),
];
