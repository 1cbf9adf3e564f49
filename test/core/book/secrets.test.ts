import { describe, expect, test } from 'vitest';
import {
  anne,
  anotherRound,
  bothAnswer,
  bram,
  days,
  given,
  pairedCouple,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { isGone } from '../../../src/core/person.js';
import type { Rules } from '../stage.js';

/** The same days lived twice, once with a secret act of Bram’s: Anne, who leafs all the while, sees the same. */

const quietly =
  (act: Act): Act =>
  (rules) => {
    try {
      act(rules);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('was never shown a button')) throw error;
    }
  };

/** All pages, and what stands beside them; what was shown before may be tapped again. */
const leafs = (who: Someone, view: string): readonly Act[] => [
  who.does({ type: 'showBook' }),
  quietly(who.taps('leaf', { arg: view })),
  quietly(who.taps('older')),
  quietly(who.taps('older')),
  quietly(who.taps('newer')),
];
const looks = [...leafs(anne, 'all'), ...leafs(anne, 'kept')];
const year = (who: Someone): Act => who.presses('keeping', { arg: '365' });
const keeps = (who: Someone): readonly Act[] => [
  who.does({ type: 'showBook' }),
  who.taps('leaf', { arg: 'all' }),
  who.taps('keepPage'),
];

const begun = [
  ...[year(anne), year(bram), ...bothAnswer('Annes eerste', 'Brams eerste'), ...anotherRound('tweede', 'ook')],
  ...[...keeps(anne), ...keeps(bram), ...anotherRound('derde', 'nog een')],
];

function heardBy(rules: Rules, acts: readonly Act[]) {
  const happening = rules.begin();
  for (const act of acts) act(rules);
  const hers = happening.heard.filter(({ notice }) => notice.to === anne.id);
  return hers.map(({ at, notice }) => [at, notice]);
}

/** Each act takes a moment: where nothing is done, the same moments pass. */
function livedTwice(secret: readonly Act[], after: readonly Act[]) {
  return [[], secret].map((acts) => {
    const { rules } = given(pairedCouple(), ...begun);
    const at = rules.now();
    for (const act of acts) act(rules);
    rules.passTo(at + days(0.1));
    return { heard: heardBy(rules, after), rules };
  });
}

const weeks = (count: number): readonly Act[] =>
  Array.from({ length: count }, (): readonly Act[] => [time.passes(days(7)), ...looks]).flat();

describe('to whoever leafs it is all the same', () => {
  test.each<[string, readonly Act[]]>([
    ['leafs too', leafs(bram, 'all')],
    ['would keep a page', keeps(bram)],
    ['would keep one, and then not', [...keeps(bram), bram.taps('dropKeep')]],
    ['stops', [bram.does({ type: 'stop' })]],
    ['stops, and goes on', [bram.does({ type: 'stop' }), bram.taps('goOn')]],
    ['blocks the bot', [bram.does({ type: 'block' })]],
    ['is on holiday', [bram.presses('holiday', { arg: '7' })]],
    ['wants quiet from now on', [bram.presses('quiet', { arg: '1080-480' })]],
    ['has their data sent', [bram.does({ type: 'exportData' })]],
    [
      'thinks of taking a page out',
      [...leafs(bram, 'all').slice(0, 2), bram.taps('removePage'), bram.taps('samePage')],
    ],
    ['wants words kept no longer than they are', [bram.presses('keeping', { arg: '365' })]],
  ])('that the other %s', (_, secret) => {
    const [silent, told] = livedTwice(secret, [...looks, time.passes(days(0.1)), ...looks]);
    expect(told?.heard).toEqual(silent?.heard);
  });

  test.each<[string, readonly Act[]]>([
    ['stopped', [bram.does({ type: 'stop' }), bram.taps('staySilent')]],
    ['blocked the bot', [bram.does({ type: 'block' })]],
  ])('on every day until the other, who %s, is erased, and ever after', (_, secret) => {
    const pages = (heard: readonly unknown[]) => heard.filter((one) => JSON.stringify(one).includes('"card":"book"'));
    const [silent, told] = livedTwice(secret, weeks(56));
    expect(told === undefined ? false : isGone(told.rules.personOf(bram.id))).toBe(true);
    expect(silent === undefined ? true : isGone(silent.rules.personOf(bram.id))).toBe(false);
    expect(pages(told?.heard ?? [])).toEqual(pages(silent?.heard ?? []));
    expect(pages(silent?.heard ?? []).length).toBeGreaterThan(300);
  });
});
