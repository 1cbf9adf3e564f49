import { goesOn, type Ledger, type Watch } from './ledger.js';

/**
 * Promise 7: after one farewell nothing is sent to who stopped, but the answer to what they do themselves. And of promise 6
 * what a long life shows: the other hears of an end only where somebody made one, and not of an erasure after half a year.
 */

const answeredWithinMs = 15 * 60_000;
/** An end may be set for some days later. */
const endToldWithinMs = 12 * 24 * 3_600_000;

export function watchLeaving(ledger: Ledger): Watch {
  const farewellAt = new Map<number, number>();
  /** Who stopped and went on again in one go may get the farewell after both. */
  const hasGoneOn = new Set<number>();
  /** The calm time of the last thing somebody did. */
  const didAt = new Map<number, number>();
  return {
    handed: (deed) => {
      const { person, text } = deed;
      didAt.set(person, ledger.calmMs());
      if (goesOn(deed)) {
        hasGoneOn.add(person);
        farewellAt.delete(person);
      } else if (text === '/stop') hasGoneOn.delete(person);
    },
    called: ({ to, kind, call, buttons }) => {
      const since = call.at - endToldWithinMs;
      const isMade = ledger.leftAt(to) >= since - ledger.troubledMs(since) || ledger.wasAway(to, since);
      if (kind === 'unpaired' && call.method.startsWith('send') && !isMade)
        ledger.breach('6', 'an end was told that nobody made', to);
      if (buttons.some(({ name }) => name === 'goOn')) {
        if (!hasGoneOn.has(to)) farewellAt.set(to, call.at);
        return;
      }
      // What goes away by itself, after hours, is nothing that they get.
      if (!farewellAt.has(to) || call.method === 'deleteMessage') return;
      const sinceMs = ledger.calmMs() - (didAt.get(to) ?? -Infinity);
      if (sinceMs > answeredWithinMs) ledger.breach('7', `${to} stopped, and gets «${call.text.slice(0, 60)}»`, to);
    },
  };
}
