import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonNames } from '../../src/core/buttons.js';
import { decodeButton } from '../../src/telegram/keyboard.js';
import { openFuzzedHouse, partners, people, type FuzzedHouse, type Name } from './house.js';
import { numRuns } from './runs.js';
import { states } from './states.js';

/** A tap as Telegram hands it on: which button, and whose slot stands in it, is settled when it is tapped. */
interface Tap {
  readonly who: Name;
  readonly name: string;
  /** One of what anybody was shown, counted round; or words of its own. */
  readonly slot: number | string;
  readonly arg: number | string;
  readonly step: number;
}

const plain = fc.stringMatching(/^[\w-]{0,12}$/);
const args = fc.constantFrom(
  '',
  'nl',
  'en',
  'yes',
  'no',
  'unsure',
  '0',
  '1',
  '20',
  '1200',
  '1439',
  '-1',
  '9999',
  'mon',
  'all',
  'klein-moment',
);
const tap: fc.Arbitrary<Tap> = fc.record({
  who: fc.constantFrom(...(Object.keys(people) as Name[])),
  name: fc.constantFrom(...buttonNames),
  slot: fc.oneof(fc.nat(50), fc.constant(''), plain),
  arg: fc.oneof(fc.nat(50), args, plain),
  step: fc.oneof(fc.nat(4), fc.integer({ min: 0, max: 2 ** 40 })),
});

function dataOf(house: FuzzedHouse, { name, slot, arg, step }: Tap): string {
  const buttons = [...house.shown.values()].flat();
  const some = (index: number | string, part: 'slot' | 'arg') =>
    typeof index === 'string' ? index : (buttons[index % Math.max(1, buttons.length)]?.[part] ?? '');
  return `${name}:${some(slot, 'slot')}:${step.toString(36)}:${some(arg, 'arg')}`;
}

describe.each(Object.keys(states))('while %s', (state) => {
  it('no button throws, whoever taps it and whatever it holds, and it reaches nobody but the couple of who tapped', async () => {
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tap, { minLength: 10, maxLength: 30 }), async (taps) => {
        const house = await openFuzzedHouse();
        await states[state]?.(house);
        const joined = new Set<Name>();
        for (const one of taps) {
          const seen = await house.presses(one.who, dataOf(house, one));
          expect(seen.applied.map(({ result }) => result)).toEqual(['applied']);
          applied += 1;
          // Who taps the invite of somebody joins them, which is what it is for.
          if (seen.rows.some((row) => isElsewhere(row.params['chat_id'], one.who)) && one.name === 'agree')
            joined.add(one.who);
          for (const { kind, params } of seen.rows) {
            if (kind === 'answer' || joined.size > 0) continue;
            expect(partners[one.who].map((name) => people[name])).toContain(params['chat_id']);
          }
        }
        await house.close();
      }),
      { numRuns: numRuns(6) },
    );
    expect(applied).toBeGreaterThanOrEqual(60);
  });
});

function isElsewhere(chat: unknown, who: Name): boolean {
  return !partners[who].some((name) => people[name] === chat);
}

describe('the data of a button', () => {
  it('is a button of ours or none, whatever it holds, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((rest) => `seal:${rest}`),
        ),
        (data) => {
          const button = decodeButton(data);
          if (button !== null)
            expect(data).toBe(`${button.name}:${button.slot}:${button.step.toString(36)}:${button.arg}`);
        },
      ),
      { numRuns: numRuns(500) },
    );
  });
});
