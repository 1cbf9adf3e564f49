import { describe, expect, test } from 'vitest';
import { anne, bram, days, given, hours, minutes, time, type Act, type Someone } from '../../support/given.js';
import { agreed, askedAgain, bothKeep, keepsIt, looksBack } from './agreements.js';

/** What one of the two does with a look back, or with a page they would keep, and what the other's phone shows of it. */

/** The other's phone over the weeks that follow, in a life with the secret and in one without. */
function livedTwice(setting: Parameters<typeof given>[0], secret: readonly Act[], after: readonly Act[]) {
  return [[], secret].map((acts) => {
    const { rules } = given(setting);
    const until = rules.now() + minutes(10);
    const before = rules.begin();
    for (const act of acts) act(rules);
    const meanwhile = before.heard;
    rules.passTo(until);
    const happening = rules.begin();
    for (const act of after) act(rules);
    const heard = [...meanwhile, ...happening.heard].filter(({ notice }) => notice.to === bram.id);
    return [heard.map(({ at, notice }) => [at, notice]), happening.refusals];
  });
}

const looks = (who: Someone): readonly Act[] => [
  who.does({ type: 'showBook' }),
  who.taps('leaf', { arg: 'kept' }),
  who.does({ type: 'askQuestion' }),
  who.does({ type: 'exportData' }),
];
const weeks: readonly Act[] = Array.from({ length: 8 }, () => [time.passes(days(7)), ...looks(bram)]).flat();

describe('to the other it looks like not answering', () => {
  const secrets: readonly (readonly [string, readonly Act[]])[] = [
    ['to let go', looksBack(anne, 'loslaten')],
    ['to want it changed', looksBack(anne, 'aanpassen')],
    ['to keep it', looksBack(anne, 'houden')],
    ['to skip it', [anne.taps('else'), anne.taps('skip')]],
    ['to stop', [anne.does({ type: 'stop' }), anne.taps('staySilent')]],
    ['to block the bot', [anne.does({ type: 'block' })]],
  ];

  test.each(secrets)('%s', (_, secret) => {
    const [silent, told] = livedTwice(askedAgain(), secret, weeks);
    expect(told).toEqual(silent);
  });

  test.each(secrets.slice(3))('%s, also to whoever answered', (_, secret) => {
    const [silent, told] = livedTwice(askedAgain(), secret, [...looksBack(bram, 'loslaten'), ...weeks]);
    expect(told).toEqual(silent);
  });
});

const takesBack: Act = (rules) => {
  const slot = rules.personOf(anne.id).wishes[0]?.subject ?? '';
  anne.presses('dropKeep', { slot, arg: 'reveal' })(rules);
};

describe('what both want to keep', () => {
  const evening = (who: Someone): Act => who.presses('setOpeningHour', { arg: String(20 * 60) });

  test('is told at their own opening hour, as what opens is', () => {
    given(agreed(), evening(anne))
      .when(...bothKeep)
      .then(anne.hears('keepNoted'), bram.hears('keepNoted'))
      .when(time.is('2026-11-22T19:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-22T20:00'))
      .then(anne.hears('pageKept'), bram.hears('pageKept'), anne.is({ wishes: [] }));
  });

  test('is told to nobody when one does not want it any more by then', () => {
    for (const secret of [[takesBack], [anne.does({ type: 'stop' }), anne.taps('staySilent')]]) {
      const { rules } = given(agreed(), evening(bram), ...bothKeep, ...secret);
      const happening = rules.begin();
      time.is('2026-11-22T21:00')(rules);
      expect(happening.heard.filter(({ notice }) => notice.say?.name === 'pageKept')).toEqual([]);
      expect(rules.coupleOf(bram.id)).toMatchObject({ keeping: [], agreements: [] });
    }
  });

  test('waits for the end of a breather', () => {
    given(agreed(), evening(anne), ...bothKeep, time.is('2026-11-22T19:50'), bram.does({ type: 'callBreather' }))
      .when(time.is('2026-11-22T20:05'))
      .then(anne.hears());
  });

  test('is wanted by one alone, and the other’s phone stays the same', () => {
    const [silent, told] = livedTwice(agreed({ acts: [evening(bram)] }), keepsIt(anne), [
      time.passes(hours(30)),
      ...weeks,
    ]);
    expect(told).toEqual(silent);
  });

  test('by both, its words are out of what waits for the hour once one erases', () => {
    const { rules } = given(agreed(), evening(anne), ...bothKeep);
    expect(JSON.stringify(rules.coupleOf(anne.id).keeping)).toContain('thee');
    for (const act of [
      anne.does({ type: 'erase' }),
      anne.taps('erase', { arg: 'answers' }),
      anne.taps('eraseNow', { arg: 'answers' }),
    ])
      act(rules);
    expect(rules.coupleOf(anne.id).keeping).toEqual([]);
  });
});
