import { describe, expect, test } from 'vitest';
import { anne, bram, days, given, time, type Someone } from '../../support/given.js';
import type { Rules } from '../stage.js';
import { agreed, askedAgain, bothKeep, kept, livesUntil, looksBack, questionsTo } from './agreements.js';

/** What two agreed on and keep is asked after again: at a moment of their own, in the place of a question. */

const quoted = [
  ['hard praten … zetten we thee', 'hard praten … lopen we een rondje'],
  ['hard praten … lopen we een rondje', 'hard praten … zetten we thee'],
];
const shared = (rules: Rules) => rules.coupleOf(anne.id);
const askedOf = (who: Someone, date: string) => {
  const { rules } = given(kept(), livesUntil(date));
  const happening = rules.begin();
  time.is(`${date}T20:00`)(rules);
  return questionsTo(who, happening);
};

describe('two weeks after both kept it', () => {
  test('both are asked how it goes, with their own half first, at the next moment of their rhythm', () => {
    expect(askedOf(anne, '2026-12-05').map(([scenario]) => scenario)).not.toContain('terugkijken');
    expect(askedOf(anne, '2026-12-07')).toEqual([['terugkijken', quoted[0]]]);
    expect(askedOf(bram, '2026-12-07')).toEqual([['terugkijken', quoted[1]]]);
  });

  test('it comes once, and then at six and at twelve weeks', () => {
    const { rules } = given(kept());
    const happening = rules.begin();
    livesUntil('2027-03-10')(rules);
    const looks = happening.events.flatMap((event) =>
      event.type === 'roundStarted' && event.round.about !== undefined
        ? [new Date(event.round.startedAt).toISOString().slice(0, 10)]
        : [],
    );
    expect(looks).toEqual(['2026-12-07', '2027-01-04', '2027-02-15']);
  });

  test('nothing is asked of what only one of them keeps', () => {
    for (const acts of [[], bothKeep.slice(0, 2)]) {
      const { rules } = given(agreed(), ...acts, livesUntil('2026-12-24'));
      expect(shared(rules).agreements).toEqual([]);
    }
  });

  test('there is no second question on that day, and none that was picked is lost', () => {
    const { rules } = given(kept(), livesUntil('2026-12-07'));
    rules.changeCouple(anne.id, () => ({ picked: 'vraag-59' }));
    const happening = rules.begin();
    time.is('2026-12-09T12:00')(rules);
    expect(questionsTo(anne, happening)).toHaveLength(1);
    expect(shared(rules).picked).toBe('vraag-59');
  });

  test('a week in which nothing can come only makes it later', () => {
    const { rules } = given(kept(), livesUntil('2026-12-05'), anne.does({ type: 'callBreather' }));
    rules.changeCouple(anne.id, ({ breather }) => ({
      breather: breather && { ...breather, until: breather.until + days(6) },
    }));
    const happening = rules.begin();
    livesUntil('2026-12-19')(rules);
    expect(questionsTo(anne, happening).filter(([id]) => id === 'terugkijken')).toHaveLength(1);
  });
});

describe('looking back', () => {
  test('opens as any question does', () => {
    given(askedAgain())
      .when(...looksBack(anne, 'houden'))
      .then(bram.hears())
      .when(...looksBack(bram, 'aanpassen'))
      .then(
        anne.hears('revealed', 'agreementReopened'),
        bram.hears('draft', 'sealed', 'revealed', 'agreementReopened'),
      );
  });

  test('both let it go: the page is gone, and nobody is asked again', () => {
    const { rules } = given(askedAgain(), ...looksBack(anne, 'loslaten'))
      .when(...looksBack(bram, 'loslaten'))
      .then(anne.hears('revealed', 'agreementLetGo'));
    expect(shared(rules).agreements).toEqual([]);
    for (const who of [anne, bram]) expect(rules.bookOf(who.id).map((one) => one.scenario)).not.toContain('afspraak');
    const happening = rules.begin();
    livesUntil('2027-03-10')(rules);
    expect(questionsTo(anne, happening).filter(([id]) => id === 'terugkijken')).toEqual([]);
  });

  test.each([
    ['houden', 'houden'],
    ['houden', 'loslaten'],
    ['loslaten', 'houden'],
  ])('%s and %s: it stays as it is', (one, other) => {
    const { rules } = given(askedAgain(), ...looksBack(anne, one))
      .when(...looksBack(bram, other))
      .then(anne.hears('revealed'));
    expect(shared(rules).agreements).toMatchObject([{ change: null, due: [expect.anything(), expect.anything()] }]);
    for (const who of [anne, bram]) expect(rules.bookOf(who.id).map(({ scenario }) => scenario)).toContain('afspraak');
  });

  test('one wants it otherwise: its own sentence comes back at the next moment, with the old words above it', () => {
    const { rules } = given(askedAgain(), ...looksBack(anne, 'aanpassen'), ...looksBack(bram, 'loslaten'));
    const happening = rules.begin();
    time.is('2026-12-09T20:00')(rules);
    expect(questionsTo(anne, happening)).toEqual([['afspraak', quoted[0]]]);
    expect(questionsTo(bram, happening)).toEqual([['afspraak', quoted[1]]]);
    for (const who of [anne, bram]) {
      who.says('Als we moe zijn, dan slapen we eerst')(rules);
      who.taps('seal')(rules);
    }
    for (const act of bothKeep) act(rules);
    expect(shared(rules).agreements).toMatchObject([
      { change: null, due: [expect.anything(), expect.anything(), expect.anything()] },
    ]);
    expect(JSON.stringify(shared(rules).agreements)).not.toContain('thee');
  });

  test('said anew and not kept by both, the old one stays', () => {
    const { rules } = given(askedAgain(), ...looksBack(anne, 'aanpassen'), ...looksBack(bram, 'houden'));
    livesUntil('2026-12-14')(rules);
    expect(JSON.stringify(shared(rules).agreements)).toContain('thee');
  });

  test('where its question is gone, one that fits any agreement takes its place', () => {
    const { rules } = given(askedAgain(), ...looksBack(anne, 'aanpassen'), ...looksBack(bram, 'houden'));
    rules.changeCouple(anne.id, ({ agreements }) => ({
      agreements: agreements.map((one) => ({ ...one, scenario: 'weg' })),
    }));
    const happening = rules.begin();
    time.is('2026-12-09T20:00')(rules);
    expect(questionsTo(anne, happening).map(([id]) => id)).toEqual(['opnieuw']);
  });

  test('an answer that stays closed changes nothing', () => {
    const { rules } = given(askedAgain(), ...looksBack(anne, 'aanpassen'), bram.taps('else'), bram.taps('notYet'));
    expect(shared(rules).agreements).toMatchObject([{ change: null }]);
  });
});

describe('what is kept of it', () => {
  test('is gone with the page: taken away, erased, or once its time is over', () => {
    const takesAway = [
      anne.does({ type: 'showBook' }),
      anne.taps('leaf', { arg: 'kept' }),
      anne.taps('removePage'),
      anne.taps('removePageNow'),
    ];
    const erases = [
      bram.does({ type: 'erase' }),
      bram.taps('erase', { arg: 'answers' }),
      bram.taps('eraseNow', { arg: 'answers' }),
    ];
    for (const acts of [takesAway, erases, [time.passes(days(181))]]) {
      const { rules } = given(kept(), ...acts);
      expect(shared(rules).agreements).toEqual([]);
    }
  });

  test('kept anew, it is asked after as it would have been', () => {
    const { rules } = given(askedAgain(), ...looksBack(anne, 'houden'), ...looksBack(bram, 'houden'));
    const before = shared(rules).agreements[0]?.due;
    for (const who of [anne, bram]) {
      for (const act of [who.does({ type: 'showBook' }), who.taps('leaf', { arg: 'kept' }), who.taps('keepLonger')])
        act(rules);
    }
    expect(shared(rules).agreements[0]?.due).toEqual(before);
  });

  test('a question that is still open when the page goes quotes nothing any more', () => {
    const { rules } = given(askedAgain());
    for (const act of [
      bram.does({ type: 'showBook' }),
      bram.taps('leaf', { arg: 'kept' }),
      bram.taps('removePage'),
      bram.taps('removePageNow'),
    ])
      act(rules);
    const happening = rules.begin();
    anne.does({ type: 'askQuestion' })(rules);
    expect(questionsTo(anne, happening)).toEqual([['terugkijken', ['', '']]]);
    for (const act of [...looksBack(anne, 'loslaten'), ...looksBack(bram, 'loslaten')]) act(rules);
    expect(happening.events.map(({ type }) => type)).not.toContain('agreementLetGo');
  });
});

describe('deep words', () => {
  const deeper = (who: Someone, isOn: boolean) => (rules: Rules) => {
    rules.change(who.id, ({ consents }) => ({
      consents: { ...consents, deeper: isOn ? { version: 1, at: 0 } : null },
    }));
  };
  const asked = (hasBoth: boolean) => {
    const { rules } = given(kept(), deeper(anne, true), deeper(bram, hasBoth), livesUntil('2026-12-06'));
    rules.changeCouple(anne.id, ({ agreements }) => ({
      agreements: agreements.map((one) => ({ ...one, scenario: 'diep' })),
    }));
    return rules;
  };

  test('are quoted behind a line that tells nothing, and not to whoever has deeper questions off', () => {
    const rules = asked(false);
    const happening = rules.begin();
    time.is('2026-12-07T20:00')(rules);
    const heard = (who: Someone) =>
      happening.heard.flatMap(({ notice }) => (notice.to === who.id && notice.say ? [notice.say.name] : []));
    expect(heard(anne)).toContain('folded');
    expect(heard(bram)).toEqual([]);
  });
});
