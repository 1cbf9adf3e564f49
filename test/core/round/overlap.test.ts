import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/core/person.js';
import {
  allowsVoice,
  anne,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  refused,
  that,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { sees } from '../chat.js';
import type { Rules } from '../stage.js';
import { picks, seals, withOverlap } from './overlaps.js';

/** A question of which only what both tapped opens: by the clock, to each at their own hour, sealed once. */

const wednesday = time.is('2026-11-25T20:00');
const asked = (...acts: readonly Act[]) => given(withOverlap(), ...acts);
const inNewYork = (...acts: readonly Act[]) =>
  given(withOverlap({ zones: { 2: 'America/New_York' } }), time.is('2026-11-24T12:00'), ...acts);

/** «Hier tik je alleen», and nothing else. */
const tapsOnly =
  (who: Someone): Expectation =>
  (happening, rules) => {
    who.hears('refused')(happening, rules);
    who.reads('refused', { refusal: 'tap-here-only' })(happening, rules);
  };

const kept = (rules: Rules) =>
  [anne, bram].flatMap(({ id }) => Object.values(rules.personOf(id).answers).flatMap((answer) => answer.picks));

describe('a question of which only what both tapped opens', () => {
  test('is tapped, and sealed once: no word of when the other did', () => {
    asked(...picks(anne, 'zee', 'koken'))
      .when(anne.taps('seal'))
      .then(happened('answerSealed'), anne.reads('sealed', { opens: 'by-clock' }), bram.hears())
      .when(...seals(bram, 'koken', 'dansen'))
      .then(
        happened('draftChanged', 'draftChanged', 'answerSealed'),
        bram.reads('sealed', { opens: 'by-clock' }),
        anne.hears(),
      );
  });

  test('opens at the next moment, and takes it; not a word of what only one tapped', () => {
    asked(...seals(anne, 'zee', 'koken'), ...seals(bram, 'koken', 'dansen'), time.is('2026-11-25T19:59'))
      .when(wednesday)
      .then(
        anne.hears('overlapOpened'),
        bram.hears('overlapOpened'),
        anne.reads('overlapOpened', {
          answer: { state: 'sealed', picks: ['koken'], pieces: [], step: 0 },
          canAgree: false,
        }),
        bram.reads('overlapOpened', { answer: { state: 'sealed', picks: ['koken'], pieces: [], step: 0 } }),
        that((_, rules) => {
          expect(kept(rules)).toEqual(['koken', 'koken']);
        }),
      )
      .when(time.is('2026-11-28T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('can be kept and nothing else: there is nobody to thank for it', () => {
    asked(...seals(anne, 'koken'), ...seals(bram, 'koken'), time.is('2026-11-25T19:59'))
      .when(wednesday)
      .then(
        sees(
          bram,
          '~ draft: no keys',
          '~ prompt: no keys',
          '+ reveal: overlapOpened [keepPage:reveal] (reveal, protected)',
        ),
      )
      .when(anne.says('leuk'))
      .then(refused('no-question'), bram.hears());
  });

  test('says nothing of where they have nothing in common: it is one that nobody answered', () => {
    const untouched = asked(time.is('2026-11-25T19:59')).when(wednesday);
    untouched.then(anne.hears('rested', 'prompt'), bram.hears('rested', 'prompt'));
    asked(...seals(anne, 'zee'), ...seals(bram, 'dansen'), time.is('2026-11-25T19:59'))
      .when(wednesday)
      .then(
        anne.hears('rested', 'prompt'),
        anne.reads('rested', { hadSealed: true, isLast: false }),
        bram.hears('rested', 'prompt'),
        that((_, rules) => {
          expect(kept(rules)).toEqual([]);
          expect(rules.coupleOf(anne.id)).toMatchObject({ unanswered: 1, opened: [{}] });
        }),
      );
  });

  test('with what the other tapped and left unsealed looks the same as silence', () => {
    const lives = [[], picks(bram, 'zee'), seals(bram, 'dansen'), [bram.taps('else'), bram.taps('skip')]].map(
      (acts) => {
        const seen: unknown[] = [];
        asked(...seals(anne, 'zee'), ...acts, time.is('2026-11-25T19:59'))
          .when(
            wednesday,
            time.passes(days(1)),
            anne.does({ type: 'showBook' }),
            anne.does({ type: 'start', sender: { name: 'Anne' }, code: null }),
          )
          .then(
            that(({ heard }) => {
              seen.push(
                ...heard
                  .filter(({ notice }) => notice.to === anne.id)
                  .map(({ notice: { say, act } }) => ({ act, say })),
              );
            }),
          );
        return JSON.stringify(seen);
      },
    );
    // Which of the two came first in Bram's chat is drawn by nothing: only a silent life and one that sealed alone count.
    expect(lives[2]).toBe(lives[0]);
    expect(lives[3]).toBe(lives[0]);
  });

  test.each<[string, (who: Someone) => Act]>([
    ['another tap', (who) => who.presses('pick', { arg: 'zee', step: 1 })],
    ['/intrek', (who) => who.does({ type: 'withdraw' })],
    ['a word', (who) => who.says('toch liever')],
  ])('is sealed for good: %s changes nothing', (_, act) => {
    const story = asked(...seals(anne, 'koken'));
    const before = JSON.stringify(story.rules.personOf(anne.id).answers);
    const slot = story.rules.coupleOf(anne.id).round?.id ?? '';
    story.when(anne.presses('pick', { slot, arg: 'zee', step: 1 }), act(anne)).then(
      refused(_ === 'another tap' ? 'stale-button' : 'sealed-once'),
      that((__, rules) => {
        expect(JSON.stringify(rules.personOf(anne.id).answers)).toBe(before);
      }),
    );
  });

  test('takes no words, typed, spoken or in a picture, and says so once', () => {
    asked(allowsVoice(anne))
      .when(anne.says('koken'))
      .then(tapsOnly(anne), bram.hears())
      .when(anne.says('ik bedoel koken'), anne.speaks('stem'), anne.says('of zee'), anne.says('hallo?'))
      .then(anne.hears(), bram.hears());
    asked(allowsVoice(anne)).when(anne.speaks('stem')).then(tapsOnly(anne), bram.hears());
    asked()
      .when(anne.does({ type: 'sendPhoto', fileId: 'foto', caption: null, messageId: 7 }))
      .then(refused('photo-not-here'), bram.hears());
  });

  test('says so anew after ten minutes: nobody who comes back to it is left without an answer', () => {
    asked(anne.says('koken'), time.passes(minutes(11)))
      .when(anne.says('koken'))
      .then(tapsOnly(anne), bram.hears());
  });

  test('to whoever was told so is told nothing of the other, nor to the other', () => {
    asked(bram.says('zee')).when(anne.says('koken')).then(tapsOnly(anne), bram.hears());
  });

  test('says first whom to turn to where words are heavy, also once it was said', () => {
    asked(anne.says('koken'))
      .when(anne.says('ik wil niet meer leven'))
      .then(
        that(({ events }) => {
          expect(events.map(({ type }) => type)).toContain('helpOffered');
        }),
        bram.hears(),
      );
  });

  test('gives no second try to whoever erases', () => {
    asked(
      ...seals(anne, 'koken'),
      anne.does({ type: 'erase' }),
      anne.taps('erase', { arg: 'answers' }),
      anne.taps('eraseNow'),
      ...picks(anne, 'zee'),
    )
      .when(anne.taps('seal'))
      .then(refused('sealed-once'))
      .when(...seals(bram, 'koken'), wednesday)
      .then(bram.reads('rested', { hadSealed: true }));
  });

  test('takes no answer once it was put away', () => {
    const story = asked(...seals(bram, 'zee'), wednesday);
    const slot = story.rules.buttonsOf(anne.id).find(({ name }) => name === 'later')?.slot ?? '';
    story
      .when(anne.presses('pick', { slot: 'r2', arg: 'zee', step: 1 }))
      .then(refused('stale-button'))
      .when(anne.presses('later', { slot }))
      .then(refused('stale-button'));
  });
});

describe('with the two in zones apart', () => {
  const bothSeal = [...seals(anne, 'koken'), ...seals(bram, 'koken')];

  test('it opens to each at their own hour, and until then is the question before them', () => {
    inNewYork(...bothSeal)
      .when(wednesday)
      .then(anne.hears('overlapOpened'), bram.hears())
      .when(bram.does({ type: 'askQuestion' }), bram.does({ type: 'showBook' }), bram.does({ type: 'withdraw' }))
      .then(bram.hears('status', 'book'), refused('sealed-once'), bram.reads('book', { isEmpty: false }))
      .when(time.is('2026-11-26T02:00'))
      .then(anne.hears(), bram.hears('overlapOpened'))
      .when(bram.does({ type: 'withdraw' }))
      .then(refused('nothing-to-withdraw'));
  });

  test('a seal between the two hours changes nothing: it was settled', () => {
    inNewYork(...seals(anne, 'koken'))
      .when(wednesday)
      .then(anne.hears('rested', 'prompt'), bram.hears())
      .when(...seals(bram, 'koken'))
      .then(bram.hears('draft', 'sealed'), anne.hears())
      .when(time.is('2026-11-26T02:00'))
      .then(bram.hears('rested', 'prompt'), anne.hears());
  });

  test('what one erases before the other’s hour opens to nobody any more', () => {
    inNewYork(...bothSeal, wednesday)
      .when(
        anne.does({ type: 'erase' }),
        anne.taps('erase', { arg: 'answers' }),
        anne.taps('eraseNow'),
        time.is('2026-11-26T02:00'),
      )
      .then(bram.hears('rested'));
  });

  test('a breather at the other’s hour only puts it off', () => {
    inNewYork(...bothSeal, wednesday, time.passes(hours(5)), bram.does({ type: 'callBreather' }))
      .when(time.is('2026-11-29T02:00'))
      .then(bram.reads('overlapOpened'));
  });
});

test('an overlap that only one sealed stays with nobody', () => {
  asked(...seals(anne, 'koken'), wednesday, time.passes(days(20))).then(
    that((_, rules) => {
      const { id } = anne;
      expect(
        rules.coupleOf(id).rested.every(({ round }) => answerOf(rules.personOf(id), round.id).picks.length === 0),
      ).toBe(true);
    }),
  );
});
