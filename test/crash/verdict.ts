import type { CallView } from '../../src/emulator/contract.js';
import { opening, type Answer, type Ledger } from './couple.js';

/** What went over the wire, held against what people did. Looks at nothing of the bot's own. */
export interface Verdict {
  /** Each is a promise broken, in a sentence. */
  readonly broken: readonly string[];
  readonly confirmed: number;
  /** Copies beyond the first of a message that is one of a kind. */
  readonly copies: { readonly byKill: number; readonly byBrokenAnswer: number; readonly ofReveals: number };
}

/** Of these the emulator did what was asked, and the bot never heard that it had. */
const brokenAnswers = ['drop-after-accept', 'truncate'];

/** `wakings`: after which calls a process that stood still went on, with what it had in hand. */
export function judge(ledger: Ledger, calls: readonly CallView[], wakings: readonly number[] = []): Verdict {
  const sent = calls.filter(({ method, isOk }) => method.startsWith('send') && isOk);
  const answers = ledger.rounds.flat();
  const copies = copiesOf(sent, [...startsOf(calls), ...wakings]);
  return {
    broken: [
      ...answers.flatMap((answer) => lost(answer, sent)),
      ...ledger.rounds.flatMap((round) => early(round, calls)),
      ...copies.unexplained,
      ...calls
        .filter(({ isWrongCall }) => isWrongCall)
        .map(({ method, error }) => `${method} was a wrong call: ${error ?? ''}`),
    ],
    confirmed: answers.filter(({ isConfirmed }) => isConfirmed).length,
    copies,
  };
}

/** What the bot confirmed was opened to both, whole, and each piece once though its update may have come twice. */
function lost({ writer, reader, words, isConfirmed }: Answer, sent: readonly CallView[]): readonly string[] {
  if (!isConfirmed) return [`${words.join(' ')} was never confirmed`];
  return [writer, reader].flatMap((chat) => {
    const texts = sent.filter(({ chatId }) => chatId === chat).map(textOf);
    const opened = texts.filter((text) => text.startsWith(opening) && words.every((word) => text.includes(word)));
    if (opened.length === 0) return [`${words.join(' ')} was confirmed, and never opened to one of the two`];
    const isTwice = opened.some((text) => words.some((word) => text.split(word).length > 2));
    return isTwice ? [`${words.join(' ')} stands twice in one answer`] : [];
  });
}

/** No word of an answer was on its way to the partner, delivered or not, before both had tapped «Verzegel». */
function early(round: readonly [Answer, Answer], calls: readonly CallView[]): readonly string[] {
  const bothAtMs = Math.max(...round.map(({ sealedAtMs }) => sealedAtMs ?? Number.POSITIVE_INFINITY));
  return round.flatMap(({ reader, words }) =>
    calls
      .filter(({ chatId, atMs }) => chatId === reader && atMs < bothAtMs)
      .filter(({ params }) => words.some((word) => JSON.stringify(params).includes(word)))
      .map(({ method }) => `${words.join(' ')} went to the partner by ${method} too early`),
  );
}

/**
 * Where a life begins: every process asks who it is before it does anything else. The moment of a kill would not do, since
 * what was on its way then lands a little later.
 */
function startsOf(calls: readonly CallView[]): readonly number[] {
  return calls.filter(({ method }) => method === 'getMe').map(({ seq }) => seq);
}

/** A message that is one of a kind: it holds a word, or a button bound to a slot and a step. */
function copiesOf(sent: readonly CallView[], starts: readonly number[]): Verdict['copies'] & { unexplained: string[] } {
  const found = { byKill: 0, byBrokenAnswer: 0, ofReveals: 0, unexplained: [] as string[] };
  for (const same of groups(sent.filter(isOneOfAKind))) {
    for (const [index, copy] of same.slice(1).entries()) {
      const earlier = same[index];
      if (earlier === undefined) continue;
      if (textOf(copy).startsWith(opening)) found.ofReveals += 1;
      if (brokenAnswers.includes(earlier.fault ?? '')) found.byBrokenAnswer += 1;
      else if (starts.some((seq) => seq >= earlier.seq && seq < copy.seq)) found.byKill += 1;
      else
        found.unexplained.push(
          `${copy.method} brought the same twice, with no kill or broken answer in between: ${textOf(copy).slice(0, 60)}`,
        );
    }
  }
  return found;
}

function groups(calls: readonly CallView[]): readonly (readonly CallView[])[] {
  const byParams = new Map<string, CallView[]>();
  for (const call of calls) {
    const key = JSON.stringify([call.method, call.params]);
    byParams.set(key, [...(byParams.get(key) ?? []), call]);
  }
  return [...byParams.values()].filter((same) => same.length > 1);
}

function isOneOfAKind(call: CallView): boolean {
  return textOf(call).includes('woord-') || JSON.stringify(call.params).includes('callback_data');
}

export function textOf({ params }: CallView): string {
  const text = params['text'] ?? params['caption'];
  return typeof text === 'string' ? text : '';
}
