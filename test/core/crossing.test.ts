import { describe, expect, test } from 'vitest';
import type { SayName } from '../../src/core/notice.js';
import {
  anne,
  bothAnswer,
  bram,
  given,
  happened,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Setting,
  type Someone,
} from '../support/given.js';
import { asksToListen, held } from '../support/listening.js';
import { revealTo, textsOf } from './looks.js';
import { request } from './prompts.js';

describe('opening', () => {
  test('happens to both in the same step, own answer first, protected, the cards closed', () => {
    given(pairedCouple(), anne.says('Het strand'), anne.taps('seal'), bram.says('De trein'), bram.speaksFreely('stem'))
      .when(bram.taps('seal'))
      .then(
        happened('answerSealed', 'answersRevealed'),
        that(({ heard }) => {
          const notices = heard.map(({ notice }) => notice);
          expect(textsOf(revealTo(anne, notices))).toEqual([['Het strand'], ['De trein', 'stem']]);
          expect(textsOf(revealTo(bram, notices))).toEqual([['De trein', 'stem'], ['Het strand']]);
          const crossing = notices.filter(({ say }) => say?.name === 'revealed' || say?.name === 'partnerVoice');
          expect(crossing.map(({ to, isProtected, lane }) => [to, isProtected, lane])).toEqual([
            [anne.id, true, 'reveal'],
            [anne.id, true, 'reveal'],
            [bram.id, true, 'reveal'],
          ]);
        }),
      );
  });

  test('makes no sound for a partner in quiet hours, neither words nor voice', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal'), time.is('2026-11-22T23:00'), bram.speaksFreely('stem'))
      .when(bram.taps('seal'))
      .then(
        that(({ heard }) => {
          const sent = heard.filter(({ notice }) => notice.to === anne.id && notice.lane === 'reveal');
          expect(sent.map(({ notice }) => [notice.say?.name, notice.isSilent])).toEqual([
            ['revealed', true],
            ['partnerVoice', true],
          ]);
        }),
      );
  });

  test('a pass leaves the partner’s words closed, and a draft that was never sealed with its writer', () => {
    const passed = () =>
      given(
        pairedCouple(),
        anne.says('nooit verzegeld'),
        anne.speaksFreely('nooit'),
        anne.taps('else'),
        anne.taps('notYet'),
        bram.says('Brams woorden'),
      );
    passed()
      .when(bram.taps('seal'))
      .then(
        anne.hears('revealed'),
        bram.hears('sealed', 'revealed'),
        that(({ heard }) => {
          const notices = heard.map(({ notice }) => notice);
          expect(revealTo(anne, notices).partner).toMatchObject({ isClosed: true, answer: { pieces: [] } });
          expect(revealTo(bram, notices).own.isClosed).toBe(true);
          const toBram = notices.filter(({ to }) => to === bram.id);
          expect(JSON.stringify(toBram)).not.toContain('nooit');
        }),
      );
  });

  test('[Toch delen] gives them after all, once', () => {
    const closed = () =>
      given(
        pairedCouple(),
        anne.taps('else'),
        anne.taps('live'),
        bram.says('woorden'),
        bram.speaksFreely('stem'),
        bram.taps('seal'),
      );
    closed()
      .when(bram.taps('shareAnyway'))
      .then(anne.hears('closedAnswer', 'partnerVoice'), bram.hears('closedAnswerSent'));
    closed().when(bram.taps('shareAnyway'), bram.taps('shareAnyway')).then(happened('closedAnswerShared'));
    closed()
      .when((rules) => {
        rules.changePrompts(() => null);
      }, bram.taps('shareAnyway'))
      .then(anne.hears('closedAnswer', 'partnerVoice'));
  });

  test('two passes close nothing', () => {
    given(pairedCouple(), anne.taps('else'), anne.taps('live'), bram.taps('else'))
      .when(bram.taps('notYet'))
      .then(
        anne.reads('revealed'),
        that(({ heard }) => {
          expect(heard.some(({ notice }) => JSON.stringify(notice.keys).includes('shareAnyway'))).toBe(false);
        }),
      );
  });
});

/** From [Luister nu] to the first step; whoever is asked about an answer of theirs holds the pen. */
const begun = (protocol: string): readonly Act[] => [
  ...asksToListen(protocol),
  bram.taps('listenNow'),
  anne.taps('listenReady', { arg: 'calm' }),
];
const both = bram.taps('listenReady', { arg: 'calm' });
const heard = [...begun('alleen-luisteren'), both, anne.says('Vandaag was zwaar.'), anne.taps('listenDone'), held];
const done = [...heard, bram.taps('listenOption', { arg: 'dank' })];
const plan = 'Als het stil wordt, dan zeggen we dat.';
const planned = [
  ...done,
  ...[anne, bram].flatMap((one) => [one.taps('listenMore'), one.taps('listenTension', { arg: 'calm' })]),
  anne.taps('listenMore'),
  anne.taps('listenPlan'),
  anne.says(plan),
];
const comesBack = [
  anne.does({ type: 'callBreather' }),
  time.passes(minutes(31)),
  ...[anne, bram].map((one) => one.taps('breathBack')),
  ...[anne, bram].map((one) => one.taps('breathChoice', { arg: 'oneLine' })),
];
const lines = [anne.says('Ik mis je.'), bram.says('Ik jou.')];

interface Way {
  readonly from: Setting;
  readonly acts: readonly Act[];
  /** What makes it cross. */
  readonly last: Act;
  readonly to: readonly Someone[];
  readonly name: SayName;
  readonly params: object;
  /** How many of the acts come after nightfall where it is to be night: what has a clock of its own begins then. */
  readonly late?: number;
  /** A tap, not words: it may be passed on. */
  readonly isTap?: true;
}

const closed = [anne.taps('else'), anne.taps('live'), bram.says('woorden'), bram.taps('seal')];
const opened = pairedCouple({ acts: bothAnswer() });
const requested = pairedCouple({ prompts: [{ ...request, isOpening: true }], acts: bothAnswer() });
const ways: Readonly<Record<string, Way>> = {
  'an answer that was closed': {
    ...{ from: pairedCouple(), acts: closed, last: bram.taps('shareAnyway'), to: [anne], name: 'closedAnswer' },
    params: { partner: 'Bram', answer: { pieces: [{ text: 'woorden' }], step: 0 } },
  },
  'a reaction': {
    ...{ from: opened, acts: [anne.speaksFreely('stem'), anne.says('mooi')], last: anne.taps('sendReaction') },
    ...{ to: [bram], name: 'reaction', params: { partner: 'Anne', pieces: [{ fileId: 'stem' }, { text: 'mooi' }] } },
  },
  'the voice in a reaction': {
    ...{ from: opened, acts: [anne.speaksFreely('stem'), anne.says('mooi')], last: anne.taps('sendReaction') },
    ...{ to: [bram], name: 'partnerVoice', params: { partner: 'Anne', fileId: 'stem' } },
  },
  'a reply that was tapped': {
    ...{ from: requested, acts: [], last: anne.taps('reply', { arg: 'graag' }), to: [bram], name: 'reply' },
    params: { partner: 'Anne', scenario: 'verzoek', reply: 'graag', pieces: [] },
  },
  'a reply with words': {
    ...{ from: requested, acts: [anne.taps('reply', { arg: 'deel' }), anne.says('de donderdag')] },
    ...{ last: anne.taps('sendReaction'), to: [bram], name: 'reply' },
    params: { partner: 'Anne', reply: 'deel', pieces: [{ text: 'de donderdag' }] },
  },
  'a thank-you': {
    ...{ from: opened, acts: [], last: anne.taps('thank'), to: [bram], name: 'thanks', params: { partner: 'Anne' } },
    isTap: true,
  },
  'a wish to hear more': {
    ...{ from: opened, acts: [], last: anne.taps('tellMore'), to: [bram], name: 'moreAsked' },
    ...{ params: { partner: 'Anne' }, isTap: true },
  },
  'the lines after a breather': {
    ...{ from: settledCouple(), acts: [...comesBack, ...lines, anne.taps('breathSeal')] },
    ...{ last: bram.taps('breathSeal'), to: [anne], name: 'breatherOpened' },
    late: comesBack.length + 3,
    params: { own: { words: 'Ik mis je.' }, partner: { words: 'Ik jou.' }, partnerName: 'Bram' },
  },
  'words of a listening round': {
    ...{ from: settledCouple(), acts: heard.slice(0, -1), last: held, to: [bram], name: 'listenSaid', late: 1 },
    params: { partner: 'Anne', pieces: [{ text: 'Vandaag was zwaar.' }] },
  },
  'two letters': {
    from: settledCouple(),
    acts: [
      ...[...begun('tien-en-tien'), both, anne.says('Lieve Bram'), anne.taps('listenDone')],
      ...[bram.says('Lieve Anne'), bram.taps('listenDone')],
    ],
    ...{ last: held, to: [anne], name: 'listenLetters', late: 1 },
    params: { partner: 'Bram', own: [{ text: 'Lieve Bram' }], theirs: [{ text: 'Lieve Anne' }] },
  },
  'the answer that a listening round is about': {
    from: opened,
    acts: [
      ...[anne.taps('tellMore'), anne.taps('talkAbout'), anne.taps('listenInvite', { step: 0 })],
      ...[bram.taps('listenNow'), bram.taps('listenReady', { arg: 'calm' })],
    ],
    ...{ last: anne.taps('listenReady', { arg: 'calm' }), to: [bram], name: 'listenQuote' },
    params: { partner: 'Bram', isOwn: true, answer: { pieces: [{ text: 'Brams woorden' }] } },
  },
  'a sign of the one who listens': {
    ...{ from: settledCouple(), acts: [...begun('alleen-luisteren'), both], last: bram.taps('listenSignal') },
    ...{ to: [anne], name: 'listenSignal', params: { partner: 'Bram', signal: expect.any(String) as string } },
    isTap: true,
  },
  'a thank-you for listening': {
    ...{ from: settledCouple(), acts: done, last: anne.taps('listenThank'), to: [bram], name: 'listenThanks' },
    ...{ params: { partner: 'Anne' }, isTap: true },
  },
  'a plan': {
    ...{ from: settledCouple(), acts: planned, last: anne.taps('listenPlanSend'), to: [bram] },
    ...{ name: 'listenPlanProposed', params: { partner: 'Anne', plan: { words: plan } } },
  },
  'a plan of both': {
    ...{ from: settledCouple(), acts: [...planned, anne.taps('listenPlanSend')], last: bram.taps('listenPlanYes') },
    ...{ to: [anne], name: 'listenPlanAgreed', params: { plan: { words: plan } } },
  },
};

describe.each(Object.entries(ways))('%s', (_, way) => {
  const { from, acts, last, to, name, params, isTap, late = 0 } = way;
  const nightfall = acts.length - late;
  const crossing = (isNight: boolean) =>
    given(
      from,
      ...acts.slice(0, nightfall),
      ...(isNight ? [time.is('2026-11-22T23:00')] : []),
      ...acts.slice(nightfall),
    )
      .when(last)
      .then(
        that(({ heard: all }) => {
          for (const { id } of to) {
            const notices = all.flatMap(({ notice }) =>
              notice.to === id && notice.say?.name === name ? [notice] : [],
            );
            expect(notices).toMatchObject([
              { say: { params }, lane: 'reveal', isProtected: isTap !== true, isSilent: isNight },
            ]);
          }
        }),
      );

  test('reaches the other, and nobody can pass on what was said', () => {
    crossing(false);
  });

  test('makes no sound at night', () => {
    crossing(true);
  });
});

describe('whoever sends', () => {
  const sentBy: readonly (readonly [from: Setting, acts: readonly Act[], name: SayName, params: object])[] = [
    [opened, [anne.taps('thank')], 'thanked', { partner: 'Bram' }],
    [opened, [anne.taps('tellMore')], 'moreAskedSent', { partner: 'Bram' }],
    [opened, [anne.says('mooi'), anne.taps('sendReaction')], 'reactionSent', { partner: 'Bram' }],
    [
      settledCouple(),
      [...planned, anne.taps('listenPlanSend')],
      'listenPlanSent',
      { partner: 'Bram', plan: { words: plan } },
    ],
  ];

  test.each(sentBy)('reads to whom it went', (from, acts, name, params) => {
    given(from)
      .when(...acts)
      .then(anne.reads(name, params));
  });

  test('can share what was closed once, and the button is gone', () => {
    given(pairedCouple(), ...closed)
      .when(bram.taps('shareAnyway'))
      .then(
        bram.reads('closedAnswerSent', { partner: 'Anne' }),
        that(({ heard: all }) => {
          const under = all.find(({ notice }) => notice.to === bram.id && notice.card?.startsWith('reveal:') === true);
          const names = under?.notice.keys.flat().map((key) => key.kind === 'press' && key.button.name);
          expect(names).toEqual(['thank', 'tellMore', 'askBreather', 'moreWays']);
        }),
      );
  });
});
