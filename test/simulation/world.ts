import { createHash } from 'node:crypto';
import { createChance } from './chance.js';
import { createDisk } from './disk.js';
import type { Breach } from './oracle/ledger.js';
import { somebody } from './life.js';
import { createOracle } from './oracle/oracle.js';
import type { Hands } from './people/hands.js';
import { perform } from './people/people.js';
import type { Call } from './phone.js';
import type { Plan, Step } from './plan.js';
import { createProcess, type Process } from './process.js';
import { createSeat, sessionEndsAfterMs } from './seat.js';
import { createTelegram, type Wire } from './telegram.js';
import { createTimeline } from './timeline.js';
import { liveTwice } from './twins.js';

export interface Report {
  readonly breach: Breach | null;
  /** Of all that went over the wire, in order. */
  readonly hash: string;
  readonly counts: Counts;
  readonly cpuMs: number;
}

export interface Counts {
  updates: number;
  calls: number;
  deliveries: number;
  starts: number;
  reveals: number;
  prompts: number;
}

export type Witness = (line: string) => void;

/** What is left to be done when the plan is over: everything that waits must arrive. */
const epilogueMs = 40 * 60_000;

const hashedAtOnce = 100_000;

/** Lives a plan from beginning to end, or until a promise is broken; twice, where two lives are compared. */
export async function live(plan: Plan, witness?: Witness): Promise<Report> {
  return plan.theme === 'twins' ? liveTwice(plan, witness) : liveOnce(plan, witness);
}

async function liveOnce(plan: Plan, witness?: Witness): Promise<Report> {
  const cpuBefore = process.cpuUsage();
  const timeline = createTimeline(plan.startsAt);
  const hash = createHash('sha256');
  const counts: Counts = { updates: 0, calls: 0, deliveries: 0, starts: 0, reveals: 0, prompts: 0 };
  const oracle = createOracle(timeline.clock, Math.max(...plan.offsetsMs.map(Math.abs)));
  let unhashed = '';
  const note = (line: string) => {
    unhashed += line;
    if (unhashed.length > hashedAtOnce) {
      hash.update(unhashed);
      unhashed = '';
    }
    witness?.(`${new Date(timeline.clock.now()).toISOString()} ${line}`);
  };
  let doom: { what: 'crash' | 'power-cut'; downMs: number; afterMs: number } | null = null;
  const bots = plan.offsetsMs.map((): Process | null => null);
  const seat = plan.offsetsMs.length > 1 ? createSeat(timeline, createChance(plan.seed, 'seat')) : undefined;
  /** Whoever leads, or would; at times the other. */
  const oneOf = (n: number) => {
    const leads = bots.findIndex((one) => one?.isLeader === true);
    const first = leads < 0 ? n % bots.length : leads;
    return n % 4 === 3 ? (first + 1) % bots.length : first;
  };
  const wire: Wire = {
    handed: (update, at) => {
      counts.updates += 1;
      note(`> ${JSON.stringify(update)}`);
      oracle.handed(update, at);
      if (doom === null) return;
      const { what, downMs, afterMs } = doom;
      const which = oneOf(0);
      const doomed = bots[which];
      doom = null;
      timeline.after(afterMs, () => doomed?.dieNow(dying(which, what, downMs)));
    },
    called: (call) => {
      counts.calls += 1;
      note(`< ${lineOf(call)}`);
      oracle.called(call);
    },
    delivered: (call, messageId) => {
      counts.deliveries += 1;
      note(`= ${lineOf(call)}`);
      oracle.delivered(call, messageId);
    },
  };
  const telegram = createTelegram(timeline, wire, oracle.blocked);
  const disk = createDisk(plan.disk);
  const delays = createChance(plan.seed, 'store');
  let downUntil = 0;
  let { errorMs } = plan;
  const jitter = createChance(plan.seed, 'beats');

  const boot = (which: number) => {
    counts.starts += 1;
    note(`the bot starts${seat === undefined ? '' : ` (${String(which)})`}`);
    oracle.began();
    const bot = createProcess({
      timeline,
      telegram,
      disk,
      seed: plan.seed,
      spreadMs: plan.spreadMs,
      storeDelayMs: () => (telegram.isSlow ? delays.below(30) : plan.storeMs > 0 ? delays.below(plan.storeMs) : 0),
      errorMs: plan.theme === 'clock' ? () => errorMs : undefined,
      seat,
      offsetMs: plan.offsetsMs[which],
      onFatal: (error) => {
        oracle.gaveUp(error);
      },
    });
    bots[which] = bot;
    void bot.start().catch((error: unknown) => {
      if (bot.isAlive) oracle.gaveUp(error);
    });
  };

  const dying = (which: number, what: 'crash' | 'power-cut', downMs: number) => () => {
    note(`the bot dies: ${what}${seat === undefined ? '' : ` (${String(which)})`}`);
    disk.fail(what);
    downUntil = timeline.clock.now() + downMs;
    oracle.troubled(timeline.clock.now(), downUntil);
    timeline.after(downMs, () => {
      boot(which);
    });
  };
  const settlesMs = 10_000;
  const freeze = (which: number, { afterSteps, forMs }: Step & { what: 'freeze' }) => {
    const bot = bots[which];
    bot?.afterSteps(afterSteps, () => {
      note(`the bot stands still (${String(which)})`);
      const now = timeline.clock.now();
      const isAlone = bots.every((one) => one === bot || one?.isAwake !== true);
      oracle.troubled(now, now + (isAlone ? forMs : Math.min(forMs, sessionEndsAfterMs)) + settlesMs);
      bot.sleepUntil(now + forMs);
    });
  };
  const handOver = ({ afterSteps, hearsAfterMs }: Step & { what: 'hand-over' }) => {
    bots[oneOf(0)]?.afterSteps(afterSteps, () => {
      note('the session of whoever leads ends');
      oracle.troubled(timeline.clock.now(), timeline.clock.now() + hearsAfterMs + settlesMs);
      seat?.handOver(hearsAfterMs);
    });
  };
  const hands: Hands = { timeline, telegram, somebody };
  const act = (step: Step) => {
    switch (step.what) {
      case 'deed':
        perform(hands, step.who, step.deed, step.n);
        return;
      case 'trouble': {
        const until = timeline.clock.now() + step.forMs;
        telegram.begin(step.trouble, until, step.n);
        oracle.troubled(timeline.clock.now(), until);
        return;
      }
      case 'sleep': {
        const until = timeline.clock.now() + step.forMs;
        bots[oneOf(step.at)]?.sleepUntil(until);
        oracle.troubled(timeline.clock.now(), until);
        return;
      }
      case 'freeze':
        freeze(oneOf(step.afterSteps), step);
        return;
      case 'hand-over':
        handOver(step);
        return;
      case 'clock':
        note(`the clock is ${step.errorMs} ms wrong`);
        errorMs = step.errorMs;
        oracle.clockSet(errorMs);
        // The next beat notices, within a minute.
        timeline.after(jitter.below(60_000), () => bots[0]?.beat());
        return;
      case 'crash':
      case 'power-cut':
        if (step.afterBatchMs === null) {
          const which = oneOf(step.afterSteps);
          bots[which]?.dieAfter(step.afterSteps, dying(which, step.what, step.downMs));
        } else doom = { what: step.what, downMs: step.downMs, afterMs: step.afterBatchMs };
        return;
      case 'secret':
      case 'probe':
        throw new Error('a secret is kept in one of two lives');
    }
  };

  oracle.clockSet(errorMs);
  for (const which of bots.keys()) boot(which);
  for (const step of plan.steps) {
    timeline.after(plan.startsAt + step.at - timeline.clock.now(), () => {
      act(step);
    });
  }
  const endlessly = (error: unknown) => {
    oracle.gaveUp(error);
  };
  const isOver = () => oracle.breach() !== null;
  await timeline.runUntil(plan.startsAt + plan.days * 24 * 3_600_000, isOver).catch(endlessly);
  await timeline.runUntil(Math.max(timeline.clock.now(), downUntil) + epilogueMs, isOver).catch(endlessly);
  disk.remove();
  Object.assign(counts, oracle.counts());
  const { user, system } = process.cpuUsage(cpuBefore);
  return { breach: oracle.breach(), hash: hash.update(unhashed).digest('hex'), counts, cpuMs: (user + system) / 1000 };
}

function lineOf({ chat, method, text, buttons, isSilent, params }: Call): string {
  return JSON.stringify([chat, method, params['message_id'] ?? null, text, buttons, isSilent]);
}
