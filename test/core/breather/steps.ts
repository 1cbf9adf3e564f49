import { expect } from 'vitest';
import type { Breather, Line } from '../../../src/core/breather/scene.js';
import type { Button } from '../../../src/core/buttons.js';
import type { PersonId } from '../../../src/core/ids.js';
import {
  anne,
  askedCouple,
  at,
  bram,
  minutes,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';

/** A breather of Anne and Bram, from her call to the lines that both write; and where it stands. */

export const call = anne.does({ type: 'callBreather' });
export const rest = [call, time.passes(minutes(2))];
export const asked = [call, time.passes(minutes(31))];
export const choosing = [...asked, anne.taps('breathBack'), bram.taps('breathBack')];
export const writing = [
  ...choosing,
  anne.taps('breathChoice', { arg: 'oneLine' }),
  bram.taps('breathChoice', { arg: 'oneLine' }),
];

/** A button of this breather with anything on it. */
export const taps =
  (who: Someone, name: Button['name'], arg = '', step = 0): Act =>
  (rules) => {
    const { breather, resumption } = rules.coupleOf(who.id);
    const slot = breather?.id ?? resumption?.id ?? 'weg';
    who.presses(name, { slot, step, arg })(rules);
  };

/** A breather, as far as one looks. */
type Known = Partial<Omit<Breather, 'lines'>> & { readonly lines?: Readonly<Record<PersonId, Partial<Line>>> };

/** Where the breather stands, or that there is none. */
export const stands =
  (rest: Known | null): Expectation =>
  (_, rules) => {
    const { breather } = rules.coupleOf(anne.id);
    if (rest === null) expect(breather).toBeNull();
    else expect(breather).toMatchObject(rest);
  };

/** Anne’s call is at 20:00:00 on Monday. */
export const evening = (clock: string) => at(`2026-11-23T${clock}`);
/** A question of Monday 20:00 lies before both, unanswered. */
export const monday = (...acts: readonly Act[]) => askedCouple({ acts });
