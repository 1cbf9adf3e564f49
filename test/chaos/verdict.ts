import type { CallView } from '../../src/emulator/contract.js';
import { drafted, opening, type Answer, type Ledger } from '../crash/couple.js';
import { textOf } from '../crash/verdict.js';

/** What happened to every piece of an answer that its writer saw on a card. */
export interface Kept {
  readonly confirmed: number;
  /** Pieces that were never opened to both. */
  readonly lost: number;
  /** Pieces that were opened twice. */
  readonly twice: number;
  /** Answers that were opened in another order than they were written, and cards that went back to an earlier state. */
  readonly outOfOrder: number;
}

export function keptOf(ledger: Ledger, calls: readonly CallView[]): Kept {
  const shown = calls.filter((call) => call.isOk && /^send|^editMessageText/.test(call.method));
  const textsTo = (chat: number, said = shown) => said.filter(({ chatId }) => chatId === chat).map(textOf);
  const sent = shown.filter(({ method }) => method.startsWith('send'));
  const kept = { confirmed: 0, lost: 0, twice: 0, outOfOrder: 0 };
  for (const answer of ledger.rounds.flat()) {
    const toWriter = textsTo(answer.writer);
    const opened = [answer.writer, answer.reader].map((chat) => openedOf(answer, textsTo(chat, sent)));
    for (const word of answer.words.filter((one) => toWriter.some((text) => text.includes(one)))) {
      kept.confirmed += 1;
      if (!opened.every((texts) => texts.some((text) => text.includes(word)))) kept.lost += 1;
      if (opened.flat().some((text) => text.split(word).length > 2)) kept.twice += 1;
    }
    kept.outOfOrder += opened.flat().filter((text) => !isAscending(placesIn(text, answer))).length;
    kept.outOfOrder += stepsBack(answer, textsTo(answer.writer, sent));
  }
  return kept;
}

/**
 * When somebody first saw a piece that, at a given moment, was neither on a card nor on its way; null when nobody did.
 */
export function firstConfirmedAfter(atMs: number, ledger: Ledger, calls: readonly CallView[]): number | null {
  const words = ledger.rounds.flat().flatMap((answer) => answer.words);
  const seen = new Map<string, number>();
  for (const call of calls) {
    if (!call.isOk || !textOf(call).startsWith(drafted)) continue;
    for (const word of words) if (textOf(call).includes(word) && !seen.has(word)) seen.set(word, call.atMs);
  }
  const after = [...seen.values()].filter((one) => one > atMs + onItsWayMs);
  return after.length === 0 ? null : Math.min(...after);
}

/** How long a fault of the emulator may delay a call. */
const onItsWayMs = 150;

/** An answer is opened in one message with the partner's; a copy is another such message. */
function openedOf({ words: [first = ''] }: Answer, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.startsWith(opening) && text.includes(first));
}

function placesIn(text: string, { words }: Answer): readonly number[] {
  return words.map((word) => text.indexOf(word)).filter((place) => place >= 0);
}

function isAscending(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

/** Cards that show fewer pieces than an earlier card, and that are no copy of a card that was sent already. */
function stepsBack({ words }: Answer, texts: readonly string[]): number {
  const stems = words.map((word) => word.replace('anders-', ''));
  const cards = texts.filter((text) => text.startsWith(drafted) && stems.some((stem) => text.includes(stem)));
  const counts = cards.map((text) => stems.filter((stem) => text.includes(stem)).length);
  return cards.filter((text, index) => {
    const isCopy = cards.indexOf(text) < index;
    return !isCopy && counts.slice(0, index).some((before) => before > (counts[index] ?? 0));
  }).length;
}
