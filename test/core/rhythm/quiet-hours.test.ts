import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stranger } from '../../../src/core/person.js';
import { isQuiet, nextQuiet } from '../../../src/core/rhythm/rhythm.js';
import { at } from '../../support/given.js';

const anne = stranger(1, 'nl', 'Europe/Amsterdam');
const awake = (fromMinute: number, untilMinute: number) => ({
  ...anne,
  rhythm: { ...anne.rhythm, quietFromMinute: fromMinute, quietUntilMinute: untilMinute },
});

describe('the quiet hours that come next', () => {
  test('run over midnight, also on the night the clock changes', () => {
    expect(nextQuiet(anne, at('2026-11-23T20:00'))).toEqual({
      from: at('2026-11-23T22:00'),
      until: at('2026-11-24T08:00'),
    });
    const spring = nextQuiet(anne, at('2027-03-27T20:00'));
    expect(spring).toEqual({ from: at('2027-03-27T22:00'), until: at('2027-03-28T08:00') });
  });

  test('are those that last, within them', () => {
    const night = at('2026-11-24T03:00');
    expect(nextQuiet(anne, night)).toEqual({ from: night, until: at('2026-11-24T08:00') });
  });

  test('are none for whoever has none', () => {
    expect(nextQuiet(awake(480, 480), at('2026-11-24T03:00'))).toBeNull();
  });

  test('hold every quiet minute there is before they end, and no other', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const moment = fc.integer({ min: at('2026-01-01T00:00') / 60_000, max: at('2028-01-01T00:00') / 60_000 });
    const zone = fc.constantFrom('Europe/Amsterdam', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu');
    fc.assert(
      fc.property(moment, minute, minute, zone, (now, fromMinute, untilMinute, there) => {
        fc.pre(fromMinute !== untilMinute);
        const person = { ...awake(fromMinute, untilMinute), zone: there };
        const quiet = nextQuiet(person, now * 60_000);
        if (quiet === null) throw new Error('there are quiet hours');
        for (let each = now * 60_000; each < quiet.until; each += 7 * 60_000) {
          expect(isQuiet(person, each)).toBe(each >= quiet.from);
        }
        expect(isQuiet(person, quiet.until)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
