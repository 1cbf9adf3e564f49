import { ownerOf, type Deed, type Ledger, type Said, type Watch } from './ledger.js';

/**
 * Promise 12 of a sheet: words of a theme reach the other only where both chose it, and never before both sealed; what was
 * sealed and erased is never sealed anew.
 */

interface Card {
  /** The theme of the sentence that waits for words; null where there is a row to tap, or themes to choose. */
  readonly theme: string | null;
  readonly on: readonly string[];
  readonly step: number;
}

export function watchSheets(ledger: Ledger): Watch {
  const cards = new Map<string, Card>();
  const themes = new Map<string, { readonly slot: string; readonly theme: string }>();
  const chosen = new Map<string, readonly string[]>();
  const newest = new Map<number, string>();
  const erased = new Set<string>();
  /** Said while a sentence waited for words: it went there once the sheet goes on, and elsewhere when another card takes it. */
  const saying = new Map<
    number,
    { readonly words: readonly string[]; readonly slot: string; readonly theme: string }
  >();

  function hear({ person, pressed, words }: Deed): void {
    const slot = newest.get(person);
    const card = slot === undefined ? undefined : cards.get(`${person} ${slot}`);
    if (slot !== undefined && card?.theme != null) {
      if (words.length > 0) saying.set(person, { words, slot, theme: card.theme });
    }
    if (pressed?.name === 'eraseNow' && pressed.arg === 'answers') {
      for (const key of chosen.keys()) if (key.startsWith(`${person} `)) erased.add(key);
    }
    if (pressed?.name !== 'sealChosen') return;
    const key = `${person} ${pressed.slot}`;
    const sealing = cards.get(key);
    // Pressed in a breather it seals nothing, and what is chosen afterwards counts; once sealed no card comes any more.
    if (sealing?.step === pressed.step && sealing.on.length > 0) chosen.set(key, sealing.on);
  }

  function settle({ to, call, buttons }: Said): void {
    const said = saying.get(to);
    if (said === undefined || !call.method.startsWith('send')) return;
    saying.delete(to);
    const { slot, theme } = said;
    if (!buttons.some((button) => ['rowPass', 'rowBack'].includes(button.name) && button.slot === slot)) return;
    for (const word of said.words) themes.set(word, { slot, theme });
  }

  function see(seen: Said): void {
    const { to, buttons, words } = seen;
    settle(seen);
    const row = buttons.find(({ name }) => name === 'rowPass');
    const seal = buttons.find(({ name }) => name === 'sealChosen');
    const isSheet = buttons.some(({ name, arg }) => name === 'rowBack' && arg === '');
    if (row !== undefined) {
      const isSentence = !buttons.some(({ name }) => name === 'row');
      const theme = isSentence ? (row.arg.split('_')[0] ?? null) : null;
      cards.set(`${to} ${row.slot}`, { theme, on: [], step: -1 });
      newest.set(to, row.slot);
    }
    if (seal !== undefined && isSheet) {
      const on = buttons.flatMap(({ name, step, arg }) => (name === 'toggleLine' && step === 0 ? [arg] : []));
      cards.set(`${to} ${seal.slot}`, { theme: null, on, step: seal.step });
    }
    const leaf = buttons.find(({ name }) => name === 'leafSheet');
    if (leaf !== undefined && erased.has(`${to} ${leaf.slot}`)) {
      ledger.breach('12', `the sheet ${leaf.slot} opened after its answer was erased`, to);
    }
    for (const word of words) {
      const about = themes.get(word);
      const owner = ownerOf(word);
      if (about === undefined || owner === to) continue;
      const isChosen = [owner, to].every((one) => chosen.get(`${one} ${about.slot}`)?.includes(about.theme) === true);
      if (!isChosen) ledger.breach('12', `${word} is of a theme that not both chose`, to, owner);
    }
  }

  return { handed: hear, called: see };
}
