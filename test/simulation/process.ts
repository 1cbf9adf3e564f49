import { createHandle } from '../../src/app/handle.js';
import { createRenderer, type Renderer } from '../../src/app/render.js';
import { createTimekeeper } from '../../src/app/timekeeper.js';
import { createWaker } from '../../src/app/wake.js';
import { clockOf } from '../../src/clock.js';
import { chanceLength } from '../../src/core/time/chance.js';
import { createCourier } from '../../src/courier/courier.js';
import { createLead } from '../../src/lead.js';
import type { Log } from '../../src/log.js';
import { LeadLost } from '../../src/store/failures.js';
import type { Duty, Inbound, SharedStore, Store } from '../../src/store/store.js';
import { createPoller } from '../../src/telegram/poller.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import type { Timers } from '../../src/timers.js';
import { createChance } from './chance.js';
import type { Disk } from './disk.js';
import { house } from './house.js';
import { poison } from './people/oddities.js';
import type { Seat, Sitter } from './seat.js';
import type { Telegram } from './telegram.js';
import type { Timeline } from './timeline.js';

/** One run of the bot, from its start until it dies: everything of src/ but main.ts, bot.ts and the network. */
export interface Process {
  start(): Promise<void>;
  /** The machine sleeps until then: whatever comes back to the process comes back after it. */
  sleepUntil(at: number): void;
  /** Its minute has come: it looks around. */
  beat(): void;
  /** Dies this many store and network steps from now. */
  dieAfter(steps: number, die: () => void): void;
  /** Dies at this very moment. */
  dieNow(die: () => void): void;
  /** Something happens this many store and network steps from now. */
  afterSteps(steps: number, happen: () => void): void;
  /** Whether the lead is its own, as the store knows it. */
  readonly isLeader: boolean;
  readonly isAlive: boolean;
  /** Alive, and not asleep. */
  readonly isAwake: boolean;
}

export interface Surroundings {
  readonly timeline: Timeline;
  readonly telegram: Telegram;
  readonly disk: Disk;
  readonly seed: number;
  readonly spreadMs: number;
  /** How long the store takes, when it takes any time. */
  readonly storeDelayMs: () => number;
  /** How wrong the machine's clock is by now; absent in a world in which nobody sets it. */
  readonly errorMs?: (() => number) | undefined;
  /** Where several processes share the store: who leads. Absent where there is one. */
  readonly seat?: Seat | undefined;
  /** How far this machine's clock is from the others'. */
  readonly offsetMs?: number | undefined;
  readonly onFatal: (error: unknown) => void;
}

/** How often the waker looks around when nothing is due: it tidies, and notes that it is alive. */
const beatMs = 6 * 3_600_000;
const sendRate = 30;

/** What of the port the bot asks for while it runs. */
const methods = [
  ...(['apply', 'due', 'dueAlone', 'nextDueAt', 'duePerMinute', 'withOpenRound', 'hasPeople', 'lastAliveAt'] as const),
  ...(['markAlive', 'doubt', 'setClock', 'tidy', 'claim', 'settle', 'nextSendAt', 'recover'] as const),
] as const;

const silent = () => undefined;
/** Whoever stops dies. */
const never = new AbortController().signal;
const log = { debug: silent, info: silent, warn: silent, error: silent, fatal: silent } as unknown as Log;

export function createProcess(around: Surroundings): Process {
  const { timeline, telegram, disk, seat } = around;
  const offsetMs = around.offsetMs ?? 0;
  let sitter: Sitter | null = null;
  let hangUp: () => void = silent;
  let due: { stepsLeft: number; readonly happen: () => void }[] = [];
  let isAlive = true;
  let asleepUntil = 0;
  let stepsLeft = Number.POSITIVE_INFINITY;
  let leave: () => void = silent;
  let close: () => void = silent;
  let beat: () => void = silent;

  function die(): void {
    isAlive = false;
    hangUp();
    if (sitter !== null) seat?.leave(sitter);
    leave();
    // Not within a transaction, which may be where it dies.
    process.nextTick(close);
  }

  function step(): void {
    if (!isAlive) return;
    for (const one of due) one.stepsLeft -= 1;
    const now = due.filter((one) => one.stepsLeft <= 0);
    due = due.filter((one) => one.stepsLeft > 0);
    for (const { happen } of now) happen();
    stepsLeft -= 1;
    if (stepsLeft > 0) return;
    die();
  }

  /** Runs `back` once the machine is awake; never in a process that has died. */
  function resume(back: () => void): void {
    if (!isAlive) return;
    const sleepMs = asleepUntil - timeline.clock.now();
    if (sleepMs <= 0) back();
    else {
      timeline.after(sleepMs, () => {
        resume(back);
      });
    }
  }

  const timers: Timers = {
    elapsedMs: () => timeline.clock.now(),
    after: (delayMs, run) => {
      let isOff = false;
      const callOff = timeline.after(delayMs, () => {
        resume(() => {
          if (!isOff) run();
        });
      });
      return () => {
        isOff = true;
        callOff();
      };
    },
    everyMinute: (run) => {
      const again = () =>
        timeline.after(beatMs, () => {
          resume(() => {
            void run();
            again();
          });
        });
      again();
      return () => Promise.resolve();
    },
    turn: () =>
      new Promise((resolve) => {
        timeline.after(0, () => {
          resume(resolve);
        });
      }),
    mayLag: false,
  };

  /** What comes back from outside, unless the process has died meanwhile: then it waits for ever. */
  function outside<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      step();
      if (!isAlive) return;
      const back = (give: () => void) => {
        step();
        resume(give);
      };
      work().then(
        (result) => {
          back(() => {
            resolve(result);
          });
        },
        (error: unknown) => {
          back(() => {
            reject(error instanceof Error ? error : new Error('not an error'));
          });
        },
      );
    });
  }

  function later<Result>(delayMs: number, result: Result): Promise<Result> {
    return new Promise((resolve) => {
      timeline.after(delayMs, () => {
        resolve(result);
      });
    });
  }

  function carefully(store: Store): Store {
    const slow = (work: () => Promise<unknown>) => {
      const delayMs = around.storeDelayMs();
      if (delayMs <= 0) return outside(work);
      // Done at once and answered later: what a store is given is read off the clock there is.
      if (around.errorMs !== undefined) return outside(() => work().then((result) => later(delayMs, result)));
      return outside(
        () =>
          new Promise((resolve, reject) => {
            timeline.after(delayMs, () => {
              if (isAlive) work().then(resolve, reject);
            });
          }),
      );
    };
    const careful = methods.map((name) => {
      const method = store[name].bind(store) as (...args: readonly unknown[]) => Promise<unknown>;
      return [name, (...args: readonly unknown[]) => slow(() => method(...args))];
    });
    return Object.fromEntries(careful) as Store;
  }

  /** Waits for the lead where there are several; each time under an epoch of its own. */
  const leadOn =
    (store: Store): SharedStore['lead'] =>
    (signal, run) => {
      if (seat === undefined) return run(carefully(store), signal);
      return new Promise((resolve, reject) => {
        const lost = new AbortController();
        const mine: Sitter = {
          granted: (epoch) => {
            const duty = carefully(seat.fenced(store, epoch));
            run(duty, AbortSignal.any([signal, lost.signal])).then(
              () => {
                seat.leave(mine);
                if (lost.signal.aborted) reject(new LeadLost());
                else resolve();
              },
              (error: unknown) => {
                seat.leave(mine);
                reject(error instanceof Error ? error : new Error('not an error'));
              },
            );
          },
          lost: () => {
            resume(() => {
              lost.abort();
            });
          },
          silentMs: () => Math.max(0, asleepUntil - timeline.clock.now()),
        };
        sitter = mine;
        seat.ask(mine);
      });
    };

  function start(): Promise<void> {
    const opened = disk.open(() => {
      step();
      if (!isAlive) throw new Error('the process died within a transaction');
    });
    close = opened.close;
    const onFatal = (error: unknown) => {
      if (isAlive) around.onFatal(error);
    };
    const lead = createLead({ store: { lead: leadOn(opened.store) }, log, timers, signal: never, onFatal, begin });
    return lead.first;
  }

  async function begin(store: Duty, undo: (() => Promise<void>)[], onFatal: (error: unknown) => void): Promise<void> {
    const passedMs = () => timeline.clock.now();
    const clock = clockOf({
      wallMs: () => passedMs() + offsetMs + (around.errorMs?.() ?? 0),
      stopwatchMs: passedMs,
      uptimeMs: passedMs,
    });
    const timekeeper = createTimekeeper({ store, clock, log, onLongAway: () => waker.tellOfAbsence() });
    const handle = createHandle({
      store,
      clock,
      given: {
        scenarios: house.scenarios,
        protocols: house.protocols,
        paths: house.paths,
        openTo: 'everyone',
        tellsNews: true,
        spreadMs: around.spreadMs,
      },
      renderer: touchy(createRenderer({ nl, en }, house)),
      defaults: { language: 'nl', zone: 'Europe/Amsterdam' },
      log,
      elapsedMs: passedMs,
      doubtedUntil: () => timekeeper.doubtedUntil(),
      chance: chanceOf(around),
      claiming: () => courier.claiming(),
      onApplied: () => {
        courier.nudge();
        waker.rearm();
      },
    });
    const onBatch = async (inbound: readonly Inbound[]) => {
      await handle(inbound);
    };
    const courier = createCourier({
      store,
      send: (row, signal) => outside(() => telegram.send(row, signal)),
      clock,
      timers,
      log,
      sendRate,
      isDoubted: () => timekeeper.doubtedUntil() !== null,
      onReport: onBatch,
      onFatal,
    });
    const means = { sendRate, spreadMinutes: around.spreadMs / 60_000 };
    const waker = createWaker({ store, handle, clock, timekeeper, timers, log, means, onFatal });
    beat = () => void waker.tick();
    const line = telegram.connect();
    hangUp = () => {
      line.hangUp();
    };
    type Calling = Parameters<typeof line.client.call>;
    const client = {
      ...line.client,
      call: (...[method, params, how]: Calling) =>
        untilAborted(
          outside(() => line.client.call(method, params, how)),
          how?.signal,
        ),
    } as typeof line.client;
    const poller = createPoller({ username: house.botUsername }, { client, log, onBatch, onFatal });
    await timekeeper.start();
    courier.start();
    undo.push(() => courier.stop());
    await waker.start();
    undo.push(() => waker.stop());
    poller.start();
    undo.push(() => {
      line.hangUp();
      return poller.stop();
    });
  }

  return {
    start,
    sleepUntil: (at) => {
      asleepUntil = Math.max(asleepUntil, at);
      if (sitter !== null) seat?.frozen(sitter);
    },
    beat: () => {
      resume(beat);
    },
    dieAfter: (steps, then) => {
      // Nobody dies twice.
      if (!isAlive || stepsLeft < Number.POSITIVE_INFINITY) return;
      stepsLeft = steps + 1;
      leave = then;
    },
    dieNow: (then) => {
      if (!isAlive) return;
      leave = then;
      die();
    },
    afterSteps: (steps, happen) => due.push({ stepsLeft: steps + 1, happen }),
    get isLeader() {
      return sitter !== null && seat?.isLeader(sitter) === true;
    },
    get isAlive() {
      return isAlive;
    },
    get isAwake() {
      return isAlive && asleepUntil <= timeline.clock.now();
    },
  };
}

/** An open poll is let go of. */
function untilAborted<Result>(answer: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  return new Promise((resolve, reject) => {
    const letGo = () => {
      reject(new DOMException('it is let go of', 'AbortError'));
    };
    signal?.addEventListener('abort', letGo);
    void answer.then(resolve, reject).finally(() => {
      signal?.removeEventListener('abort', letGo);
    });
  });
}

/** A rule that throws, for one kind of message: what a mistake of ours would do. */
function touchy(renderer: Renderer): Renderer {
  return {
    ...renderer,
    notice: (notice, reader, now) => {
      if (JSON.stringify(notice.say).includes(poison)) throw new Error('a rule that throws');
      return renderer.notice(notice, reader, now);
    },
  };
}

/** Random bytes that depend on who does something and when, so that leaving out one step does not change all others. */
function chanceOf({ seed, timeline }: Surroundings): (inbound: Inbound) => Uint8Array {
  const drawn = new Map<string, number>();
  let drawnAt = 0;
  return ({ origin }) => {
    const now = timeline.clock.now();
    if (now !== drawnAt) drawn.clear();
    drawnAt = now;
    const who = JSON.stringify(origin);
    const count = (drawn.get(who) ?? 0) + 1;
    drawn.set(who, count);
    const chance = createChance(seed, now, who, count);
    return Uint8Array.from({ length: chanceLength }, () => chance.below(256));
  };
}
