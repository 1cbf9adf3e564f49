import { describe, expect, it } from 'vitest';
import type { CallView } from '../../src/emulator/contract.js';
import type { Answer, Ledger } from './couple.js';
import { judge } from './verdict.js';

const anne = 1;
const bram = 2;
let seq = 0;
const sends = (chatId: number, text: string, atMs: number, fault: string | null = null): CallView => ({
  seq: (seq += 1),
  atMs,
  method: 'sendMessage',
  chatId,
  params: { chat_id: chatId, text },
  isOk: true,
  errorCode: null,
  error: null,
  isWrongCall: false,
  fault,
});
const answer = (writer: number, reader: number, word: string, sealedAtMs: number): Answer => ({
  writer,
  reader,
  words: [word],
  sealedAtMs,
  isConfirmed: true,
});
const ledger: Ledger = {
  rounds: [[answer(anne, bram, 'woord-a-', 10), answer(bram, anne, 'woord-b-', 20)]],
  couples: 1,
  opened: 1,
  breathers: 0,
  withdrawals: 0,
  secondTaps: 0,
  edits: 0,
  hearts: 0,
};
const open = 'Jullie antwoorden zijn open. woord-a- woord-b-';
const right = [sends(anne, open, 21), sends(bram, open, 21)];
const brokenBy = (calls: readonly CallView[]) => judge(ledger, calls).broken;
const starts = (): CallView => ({ ...sends(0, '', 23), method: 'getMe', chatId: null, params: {} });

describe('the verdict on a run with kills', () => {
  it('finds nothing where both were opened to both after the last seal', () => {
    expect(brokenBy(right)).toEqual([]);
  });

  it.each([
    ['an answer that reached one of the two only', [sends(anne, open, 21)]],
    [
      'an answer that was opened without its words',
      [sends(anne, open, 21), sends(bram, open.replace('woord-a-', ''), 21)],
    ],
    ['a word that went to the partner before both had sealed', [sends(bram, 'woord-a-', 15), ...right]],
    ['a word that stands twice', [sends(anne, open, 21), sends(bram, `${open} woord-a-`, 21)]],
    ['a copy that nothing explains', [...right, sends(bram, open, 25)]],
    ['a call that breaks the Bot API', [...right, { ...sends(anne, '', 30), isWrongCall: true, isOk: false }]],
  ])('names %s', (_what, calls) => {
    expect(brokenBy(calls)).not.toEqual([]);
  });

  it('lets a kill between two copies explain the second, and counts it', () => {
    const { broken, copies } = judge(ledger, [...right, starts(), sends(bram, open, 25)]);
    expect(broken).toEqual([]);
    expect(copies).toMatchObject({ byKill: 1, byBrokenAnswer: 0, ofReveals: 1 });
  });

  it('lets an answer that never arrived explain the copy after it', () => {
    const calls = [sends(anne, open, 21), sends(bram, open, 21, 'drop-after-accept'), sends(bram, open, 25)];
    expect(judge(ledger, calls)).toMatchObject({ broken: [], copies: { byKill: 0, byBrokenAnswer: 1 } });
  });
});
