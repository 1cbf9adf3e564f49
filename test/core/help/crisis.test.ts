import { describe, expect, test } from 'vitest';
import { crisisIn } from '../../../src/core/help/crisis.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  inviter,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Story,
} from '../../support/given.js';
import { harmless, suicidal, violent } from './crisis-sentences.js';

describe.each(['nl', 'en'] as const)('words in %s', (language) => {
  test.each(suicidal[language])('about death: %s', (sentence) => {
    expect(crisisIn(sentence)).toBe('suicide');
  });

  test.each(violent[language])('about violence: %s', (sentence) => {
    expect(crisisIn(sentence)).toBe('violence');
  });

  test.each(harmless[language])('about neither: %s', (sentence) => {
    expect(crisisIn(sentence)).toBeNull();
  });

  test('in capitals, without accents and with curled quotes are the same words', () => {
    for (const sentence of [...suicidal[language], ...violent[language]]) {
      expect(crisisIn(sentence.toUpperCase()), sentence).not.toBeNull();
      expect(crisisIn(`${'En dan nog iets. '.repeat(60)}${sentence}`), sentence).not.toBeNull();
    }
  });
});

test('spaces and signs between words make no other words of them', () => {
  expect(crisisIn('ik   wil \t dood')).toBe('suicide');
  expect(crisisIn('ik wil - dood')).toBe('suicide');
});

test('as much is looked at as Telegram lets a person send in one message', () => {
  expect(crisisIn(`${'en toen '.repeat(510)}ik wil dood`)).toBe('suicide');
  expect(crisisIn(`${'en toen '.repeat(512)}ik wil dood`)).toBeNull();
});

describe('what sounds heavy', () => {
  const heavy = 'ik wil niet meer leven';

  /** The same story with plain words in the place of the heavy ones. */
  const withAndWithout = (story: () => Story, act: (text: string) => Act) => {
    const [heavily, plainly] = [heavy, 'vandaag regende het'].map((text) => {
      const one = story();
      const heard: unknown[] = [];
      one.when(act(text)).then((happening) => {
        heard.push(...happening.heard.map(({ notice }) => notice));
      });
      return { one, heard: JSON.stringify(heard).replaceAll(text, '…') };
    });
    if (heavily === undefined || plainly === undefined) throw new Error('there are two');
    return { heavily, plainly };
  };

  const places: readonly (readonly [string, () => Story, (text: string) => Act])[] = [
    ['a draft', () => given(askedCouple()), (text) => anne.says(text)],
    ['an edit of a draft', () => given(askedCouple(), anne.says('x', { messageId: 7 })), (text) => anne.edits(7, text)],
    ['an addition', () => given(askedCouple(), anne.says('x'), anne.taps('seal')), (text) => anne.says(text)],
    ['a reaction', () => given(pairedCouple(), ...bothAnswer()), (text) => anne.says(text)],
    ['a breather', () => given(settledCouple(), anne.does({ type: 'callBreather' })), (text) => anne.says(text)],
    [
      'no question open',
      () => given(settledCouple(), time.passes(days(1)), time.is('2026-11-23T19:00')),
      (text) => anne.says(text),
    ],
    ['nobody joined yet', () => given(inviter()), (text) => anne.says(text)],
    ['somebody who stopped', () => given(askedCouple(), anne.does({ type: 'stop' })), (text) => anne.says(text)],
    [
      'an answer to a question of the bot’s own',
      () => given(settledCouple(), anne.taps('otherZone')),
      (text) => anne.says(text),
    ],
    ['a stranger', () => given({ openTo: 'everyone' }, anne.starts()), (text) => anne.says(text)],
  ];

  test.each(places)('in %s gets help, above what there would have been, for the writer alone', (_, story, act) => {
    const { heavily, plainly } = withAndWithout(story, act);
    heavily.one.then(
      anne.reads('helpOffered', { about: 'suicide' }),
      bram.hears(),
      that(({ events }) => {
        expect(events[0]?.type).toBe('helpOffered');
      }),
    );
    const person = ({ one }: typeof heavily) => JSON.stringify(one.rules.personOf(anne.id));
    expect(person(heavily).replaceAll(heavy, '…')).toBe(person(plainly).replaceAll('vandaag regende het', '…'));
  });

  test('is sealed and opens as any other answer, once it is said to be for the other', () => {
    given(askedCouple(), anne.says(heavy), anne.taps('forPartner'), anne.taps('seal'), bram.says('y'))
      .when(bram.taps('seal'))
      .then(bram.reads('revealed'), anne.reads('revealed'));
  });

  test('leads by [Bekijk] to the people it fits, and all of it goes away after five minutes or at once', () => {
    const story = given(askedCouple(), anne.says('hij slaat me'));
    story.when(anne.taps('showHelp')).then(
      happened('informed'),
      anne.reads('informed', { about: 'violence' }),
      that(({ heard }) => {
        const [sent, gone] = heard.map(({ notice }) => notice);
        expect(gone).toMatchObject({ act: 'delete', lane: 'sweep', card: sent?.card });
        expect(gone?.notBefore).toBe((heard[0]?.at ?? 0) + 5 * 60_000);
      }),
    );
    story.when(anne.taps('removeNow')).then(
      happened('briefRemoved'),
      that(({ heard }) => {
        expect(heard.map(({ notice }) => [notice.act, notice.lane, notice.notBefore])).toEqual([
          ['delete', 'reply', null],
        ]);
      }),
    );
  });
});
