import type { Outcome } from './run.js';
import type { Replication } from './servers.js';

const backLimitMs = 10_000;

/** One run in a line, and what went wrong below it. */
export function say(outcome: Outcome): string {
  const { seed, seconds, rounds, confirmed, lost, twice, outOfOrder, backAfterMs, takeovers, overlaps } = outcome;
  const back = backAfterMs === null ? 'nothing seen' : `${String(backAfterMs)} ms`;
  const counts = `${String(confirmed)} confirmed, ${String(lost)} lost, ${String(twice)} twice, ${String(outOfOrder)} out of order`;
  const leads = `${String(takeovers)} leads, ${String(overlaps)} of them by two, ${String(outcome.ends)} ends of a process by itself`;
  return [
    `seed ${String(seed)}: ${counts}; ${String(rounds)} rounds opened; ${leads}; ${back} until the first after the primary was lost; ${String(Math.round(seconds))} s`,
    `  ${[...outcome.deeds].map(([deed, times]) => `${deed} ${String(times)} ×`).join(', ')}`,
    ...outcome.broken.slice(0, 20).map((sentence) => `  ${sentence}`),
  ].join('\n');
}

/** With a synchronous standby nothing may be lost; without, something must be, or nobody would see it. */
export function summaryOf(replication: Replication, outcomes: readonly Outcome[]) {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const [confirmed, lost] = [sum((one) => one.confirmed), sum((one) => one.lost)];
  const wrong = sum(({ twice, outOfOrder, overlaps }) => twice + outOfOrder + overlaps);
  const isBack = outcomes.every(({ backAfterMs }) => backAfterMs !== null && backAfterMs <= backLimitMs);
  const isWhole = lost + wrong === 0 && outcomes.every(({ broken }) => broken.length === 0) && isBack && confirmed > 0;
  const text = `${replication}: ${String(confirmed)} confirmed, ${String(lost)} lost, ${String(sum(({ twice }) => twice))} twice, ${String(sum(({ outOfOrder }) => outOfOrder))} out of order, in ${String(outcomes.length)} runs`;
  if (replication === 'sync') return { text, isAsPromised: isWhole };
  const verdict = lost > 0 ? 'as must be seen' : 'and nothing seen to be lost: this looks in the wrong place';
  return { text: `${text}: ${verdict}`, isAsPromised: lost > 0 };
}
