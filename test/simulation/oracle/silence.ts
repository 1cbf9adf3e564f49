import { Temporal } from 'temporal-polyfill';
import type { ButtonName } from '../../../src/core/buttons.js';
import type { Ledger, Said, Watch } from './ledger.js';

/**
 * Who is silent is let be. Of two who do nothing for half a year each is asked once whether all should stay; a month later
 * all is gone, and nothing is sent any more. Of whoever lives by the hours that the bot begins with it is known to the hour.
 */

const dayMs = 24 * 3_600_000;
/** Half a year, but for the hours of the days it begins and ends on. */
const askedAfterMs = 181 * dayMs;
const erasedAfterMs = 211 * dayMs;
/** Seven months, a holiday at the end of them, and a month to answer what was asked late. */
const goneAfterMs = (213 + 30 + 30) * dayMs;

/** The hour that a question comes at while nobody has chosen another, and how long after it something may still come. */
const ownHour = { zone: 'Europe/Amsterdam', time: '20:00' } as const;
const lateMs = 3_600_000;
/** What changes somebody's hours, their zone or their holiday, or leads there. */
const changesHours: readonly ButtonName[] = ['settings', 'days', 'hour', 'quiet', 'holiday', 'type', 'otherZone'];

/** One message whose delivery was never confirmed is sent no more often. */
const copiesAtMost = 12;

export function watchSilence(ledger: Ledger): Watch {
  /** When somebody, or whom they were paired with then, last did something. */
  const aliveAt = new Map<number, number>();
  /** How often the question came through since. */
  const asked = new Map<number, number>();
  const lastOwnAt = new Map<number, number>();
  const hasOwnHours = new Set<number>();

  function seeDay({ to, kind, call }: Said): void {
    const afterDays = kind === 'stayAsked' ? 183 : kind === 'erasedInSilence' ? 213 : null;
    const since = aliveAt.get(to);
    const partner = ledger.partnerOf(to);
    if (afterDays === null || since === undefined || hasOwnHours.has(to) || hasOwnHours.has(partner ?? to)) return;
    if (ledger.machine.errorMs() !== 0 || ledger.machine.wasSetSince(since)) return;
    const troubledMs = ledger.troubledMs(since);
    const allowedMs = lateMs + troubledMs + (troubledMs > 0 ? dayMs : 0);
    if (call.at > ownHourOn(since, afterDays) + allowedMs)
      ledger.breach('silence', `${kind ?? ''} comes later than ${String(afterDays)} days after somebody was there`, to);
  }

  return {
    handed: (deed) => {
      const { person, at, pressed } = deed;
      if (pressed !== null && changesHours.includes(pressed.name)) hasOwnHours.add(person);
      lastOwnAt.set(person, at);
      for (const one of [person, ledger.partnerOf(person)]) {
        if (one === null) continue;
        aliveAt.set(one, at);
        asked.delete(one);
      }
    },
    called: (said) => {
      const { to, kind, call } = said;
      seeDay(said);
      const silentMs = call.at - (aliveAt.get(to) ?? call.at);
      const ownSilentMs = call.at - (lastOwnAt.get(to) ?? call.at);
      if (silentMs > goneAfterMs + ledger.troubledMs(call.at - silentMs)) {
        ledger.breach('silence', `who did nothing for ages gets «${call.text.slice(0, 60)}»`, to);
      }
      if (kind === 'stayAsked') {
        if (ownSilentMs < askedAfterMs)
          ledger.breach('silence', 'somebody was asked too early whether all should stay', to);
      }
      if (kind === 'erasedInSilence' && ownSilentMs < erasedAfterMs)
        ledger.breach('silence', 'somebody was erased who was there', to);
    },
    delivered: ({ to, kind }) => {
      if (kind !== 'stayAsked') return;
      const asks = (asked.get(to) ?? 0) + 1;
      if (asks > copiesAtMost) ledger.breach('silence', 'somebody was asked again whether all should stay', to);
      asked.set(to, asks);
    },
  };
}

function ownHourOn(since: number, afterDays: number): number {
  const { zone, time } = ownHour;
  const date = Temporal.Instant.fromEpochMilliseconds(since).toZonedDateTimeISO(zone).toPlainDate();
  return date.add({ days: afterDays }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}
