import { ownerOf, type Ledger, type Watch } from './ledger.js';

/**
 * Promise 4: in a listening round only what its pen-holder wrote on the card, and gave with [Klaar], goes across. What
 * was said out of turn never stood on such a card.
 */
export interface Spoken extends Watch {
  mayReach(word: string, to: number, areLetters: boolean): boolean;
  isListening(person: number): boolean;
}

interface Stood {
  readonly card: string;
  isGiven: boolean;
}

const giving = new Set(['listenDone', 'listenOption', 'listenPlanSend', 'listenPlanYes']);
const listensForMs = 3 * 24 * 3_600_000;

export function watchListening(ledger: Ledger): Spoken {
  const stood = new Map<string, Stood[]>();
  /** Who had a card to write on, by round and step. */
  const pens = new Map<string, Set<number>>();
  const listenedAt = new Map<number, number>();

  return {
    // Where both write at once, it is letters that open together; otherwise one of the two had no pen.
    mayReach: (word, to, areLetters) =>
      (stood.get(word) ?? []).some(({ card, isGiven }) => isGiven && (areLetters || pens.get(card)?.has(to) !== true)),
    isListening: (person) => ledger.clock.now() - (listenedAt.get(person) ?? -Infinity) < listensForMs,
    handed: ({ person, pressed }) => {
      if (pressed === null || !giving.has(pressed.name)) return;
      const card = `${pressed.slot} ${pressed.step}`;
      for (const [word, places] of stood) {
        if (ownerOf(word) !== person) continue;
        for (const place of places) if (place.card === card) place.isGiven = true;
      }
    },
    called: ({ to, buttons, words }) => {
      if (buttons.some(({ name }) => name.startsWith('listen'))) listenedAt.set(to, ledger.clock.now());
      const button = buttons.find(({ name }) => giving.has(name));
      const own = words.filter((word) => ownerOf(word) === to);
      if (button === undefined || own.length === 0) return;
      const card = `${button.slot} ${button.step}`;
      pens.set(card, (pens.get(card) ?? new Set()).add(to));
      for (const word of own) stood.set(word, [...(stood.get(word) ?? []), { card, isGiven: false }]);
    },
  };
}
