import { describe, expect, test } from 'vitest';
import type { SayParams } from '../../../src/core/notice.js';
import {
  allowsVoice,
  anne,
  anotherRound,
  bothAnswer,
  bram,
  days,
  erasesAll,
  given,
  happened,
  leaves,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { ring } from '../prompts.js';
import { texts, pagesSeen } from './leafing.js';

/** The book: what both opened, paged through by one of them, and nobody the wiser. */

const looks = (who: Someone): Act => who.does({ type: 'showBook' });
const opens = (who: Someone): readonly Act[] => [looks(who), who.taps('leaf', { arg: 'all' })];
const twoPages = [...bothAnswer('Annes eerste', 'Brams eerste'), ...anotherRound('Annes tweede', 'Brams tweede')];
const kept = (who: Someone, arg: string): Act => who.presses('keeping', { arg });
const erasesWords = (who: Someone): readonly Act[] => [
  who.does({ type: 'erase' }),
  who.taps('erase', { arg: 'answers' }),
  who.taps('eraseNow', { arg: 'answers' }),
];

describe('/boek', () => {
  test('says what it is, and that leafing is not seen; the other hears nothing of it', () => {
    given(settledCouple())
      .when(...opens(anne))
      .then(
        happened('bookShown', 'pageShown'),
        anne.hears('book', 'page'),
        anne.reads('book', { isPaired: true, isEmpty: false }),
        bram.hears(),
      );
  });

  test('is empty before anything opened, and has nothing to leaf through', () => {
    given(pairedCouple(), anne.says('een half antwoord'))
      .when(looks(anne))
      .then(
        anne.reads('book', { isEmpty: true }),
        that(({ heard }) => {
          expect(heard.flatMap(({ notice }) => notice.keys)).toEqual([]);
        }),
      );
  });

  test('pages from the newest to the oldest, own half first, protected', () => {
    const story = given(pairedCouple(), ...twoPages);
    story.when(...opens(anne)).then(
      that(({ heard }) => {
        const page = heard.find(({ notice }) => notice.say?.name === 'page')?.notice;
        expect(texts(page?.say?.params as SayParams['page'])).toEqual(['Annes tweede', 'Brams tweede']);
        expect(page?.isProtected).toBe(true);
      }),
    );
    story.when(anne.taps('older')).then(
      that((happening) => {
        expect(pagesSeen(anne, happening)).toEqual([['Annes eerste', 'Brams eerste']]);
      }),
    );
    story.when(anne.taps('newer')).then(
      that((happening) => {
        expect(pagesSeen(anne, happening)).toEqual([['Annes tweede', 'Brams tweede']]);
      }),
    );
  });

  test('goes on from what the couple still has to what lies in each one’s book', () => {
    given(pairedCouple(), ...bothAnswer('Annes eerste', 'Brams eerste'), time.passes(days(8)))
      .when(...opens(bram))
      .then(
        that((happening, rules) => {
          expect(rules.coupleOf(bram.id).opened).toEqual([]);
          expect(pagesSeen(bram, happening)).toEqual([['Brams eerste', 'Annes eerste']]);
        }),
      );
  });

  test('shows nothing of a pass, and one’s own words beside it', () => {
    const passed = [anne.taps('else'), anne.taps('live'), bram.says('Brams woorden'), bram.taps('seal')];
    for (const later of [0, days(8)]) {
      given(pairedCouple(), ...passed, time.passes(later))
        .when(...opens(bram), looks(anne))
        .then(
          anne.reads('book', { isEmpty: true }),
          that((happening) => {
            expect(pagesSeen(bram, happening)).toEqual([['Brams woorden']]);
          }),
        );
    }
  });

  test('plays the voices of a page when asked, to whoever asks', () => {
    given(pairedCouple(), allowsVoice(anne), anne.speaks('stem'), anne.taps('seal'), bram.says('b'), bram.taps('seal'))
      .when(...opens(bram), bram.taps('playVoices'))
      .then(
        bram.hears('book', 'page', 'partnerVoice'),
        bram.reads('partnerVoice', { partner: 'Anne', fileId: 'stem' }),
        anne.hears(),
      );
  });

  test('draws anew what both wrote', () => {
    const line = 'als jij stil wordt, dan ga ik harder praten';
    const drawn = given(pairedCouple({ prompts: [{ ...ring, isOpening: true }] }), ...bothAnswer(line, line));
    drawn.when(...opens(anne), anne.taps('drawing')).then(anne.hears('book', 'page', 'loop'), bram.hears());
    expect(() => given(settledCouple(), ...opens(anne), anne.taps('drawing'))).toThrow('never shown');
  });

  test('leads to a listening round about a page', () => {
    given(settledCouple(), ...opens(anne))
      .when(anne.taps('talkPage'))
      .then(happened('listeningOffered'), bram.hears());
  });
});

describe('a page shows both halves', () => {
  const seenAfter = (how: readonly Act[], later: number, who: Someone = anne) => {
    const { rules } = given(pairedCouple(), ...how, time.passes(later));
    const happening = rules.begin();
    for (const act of opens(who)) {
      try {
        act(rules);
      } catch {
        return [];
      }
    }
    return pagesSeen(who, happening);
  };
  const both = [...bothAnswer('Annes', 'Brams')];
  const year = [kept(anne, '365'), kept(bram, '365')];

  test('until the shorter of both keep times, counted from the question', () => {
    expect(seenAfter(both, days(89))).toEqual([['Annes', 'Brams']]);
    expect(seenAfter(both, days(91))).toEqual([]);
    expect(seenAfter([kept(bram, '7'), ...both], days(6))).toEqual([['Annes', 'Brams']]);
    expect(seenAfter([kept(bram, '7'), ...both], days(7) + 1)).toEqual([]);
  });

  test('for 180 days at most, and is one’s own from then on', () => {
    expect(seenAfter([...year, ...both], days(179))).toEqual([['Annes', 'Brams']]);
    expect(seenAfter([...year, ...both], days(181))).toEqual([['Annes']]);
    expect(seenAfter([...year, ...both], days(366))).toEqual([]);
  });

  test.each([
    ['takes it out', [...opens(bram), bram.taps('removePage'), bram.taps('removePageNow')]],
    ['erases their words', erasesWords(bram)],
    ['wants words kept for a shorter time', [kept(bram, '7')]],
  ])('until one of them %s: then it is gone for both, without a word', (_, acts) => {
    for (const later of [0, days(8)]) {
      const { rules } = given(pairedCouple(), ...twoPages.slice(0, 4), time.passes(later));
      const happening = rules.begin();
      for (const act of acts) act(rules);
      expect(happening.heard.filter(({ notice }) => notice.to === anne.id)).toEqual([]);
      rules.passTo(rules.now() + days(8));
      for (const who of [anne, bram]) {
        const after = rules.begin();
        looks(who)(rules);
        who.reads('book', { isEmpty: true })(after, rules);
        expect(rules.bookOf(who.id)).toEqual([]);
      }
    }
  });

  test('while the two are a couple: from then on each has their own, also of what never lay in a book', () => {
    for (const later of [0, days(8)]) {
      for (const ends of [leaves(bram), erasesAll(bram)]) {
        given(pairedCouple(), ...both, time.passes(later), ...ends)
          .when(...opens(anne))
          .then(
            anne.reads('book', { isPaired: false }),
            anne.reads('page', { isPaired: false, theirs: null }),
            that((happening) => {
              expect(pagesSeen(anne, happening)).toEqual([['Annes']]);
            }),
          );
      }
    }
  });

  test('also to whoever looks while the other has stopped', () => {
    given(pairedCouple(), ...both, bram.does({ type: 'stop' }))
      .when(...opens(anne))
      .then(
        that((happening) => {
          expect(pagesSeen(anne, happening)).toEqual([['Annes', 'Brams']]);
        }),
      );
  });
});

describe('taking a page out', () => {
  test('asks first, and shows the page again when it is left', () => {
    given(settledCouple(), ...opens(anne))
      .when(anne.taps('removePage'))
      .then(happened('removalAsked'), anne.reads('removalAsked', { partner: 'Bram' }))
      .when(anne.taps('samePage'))
      .then(happened('pageShown'));
  });

  test('shows the page beside it', () => {
    given(pairedCouple(), ...twoPages, ...opens(anne), anne.taps('removePage'))
      .when(anne.taps('removePageNow'))
      .then(
        anne.hears('pageRemoved', 'page'),
        bram.hears(),
        that((happening) => {
          expect(pagesSeen(anne, happening)).toEqual([['Annes eerste', 'Brams eerste']]);
        }),
      );
  });

  test('leaves what can be done under the answers as it was', () => {
    given(pairedCouple(), ...bothAnswer(), ...opens(anne), anne.taps('removePage'), anne.taps('removePageNow'))
      .when(bram.taps('thank'), bram.taps('tellMore'))
      .then(happened('thanked', 'moreAsked'));
  });

  test('of one’s own half alone takes nothing from the other', () => {
    const year = [kept(anne, '365'), kept(bram, '365')];
    const { rules } = given(pairedCouple(), ...year, ...bothAnswer('Annes', 'Brams'), time.passes(days(190)));
    for (const act of [...opens(anne), anne.taps('removePage'), anne.taps('removePageNow')]) act(rules);
    expect([rules.bookOf(anne.id).length, rules.bookOf(bram.id).length]).toEqual([0, 1]);
  });

  test('that was shown with both halves, once the two are no couple, takes nothing from the other', () => {
    for (const later of [0, days(8)]) {
      const shown = [...bothAnswer('Annes', 'Brams'), time.passes(later), ...opens(bram)];
      given(pairedCouple(), ...shown, ...leaves(bram))
        .when(bram.taps('removePage'))
        .then(bram.reads('removalAsked', { partner: null }))
        .when(bram.taps('removePageNow'), ...opens(anne))
        .then(
          that((happening) => {
            expect(pagesSeen(anne, happening)).toEqual([['Annes']]);
          }),
        );
    }
  });

  test('can be done by whoever has stopped, in a breather and in a listening round', () => {
    const shown = given(settledCouple(), ...opens(anne), anne.taps('removePage'), anne.does({ type: 'callBreather' }));
    shown.when(anne.taps('removePageNow')).then(anne.hears('pageRemoved', 'book'));
    const stopped = given(settledCouple(), ...opens(anne), anne.taps('removePage'), anne.does({ type: 'stop' }));
    stopped.when(looks(anne)).then(refused('has-stopped'));
    stopped.when(anne.taps('removePageNow')).then(anne.hears('pageRemoved', 'book'));
  });
});

describe('two who leaf at once', () => {
  test('each see their own place, and nothing of the other’s', () => {
    const leafs = (who: Someone) => [...opens(who), who.taps('older'), who.taps('newer'), who.taps('older')];
    const [hers, his] = [leafs(anne), leafs(bram)];
    const pages = [['tweede'], ['eerste'], ['tweede'], ['eerste']];
    given(pairedCouple(), ...twoPages)
      .when(...hers.flatMap((act, index) => [act, his[index] ?? act]))
      .then(
        that((happening) => {
          for (const who of [anne, bram]) {
            const own = who === anne ? 'Annes' : 'Brams';
            expect(pagesSeen(who, happening).map(([first]) => first)).toEqual(
              pages.map(([page]) => `${own} ${page ?? ''}`),
            );
          }
        }),
        anne.hears('book', 'page', 'page', 'page', 'page'),
        bram.hears('book', 'page', 'page', 'page', 'page'),
      );
  });

  test('may both take out the page that lies before them: the second hears that it is gone', () => {
    given(pairedCouple(), ...twoPages, ...opens(anne), ...opens(bram), anne.taps('removePage'), bram.taps('removePage'))
      .when(anne.taps('removePageNow'), bram.taps('removePageNow'))
      .then(anne.hears('pageRemoved', 'page'), bram.hears('pageMissed', 'page'));
  });
});

describe('a button on a page that is gone', () => {
  test.each(['older', 'playVoices', 'drawing', 'removePageNow', 'samePage', 'talkPage'] as const)(
    '%s says so, and shows the nearest page',
    (name) => {
      const { rules } = given(pairedCouple(), ...twoPages, ...opens(anne));
      const { slot, step, arg } = rules.buttonsOf(anne.id).findLast((button) => button.name === 'removePage') ?? {};
      for (const act of [...opens(bram), bram.taps('removePage'), bram.taps('removePageNow')]) act(rules);
      const happening = rules.begin();
      anne.presses(name, { slot: slot ?? '', step: step ?? 0, arg: arg ?? '' })(rules);
      const said = happening.heard.flatMap(({ notice }) => notice.say?.name ?? []);
      expect(said).toEqual(['pageMissed', 'page']);
      expect(pagesSeen(anne, happening)).toEqual([['Annes eerste', 'Brams eerste']]);
    },
  );

  test.each(['keepPage', 'talkPage'] as const)(
    '%s is for two, and shows the page as it is now where it is one’s own alone',
    (name) => {
      const year = [kept(anne, '365'), kept(bram, '365')];
      const shown = [...year, ...bothAnswer('Annes', 'Brams'), ...opens(bram)];
      for (const ends of [leaves(anne), erasesAll(anne), [time.passes(days(181))]]) {
        given(pairedCouple(), ...shown, ...ends)
          .when(bram.taps(name))
          .then(
            bram.reads('page', { theirs: null }),
            bram.hears('page'),
            anne.hears(),
            that((happening) => {
              expect(pagesSeen(bram, happening)).toEqual([['Brams']]);
            }),
          );
      }
    },
  );

  test('shows the front of the book when there is no page left, whatever a clever hand sends', () => {
    given(pairedCouple())
      .when(anne.presses('newer', { slot: 'weg', step: 3, arg: 'onzin' }))
      .then(anne.hears('pageMissed', 'book'));
  });
});
