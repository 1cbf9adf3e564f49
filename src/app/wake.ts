import type { Clock } from '../clock.js';
import type { Origin } from '../core/command.js';
import type { CoupleId } from '../core/ids.js';
import type { Log } from '../log.js';
import { fromWithin } from '../store/inbound.js';
import type { Inbound, Duty } from '../store/store.js';
import { systemTimers, type Timers } from '../timers.js';
import type { Handle } from './handle.js';
import { firstSize, nextSize } from './batch.js';
import type { Timekeeper } from './timekeeper.js';
import { canBeMet, minutesAhead, type Means } from './load.js';
import { minuteMs } from '../core/time/durations.js';

export interface WakerOptions {
  readonly store: Pick<
    Duty,
    | ('due' | 'dueAlone' | 'nextDueAt' | 'duePerMinute' | 'withOpenRound' | 'lastAliveAt' | 'markAlive' | 'tidy')
    | 'wakesAtOnce'
  >;
  readonly handle: Handle;
  readonly clock: Clock;
  readonly timekeeper: Pick<Timekeeper, 'look' | 'doubtedUntil'>;
  /** The system's when absent. */
  readonly timers?: Timers;
  readonly log: Log;
  readonly means: Means;
  readonly onFatal: (error: unknown) => void;
  /** Every minute, after what is due. */
  readonly onBeat?: () => void;
}

export interface Waker {
  start(): Promise<void>;
  /** The clock has jumped: looks at once. */
  tick(): Promise<void>;
  /** Something changed that may come due before the next tick. */
  rearm(): void;
  /** What people sent during a long absence is lost: whoever it concerns is told. */
  tellOfAbsence(): Promise<void>;
  stop(): Promise<void>;
}

/** Telegram keeps what people sent for a day. */
const awayLimitMs = 24 * 3_600_000;
/** A sign of life is written after every minute in which something was done; while nothing happens, this often. */
const signOfLifeMs = 60 * minuteMs;
/** What ends can make something else due at once; more often than this in one pass is a mistake of ours. */
const wakesAPass = 5;

/** Wakes all that are due, batch by batch, so that taps get their turn in between. */
async function wakeAll(
  { store, handle, clock, timers = systemTimers, log }: WakerOptions,
  isStopped: () => boolean,
): Promise<void> {
  const woken = new Map<CoupleId, number>();
  let size = store.wakesAtOnce ?? firstSize;
  for (;;) {
    const beganAt = timers.elapsedMs();
    const due = isStopped() ? [] : await store.due(clock.now(), size);
    const couples = due.filter((couple) => (woken.get(couple) ?? 0) < wakesAPass);
    if (couples.length === 0) {
      if (due.length > 0) log.error('a couple that was just woken is due again; it waits for the next minute');
      return;
    }
    for (const couple of couples) woken.set(couple, (woken.get(couple) ?? 0) + 1);
    await handle(couples.map((couple) => wakeUp({ from: 'couple', couple }, 'wake')));
    size = store.wakesAtOnce ?? nextSize(size, timers.elapsedMs() - beganAt);
    await timers.turn();
  }
}

/**
 * The heartbeat is a minute of the stopwatch; what is due lives in the store. A timer covers what comes due before the
 * next beat.
 */
export function createWaker(options: WakerOptions): Waker {
  const { store, handle, clock, timekeeper, timers = systemTimers, log, means, onFatal } = options;
  let endBeat: (() => Promise<void>) | null = null;
  let callOff = () => {};
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  const lookAhead = createLookout({ store, clock, log, means });
  const signs = createSignsOfLife({ store, clock, timers });

  const wakeDue = () => wakeAll(options, () => isStopped);

  async function beat(): Promise<void> {
    await timekeeper.look();
    await wakeDue();
    if (isStopped) return;
    options.onBeat?.();
    await signs.look();
    await keepHouse(options, lookAhead);
    await arm();
  }

  async function arm(): Promise<void> {
    callOff();
    const dueAt = isStopped ? null : await store.nextDueAt();
    if (dueAt === null || isStopped) return;
    const delayMs = dueAt - clock.now();
    if (delayMs < minuteMs || !timers.mayLag)
      callOff = timers.after(Math.max(0, delayMs), () => void enqueue(wakeDueAndArm));
  }

  async function wakeDueAndArm(): Promise<void> {
    // What waited until the clock is believed is due at that very moment.
    await timekeeper.look();
    await wakeDue();
    await arm();
  }

  function enqueue(work: () => Promise<void>): Promise<void> {
    running = running.then(async () => {
      if (!isStopped) await work();
    });
    return running.catch((error: unknown) => {
      running = Promise.resolve();
      onFatal(error);
    });
  }

  return {
    start: async () => {
      await comeBack({ store, handle, clock, log });
      await enqueue(beat);
      endBeat = timers.everyMinute(() => enqueue(beat));
    },
    tick: () => enqueue(beat),
    rearm: () => {
      signs.hasActed();
      void enqueue(arm);
    },
    tellOfAbsence: () => tellOfAbsence({ store, handle, log }),
    stop: async () => {
      isStopped = true;
      callOff();
      await endBeat?.();
      // The last sign, so that a start soon after knows to the minute how long it was away.
      const last = endBeat === null ? running : running.then(signs.write);
      await last.catch(() => undefined);
    },
  };
}

/** The calendar never goes on from before what was last done, and nothing is written while nothing is done. */
function createSignsOfLife({ store, clock, timers }: Pick<WakerOptions, 'store' | 'clock'> & { timers: Timers }) {
  let isDue = true;
  let writtenAtMs = 0;
  const write = async () => {
    isDue = false;
    writtenAtMs = timers.elapsedMs();
    await store.markAlive(clock.now());
  };
  return {
    write,
    hasActed: () => {
      isDue = true;
    },
    look: async () => {
      if (isDue || timers.elapsedMs() - writtenAtMs >= signOfLifeMs) await write();
    },
  };
}

/** What is done every minute besides; a clock in doubt erases nothing. */
async function keepHouse(options: WakerOptions, lookAhead: () => Promise<void>): Promise<void> {
  const { store, handle, clock, timekeeper } = options;
  await lookAhead();
  if (timekeeper.doubtedUntil() !== null) return;
  await wakeAlone({ store, handle, clock });
  await store.tidy(clock.now());
}

/** One batch a minute is enough: what waits for people in no couple has waited for months. */
async function wakeAlone({ store, handle, clock }: Pick<WakerOptions, 'store' | 'handle' | 'clock'>): Promise<void> {
  const due = await store.dueAlone(clock.now(), firstSize);
  if (due.length > 0) await handle(due.map((person) => wakeUp({ from: 'person', person }, 'wake')));
}

/** Telegram dropped what people sent while the bot was away: whoever has not sealed is asked to send it again. */
async function comeBack({ store, handle, clock, log }: Pick<WakerOptions, 'store' | 'handle' | 'clock' | 'log'>) {
  const lastAliveAt = await store.lastAliveAt();
  if (lastAliveAt === null || clock.now() - lastAliveAt <= awayLimitMs) return;
  await tellOfAbsence({ store, handle, log });
}

async function tellOfAbsence({ store, handle, log }: Pick<WakerOptions, 'store' | 'handle' | 'log'>): Promise<void> {
  log.warn('was away for more than a day: what people sent meanwhile is lost, and they are told');
  for (let after: CoupleId = -1; ;) {
    const couples = await store.withOpenRound(after, firstSize);
    const last = couples.at(-1);
    if (last === undefined) return;
    await handle(couples.map((couple) => wakeUp({ from: 'couple', couple }, 'comeBack')));
    after = last;
  }
}

/** One line when the next hour asks more than can be sent, and none again until that has passed. */
function createLookout({ store, clock, log, means }: Pick<WakerOptions, 'store' | 'clock' | 'log' | 'means'>) {
  let hasWarned = false;
  return async () => {
    const isMet = canBeMet(await store.duePerMinute(clock.now(), minutesAhead), means);
    if (!isMet && !hasWarned) log.warn('more comes due within the hour than SEND_RATE and SPREAD_MINUTES can meet');
    hasWarned = !isMet;
  };
}

function wakeUp(origin: Origin, type: 'wake' | 'comeBack'): Inbound {
  return fromWithin(origin, { type });
}
