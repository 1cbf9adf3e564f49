import { describe, expect, test } from 'vitest';
import {
  anne,
  anotherRound,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  leaves,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { opening, prompt, usualAfter } from '../prompts.js';
import type { Rules } from '../stage.js';
import { pagesSeen } from './leafing.js';

/** What both keep: a private yes of each, and only what both said it to is told, to both. */

const opens = (who: Someone, view = 'all'): readonly Act[] => [
  who.does({ type: 'showBook' }),
  who.taps('leaf', { arg: view }),
];
const keeps = (who: Someone): readonly Act[] => [...opens(who), who.taps('keepPage')];
const bothKeep = [...keeps(anne), ...keeps(bram)];
const removes = (who: Someone): readonly Act[] => [...opens(who), who.taps('removePage'), who.taps('removePageNow')];
const week = (who: Someone): Act => who.presses('keeping', { arg: '7' });

const seen = (rules: Rules, who: Someone, view = 'all') => {
  const happening = rules.begin();
  for (const act of [who.does({ type: 'showBook' }), who.presses('leaf', { arg: view })]) act(rules);
  return pagesSeen(who, happening);
};

describe('[Bewaar]', () => {
  test('of one alone is told to nobody', () => {
    given(settledCouple())
      .when(...keeps(anne))
      .then(anne.hears('book', 'page', 'keepNoted', 'page'), bram.hears());
  });

  test('of both is told to both, and never whose came first', () => {
    given(settledCouple(), ...keeps(anne))
      .when(...keeps(bram))
      .then(anne.hears('pageKept'), bram.hears('book', 'page', 'pageKept', 'page'), anne.is({ wishes: [] }));
  });

  test('stands under opened answers too, behind [Meer], and is taken back by the same tap', () => {
    given(settledCouple(), anne.taps('moreWays'))
      .when(anne.taps('keepPage', { arg: 'reveal' }))
      .then(anne.hears('keepNoted'), bram.hears());
    const { rules } = given(settledCouple(), ...keeps(anne), anne.taps('dropKeep'), ...keeps(bram));
    expect(rules.personOf(anne.id).wishes).toEqual([]);
    expect(rules.personOf(bram.id).wishes).toMatchObject([{ on: 'keep' }]);
  });

  test('makes no sound where the other sleeps', () => {
    given(settledCouple(), ...keeps(anne), time.is('2026-11-22T23:00'))
      .when(...keeps(bram))
      .then(
        that(({ heard }) => {
          const told = heard.filter(({ notice }) => notice.say?.name === 'pageKept');
          expect(told.map(({ notice }) => [notice.to, notice.isSilent])).toEqual([
            [anne.id, true],
            [bram.id, false],
          ]);
        }),
      );
  });

  test('lapses after thirty days, and with a stop', () => {
    const lapsed = given(settledCouple(), ...keeps(anne), time.passes(days(30)));
    lapsed.when(...keeps(bram)).then(anne.hears());
    const stopped = given(settledCouple(), ...keeps(anne), anne.does({ type: 'stop' }));
    stopped.when(...keeps(bram)).then(bram.hears('book', 'page', 'keepNoted', 'page'));
  });

  test('waits in a breather, and taking it back does not', () => {
    given(settledCouple(), ...keeps(anne), bram.does({ type: 'callBreather' }))
      .when(anne.presses('keepPage', { slot: 'x' }))
      .then(refused('in-breather'))
      .when(anne.taps('dropKeep'))
      .then(happened('keepDropped', 'pageShown'));
  });

  test('takes away no wish for a path', () => {
    const { rules } = given(settledCouple(), ...bothKeep);
    rules.change(anne.id, () => ({ wishes: [{ on: 'path', subject: 'x', until: rules.now() + days(3) }] }));
    for (const act of [...keeps(anne)].slice(0, 2)) act(rules);
    anne.taps('keepLonger')(rules);
    bram.does({ type: 'showBook' })(rules);
    for (const act of [bram.taps('leaf'), bram.taps('keepLonger')]) act(rules);
    expect(rules.personOf(anne.id).wishes).toMatchObject([{ on: 'path' }]);
  });
});

describe('a page that both keep', () => {
  test('stays for 180 days after both kept it, whatever words are kept for, and is gone then', () => {
    for (const before of [0, days(8)]) {
      const { rules } = given(pairedCouple(), ...bothAnswer('Annes', 'Brams'), time.passes(before), ...bothKeep);
      week(anne)(rules);
      time.passes(days(179))(rules);
      expect([seen(rules, anne, 'kept'), seen(rules, bram, 'kept')]).toEqual([
        [['Annes', 'Brams']],
        [['Brams', 'Annes']],
      ]);
      time.passes(days(2))(rules);
      expect([seen(rules, anne), rules.bookOf(anne.id), rules.bookOf(bram.id)]).toEqual([[], [], []]);
    }
  });

  test('is kept anew for as long once both say so again', () => {
    const { rules } = given(settledCouple(), ...bothKeep, time.passes(days(100)));
    for (const who of [anne, bram]) for (const act of [...opens(who), who.taps('keepLonger')]) act(rules);
    time.passes(days(170))(rules);
    expect(seen(rules, anne, 'kept')).toHaveLength(1);
  });

  test('stands apart from what is not kept', () => {
    const { rules } = given(
      ...[pairedCouple(), ...bothAnswer('Annes eerste', 'Brams eerste'), ...bothKeep],
      ...anotherRound('Annes tweede', 'Brams tweede'),
    );
    expect(seen(rules, anne, 'kept')).toEqual([['Annes eerste', 'Brams eerste']]);
    expect(seen(rules, anne)).toEqual([['Annes tweede', 'Brams tweede']]);
  });

  test.each([0, days(8)])('is gone for both once either takes it away, in the same way as any page (%d)', (later) => {
    const { rules } = given(settledCouple(), ...bothKeep, time.passes(later));
    for (const act of removes(bram)) act(rules);
    time.passes(days(9))(rules);
    expect([seen(rules, anne), seen(rules, bram), rules.bookOf(anne.id), rules.bookOf(bram.id)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('is each one’s own half once they are not a couple', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer('Annes', 'Brams'), ...bothKeep, ...leaves(bram));
    expect(seen(rules, anne)).toEqual([['Annes']]);
  });

  test('forgets who wanted to keep it when it is taken out', () => {
    const { rules } = given(settledCouple(), ...keeps(anne), ...removes(bram));
    expect(rules.personOf(anne.id).wishes).toEqual([]);
  });
});

describe('what is made to be kept', () => {
  const manual = prompt('handleiding', { isOpening: true, after: { ...usualAfter, keeps: true } });
  const kept = [...bothAnswer('Annes oude', 'Brams oude'), ...bothKeep];
  const again = [...opens(anne), anne.taps('askAgain')];

  test('is asked again from its page, for both', () => {
    given(pairedCouple({ prompts: [manual, prompt('los')] }), ...kept, time.passes(hours(1)))
      .when(...again)
      .then(anne.reads('prompt', { scenario: 'handleiding' }), bram.reads('prompt', { scenario: 'handleiding' }));
  });

  test('takes the place of the old page once both keep it', () => {
    const { rules } = given(
      ...[pairedCouple({ prompts: [manual] }), ...kept, time.passes(days(9)), ...again],
      ...[...bothAnswer('Annes nieuwe', 'Brams nieuwe'), ...keeps(anne)],
    );
    expect(seen(rules, bram, 'kept')).toEqual([['Brams oude', 'Annes oude']]);
    for (const act of keeps(bram)) act(rules);
    expect(seen(rules, bram, 'kept')).toEqual([['Brams nieuwe', 'Annes nieuwe']]);
    expect(seen(rules, anne)).toEqual([['Annes nieuwe', 'Brams nieuwe']]);
    anne.taps('removePage')(rules);
    anne.taps('removePageNow')(rules);
    expect(seen(rules, anne)).toEqual([]);
  });

  test('stands beside another page of what is not', () => {
    expect(() => given(pairedCouple({ prompts: [opening] }), ...kept, time.passes(hours(1)), ...again)).toThrow(
      'never shown',
    );
  });
});
