import { describe, expect, it } from 'vitest';
import type { CallView } from '../../src/emulator/contract.js';
import { drafted, emptyLedger, opening, type Answer } from '../crash/couple.js';
import { firstConfirmedAfter, keptOf } from './verdict.js';

const [anne, bram] = [1001, 1002];
const words = ['woord-a0-', 'woord-a1-'] as const;
const answer: Answer = { writer: anne, reader: bram, words: [...words], sealedAtMs: 5, isConfirmed: true };
const other: Answer = { writer: bram, reader: anne, words: [], sealedAtMs: 5, isConfirmed: true };
const ledger = { ...emptyLedger(), rounds: [[answer, other] as const] };

let seq = 0;
const sends = (chatId: number, text: string, atMs = 10): CallView => ({
  seq: (seq += 1),
  atMs,
  method: 'sendMessage',
  params: { text },
  isOk: true,
  isWrongCall: false,
  errorCode: null,
  error: null,
  chatId,
  fault: null,
});
const draft = (...shown: readonly string[]) => sends(anne, `${drafted} ${shown.join('\n')}`);
const opens = (...shown: readonly string[]) =>
  [anne, bram].map((chat) => sends(chat, `${opening} ${shown.join('\n')}`, 20));

describe('what became of what was confirmed', () => {
  it('all of it was opened to both, once and in order', () => {
    const calls = [draft(words[0]), draft(...words), ...opens(...words)];
    expect(keptOf(ledger, calls)).toEqual({ confirmed: 2, lost: 0, twice: 0, outOfOrder: 0 });
  });

  it('a piece that nobody saw on a card was not confirmed, and is not lost', () => {
    expect(keptOf(ledger, [draft(words[0]), ...opens(words[0])])).toMatchObject({ confirmed: 1, lost: 0 });
  });

  it.each([
    ['lost, where it was never opened', [draft(...words)], { lost: 2 }],
    ['lost, where one of the two alone reads it', [draft(...words), ...opens(...words).slice(0, 1)], { lost: 2 }],
    ['lost, where a part is missing', [draft(...words), ...opens(words[0])], { lost: 1 }],
    ['twice', [draft(...words), ...opens(words[0], ...words)], { twice: 1 }],
    ['out of order', [draft(...words), ...opens(words[1], words[0])], { outOfOrder: 2 }],
    ['out of order, where a card goes back', [draft(...words), draft(words[0]), ...opens(...words)], { outOfOrder: 1 }],
  ])('%s', (_what, calls, found) => {
    expect(keptOf(ledger, calls)).toMatchObject(found);
  });

  it('a copy of a card that was sent already is no step back', () => {
    const calls = [draft(words[0]), draft(...words), draft(words[0]), ...opens(...words)];
    expect(keptOf(ledger, calls)).toMatchObject({ outOfOrder: 0 });
  });

  it('the first after a moment is one that no card showed before, and that was not on its way', () => {
    const cards = [sends(anne, `${drafted} ${words[0]}`, 90), sends(anne, `${drafted} ${words.join(' ')}`, 900)];
    expect(firstConfirmedAfter(100, ledger, [...cards, sends(anne, `${drafted} ${words[0]}`, 300)])).toBe(900);
    expect(firstConfirmedAfter(1_000, ledger, cards)).toBe(null);
  });
});
