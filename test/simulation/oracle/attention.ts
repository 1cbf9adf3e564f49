import { isCall } from './calling.js';
import { poison } from '../people/oddities.js';
import type { Ledger, Watch } from './ledger.js';

/** Promise 9: everybody is answered, whatever others send; and no rule of ours throws. */

const answeredWithinMs = 15 * 60_000;
const breatherMs = 27 * 3_600_000;
/** Set back while the process was off, the clock makes a breather last longer by as much. */
const breatherByWrongClockMs = 7 * 24 * 3_600_000;
/** Telegram keeps what people sent for a day, and no longer. */
const keptForMs = 24 * 3_600_000;
/** How long it is not said again that words go nowhere where one only taps. */
const hintMs = 10 * 60_000;
const floodMs = 10 * 60_000;
const floodOf = 8;

export function watchAttention(ledger: Ledger): Watch {
  const calledAt = new Map<number, number>();
  const breatherAt = new Map<number, number>();
  const recent = new Map<number, number[]>();
  const poisonedAt = new Map<number, number>();
  const hintedAt = new Map<number, number>();

  const isFlooding = (person: number, at: number) => {
    const times = [...(recent.get(person) ?? []).filter((time) => at - time < floodMs), at];
    recent.set(person, times);
    return times.length > floodOf;
  };

  return {
    handed: ({ person, at, sentAt, text, isEdit, pressed }) => {
      if (isCall(text, pressed)) {
        for (const one of [person, ledger.partnerOf(person) ?? person]) breatherAt.set(one, at);
      }
      if (text === poison) poisonedAt.set(person, at);
      if (text === null || isEdit || isFlooding(person, at)) return;
      // What is typed in a breather is met with silence.
      const begunAt = breatherAt.get(person) ?? -Infinity;
      const isLong = ledger.machine.wasSetSince(begunAt);
      const isBreathing = at - begunAt < (isLong ? breatherByWrongClockMs : breatherMs);
      if (isBreathing && !text.startsWith('/')) return;
      const isHinted = at - (hintedAt.get(person) ?? -Infinity) < hintMs;
      if (isHinted && !text.startsWith('/')) return;
      ledger.owe({
        promise: '9',
        what: `«${text.slice(0, 40)}» of ${person} was never answered`,
        people: [person],
        withinMs: answeredWithinMs,
        isMet: () => (calledAt.get(person) ?? -Infinity) >= at,
        isExcused: () =>
          ledger.isBlocked(person) ||
          ledger.blockedAt(person) >= at - 1 ||
          ledger.leftAt(person) >= at ||
          at - sentAt + ledger.troubledMs(at) > keptForMs - 2 * 3_600_000,
      });
    },
    called: ({ to, kind, call }) => {
      calledAt.set(to, call.at);
      if (kind === 'tapsOnly') hintedAt.set(to, call.at);
      // A note that was kept without being shown throws once it is read: maybe at the other's tap.
      const isPoisoned = [to, ledger.partnerOf(to) ?? to].some((person) => poisonedAt.has(person));
      if (kind === 'failed' && !isPoisoned) ledger.breach('9', `a rule threw for ${to}`, to);
    },
  };
}
