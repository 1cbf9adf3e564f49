import { anne, bram, time, type Act } from '../support/given.js';
import { listens } from '../support/listening.js';

/** Two listening rounds in which both leave words: one that goes on, and one that is over. */

const delivers = (who: typeof anne, words: string): readonly Act[] => [
  who.says(words),
  who.taps('listenDone'),
  time.passes(21_000),
];
/** Anne told, Bram said it back and put something by for himself; now it is Anne's turn to nod, and she adds a note. */
export const underWay = [
  ...listens('spiegelen'),
  bram.says('Brams notitie'),
  ...delivers(anne, 'Annes verhaal'),
  anne.says('Annes notitie'),
  ...delivers(bram, 'Brams spiegel'),
  anne.taps('listenOption', { arg: 'bijna' }),
  anne.says('Annes half begin'),
];
/** Two letters, the thank-you, with an agreement. */
export const over = [
  ...listens('tien-en-tien'),
  anne.says('Annes brief'),
  anne.taps('listenDone'),
  ...delivers(bram, 'Brams brief'),
  anne.taps('listenDone'),
  bram.taps('listenDone'),
  ...[anne, bram].flatMap((one) => [one.taps('listenMore'), one.taps('listenTension', { arg: 'calm' })]),
  bram.taps('listenPlan'),
  bram.says('Brams afspraak'),
  bram.taps('listenPlanSend'),
];
