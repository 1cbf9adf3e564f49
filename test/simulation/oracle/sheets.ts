import { ownerOf, type Deed, type Ledger, type Said, type Watch } from './ledger.js';
import type { Pressed } from './reading.js';
import { firstLine, isRowBefore, saysSealed, themesNamed } from './sheet-rows.js';

/**
 * Promise 12 of a sheet: a theme reaches the other only where both chose it, and never before both sealed; what was not chosen
 * is kept by nobody once it was sealed; what was sealed and erased is never sealed anew. And promise 3: whoever goes on
 * with a sheet finds it as they left it.
 */

interface Card {
  /** The row that is asked; null where there are themes to choose. */
  readonly at: string | null;
  /** Whether the row waits for words. */
  readonly isSentence: boolean;
  readonly on: readonly string[];
  readonly step: number;
}

/** Somebody's side of one sheet. */
interface Side {
  card: Card | null;
  /** What they last saw of it: a row, or null for the themes; undefined where nothing is to be gone on from. */
  place: string | null | undefined;
  /** What stands in a sentence, by its row. */
  readonly written: Map<string, readonly string[]>;
  /** What they chose, once they pressed the seal. */
  chosen: readonly string[] | null;
  /** The card said so: a press is refused where too few themes are chosen. */
  isSealed: boolean;
  isErased: boolean;
}

interface Saying {
  readonly words: readonly string[];
  readonly slot: string;
  readonly at: string;
  /** Spoken, which no card shows; or more than one thing before a card came, and nobody can tell which went where. */
  readonly isUnseen: boolean;
}

const hourMs = 3_600_000;
const themeOf = (at: string) => at.split('_')[0] ?? '';
/** Whatever may take every sheet away: what stood on it is not asked for any more. */
const endings = ['eraseNow', 'unpair', 'unpairLater', 'confirmUndo', 'pairUp'];

export function watchSheets(ledger: Ledger): Watch {
  const sides = new Map<string, Side>();
  const newest = new Map<number, string>();
  /** Each word that went into a sentence, and where that stands. */
  const sentences = new Map<string, { readonly slot: string; readonly theme: string }>();
  /** Said while a sentence waited for words: it went there once the sheet goes on, and elsewhere when another card takes it. */
  const saying = new Map<number, Saying>();
  const wordsOfMessage = new Map<string, readonly string[]>();
  const slotOfMessage = new Map<string, string>();
  /** What was not chosen, from the moment that the seal is there to read; and what did not open, once the rest has. */
  const gone = new Map<string, number>();
  const exportAskedAt = new Map<number, number>();

  const sideOf = (person: number, slot: string): Side => {
    const key = `${person} ${slot}`;
    const known = sides.get(key) ?? {
      card: null,
      place: undefined,
      written: new Map(),
      chosen: null,
      isSealed: false,
      isErased: false,
    };
    sides.set(key, known);
    return known;
  };

  function hear({ person, at, pressed, words, text, messageId, isEdit, isVoice }: Deed): void {
    if (messageId !== null && words.length > 0) {
      const message = `${person} ${messageId}`;
      if (isEdit) forget(person, wordsOfMessage.get(message) ?? []);
      else say(person, words, isVoice);
      wordsOfMessage.set(message, words);
    }
    if (text === '/export' || pressed?.name === 'exportAllNow') askForAll(person, at);
    if (text === '/stop' || endings.includes(pressed?.name ?? '')) {
      for (const [key, side] of sides) if (key.startsWith(`${person} `)) emptied(side);
    }
    if (pressed === null) return;
    if (pressed.name === 'eraseNow' && pressed.arg === 'answers') {
      for (const [key, side] of sides) if (key.startsWith(`${person} `) && side.isSealed) side.isErased = true;
    }
    tap(sideOf(person, pressed.slot), pressed);
  }

  function tap(side: Side, { name, arg, step }: Pressed): void {
    if (name === 'keepToMyself') emptied(side);
    if (name === 'rowPass') side.written.delete(arg);
    if (name === 'rowBack') side.place = undefined;
    // Pressed in a breather it seals nothing, and what is chosen afterwards counts; once sealed no card comes any more.
    if (name === 'sealChosen' && side.card?.step === step && side.card.on.length > 0) side.chosen = side.card.on;
  }

  function say(person: number, words: readonly string[], isVoice: boolean): void {
    const slot = newest.get(person);
    const card = slot === undefined ? null : sideOf(person, slot).card;
    if (slot === undefined || card?.isSentence !== true || card.at === null) return;
    saying.set(person, { words, slot, at: card.at, isUnseen: isVoice || saying.has(person) });
  }

  function forget(person: number, words: readonly string[]): void {
    for (const [key, { written }] of sides) {
      if (!key.startsWith(`${person} `)) continue;
      for (const [at, known] of written) if (known.some((word) => words.includes(word))) written.delete(at);
    }
  }

  function emptied(side: Side): void {
    side.written.clear();
    side.place = undefined;
  }

  /** A file that was asked for before a seal may come after it. */
  function askForAll(person: number, at: number): void {
    const known = exportAskedAt.get(person);
    if (known === undefined || at - known > hourMs + ledger.troubledMs(known)) exportAskedAt.set(person, at);
  }

  function settle({ to, call }: Said, slot: string | null, at: string | null): void {
    const said = saying.get(to);
    if (said === undefined || !call.method.startsWith('send')) return;
    // The same card once more, since nobody knows whether it arrived.
    if (slot === said.slot && at === said.at) return;
    saying.delete(to);
    if (slot !== said.slot) return;
    for (const word of said.words) sentences.set(word, { slot, theme: themeOf(said.at) });
    if (said.isUnseen) sideOf(to, slot).written.delete(said.at);
    else sideOf(to, slot).written.set(said.at, said.words);
  }

  function see(seen: Said): void {
    const { to, buttons, call } = seen;
    const row = buttons.find(({ name }) => name === 'rowPass');
    const seal = buttons.find(({ name }) => name === 'sealChosen');
    const isThemes = buttons.some(({ name, arg }) => name === 'rowBack' && arg === '');
    const slot = row?.slot ?? buttons.find(({ name }) => name === 'rowBack')?.slot ?? null;
    settle(seen, slot, row?.arg ?? null);
    if (row !== undefined) {
      const isSentence = !buttons.some(({ name }) => name === 'row');
      seeCard(seen, row.slot, { at: row.arg, isSentence, on: [], step: -1 });
      newest.set(to, row.slot);
    } else if (isThemes && slot !== null) {
      const on = buttons.flatMap(({ name, step, arg }) => (name === 'toggleLine' && step === 0 ? [arg] : []));
      seeCard(seen, slot, { at: null, isSentence: false, on, step: seal?.step ?? -1 });
    }
    seeOpened(seen);
    const message = call.params['message_id'];
    if (typeof message === 'number' && saysSealed(call.text)) seeSealed(to, slotOfMessage.get(`${to} ${message}`));
    if (call.method === 'sendDocument') seeFile(to, call.params['document']);
  }

  /** Words that stand in a sentence are there when it is looked at again; and a sheet goes on where it was left. */
  function seeCard({ to, call }: Said, slot: string, card: Card): void {
    const side = sideOf(to, slot);
    side.card = card;
    const lost = (side.written.get(card.at ?? '') ?? []).filter((word) => !call.text.includes(word));
    if (card.isSentence && lost.length > 0)
      ledger.breach('3', `${lost.join(' ')}, which was said on a sheet, is not there any more`, to);
    if (side.place !== undefined && isRowBefore(card.at, side.place) && call.method.startsWith('send'))
      ledger.breach('3', `the sheet ${slot} goes on before the row where it was left`, to);
    side.place = card.at;
  }

  function seeOpened({ to, buttons, call, words }: Said): void {
    const leaf = buttons.find(({ name, arg }) => name === 'leafSheet' || (name === 'talkAbout' && arg !== ''));
    if (leaf !== undefined) {
      if (sideOf(to, leaf.slot).isErased)
        ledger.breach('12', `the sheet ${leaf.slot} opened after its answer was erased`, to);
      const themes = themesNamed(firstLine(call.text));
      const partner = ledger.partnerOf(to);
      const isOf = (person: number) => sideOf(person, leaf.slot).chosen?.some((theme) => themes.has(theme)) === true;
      if (themes.size > 0 && partner !== null && !(isOf(to) && isOf(partner)))
        ledger.breach('12', `a theme of ${leaf.slot} opened that not both chose`, to, partner);
      // What did not open is gone with the opening.
      if (partner !== null) leaves(leaf.slot, [to, partner], (theme) => isChosenBy([to, partner], leaf.slot, theme));
    }
    for (const word of words) {
      const about = sentences.get(word);
      const owner = ownerOf(word);
      if (about === undefined || owner === to) continue;
      if (!isChosenBy([owner, to], about.slot, about.theme))
        ledger.breach('12', `${word} is of a theme that not both chose`, to, owner);
    }
  }

  const isChosenBy = (people: readonly number[], slot: string, theme: string) =>
    people.every((one) => sideOf(one, slot).chosen?.includes(theme) === true);

  function seeSealed(person: number, slot: string | undefined): void {
    if (slot === undefined) return;
    sideOf(person, slot).isSealed = true;
    leaves(slot, [person], (theme) => isChosenBy([person], slot, theme));
  }

  /** Of what these people said on a sheet nothing is kept from now on but this. */
  function leaves(slot: string, people: readonly number[], isLeft: (theme: string) => boolean): void {
    for (const [word, about] of sentences) {
      if (about.slot !== slot || !people.includes(ownerOf(word)) || isLeft(about.theme) || gone.has(word)) continue;
      gone.set(word, ledger.clock.now());
    }
  }

  function seeFile(person: number, file: unknown): void {
    const askedAt = exportAskedAt.get(person) ?? -Infinity;
    const text = (file as { readonly text?: string } | undefined)?.text ?? '';
    for (const [word, at] of gone) {
      if (ownerOf(word) === person && at < askedAt && text.includes(word))
        ledger.breach('12', `${word} was not chosen by both, and is kept`, person);
    }
  }

  return {
    handed: hear,
    called: see,
    delivered: ({ to, messageId, buttons }) => {
      const slot = buttons.find(({ name }) => name === 'rowPass' || name === 'rowBack')?.slot;
      if (slot !== undefined && messageId !== null) slotOfMessage.set(`${to} ${messageId}`, slot);
    },
  };
}
