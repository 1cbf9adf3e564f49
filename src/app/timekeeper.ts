import { believableMs, type MachineClock, type Stray } from '../clock.js';
import type { Instant } from '../core/ids.js';
import type { Log } from '../log.js';
import { everythingBy, type Doubt } from '../store/move.js';
import type { Duty } from '../store/store.js';
import { judgeStep, negligibleMs, sentences, slackMs } from './clock-steps.js';

export interface Timekeeper {
  /** Before anything else: takes up where the last sign of life was. */
  start(): Promise<void>;
  /** Follows the machine's clock where it was set. Every beat begins with it. */
  look(): Promise<void>;
  /** Until then the clock may be wrong: far ahead, or behind after a start. Null while it is believed. */
  doubtedUntil(): Instant | null;
}

export interface TimekeeperOptions {
  readonly store: Pick<Duty, 'lastAliveAt' | 'doubt' | 'setClock'>;
  readonly clock: MachineClock;
  readonly log: Log;
  /** It is believed after all that the bot was away for so long: what people sent meanwhile is lost. */
  readonly onLongAway: () => Promise<void>;
}

/** Machines without a clock of their own start with a wrong time and hear the right one from the network. */
const settlingMs = 3_600_000;

/**
 * The one place where the machine's clock is followed. Between two looks `now()` goes by a stopwatch, so that no wait is
 * stopped or hurried by setting the clock; then all that is stored moves with it, in one transaction. See
 * docs/decisions/calendar-and-stopwatch.md.
 */
export function createTimekeeper({ store, clock, log, onLongAway }: TimekeeperOptions): Timekeeper {
  let doubt: Doubt | null = null;
  /** When this process began, by the clock there is. */
  let beganAt: Instant = clock.now();
  const beganAtMs = clock.elapsedMs();
  let hasLivedBefore = false;
  /** The machine's clock is behind the last sign of life: it may still have to hear the time. */
  let isBehind = false;

  const isSettling = () => clock.elapsedMs() - beganAtMs < settlingMs;
  const settledAt = () => clock.now() + settlingMs - (clock.elapsedMs() - beganAtMs);

  async function follow({ byMs, sleptMs }: Stray): Promise<void> {
    const now = clock.now();
    const settlingSince = isSettling() ? beganAt : null;
    const judged = judgeStep({ now, byMs, sleptMs, doubt, settlingSince, hasLivedBefore });
    log.warn({ byMs }, judged.sentence);
    const moved = store.setClock(judged.move, now + byMs, judged.doubt);
    // In the same turn: nobody may read the clock of before once everything was moved.
    clock.follow(byMs);
    doubt = judged.doubt;
    beganAt += byMs;
    isBehind = false;
    await moved;
  }

  /** Nobody set it right: it was as late as that. */
  async function believe({ where, from, undoMs }: Doubt): Promise<void> {
    if (where === 'ahead') log.warn('the clock has been the same for 24 hours; it is believed');
    // Time itself has brought it to where it was before it was set back: nothing to look out for any more.
    doubt = null;
    await store.setClock(undoMs === 0 ? null : { from, olderMs: -undoMs, newerMs: 0 }, clock.now(), null);
    if (undoMs > 0) await onLongAway();
  }

  /** It was set back while the bot ran, and may have been set right while it did not: the rest is time that passed. */
  async function setAheadWhileOff({ trustedAt, from }: Doubt, lastAliveAt: Instant): Promise<void> {
    const byMs = trustedAt - from;
    if (byMs < negligibleMs || clock.now() < lastAliveAt + byMs - slackMs) return;
    log.warn({ byMs }, sentences.isBackAgain);
    doubt = null;
    await store.setClock(everythingBy(byMs), clock.now(), null);
  }

  async function look(): Promise<void> {
    const stray = clock.stray();
    const mayHearTheTime = stray !== null && stray.byMs < 0 && isBehind && isSettling();
    if (stray !== null && !mayHearTheTime) await follow(stray);
    if (doubt !== null && clock.now() >= doubt.until) await believe(doubt);
  }

  async function takeUp(lastAliveAt: Instant): Promise<void> {
    const awayMs = clock.now() - lastAliveAt;
    isBehind = awayMs < 0 && doubt === null;
    if (isBehind) log.warn({ byMs: awayMs }, 'the clock is behind the last sign of life; it may still hear the time');
    // Goes on from the last sign of life; the rest is for `look` to judge, like a step of a clock that runs.
    if (awayMs < 0 || awayMs > believableMs) clock.follow(-awayMs);
    else if (doubt?.where === 'behind') await setAheadWhileOff(doubt, lastAliveAt);
    beganAt = clock.now();
  }

  return {
    start: async () => {
      doubt = await store.doubt();
      const lastAliveAt = await store.lastAliveAt();
      hasLivedBefore = lastAliveAt !== null;
      if (lastAliveAt !== null) await takeUp(lastAliveAt);
      await look();
    },
    look,
    doubtedUntil: () => {
      if (doubt?.where === 'ahead') return doubt.until;
      // Which hour of the day it is cannot be known until then, and nobody is to be asked anything at night.
      return isBehind && isSettling() && (clock.stray()?.byMs ?? 0) < -slackMs ? settledAt() : null;
    },
  };
}
