import { createHash } from 'node:crypto';
import { createChance } from './chance.js';
import { createDisk } from './disk.js';
import type { Breach } from './oracle/ledger.js';
import { createOracle } from './oracle/oracle.js';
import { perform, type Hands, type Somebody } from './people.js';
import type { Call } from './phone.js';
import type { Plan, Step } from './plan.js';
import { createProcess, type Process } from './process.js';
import { createTelegram, type Wire } from './telegram.js';
import { createTimeline } from './timeline.js';

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

/** Lives a plan from beginning to end, or until a promise is broken. */
export async function live(plan: Plan, witness?: Witness): Promise<Report> {
  const cpuBefore = process.cpuUsage();
  const timeline = createTimeline(plan.startsAt);
  const hash = createHash('sha256');
  const counts: Counts = { updates: 0, calls: 0, deliveries: 0, starts: 0, reveals: 0, prompts: 0 };
  const oracle = createOracle(timeline.clock);
  const note = (line: string) => {
    hash.update(line);
    witness?.(`${new Date(timeline.clock.now()).toISOString()} ${line}`);
  };
  const wire: Wire = {
    handed: (update, at) => {
      counts.updates += 1;
      note(`> ${JSON.stringify(update)}`);
      oracle.handed(update, at);
    },
    called: (call) => {
      counts.calls += 1;
      note(`< ${lineOf(call)}`);
      oracle.called(call);
    },
    delivered: (call) => {
      counts.deliveries += 1;
      note(`= ${lineOf(call)}`);
      oracle.delivered(call);
    },
  };
  const telegram = createTelegram(timeline, wire, oracle.blocked);
  const disk = createDisk();
  const delays = createChance(plan.seed, 'store');
  let bot: Process | null = null;
  let downUntil = 0;

  const boot = () => {
    counts.starts += 1;
    note('the bot starts');
    bot = createProcess({
      timeline,
      telegram,
      disk,
      seed: plan.seed,
      spreadMs: plan.spreadMs,
      storeDelayMs: () => (telegram.isSlow ? delays.below(30) : 0),
      onFatal: (error) => {
        oracle.gaveUp(error);
      },
    });
    void bot.start().catch((error: unknown) => {
      if (bot?.isAlive === true) oracle.gaveUp(error);
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
        bot?.sleepUntil(until);
        oracle.troubled(timeline.clock.now(), until);
        return;
      }
      case 'crash':
      case 'power-cut':
        bot?.dieAfter(step.afterSteps, () => {
          note(`the bot dies: ${step.what}`);
          disk.fail(step.what);
          telegram.hangUp();
          downUntil = timeline.clock.now() + step.downMs;
          oracle.troubled(timeline.clock.now(), downUntil);
          timeline.after(step.downMs, boot);
        });
    }
  };

  boot();
  for (const step of plan.steps) {
    timeline.after(plan.startsAt + step.at - timeline.clock.now(), () => {
      act(step);
    });
  }
  const isOver = () => oracle.breach() !== null;
  await timeline.runUntil(plan.startsAt + plan.days * 24 * 3_600_000, isOver);
  await timeline.runUntil(Math.max(timeline.clock.now(), downUntil) + epilogueMs, isOver);
  disk.remove();
  Object.assign(counts, oracle.counts());
  const { user, system } = process.cpuUsage(cpuBefore);
  return { breach: oracle.breach(), hash: hash.digest('hex'), counts, cpuMs: (user + system) / 1000 };
}

function somebody(id: number): Somebody {
  const couple = Math.floor((id - 1000) / 2);
  return {
    id,
    partner: id % 2 === 0 ? id + 1 : id - 1,
    language: couple % 3 === 2 ? 'en' : 'nl',
    name: `${id % 2 === 0 ? 'Anne' : 'Bram'}${String(couple)}`,
  };
}

function lineOf({ chat, method, text, buttons, isSilent, params }: Call): string {
  return JSON.stringify([chat, method, params['message_id'] ?? null, text, buttons, isSilent]);
}
