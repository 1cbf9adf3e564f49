import { describe, expect, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  inviter,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
} from '../support/given.js';
import type { Rules } from './stage.js';

const keeps = (who: typeof anne, arg: string) => [
  who.does({ type: 'showSettings', view: 'all' }),
  who.taps('settings', { arg: 'keeping' }),
  who.taps('keeping', { arg }),
];
const erases = (what: string) => [
  anne.does({ type: 'erase' }),
  anne.taps('erase', { arg: what }),
  anne.taps('eraseNow', { arg: what }),
];

describe('the book', () => {
  test('keeps what opened for 90 days from the question, each their own words', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer('Annes woorden', 'Brams woorden'), time.passes(days(8)));
    expect(rules.bookOf(anne.id)).toHaveLength(1);
    expect(JSON.stringify(rules.bookOf(anne.id))).not.toContain('Brams');
    time.passes(days(82))(rules);
    expect(rules.bookOf(anne.id)).toEqual([]);
  });

  test('is shortened for both by the shorter wish', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...keeps(bram, '7'));
    expect([rules.bookOf(anne.id), rules.bookOf(bram.id)]).toEqual([[], []]);
  });

  const books = (rules: Rules) => [rules.bookOf(anne.id), rules.bookOf(bram.id)];
  const again: readonly Act[] = [anne.does({ type: 'askQuestion' }), ...bothAnswer('Annes tweede', 'Brams tweede')];

  test('gets nothing back by a longer wish, also of what is open and not in it yet', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...again);
    expect(books(rules).map((book) => book.length)).toEqual([1, 1]);
    for (const act of [...keeps(anne, '7'), ...keeps(anne, '365'), ...keeps(bram, '365')]) act(rules);
    expect(books(rules)).toEqual([[], []]);
    time.passes(days(8))(rules);
    expect(books(rules)).toEqual([[], []]);
  });

  test.each([
    ['one wants longer', [...keeps(anne, '365')], 90],
    ['one wants longer and the other shorter', [...keeps(anne, '365'), ...keeps(bram, '30')], 30],
    ['both want longer', [...keeps(anne, '365'), ...keeps(bram, '365')], 365],
  ])('keeps what opens from then on for the shorter wish: %s', (_, wishes, kept) => {
    const { rules } = given(pairedCouple(), ...wishes, ...bothAnswer());
    time.passes(days(8))(rules);
    expect(books(rules).map((book) => book.length)).toEqual([1, 1]);
    const [entry] = rules.bookOf(anne.id);
    expect(entry === undefined ? null : (entry.until - entry.askedAt) / days(1)).toBe(kept);
    time.passes(days(Math.min(kept, 90) - 9))(rules);
    expect(books(rules).map((book) => book.length)).toEqual([1, 1]);
  });
});

describe('/export', () => {
  test('sends two files without a word or name of the partner, and waits a while before the next', () => {
    given(
      pairedCouple(),
      ...bothAnswer('Annes woorden', 'Brams geheim'),
      bram.says('Brams reactie'),
      bram.taps('sendReaction'),
    )
      .when(anne.does({ type: 'exportData' }))
      .then(
        anne.hears('exported', 'exported'),
        that(({ heard }) => {
          const said = JSON.stringify(heard.map(({ notice }) => notice.say));
          expect(said).toContain('Annes woorden');
          expect(said).not.toMatch(/Bram/u);
        }),
      )
      .when(anne.does({ type: 'exportData' }))
      .then(refused('export-too-soon', { minutes: 10 }))
      .when(time.passes(minutes(11)), anne.does({ type: 'exportData' }))
      .then(anne.reads('exported'));
  });
});

describe('/wis', () => {
  test('of the answers takes one’s own words, and the other sees silence', () => {
    given(pairedCouple(), anne.says('geheim'), anne.taps('seal'))
      .when(...erases('answers'))
      .then(bram.hears(), anne.hears('eraseAsked', 'eraseExplained', 'answersErased'))
      .when(bram.says('x'), bram.taps('seal'))
      .then(bram.hears('draft', 'sealed'), anne.hears());
  });
});

describe('a listening round', () => {
  const begun = (protocol: string): readonly Act[] => [
    anne.does({ type: 'listen' }),
    anne.taps('listenMenu'),
    anne.taps('listenChoose', { arg: protocol }),
    anne.taps('listenInvite', { arg: protocol, step: 0 }),
    bram.taps('listenNow'),
    anne.taps('listenReady', { arg: 'calm' }),
    bram.taps('listenReady', { arg: 'some' }),
  ];
  const delivers = (who: typeof anne, words: string): readonly Act[] => [
    who.says(words),
    who.taps('listenDone'),
    time.passes(21_000),
  ];
  /** Anne told, Bram said it back and put something by for himself; now it is Anne's turn to nod, and she adds a note. */
  const underWay = [
    ...begun('spiegelen'),
    bram.says('Brams notitie'),
    ...delivers(anne, 'Annes verhaal'),
    anne.says('Annes notitie'),
    ...delivers(bram, 'Brams spiegel'),
    anne.taps('listenOption', { arg: 'bijna' }),
    anne.says('Annes half begin'),
  ];
  /** Two letters, the thank-you, with an agreement. */
  const over = [
    ...begun('tien-en-tien'),
    anne.says('Annes brief'),
    anne.taps('listenDone'),
    ...delivers(bram, 'Brams brief'),
    anne.taps('listenDone'),
    bram.taps('listenDone'),
    ...[anne, bram].flatMap((one) => [one.taps('listenMore'), one.taps('listenTension', { arg: 'calm' })]),
    bram.taps('listenPlan'),
    bram.says('Brams afspraak'),
    bram.taps('listenPlanSend'),
  ];
  const everything = (rules: Rules) => JSON.stringify([rules.coupleOf(anne.id), rules.personOf(anne.id)]);

  test('is sent with one’s own drafts, notes and what one said, and nothing of the other', () => {
    const own = ['Annes verhaal', 'Annes notitie', 'Annes half begin'];
    given(settledCouple(), ...underWay)
      .when(anne.does({ type: 'exportData' }))
      .then(
        that(({ heard }) => {
          const said = JSON.stringify(heard.map(({ notice }) => notice.say));
          for (const words of own) expect(said).toContain(words);
          expect(said).not.toMatch(/Bram/u);
        }),
      );
    given(settledCouple(), ...over)
      .when(bram.does({ type: 'exportData' }))
      .then(
        that(({ heard }) => {
          const said = JSON.stringify(heard.map(({ notice }) => notice.say));
          expect(said).toContain('Brams afspraak');
          expect(said).toContain('Brams brief');
          expect(said).not.toMatch(/Anne/u);
        }),
      );
  });

  test('that goes on loses the words of whoever erases them, and the other sees silence', () => {
    given(settledCouple(), ...underWay)
      .when(...erases('answers'))
      .then(
        bram.hears(),
        anne.hears('eraseAsked', 'eraseExplained', 'answersErased'),
        that((_, rules) => {
          expect(everything(rules)).not.toMatch(/Annes/u);
          expect(everything(rules)).toMatch(/Brams notitie.*Brams spiegel/u);
        }),
      )
      .when(anne.tapsOld('listenDone'))
      .then(bram.hears(), refused('stale-button'))
      .when(anne.does({ type: 'listen' }))
      .then(anne.hears('listenStart'), bram.hears());
  });

  test('holds back what was about to go when its writer erases it', () => {
    given(settledCouple(), ...begun('alleen-luisteren'), anne.says('geheim'), anne.taps('listenDone'))
      .when(...erases('answers'), time.passes(60_000))
      .then(
        bram.hears(),
        that((_, rules) => {
          expect(everything(rules)).not.toContain('geheim');
        }),
      );
  });

  test('that is over keeps only the words of the other', () => {
    given(settledCouple(), ...over)
      .when(...erases('answers'))
      .then(
        bram.hears(),
        that((_, rules) => {
          expect(everything(rules)).not.toMatch(/Annes/u);
          expect(rules.coupleOf(anne.id).heard).toMatchObject({
            said: [{ by: bram.id }],
            plan: { text: 'Brams afspraak' },
          });
        }),
      )
      .when(bram.does({ type: 'erase' }), bram.taps('erase', { arg: 'answers' }), bram.taps('eraseNow'))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).heard).toMatchObject({ said: [], plan: null, tension: {} });
        }),
      );
  });

  test('that was only agreed on is still to come', () => {
    given(settledCouple(), anne.does({ type: 'listen' }), anne.taps('listenInvite', { step: 0 }))
      .when(...erases('answers'), bram.taps('listenNow'))
      .then(anne.reads('listenReady'), bram.reads('listenReady'));
  });
});

describe('silence', () => {
  test('is asked about after half a year, and ends after seven months', () => {
    const story = given(inviter(), time.passes(days(182)));
    story.when(time.passes(days(3))).then(anne.hears('stayAsked'));
    story.when(time.passes(days(31))).then(anne.hears('erasedInSilence'), anne.is({ consent: null }));
  });

  test('asks nobody who stopped, and erases them unheard', () => {
    given(settledCouple(), anne.does({ type: 'stop' }))
      .when(time.passes(days(250)))
      .then(anne.hears(), anne.is({ consent: null }));
  });
});
