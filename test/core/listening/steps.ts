import type { Button } from '../../../src/core/buttons.js';
import { anne, bram, type Act, type Someone } from '../../support/given.js';
import { checking, held } from '../../support/listening.js';

/** On from where `support/listening.ts` begins a listening round, and buttons of it that nobody showed. */

export const says = (who: Someone, text: string): readonly Act[] => [who.says(text), who.taps('listenDone'), held];

/** It was right: it is for Bram to name a feeling. */
export const toFeel = [...checking, anne.taps('listenOption', { arg: 'ja' }), ...says(bram, 'dat volg ik')];
/** He named one: it is for Anne to say what that does. */
export const felt: readonly Act[] = [
  ...[...toFeel, bram.taps('listenGroup', { arg: 'verdrietig' }), bram.taps('listenPick', { arg: 'f_eenz' })],
  ...[bram.taps('listenDone'), held],
];

/** A button of this round with anything on it, as an old phone or a clever hand might send it. */
export const taps =
  (who: Someone, name: Button['name'], rest: Partial<Button> = {}): Act =>
  (rules) => {
    const listening = rules.coupleOf(who.id).listening;
    who.presses(name, { slot: listening?.id ?? 'weg', step: listening?.tick ?? 0, ...rest })(rules);
  };
