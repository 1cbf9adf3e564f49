import { expect, it } from 'vitest';
import { createTimekeeper } from '../../src/app/timekeeper.js';
import { clockOf } from '../../src/clock.js';
import type { Log } from '../../src/log.js';
import type { Store } from '../../src/store/store.js';
import { createData } from '../store/memory/data.js';
import { createMemoryStore } from '../store/memory/memory-store.js';
import { actorOf, agreed, anne, dayMs, from, hourMs, monday, perform, sceneOf, withPerson } from '../store/support.js';
import { outcome } from '../support/outgoing.js';

const minuteMs = 60_000;
const yearMs = 365 * dayMs;

/** One machine, on which the bot is started, runs and is stopped, with one store. */
function machine() {
  const at = { wallMs: monday, stopwatchMs: 0, uptimeMs: 0 };
  const store: Store = createMemoryStore(createData());
  const said: string[] = [];
  let timesTold = 0;
  const log = { warn: (_facts: unknown, sentence: string) => said.push(sentence) } as unknown as Log;
  const passes = (ms: number) => {
    at.wallMs += ms;
    at.stopwatchMs += ms;
    at.uptimeMs += ms;
  };
  const start = async () => {
    const clock = clockOf({
      wallMs: () => at.wallMs,
      stopwatchMs: () => at.stopwatchMs,
      uptimeMs: () => at.uptimeMs,
    });
    const onLongAway = () => {
      timesTold += 1;
      return Promise.resolve();
    };
    const keeper = createTimekeeper({ store, clock, log, onLongAway });
    await keeper.start();
    await store.markAlive(clock.now());
    return { clock, keeper };
  };
  return {
    store,
    said: () => said.splice(0).map((sentence) => sentence.replace(/[:;].*/, '')),
    timesTold: () => timesTold,
    passes,
    isSet: (byMs: number) => {
      at.wallMs += byMs;
    },
    sleeps: (ms: number) => {
      at.wallMs += ms;
      at.uptimeMs += ms;
    },
    start,
    /** Two hours on: a process that has just begun may belong to a machine that is about to hear the time. */
    runs: async () => {
      const running = await start();
      passes(2 * hourMs);
      await store.markAlive(running.clock.now());
      return running;
    },
    /** Somebody agreed at this moment, by the clock of then. */
    agrees: (now: number) =>
      perform(
        store,
        from(anne, { updateId: null }),
        (scene) => outcome(withPerson(scene, agreed(actorOf(scene), { consent: { version: 1, at: now } }))),
        now,
      ),
    agreedAt: async () => actorOf(await sceneOf(store, from(anne, { updateId: null }))).consent?.at,
  };
}

it.each([-2 * hourMs, 2 * hourMs, -yearMs, 3_000])(
  'set by %i ms while it runs, the calendar follows at the next look, with what is stored and one line in the log',
  async (byMs) => {
    const { runs, isSet, agrees, agreedAt, said } = machine();
    const { clock, keeper } = await runs();
    await agrees(clock.now());
    const before = clock.now();
    isSet(byMs);
    expect(clock.now()).toBe(before);
    await keeper.look();
    await keeper.look();
    expect([clock.now(), await agreedAt()]).toEqual([before + byMs, before + byMs]);
    expect(said()).toEqual(['the clock was set']);
    expect(keeper.doubtedUntil()).toBeNull();
  },
);

it('set a year ahead for 75 seconds, nothing has aged, and it is doubted until it is right again', async () => {
  const { runs, isSet, passes, agrees, agreedAt, said } = machine();
  const { clock, keeper } = await runs();
  await agrees(clock.now());
  isSet(yearMs);
  await keeper.look();
  expect(keeper.doubtedUntil()).toBe(clock.now() + dayMs);
  expect(await agreedAt()).toBe(clock.now());
  passes(75_000);
  isSet(-yearMs);
  await keeper.look();
  expect(keeper.doubtedUntil()).toBeNull();
  expect(await agreedAt()).toBe(clock.now() - 75_000);
  expect(said()).toEqual([
    'the clock is more than 30 days ahead of the last sign of life',
    'the clock was set to where it was before',
  ]);
});

it('started a year ahead, nothing has aged; set right, what is older and what is newer are both as they were', async () => {
  const { runs, start, isSet, passes, agrees, agreedAt, store } = machine();
  const first = await runs();
  await agrees(first.clock.now());
  passes(hourMs);
  isSet(yearMs);
  const { clock, keeper } = await start();
  expect(keeper.doubtedUntil()).not.toBeNull();
  passes(minuteMs);
  const told = clock.now();
  await perform(store, from('700000009', { updateId: null }), (scene) =>
    outcome(withPerson(scene, agreed(actorOf(scene), { consent: { version: 1, at: told } }))),
  );
  isSet(-yearMs);
  await keeper.look();
  expect(keeper.doubtedUntil()).toBeNull();
  expect(await agreedAt()).toBe(clock.now() - hourMs - minuteMs);
  const newer = actorOf(await sceneOf(store, from('700000009', { updateId: null })));
  expect(newer.consent?.at).toBe(clock.now());
});

it('off for 40 days, it is believed after a day: then everything has aged, and people hear that what they sent is lost', async () => {
  const { runs, start, passes, agrees, agreedAt, timesTold } = machine();
  const first = await runs();
  await agrees(first.clock.now());
  passes(40 * dayMs);
  const { clock, keeper } = await start();
  expect([keeper.doubtedUntil() !== null, await agreedAt(), timesTold()]).toEqual([true, clock.now(), 0]);
  passes(dayMs);
  await keeper.look();
  expect([keeper.doubtedUntil(), await agreedAt(), timesTold()]).toEqual([null, clock.now() - 41 * dayMs, 1]);
});

it('asleep for 40 days looks the same; for eight hours it is no step at all', async () => {
  const { runs, sleeps, passes, agrees, agreedAt, said } = machine();
  const { clock, keeper } = await runs();
  await agrees(clock.now());
  sleeps(8 * hourMs);
  await keeper.look();
  expect([said(), await agreedAt()]).toEqual([[], clock.now() - 8 * hourMs]);
  sleeps(40 * dayMs);
  await keeper.look();
  expect(keeper.doubtedUntil()).not.toBeNull();
  passes(dayMs);
  await keeper.look();
  expect([keeper.doubtedUntil(), await agreedAt()]).toEqual([null, clock.now() - 41 * dayMs - 8 * hourMs]);
});

it('a doubt outlives a restart, and is not begun anew by it', async () => {
  const { runs, start, passes, isSet } = machine();
  const { keeper } = await runs();
  isSet(yearMs);
  await keeper.look();
  const until = keeper.doubtedUntil();
  passes(hourMs);
  const { keeper: next } = await start();
  expect(next.doubtedUntil()).toBe(until);
});

it.each([Date.UTC(1970, 0, 1), monday - 200 * dayMs])(
  'a machine without a clock that starts at %i goes on from the last sign of life until it hears the time',
  async (startsAt) => {
    const { runs, start, isSet, passes, agrees, agreedAt, said } = machine();
    const first = await runs();
    await agrees(first.clock.now());
    passes(5 * hourMs);
    const truth = monday + 7 * hourMs;
    isSet(startsAt - truth);
    const { clock, keeper } = await start();
    await keeper.look();
    expect(clock.now()).toBe(monday + 2 * hourMs);
    passes(30_000);
    isSet(truth - startsAt);
    await keeper.look();
    // It was off for five hours, which is time that passed.
    expect([clock.now(), await agreedAt()]).toEqual([truth + 30_000, truth - 5 * hourMs]);
    expect(keeper.doubtedUntil()).toBeNull();
    expect(said()).toEqual(['the clock is behind the last sign of life', 'the clock was set']);
  },
);

it('set back while it was off, and never right, it is followed after an hour', async () => {
  const { runs, start, isSet, passes } = machine();
  await runs();
  isSet(-yearMs);
  const { clock, keeper } = await start();
  passes(59 * minuteMs);
  await keeper.look();
  expect(clock.now()).toBe(monday + 2 * hourMs + 59 * minuteMs);
  // Until then nobody knows which hour of the day it is.
  expect(keeper.doubtedUntil()).toBe(clock.now() + minuteMs);
  passes(minuteMs);
  await keeper.look();
  expect([clock.now(), keeper.doubtedUntil()]).toEqual([monday + 3 * hourMs - yearMs, null]);
});

it('a few seconds behind after a restart, it is believed at once', async () => {
  const { runs, start, isSet } = machine();
  await runs();
  isSet(-20_000);
  const { keeper } = await start();
  expect(keeper.doubtedUntil()).toBeNull();
});

it.each([-yearMs, -3 * dayMs])(
  'set back by %i ms by mistake and right again while it was off, it has not been away that long',
  async (byMs) => {
    const { runs, start, isSet, passes, agrees, agreedAt } = machine();
    const { clock, keeper } = await runs();
    await agrees(clock.now());
    isSet(byMs);
    await keeper.look();
    passes(10 * minuteMs);
    isSet(-byMs);
    const next = await start();
    expect(await agreedAt()).toBe(next.clock.now() - 10 * minuteMs);
    passes(dayMs);
    await next.keeper.look();
    expect([next.keeper.doubtedUntil(), await agreedAt()]).toEqual([null, next.clock.now() - dayMs - 10 * minuteMs]);
  },
);

it('a first start has nothing that a wrong clock could harm: the right time is believed at once', async () => {
  const { start, isSet, passes } = machine();
  isSet(-200 * dayMs);
  const { clock, keeper } = await start();
  passes(minuteMs);
  isSet(200 * dayMs);
  await keeper.look();
  expect([clock.now(), keeper.doubtedUntil()]).toEqual([monday + minuteMs, null]);
});
