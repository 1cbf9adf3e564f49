import { describe, expect, it } from 'vitest';
import { clockOf, type Machine } from '../src/clock.js';

const start = Date.UTC(2026, 10, 23, 9);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A machine in the hands of the test. */
function machine(rest: Pick<Machine, 'longestSleepMs'> = {}) {
  const at = { wallMs: start, stopwatchMs: 5_000, uptimeMs: 90_000 };
  const clock = clockOf({
    wallMs: () => at.wallMs,
    stopwatchMs: () => at.stopwatchMs,
    uptimeMs: () => at.uptimeMs,
    ...rest,
  });
  return {
    clock,
    passes: (ms: number) => {
      at.wallMs += ms;
      at.stopwatchMs += ms;
      at.uptimeMs += ms;
    },
    sleeps: (ms: number) => {
      at.wallMs += ms;
      at.uptimeMs += ms;
    },
    isSet: (byMs: number) => {
      at.wallMs += byMs;
    },
  };
}

describe('a calendar that goes by a stopwatch', () => {
  it.each([
    ['back two hours', -2 * hourMs],
    ['ahead two hours', 2 * hourMs],
    ['back a year', -365 * dayMs],
    ['ahead a year', 365 * dayMs],
    ['ahead three seconds', 3_000],
  ])('set %s, time passes as it did; it follows only when told to', (_, byMs) => {
    const { clock, passes, isSet } = machine();
    passes(1_000);
    isSet(byMs);
    passes(20_000);
    expect([clock.now(), clock.stray(), clock.elapsedMs()]).toEqual([start + 21_000, { byMs, sleptMs: 0 }, 21_000]);
    clock.follow(byMs);
    passes(1_000);
    expect([clock.now(), clock.stray(), clock.elapsedMs()]).toEqual([start + 22_000 + byMs, null, 22_000]);
  });

  it('a sleep is time that passed, and no setting of the clock', () => {
    const { clock, passes, sleeps } = machine();
    sleeps(8 * hourMs);
    expect([clock.now(), clock.stray(), clock.elapsedMs()]).toEqual([start + 8 * hourMs, null, 8 * hourMs]);
    passes(1_000);
    expect(clock.now()).toBe(start + 8 * hourMs + 1_000);
  });

  it('set during a sleep, only the sleep counts', () => {
    const { clock, sleeps, isSet } = machine();
    sleeps(8 * hourMs);
    isSet(-hourMs);
    expect([clock.now(), clock.stray()]).toEqual([start + 8 * hourMs, { byMs: -hourMs, sleptMs: 0 }]);
  });

  it('a sleep of more than 30 days looks like a wrong clock, and waits for somebody to judge it', () => {
    const { clock, passes, sleeps } = machine();
    sleeps(40 * dayMs);
    passes(1_000);
    expect([clock.now(), clock.stray()]).toEqual([start + 1_000, { byMs: 40 * dayMs, sleptMs: 40 * dayMs }]);
    clock.follow(40 * dayMs);
    expect([clock.now(), clock.stray()]).toEqual([start + 40 * dayMs + 1_000, null]);
  });

  it('on a machine that says so, a sleep of whatever length is time that passed', () => {
    const { clock, sleeps, isSet } = machine({ longestSleepMs: Infinity });
    sleeps(400 * dayMs);
    expect([clock.now(), clock.stray()]).toEqual([start + 400 * dayMs, null]);
    isSet(40 * dayMs);
    expect([clock.now(), clock.stray()]).toEqual([start + 400 * dayMs, { byMs: 40 * dayMs, sleptMs: 0 }]);
  });

  it('reading one clock after another is no setting of it', () => {
    const { clock, isSet } = machine();
    isSet(-1_500);
    expect([clock.now(), clock.stray()]).toEqual([start, null]);
  });
});
