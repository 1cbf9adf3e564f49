import { describe, expect, test } from 'vitest';
import { anne, bram, days, given, leaves, refused, time, type Act, type Someone } from '../../support/given.js';
import { over } from '../listened.js';
import type { Rules } from '../stage.js';
import { pagesSeen } from '../book/leafing.js';
import { agreed, bothKeep, livesUntil, looksBack, questionsTo, quotedTo } from './agreements.js';

/** An agreement of a listening round: kept as what opened can be, by a private yes of each, in the one wording there is. */

const plan = agreed({ acts: [...over, anne.taps('listenPlanYes')] });
const bothKeepIt: readonly Act[] = [anne.taps('keepPlan'), bram.taps('keepPlan')];
const keptIn = (rules: Rules, who: Someone) => {
  const happening = rules.begin();
  for (const act of [who.does({ type: 'showBook' }), who.presses('leaf', { arg: 'kept' })]) act(rules);
  return pagesSeen(who, happening);
};

/** The same button, as it is marked once they said so. */
const takesBack: Act = (rules) => {
  const { heard } = rules.coupleOf(anne.id);
  anne.presses('dropPlan', { slot: heard?.id ?? '', arg: rules.personOf(anne.id).wishes[0]?.subject ?? '' })(rules);
};

describe('[Bewaar] under what was agreed', () => {
  test('of one alone is told to nobody', () => {
    given(plan).when(anne.taps('keepPlan')).then(anne.hears('keepNoted'), bram.hears());
  });

  test('of both keeps it, in the book of both, and neither is its owner there', () => {
    const { rules } = given(plan, anne.taps('keepPlan'))
      .when(bram.taps('keepPlan'))
      .then(anne.hears('pageKept'), bram.hears('pageKept'));
    expect(keptIn(rules, anne)).toEqual([['Brams afspraak']]);
    expect(keptIn(rules, bram)).toEqual([['Brams afspraak']]);
    expect([anne, bram].map(({ id }) => rules.bookOf(id).filter(({ keptAt }) => keptAt !== null).length)).toEqual([
      0, 1,
    ]);
  });

  test('is taken back by the same tap, and gone with the agreement', () => {
    given(plan, anne.taps('keepPlan'), takesBack)
      .when(bram.taps('keepPlan'))
      .then(bram.hears('keepNoted'), anne.hears());
    given(plan, bram.taps('listenMore'), bram.taps('listenKeep', { arg: 'now' }))
      .when(anne.taps('keepPlan'))
      .then(refused('stale-button'));
  });

  test('outlives the listening round, for half a year', () => {
    const { rules } = given(plan, ...bothKeepIt, time.passes(days(179)));
    expect(keptIn(rules, anne)).toEqual([['Brams afspraak']]);
    time.passes(days(2))(rules);
    expect([keptIn(rules, anne), keptIn(rules, bram)]).toEqual([[], []]);
    expect(rules.coupleOf(anne.id).agreements).toEqual([]);
  });

  test('taken out by either, it is gone for both', () => {
    for (const who of [anne, bram]) {
      const { rules } = given(plan, ...bothKeepIt);
      keptIn(rules, who);
      for (const act of [who.taps('removePage'), who.taps('removePageNow')]) act(rules);
      expect([keptIn(rules, anne), keptIn(rules, bram)]).toEqual([[], []]);
      expect(rules.coupleOf(anne.id).agreements).toEqual([]);
    }
  });

  test('erased by either, too', () => {
    for (const who of [anne, bram]) {
      const { rules } = given(plan, ...bothKeepIt);
      for (const act of [
        who.does({ type: 'erase' }),
        who.taps('erase', { arg: 'answers' }),
        who.taps('eraseNow', { arg: 'answers' }),
      ])
        act(rules);
      expect([keptIn(rules, anne), keptIn(rules, bram)]).toEqual([[], []]);
    }
  });

  test('once they part, its words stay with whoever wrote them', () => {
    const { rules } = given(plan, ...bothKeepIt, ...leaves(anne));
    expect([anne, bram].map(({ id }) => JSON.stringify(rules.bookOf(id)).includes('Brams afspraak'))).toEqual([
      false,
      true,
    ]);
  });
});

describe('it is asked after', () => {
  test('two weeks later, each with its own words where there are two', () => {
    const two = agreed({ acts: [...bothKeep, ...over, anne.taps('listenPlanYes')] });
    const { rules } = given(two, ...bothKeepIt, livesUntil('2026-12-07'));
    const happening = rules.begin();
    for (const act of [time.is('2026-12-07T20:00'), ...looksBack(anne, 'houden'), ...looksBack(bram, 'houden')])
      act(rules);
    time.is('2026-12-09T20:00')(rules);
    expect(questionsTo(anne, happening)).toEqual([
      ['terugkijken', ['hard praten … zetten we thee', 'hard praten … lopen we een rondje']],
      ['terugkijken', ['', 'Brams afspraak']],
    ]);
    // Only Bram worded the second, so there is no half of Anne's to show, not even an empty one.
    expect(quotedTo(anne, happening).map((quoted) => quoted?.own === null)).toEqual([false, true]);
  });

  test('two weeks later, and changed by a question that fits any agreement', () => {
    const { rules } = given(plan, ...bothKeepIt, livesUntil('2026-12-07'));
    const happening = rules.begin();
    time.is('2026-12-07T20:00')(rules);
    expect(questionsTo(anne, happening)).toEqual([['terugkijken', ['', 'Brams afspraak']]]);
    expect(questionsTo(bram, happening)).toEqual([['terugkijken', ['Brams afspraak', '']]]);
    for (const act of [...looksBack(anne, 'aanpassen'), ...looksBack(bram, 'houden'), time.is('2026-12-09T20:00')])
      act(rules);
    expect(questionsTo(anne, happening).at(-1)).toEqual(['opnieuw', ['', 'Brams afspraak']]);
    for (const who of [anne, bram]) {
      for (const act of [who.says(`${who.name} wil het zo`), who.taps('seal')]) act(rules);
    }
    for (const who of [anne, bram])
      for (const act of [who.taps('moreWays'), who.taps('keepPage', { arg: 'reveal' })]) act(rules);
    expect(keptIn(rules, anne)).toEqual([['Anne wil het zo', 'Bram wil het zo']]);
  });
});
