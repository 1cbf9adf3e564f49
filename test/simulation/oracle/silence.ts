import type { Ledger, Watch } from './ledger.js';

/**
 * Who is silent is let be. Of two who do nothing for half a year each is asked once whether all should stay; a month later
 * all is gone, and nothing is sent any more.
 */

const dayMs = 24 * 3_600_000;
/** Half a year, but for the hours of the days it begins and ends on. */
const askedAfterMs = 181 * dayMs;
const erasedAfterMs = 211 * dayMs;
/** Seven months, a holiday at the end of them, and a month to answer what was asked late. */
const goneAfterMs = (213 + 30 + 30) * dayMs;

/** One message that does not get through is tried no more often. */
const triesAtMost = 12;

export function watchSilence(ledger: Ledger): Watch {
  /** When somebody, or whom they were paired with then, last did something. */
  const aliveAt = new Map<number, number>();
  /** How often the question went out since. */
  const asked = new Map<number, number>();
  const lastOwnAt = new Map<number, number>();
  return {
    handed: ({ person, at }) => {
      lastOwnAt.set(person, at);
      for (const one of [person, ledger.partnerOf(person)]) {
        if (one === null) continue;
        aliveAt.set(one, at);
        asked.delete(one);
      }
    },
    called: ({ to, kind, call }) => {
      const silentMs = call.at - (aliveAt.get(to) ?? call.at);
      const ownSilentMs = call.at - (lastOwnAt.get(to) ?? call.at);
      if (silentMs > goneAfterMs + ledger.troubledMs(call.at - silentMs)) {
        ledger.breach('silence', `who did nothing for ages gets «${call.text.slice(0, 60)}»`, to);
      }
      if (kind === 'stayAsked') {
        if (ownSilentMs < askedAfterMs)
          ledger.breach('silence', 'somebody was asked too early whether all should stay', to);
        const asks = (asked.get(to) ?? 0) + 1;
        if (asks > triesAtMost) ledger.breach('silence', 'somebody was asked again whether all should stay', to);
        asked.set(to, asks);
      }
      if (kind === 'erasedInSilence' && ownSilentMs < erasedAfterMs)
        ledger.breach('silence', 'somebody was erased who was there', to);
    },
  };
}
