import { uptime } from 'node:os';

/** The time of day by which the rules go, in epoch milliseconds. It passes as time passes, whatever is done to the machine's clock. */
export interface Clock {
  now(): number;
}

/** What a machine says of time. */
export interface Machine {
  /** The clock on its wall: anybody can set it. */
  wallMs(): number;
  /** A stopwatch that nobody can set; it may stand still while the machine sleeps. */
  stopwatchMs(): number;
  /** A stopwatch that goes on during sleep; it may be coarse. */
  uptimeMs(): number;
  /** A longer sleep looks like a wrong clock, and is treated as one: 30 days unless said. */
  readonly longestSleepMs?: number;
}

/** How far the machine's clock is from `now()`, and how much of that is time that did pass, asleep. */
export interface Stray {
  readonly byMs: number;
  readonly sleptMs: number;
}

/**
 * A calendar that goes by a stopwatch: a step of the machine's clock does not change `now()` until `follow` says so. What
 * is stored must be moved along with it, so only app/timekeeper.ts follows.
 */
export interface MachineClock extends Clock {
  /** How long this program runs, awake and asleep. */
  elapsedMs(): number;
  /** Null while the two agree. */
  stray(): Stray | null;
  /** From here on it is so much later, or earlier. */
  follow(byMs: number): void;
}

/** Clocks are read one after the other and an uptime can be in whole seconds: less than this is no step. */
const noticeableMs = 2_000;
/** Whoever was away for longer may have a wrong clock. */
export const believableMs = 30 * 24 * 3_600_000;

export function systemClock(): MachineClock {
  return clockOf({
    wallMs: () => Date.now(),
    stopwatchMs: () => performance.now(),
    uptimeMs: () => uptime() * 1_000,
  });
}

export function clockOf(machine: Machine): MachineClock {
  /** What the stopwatches have to be added to. */
  let base = machine.wallMs() - machine.stopwatchMs();
  const beganAt = base + machine.stopwatchMs();
  let followedMs = 0;
  let awakeAt = machine.uptimeMs() - machine.stopwatchMs();
  const { longestSleepMs = believableMs } = machine;

  const gapMs = () => machine.wallMs() - machine.stopwatchMs() - base;

  /** A sleep counts as time that passed. Only asked where the clocks disagree: reading the uptime costs a system call. */
  function stray(): Stray | null {
    if (Math.abs(gapMs()) < noticeableMs) return null;
    const sleptMs = machine.uptimeMs() - machine.stopwatchMs() - awakeAt;
    if (sleptMs >= noticeableMs && sleptMs <= longestSleepMs) {
      base += sleptMs;
      awakeAt += sleptMs;
      return Math.abs(gapMs()) < noticeableMs ? null : { byMs: Math.round(gapMs()), sleptMs: 0 };
    }
    return { byMs: Math.round(gapMs()), sleptMs: sleptMs > longestSleepMs ? Math.round(sleptMs) : 0 };
  }

  return {
    now: () => {
      stray();
      return Math.floor(machine.stopwatchMs() + base);
    },
    elapsedMs: () => {
      stray();
      return machine.stopwatchMs() + base - beganAt - followedMs;
    },
    stray,
    follow: (byMs) => {
      base += byMs;
      followedMs += byMs;
      awakeAt = machine.uptimeMs() - machine.stopwatchMs();
    },
  };
}
