import { goesOn, type Ledger, type Watch } from './ledger.js';

/** Promise 7: after one farewell nothing is sent to who stopped, but the answer to what they do themselves. */

const answeredWithinMs = 15 * 60_000;

export function watchLeaving(ledger: Ledger): Watch {
  const farewellAt = new Map<number, number>();
  /** Who stopped and went on again in one go may get the farewell after both. */
  const hasGoneOn = new Set<number>();
  /** The calm time of the last thing somebody did. */
  const didAt = new Map<number, number>();
  return {
    handed: (deed) => {
      const { person, text, pressed } = deed;
      didAt.set(person, ledger.calmMs());
      if (goesOn(deed)) {
        hasGoneOn.add(person);
        farewellAt.delete(person);
      } else if (text === '/stop' || pressed?.name === 'stop') hasGoneOn.delete(person);
    },
    called: ({ to, call, buttons }) => {
      if (buttons.some(({ name }) => name === 'goOn')) {
        if (!hasGoneOn.has(to)) farewellAt.set(to, call.at);
        return;
      }
      if (!farewellAt.has(to)) return;
      const sinceMs = ledger.calmMs() - (didAt.get(to) ?? -Infinity);
      if (sinceMs > answeredWithinMs) ledger.breach('7', `${to} stopped, and gets «${call.text.slice(0, 60)}»`, to);
    },
  };
}
