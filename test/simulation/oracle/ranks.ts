import { optionsOf } from '../../../src/core/round/kinds.js';
import type { WordsDrawn } from '../../../src/drawing/words.js';
import { house } from '../house.js';
import { somebody } from '../life.js';
import type { Deed, Ledger, Said, Watch } from './ledger.js';

/**
 * Promise 3 of words to tap: they stand in the order in which they were tapped, on every card and in what opens. Promise 17
 * of their drawing: it holds what opened of both and nothing else, each one's under their own name.
 */

interface Side {
  /** What was tapped, as the last card says. */
  readonly ids: readonly string[];
  readonly step: number;
  readonly at: number;
  /** Something may have been taken out since. */
  readonly isUnsure: boolean;
  readonly isSealed: boolean;
}

const between = ' · ';
/** What is read of an option, in either language; two lists may say the same of different ones. */
const idsOf = new Map<string, string>();
const wordsOf = new Map<string, readonly string[]>();
for (const { answer, visibility } of house.scenarios.values()) {
  if (answer.kind !== 'multi' || visibility !== undefined) continue;
  for (const { id, label, sentence } of optionsOf(answer)) {
    const words = [label, sentence ?? label].flatMap(({ nl, en }) => [nl, en]);
    wordsOf.set(id, [...(wordsOf.get(id) ?? []), ...words]);
    for (const one of words) if (!idsOf.has(one)) idsOf.set(one, id);
  }
}

/** The line of a card that holds nothing but words that were tapped. */
function tappedIn(text: string): readonly string[] {
  for (const line of text.split('\n')) {
    const ids = line.split(between).map((word) => idsOf.get(word));
    if (ids.every((id) => id !== undefined)) return ids;
  }
  return [];
}

const isAlike = (words: readonly string[], ids: readonly string[]) =>
  words.length === ids.length && ids.every((id, at) => wordsOf.get(id)?.includes(words[at] ?? '') === true);

export function watchRanks(ledger: Ledger): Watch {
  const sides = new Map<string, Side>();
  const passed = new Set<string>();
  /** Which question opened to somebody last. */
  const openedTo = new Map<number, string>();
  const keyOf = (person: number, slot: string) => `${String(person)} ${slot}`;

  function hear({ person, pressed }: Deed): void {
    if (pressed === null) return;
    const key = keyOf(person, pressed.slot);
    const side = sides.get(key);
    if (['notYet', 'live'].includes(pressed.name) && side?.isSealed !== true) passed.add(key);
    if (side === undefined) return;
    const mayTakeOut = (pressed.name === 'pick' && pressed.step === 0) || ['restart', 'rewrite'].includes(pressed.name);
    if (mayTakeOut) sides.set(key, { ...side, isUnsure: true });
    if (pressed.name === 'seal' && pressed.step === side.step) {
      sides.set(key, { ...side, isSealed: true });
      passed.delete(key);
    }
  }

  /** Whatever was there stands where it stood, and what is new behind it. */
  function seeCard({ to, call, buttons }: Said): void {
    // Of what is chosen from, less may open than was tapped; choosing.ts knows what.
    for (const { name, slot } of buttons) if (name === 'sealChosen') sides.delete(keyOf(to, slot));
    const card = buttons.find(({ name }) => name === 'seal' || name === 'withdraw');
    if (card === undefined || call.text === '') return;
    const key = keyOf(to, card.slot);
    const ids = tappedIn(call.text);
    const before = sides.get(key);
    if (before !== undefined && !before.isUnsure && ledger.troubledMs(before.at) === 0) {
      const kept = before.ids.filter((id) => ids.includes(id));
      if (kept.some((id, index) => ids[index] !== id))
        ledger.breach('3', `${ids.join(' ')} stands where ${kept.join(' ')} was tapped before`, to);
    }
    const isSealed = card.name === 'withdraw';
    sides.set(key, { ids, step: card.step, at: call.at, isUnsure: false, isSealed });
  }

  function seeReveal({ to, call, buttons }: Said): void {
    const slot = buttons.find(({ name }) => name === 'thank' || name === 'tellMore')?.slot;
    const partner = ledger.partnerOf(to);
    if (slot === undefined || partner === null) return;
    openedTo.set(to, slot);
    // To a pass nothing opens, and the answer beside it stays closed.
    if ([to, partner].some((one) => passed.has(keyOf(one, slot)))) return;
    for (const one of [to, partner]) {
      const side = sides.get(keyOf(one, slot));
      if (side?.isSealed !== true || side.isUnsure || side.ids.length === 0) continue;
      const lines = call.text.split('\n').map((line) => line.split(between));
      if (!lines.some((line) => isAlike(line, side.ids)))
        ledger.breach('3', `${side.ids.join(' ')} opened in another order, or not whole`, to, partner);
    }
  }

  function seeDrawing({ to }: Said, { names, rows }: WordsDrawn): void {
    const slot = openedTo.get(to);
    const partner = ledger.partnerOf(to);
    if (slot === undefined || partner === null) return;
    for (const one of [to, partner]) {
      const which = names.indexOf(somebody(one).name);
      const side = sides.get(keyOf(one, slot));
      const drawn = rows.flatMap(({ words }) => words[which] ?? []);
      if (passed.has(keyOf(one, slot))) {
        ledger.breach('17', `what ${String(one)} has not sealed is drawn`, to, partner);
      } else if (which >= 0 && side?.isSealed === true && !side.isUnsure && !isAlike(drawn, side.ids)) {
        ledger.breach('17', `${drawn.join(', ')} is drawn for ${side.ids.join(' ')} of ${String(one)}`, to, partner);
      }
    }
  }

  return {
    handed: hear,
    called: (said) => {
      if (said.kind === 'revealed') seeReveal(said);
      else seeCard(said);
      const photo = said.call.params['photo'] as
        { readonly drawn?: WordsDrawn; readonly holdsWords?: boolean } | undefined;
      // A sheet is drawn with its words below, and has a watch of its own.
      if (photo?.drawn !== undefined && photo.holdsWords === false) seeDrawing(said, photo.drawn);
    },
  };
}
