import { describe, expect, test } from 'vitest';
import { perform, type DeedName } from './people/people.js';
import { createLife, type Life } from './life.js';

/**
 * Somebody looks at one phone only, and tries to tell what the other kept to themselves. Each life is lived once with
 * plain silence and once with each of the other choices, with the whole bot in it: every text, every button, every
 * minute and every sound must be the same.
 */

const hourMs = 3_600_000;
const anne = 1000;
const bram = 1001;

type Choice = readonly (readonly [atHours: number, deed: DeedName])[];

/** What Anne does with a question, instead of nothing. */
const choices: Readonly<Record<string, Choice>> = {
  later: [[0.5, 'postpones']],
  skip: [[0.5, 'skips']],
  'later, then skip': [
    [0.2, 'postpones'],
    [5, 'skips'],
  ],
  stop: [[0.5, 'stops']],
  block: [[0.5, 'blocks for good']],
  hesitating: [[0.5, 'says']],
  'taken back': [
    [0.5, 'answers'],
    [1, 'takes back'],
  ],
};

/** What Bram does meanwhile, without opening anything. */
const evenings: Readonly<Record<string, Choice>> = {
  waits: [],
  'asks again and looks around': [
    [2, 'asks'],
    [26, 'looks around'],
    [50, 'asks'],
  ],
};

/** What they are asked on Wednesday differs by seed; not every question is answered by one deed. */
const seeds = [5, 6, 7];

async function lookOn(by: Choice, meanwhile: Choice, seed = 5): Promise<readonly unknown[]> {
  const life: Life = await createLife({ seed, startsAt: Date.parse('2026-11-16T09:00Z') });
  const at = (hours: number, who: number, deed: DeedName) => {
    life.hands.timeline.after(hours * hourMs, () => {
      perform(life.hands, who, deed, 4);
    });
  };
  at(0, anne, 'pairs');
  at(0.1, bram, 'pairs');
  at(1, anne, 'answers');
  at(1.5, bram, 'answers');
  // Wednesday at 20:00 in Amsterdam: a question for both; from here on they differ.
  const asked = 58;
  await life.run(asked * hourMs);
  for (const [hours, deed] of by) at(hours, anne, deed);
  for (const [hours, deed] of meanwhile) at(hours, bram, deed);
  await life.run(9 * 24 * hourMs);
  await life.end();
  return life.seenBy(bram);
}

const revealsIn = (sights: readonly unknown[]) => JSON.stringify(sights).split('Jullie antwoorden zijn open').length;

describe('on the other phone', () => {
  test.each(Object.entries(evenings))(
    'silence looks the same, while its owner %s',
    { timeout: 120_000 },
    async (_, evening) => {
      for (const seed of seeds) {
        const silence = await lookOn([], evening, seed);
        expect(silence.length).toBeGreaterThan(10);
        for (const [name, choice] of Object.entries(choices))
          expect(await lookOn(choice, evening, seed), name).toEqual(silence);
      }
    },
  );

  test(
    'an invitation to listen that is declined looks like one that was not noticed',
    { timeout: 120_000 },
    async () => {
      const [silence, declined] = [
        await lookOn([], [[1, 'invites to listen']]),
        await lookOn([[3, 'declines to listen']], [[1, 'invites to listen']]),
      ];
      expect(declined).toEqual(silence);
    },
  );

  test('while an answer that opens does not', { timeout: 60_000 }, async () => {
    const evening: Choice = [[3, 'answers']];
    const opened = [];
    for (const seed of seeds) {
      const [sealed, silence] = [await lookOn([[1, 'answers']], evening, seed), await lookOn([], evening, seed)];
      if (revealsIn(sealed) === revealsIn(silence)) continue;
      opened.push(seed);
      expect(sealed, String(seed)).not.toEqual(silence);
    }
    expect(opened).not.toEqual([]);
  });
});
