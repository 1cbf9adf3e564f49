import { describe, expect, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  inviter,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
} from '../support/given.js';
import { listens } from '../support/listening.js';
import { over, underWay } from './listened.js';
import { draftOf } from './looks.js';
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
  const everything = (rules: Rules) => JSON.stringify([rules.coupleOf(anne.id), rules.personOf(anne.id)]);

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
    given(settledCouple(), ...listens('alleen-luisteren'), anne.says('geheim'), anne.taps('listenDone'))
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

describe('/wis, of the answers', () => {
  const kept = (rules: Rules) => JSON.stringify([rules.coupleOf(anne.id), rules.personOf(anne.id)]);

  test('takes every word that is still somewhere: put away, in the open question, in what waits for a tap', () => {
    given(
      settledCouple(),
      ...[time.is('2026-11-23T20:00'), anne.says('Annes eerste'), time.is('2026-11-25T20:00')],
      ...[anne.says('Annes tweede'), anne.taps('seal'), anne.says('Annes derde'), anne.speaks('Annes stem')],
      ...erases('answers'),
    ).then(
      that((_, rules) => {
        const { answers, pending, heldVoices } = rules.personOf(anne.id);
        expect(kept(rules)).not.toMatch(/Annes/u);
        expect([pending, heldVoices]).toEqual([null, []]);
        expect(Object.values(answers).map(({ state }) => state)).toEqual(['draft', 'draft']);
      }),
    );
  });

  test('makes the cards of what was there out of date', () => {
    given(pairedCouple(), anne.says('geheim'), ...erases('answers'))
      .when(anne.tapsOld('seal'))
      .then(refused('stale-button'), bram.hears());
  });

  test('takes one’s line of a breather, sealed or not, and leaves the other’s', () => {
    const choosing = [anne.does({ type: 'callBreather' }), time.passes(minutes(31))];
    const both = [anne, bram].map((one) => one.taps('breathBack'));
    const lines = [anne, bram].map((one) => one.taps('breathChoice', { arg: 'oneLine' }));
    given(settledCouple(), ...choosing, ...both, ...lines)
      .when(anne.says('Annes regel'), anne.taps('breathSeal'), bram.says('Brams regel'), ...erases('answers'))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).breather?.lines).toMatchObject({ [bram.id]: { text: 'Brams regel' } });
          expect(kept(rules)).not.toMatch(/Annes/u);
        }),
      )
      .when(bram.taps('breathSeal'))
      .then(anne.hears(), bram.hears('breatherLineSealed'));
  });

  test('of words that stayed closed leaves nothing to share after all', () => {
    given(pairedCouple(), bram.taps('else'), bram.taps('live'), anne.says('Annes woorden'), anne.taps('seal'))
      .when(...erases('answers'), anne.tapsOld('shareAnyway'))
      .then(happened('eraseAsked', 'eraseExplained', 'answersErased'), bram.hears());
  });

  test('is gone from the book as well, one’s own and not the other’s', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...erases('answers'));
    expect([rules.bookOf(anne.id), rules.bookOf(bram.id)].map(({ length }) => length)).toEqual([0, 1]);
  });

  test('can be thought better of, and asks for nothing that was not offered', () => {
    given(pairedCouple(), anne.says('blijft'), anne.does({ type: 'erase' }), anne.taps('erase', { arg: 'answers' }))
      .when(anne.taps('keepIt'))
      .then(happened('eraseDropped'), draftOf(anne, ['blijft']));
    for (const name of ['erase', 'eraseNow'] as const) {
      given(pairedCouple())
        .when((rules) => {
          rules.press({ name, slot: '', step: 0, arg: 'half' }, anne.id, { name: 'Anne' });
        })
        .then(refused('stale-button'));
    }
  });

  test('can be of the chat alone, and then all stays as it was', () => {
    given(pairedCouple(), anne.says('blijft'))
      .when(...erases('chat'))
      .then(happened('eraseAsked', 'eraseExplained', 'chatCleared'), draftOf(anne, ['blijft']), bram.hears());
  });

  test('and of anything else there is nothing before somebody agreed', () => {
    given({}, anne.starts())
      .when(anne.does({ type: 'exportData' }))
      .then(refused('nothing-kept'));
    given({}, anne.starts())
      .when(anne.does({ type: 'erase' }))
      .then(happened('declined'));
  });
});

describe('what never opened, when the other leaves', () => {
  test('is kept two weeks for whoever stays, and not for who left', () => {
    const { rules } = given(
      ...[settledCouple(), time.is('2026-11-23T20:00'), anne.says('Annes half'), time.is('2026-11-25T20:00')],
      ...[anne.says('Annes open'), bram.says('Brams half'), bram.does({ type: 'stop' }), bram.taps('unpair')],
    );
    const mine = rules.bookOf(anne.id);
    expect(mine.map(({ openedAt, answer }) => [openedAt, JSON.stringify(answer).includes('Annes')])).toEqual(
      expect.arrayContaining([[null, true]]) as unknown,
    );
    expect(mine.filter(({ openedAt }) => openedAt === null)).toHaveLength(2);
    expect(rules.bookOf(bram.id).filter(({ openedAt }) => openedAt === null)).toEqual([]);
    time.passes(days(15))(rules);
    expect(rules.bookOf(anne.id).filter(({ openedAt }) => openedAt === null)).toEqual([]);
  });
});

test('the buttons about one’s data do what the commands do', () => {
  given(pairedCouple()).when(anne.presses('exportData')).then(happened('exported'));
  given(pairedCouple()).when(anne.presses('eraseData')).then(happened('eraseAsked'));
  given(pairedCouple()).when(anne.presses('stay')).then(happened('stayed'));
});
