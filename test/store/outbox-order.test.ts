import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/sqlite/open.js';
import type { Lane, Settlement, Store } from '../../src/store/store.js';
import { outcome } from '../support/outgoing.js';
import { agrees, allLanes, from, monday, ofPerson, optionsFor, perform, says, textOf } from './support.js';

type Step =
  | { readonly do: 'write'; readonly seat: 0 | 1; readonly lane: Lane }
  | { readonly do: 'claim'; readonly limit: number }
  | { readonly do: 'settle'; readonly which: number; readonly as: Settlement['as'] }
  | { readonly do: 'recall'; readonly seat: 0 | 1; readonly lane: Lane }
  | { readonly do: 'release'; readonly seat: 0 | 1 };

const seat = fc.constantFrom(0 as const, 1 as const);
const lane = fc.constantFrom<Lane>('reply', 'reveal', 'scheduled');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), seat, lane }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('claim' as const), limit: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      which: fc.nat({ max: 5 }),
      as: fc.constantFrom<Settlement['as']>('sent', 'sent', 'retry', 'held', 'dropped'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recall' as const), seat, lane }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), seat }) },
) satisfies fc.Arbitrary<Step>;

/** What is known of each message by who wrote it, claimed it and settled it. */
interface Known {
  readonly text: string;
  readonly seat: 0 | 1;
  readonly lane: Lane;
  state: 'unsent' | 'flying' | 'held' | 'sent' | 'gone';
  isRecalled: boolean;
  row: number;
}

async function play(store: Store, ids: readonly [number, number], steps: readonly Step[]): Promise<void> {
  const messages: Known[] = [];
  const inLane = (one: Pick<Known, 'seat' | 'lane'>) =>
    messages.filter((m) => m.seat === one.seat && m.lane === one.lane);

  const claim = async (limit: number) => {
    const rows = (await store.claim(monday, allLanes, limit)).filter(({ person }) => ids.includes(person));
    for (const row of rows) {
      const message = messages.find(({ text }) => text === textOf(row));
      if (message === undefined) throw new Error('a message came from nowhere');
      const others = inLane(message).filter((m) => m !== message);
      expect(message.state).toBe('unsent');
      expect(others.some(({ state }) => state === 'flying')).toBe(false);
      const before = inLane(message).slice(0, inLane(message).indexOf(message));
      expect(before.filter(({ state }) => state === 'unsent')).toEqual([]);
      message.state = 'flying';
      message.row = row.id;
    }
    return rows.length;
  };
  const settle = async (message: Known, as: Settlement['as']) => {
    const row = message.row;
    const settlement: Settlement =
      as === 'sent' ? { row, as, messageId: row } : as === 'retry' ? { row, as, notBefore: monday } : { row, as };
    await store.settle([settlement], monday);
    const next = { sent: 'sent', retry: 'unsent', held: 'held', dropped: 'gone' } as const;
    // What was recalled in flight is tried no more, be it soon or when its person can be reached again.
    message.state = message.isRecalled && (as === 'retry' || as === 'held') ? 'gone' : next[as];
  };
  const release = async (who: 0 | 1) => {
    await perform(store, ofPerson(ids[who]), (scene) => outcome(scene, { releases: [ids[who]] }));
    for (const message of messages) if (message.seat === who && message.state === 'held') message.state = 'unsent';
  };

  for (const one of steps) {
    switch (one.do) {
      case 'write': {
        const text = `m${messages.length}`;
        await perform(store, ofPerson(ids[one.seat]), says({ text, lane: one.lane }));
        messages.push({ text, seat: one.seat, lane: one.lane, state: 'unsent', isRecalled: false, row: 0 });
        break;
      }
      case 'claim':
        await claim(one.limit);
        break;
      case 'settle': {
        const message = messages.filter(({ state }) => state === 'flying')[one.which];
        if (message !== undefined) await settle(message, one.as);
        break;
      }
      case 'recall':
        await perform(store, ofPerson(ids[one.seat]), (scene) =>
          outcome(scene, { recalls: [{ person: ids[one.seat], lanes: [one.lane] }] }),
        );
        for (const message of inLane(one)) {
          message.isRecalled = true;
          if (message.state === 'unsent' || message.state === 'held') message.state = 'gone';
        }
        break;
      case 'release':
        await release(one.seat);
        break;
    }
  }

  await release(0);
  await release(1);
  do {
    for (const message of messages.filter(({ state }) => state === 'flying')) await settle(message, 'sent');
  } while ((await claim(100)) > 0);
  expect(messages.filter(({ state }) => state !== 'sent' && state !== 'gone')).toEqual([]);
}

it('never loses a message, sends one twice or changes their order within a lane, whatever happens to them', async () => {
  const store = await openStore(optionsFor(':memory:'));
  onTestFinished(() => store.close());
  let people = 0;
  const somebody = async () => (await perform(store, from(String(600_000_000 + (people += 1))), agrees())).actor ?? 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      await play(store, [await somebody(), await somebody()], steps);
    }),
    { numRuns: 150 },
  );
});
