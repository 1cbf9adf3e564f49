import { fromWithin } from '../store/inbound.js';
import type { Inbound, Row, Settlement } from '../store/store.js';
import type { SendResult } from '../telegram/send.js';
import type { Timers } from '../timers.js';
import type { CourierOptions } from './options.js';
import type { Landed } from './flights.js';
import type { Outage } from './outage.js';
import { consequenceOf, type Consequence } from './policy.js';
import type { Rate } from './rate.js';

/** What happens once messages were sent, or failed: rate limits are noted, core is told, and the rows are settled. */
export interface Landing {
  judge(landed: readonly Landed[]): Promise<readonly Settlement[]>;
}

export function createLanding(
  { clock, log, onReport }: CourierOptions,
  timers: Timers,
  rate: Rate,
  outage: Outage,
): Landing {
  function heed(row: Row, result: SendResult): void {
    const now = timers.elapsedMs();
    if (result.kind === 'retry-after') rate.pause(chatOf(row), result.delayMs, now);
    const change = outage.note(result, now);
    if (change === 'began') log.warn('Telegram cannot be reached; what is to be sent waits');
    if (change === 'ended') log.info('Telegram can be reached again');
  }

  function tell(row: Row, result: SendResult, { settlement }: Consequence): void {
    const facts = { method: row.method, lane: row.lane, attempts: row.attempts, result: settlement.as };
    if (result.kind === 'failed')
      log.warn({ ...facts, reason: result.reason, error: result.error }, 'a message did not go out');
    else if (result.kind !== 'sent') log.debug({ ...facts, reason: result.kind }, 'a message did not go out');
  }

  return {
    judge: async (landed) => {
      const ends = landed.map(({ row, result }) => {
        const consequence = consequenceOf(row, result, clock.now());
        heed(row, result);
        tell(row, result, consequence);
        return { row, consequence };
      });
      // A result is reported before its row is settled. After a crash in between, the row is sent and reported again.
      const reports = reportsOf(ends);
      if (reports.length > 0) await onReport(reports);
      // Worked out again, because the clock may have been set meanwhile, and waiting times are stored by the present
      // clock.
      return landed.map(({ row, result }) => consequenceOf(row, result, clock.now()).settlement);
    },
  };
}

/** One report for each person and matter, however many rows it concerns. */
function reportsOf(ends: readonly { readonly row: Row; readonly consequence: Consequence }[]): readonly Inbound[] {
  const reports = new Map<string, Inbound>();
  for (const { row, consequence } of ends) {
    const command = consequence.report;
    if (command === null) continue;
    reports.set(`${row.person} ${command.type}`, fromWithin({ from: 'person', person: row.person }, command));
  }
  return [...reports.values()];
}

function chatOf(row: Row): string | null {
  const chat = row.params['chat_id'];
  return typeof chat === 'number' || typeof chat === 'string' ? String(chat) : null;
}
