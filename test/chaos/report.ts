import { atLeast, atMost, noted, shown, type Figure } from '../../bench/figures.js';
import type { Outcome } from './run.js';
import type { Replication } from './servers.js';

const backLimitMs = 10_000;

/** A line about one run, and below it what went wrong. */
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

/**
 * With a synchronous standby nothing may be lost. With an asynchronous one something must be, which shows that the test
 * would notice. The speed of the machine does not matter.
 */
export function summaryOf(replication: Replication, outcomes: readonly Outcome[]) {
  const { confirmed, lost, twice, outOfOrder, overlaps, gone, broken } = sumOf(outcomes);
  const counts = `${String(confirmed)} confirmed, ${String(lost)} lost, ${String(twice)} twice, ${String(outOfOrder)} out of order, ${String(gone)} updates gone`;
  const text = `${replication}: ${counts}, in ${String(outcomes.length)} runs`;
  if (replication === 'sync') {
    return { text, isAsPromised: confirmed > 0 && lost + twice + outOfOrder + overlaps + gone + broken === 0 };
  }
  const isSeen = lost > 0 && gone > 0;
  return {
    text: `${text}: ${isSeen ? 'as must be seen' : 'and no loss was seen: this looks in the wrong place'}`,
    isAsPromised: isSeen,
  };
}

/** The figures for docs/performance.md. */
export function figuresOf(replication: Replication, outcomes: readonly Outcome[]): readonly Figure[] {
  const { confirmed, lost, twice, outOfOrder, overlaps, gone } = sumOf(outcomes);
  const deeds = outcomes.flatMap((one) => [...one.deeds.values()]).reduce((sum, times) => sum + times, 0);
  const backMs = Math.max(...outcomes.map(({ backAfterMs }) => backAfterMs ?? Infinity));
  const of = `of ${String(outcomes.length)} runs with ${String(deeds)} kills, freezes and cuts`;
  if (replication === 'async') {
    return [
      noted(`asynchronous standby, ${of}: pieces of answers confirmed`, shown(confirmed)),
      atLeast('lost, which shows that it would be seen', lost, 1),
      atLeast('updates gone with the primary', gone, 1),
    ];
  }
  return [
    atLeast(`synchronous standby, ${of}: pieces of answers confirmed`, confirmed, 2000),
    atMost('lost', lost + gone, 0),
    atMost('twice', twice, 0),
    atMost('out of order', outOfOrder, 0),
    atMost('leads under which two have acted', overlaps, 0),
    atMost('from the promotion to the first confirmation, the longest', backMs / 1000, backLimitMs / 1000, ' s'),
  ];
}

function sumOf(outcomes: readonly Outcome[]) {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  return {
    confirmed: sum((one) => one.confirmed),
    lost: sum((one) => one.lost),
    twice: sum((one) => one.twice),
    outOfOrder: sum((one) => one.outOfOrder),
    overlaps: sum((one) => one.overlaps),
    gone: sum((one) => one.gone),
    broken: sum((one) => one.broken.length),
  };
}
