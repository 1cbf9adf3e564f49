import { describe, expect, test } from 'vitest';
import type { ButtonName } from '../../../src/core/buttons.js';
import type { Notice } from '../../../src/core/notice.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  hours,
  inviter,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
  type Story,
} from '../../support/given.js';
import { lies, listens } from '../../support/listening.js';
import { writing } from '../breather/steps.js';
import { over } from '../listened.js';

const heavy = 'hij slaat me';
const typed = 71;
const bramIsThere = bram.taps('listenReady', { arg: 'some' });

/** What stands in her chat after this, oldest first: the names of the buttons under each message. */
function onScreen(heard: readonly { readonly notice: Notice }[]): readonly (readonly ButtonName[])[] {
  const shown: { card: string | null; keys: readonly ButtonName[] }[] = [];
  for (const { notice } of heard) {
    if (notice.to !== anne.id || notice.lane === 'sweep') continue;
    const keys = notice.keys.flat().flatMap((one) => (one.kind === 'press' ? [one.button.name] : []));
    const at = shown.findLastIndex(({ card }) => card !== null && card === notice.card);
    if (notice.act === 'send') shown.push({ card: notice.card, keys });
    else if (notice.act === 'delete' && notice.messageId === null && at >= 0) shown.splice(at, 1);
    else if (at >= 0 && notice.act !== 'delete') shown[at] = { card: notice.card, keys };
  }
  return shown.map(({ keys }) => keys);
}

const shows =
  (name: ButtonName, isShown = true): Expectation =>
  ({ heard }) => {
    expect(onScreen(heard).flat().includes(name), `[${name}]`).toBe(isShown);
  };
const isKept =
  (text: string, wanted: boolean): Expectation =>
  (_, rules) => {
    expect(JSON.stringify([rules.personOf(anne.id), rules.couples()]).includes(text)).toBe(wanted);
  };

interface Case {
  readonly story: () => Story;
  /** Says it, with number 71. */
  readonly says: (text: string) => readonly Act[];
  /** What sends it on. */
  readonly sends: ButtonName;
}

const says = (text: string) => [anne.says(text, { messageId: typed })];
const calm = [anne, bram].map((one) => one.taps('listenTension', { arg: 'calm' }));
const crossing: readonly (readonly [string, Case])[] = [
  ['a draft', { story: () => given(askedCouple()), says, sends: 'seal' }],
  ['more of a draft', { story: () => given(askedCouple(), anne.says('Het regende.')), says, sends: 'seal' }],
  [
    'a draft before the other has joined',
    { story: () => given(inviter(), anne.does({ type: 'askQuestion' })), says, sends: 'seal' },
  ],
  [
    'an edit of a draft',
    {
      story: () => given(askedCouple(), anne.says('Het regende.', { messageId: typed })),
      says: (text) => [anne.edits(typed, text)],
      sends: 'seal',
    },
  ],
  [
    'an addition',
    { story: () => given(askedCouple(), anne.says('Het regende.'), anne.taps('seal')), says, sends: 'add' },
  ],
  [
    'a rewriting',
    {
      story: () => given(askedCouple(), anne.says('Het regende.', { messageId: typed }), anne.taps('seal')),
      says: (text) => [anne.edits(typed, text)],
      sends: 'rewrite',
    },
  ],
  ['a reaction', { story: () => given(pairedCouple(), ...bothAnswer()), says, sends: 'sendReaction' }],
  [
    'what was asked for with [Vertel eens meer]',
    {
      story: () =>
        given(pairedCouple(), ...bothAnswer(), anne.says('Mooi.'), anne.taps('sendReaction'), bram.taps('tellMore')),
      says,
      sends: 'sendReaction',
    },
  ],
  [
    'a turn in a listening round',
    { story: () => given(settledCouple(), ...listens('spiegelen')), says, sends: 'listenDone' },
  ],
  ['a letter', { story: () => given(settledCouple(), ...listens('tien-en-tien')), says, sends: 'listenDone' }],
  [
    'an edit of a letter',
    {
      story: () => given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve Bram', { messageId: typed })),
      says: (text) => [anne.edits(typed, text)],
      sends: 'listenDone',
    },
  ],
  ['the line after a breather', { story: () => given(settledCouple(), ...writing), says, sends: 'breathSeal' }],
  [
    'an agreement',
    {
      story: () => given(settledCouple(), ...over.slice(0, -2), ...calm, anne.taps('listenPlan')),
      says,
      sends: 'listenPlanSend',
    },
  ],
];

describe.each(crossing)('heavy words in %s', (_, { story, says, sends }) => {
  test('bring help first, and nothing that sends them on before it is said whom they are for', () => {
    story()
      .when(...says(heavy))
      .then(
        anne.reads('helpOffered', { about: 'violence', isAsking: true }),
        shows(sends, false),
        shows('forPartner'),
        shows('forMe'),
        shows('wipeTyped'),
        bram.hears(),
        that(({ events }) => {
          expect(events[0]?.type).toBe('helpOffered');
        }),
      );
  });

  test('go on as any other words once they are for the other', () => {
    story()
      .when(...says(heavy), anne.taps('forPartner'))
      .then(shows(sends), shows('forMe', false), bram.hears(), isKept(heavy, true));
  });

  test('go nowhere and are kept nowhere when they are for oneself, and stand in the chat', () => {
    story()
      .when(...says(heavy), anne.taps('forMe'))
      .then(
        isKept(heavy, false),
        shows('forPartner', false),
        bram.hears(),
        that(({ heard }) => {
          expect(heard.flatMap(({ notice }) => notice.messageId ?? [])).toEqual([]);
        }),
      );
  });

  test('are wiped, from the chat too, by one tap, and by that tap after they were for oneself', () => {
    for (const taps of [[anne.taps('wipeTyped')], [anne.taps('forMe'), anne.taps('wipeTyped')]]) {
      story()
        .when(...says(heavy), ...taps)
        .then(
          isKept(heavy, false),
          bram.hears(),
          that(({ heard }) => {
            const gone = heard.filter(({ notice }) => notice.act === 'delete' && notice.messageId === typed);
            expect(gone.map(({ notice }) => notice.lane)).toEqual(['reply']);
          }),
        );
    }
  });
});

describe('until it is said whom they are for', () => {
  test('more words bring the question again, and no button that sends them on', () => {
    given(askedCouple())
      .when(anne.says(heavy), anne.taps('removeNow'), anne.says('ik ben moe'))
      .then(shows('seal', false), anne.reads('whoseAsked', { partner: 'Bram' }), shows('forMe'))
      .when(anne.taps('forMe'))
      .then(shows('seal'), isKept('ik ben moe', true), isKept(heavy, false));
  });

  test('the help goes away after five minutes, and the question comes back with the next words', () => {
    given(askedCouple(), anne.says(heavy), time.passes(hours(1)))
      .when(anne.says('ik ben moe'))
      .then(anne.reads('whoseAsked'), shows('seal', false));
  });

  test('what is heavy beside it goes along', () => {
    given(askedCouple())
      .when(anne.says(heavy), anne.says('hij slaat me elke week'), anne.taps('forMe'))
      .then(isKept('slaat', false));
  });

  test('a card about something else is shown as ever', () => {
    given(askedCouple(), anne.says(heavy))
      .when(anne.does({ type: 'showSettings', view: 'all' }))
      .then(anne.hears('settings'))
      .when(anne.does({ type: 'askQuestion' }))
      .then(anne.hears('prompt'));
  });
});

/** What draws a draft of hers anew without a hand of hers: [said by the other or the clock, what sends it on]. */
const drawnAgain: readonly (readonly [string, () => Story, readonly Act[], ButtonName])[] = [
  [
    'the other goes on with what they put down',
    () => given(settledCouple(), ...listens('spiegelen')),
    [
      lies,
      ...[anne, bram].flatMap((one) => one.taps('listenGoOn')),
      anne.taps('listenReady', { arg: 'calm' }),
      bramIsThere,
    ],
    'listenDone',
  ],
  [
    'the other goes on after a breather',
    () => given(settledCouple(), ...listens('spiegelen')),
    [
      bram.does({ type: 'callBreather' }),
      time.passes(minutes(31)),
      ...[anne, bram].flatMap((one) => one.taps('breathBack')),
      ...[anne, bram].flatMap((one) => one.taps('breathChoice', { arg: 'talkNow' })),
    ],
    'listenDone',
  ],
  [
    'the other goes on with two letters',
    () => given(settledCouple(), ...listens('tien-en-tien')),
    [
      lies,
      ...[anne, bram].flatMap((one) => one.taps('listenGoOn')),
      anne.taps('listenReady', { arg: 'calm' }),
      bramIsThere,
    ],
    'listenDone',
  ],
  [
    'the bot was away, and shows whose turn it is',
    () => given(settledCouple(), ...listens('spiegelen')),
    [
      (rules) => {
        rules.comeBack();
      },
    ],
    'listenDone',
  ],
];

describe.each(drawnAgain)('when %s', (_, story, again, sends) => {
  const acts = again.slice(0, -1);
  const last = again.at(-1) ?? (() => undefined);

  test('heavy words of which nobody said whom they are for are not one tap from the other', () => {
    story()
      .when(anne.says(heavy, { messageId: typed }), anne.taps('removeNow'), ...acts)
      .when(last)
      .then(shows(sends, false), shows('forPartner'), anne.reads('whoseAsked'), isKept(heavy, true))
      .when(anne.taps('forMe'))
      .then(isKept(heavy, false));
  });

  test('and once they are for the other their card comes with its buttons', () => {
    story()
      .when(anne.says(heavy, { messageId: typed }), anne.taps('forPartner'), ...acts)
      .when(last)
      .then(shows(sends), shows('forPartner', false));
  });

  test('and the other’s phone shows the same as with any words', () => {
    const seen = (text: string) => {
      let heard: readonly unknown[] = [];
      story()
        .when(anne.says(text, { messageId: typed }), ...again)
        .then((happening) => {
          heard = happening.heard
            .filter(({ notice }) => notice.to === bram.id)
            .map(({ at, notice }) => ({ at, notice }));
        });
      return heard;
    };
    expect(seen(heavy)).toEqual(seen('het regent'));
  });
});

test('a step that is spoken aloud keeps its [Klaar] while heavy words stand elsewhere', () => {
  given(askedCouple(), anne.says(heavy), ...listens('spiegelen', true).slice(0, -1))
    .when(bramIsThere)
    .then(shows('listenDone'), anne.reads('listenStep'));
});

test('a way on that takes a draft along does not take heavy words along unasked, on an older card either', () => {
  given(settledCouple(), ...listens('alleen-luisteren'), anne.says('Het was druk.'))
    .when(anne.says(heavy, { messageId: typed }), anne.taps('listenOption', { arg: 'meer--1' }))
    .then(isKept(heavy, true), bram.hears());
});

describe('words below a voice note or a picture', () => {
  const voice = (caption: string): Act => {
    const [sender, speech] = [{ name: 'Anne' }, { kind: 'voice', fileId: 'stem', seconds: 4 } as const];
    return anne.does({ type: 'say', sender, speech, messageId: typed, code: null, caption });
  };
  const withVoice = [anne.speaksFreely('eerder'), anne.taps('restart')];

  test('are met as typed ones are, and the note waits until it is said whom it is for', () => {
    given(askedCouple(), ...withVoice)
      .when(voice(heavy))
      .then(
        anne.reads('helpOffered', { about: 'violence', isAsking: true }),
        shows('seal', false),
        isKept(heavy, false),
      )
      .when(anne.taps('forPartner'))
      .then(shows('seal'), isKept('stem', true));
    given(askedCouple(), ...withVoice)
      .when(voice(heavy), anne.taps('forMe'))
      .then(isKept('stem', false), bram.hears());
    given(askedCouple(), ...withVoice)
      .when(voice('voor jou'))
      .then(shows('seal'), isKept('voor jou', false));
  });

  test('are asked about after the first yes to voice too', () => {
    given(askedCouple())
      .when(voice(heavy), anne.taps('removeNow'), anne.taps('allowVoice'))
      .then(shows('seal', false), anne.reads('whoseAsked'))
      .when(anne.taps('wipeTyped'))
      .then(isKept('stem', false));
  });

  test('are met when they are put there later, and the card that stood there goes', () => {
    given(askedCouple(), ...withVoice, voice('voor jou'))
      .when(anne.edits(typed, heavy))
      .then(
        anne.reads('helpOffered', { words: 'answer', isAsking: true }),
        shows('seal', false),
        that(({ heard }) => {
          expect(heard.some(({ notice }) => notice.act === 'delete' && notice.card.startsWith('draft:'))).toBe(true);
        }),
      );
  });

  test('are met below what cannot be an answer', () => {
    given(askedCouple())
      .when(anne.does({ type: 'sendUnsupported', what: 'media', caption: { text: heavy, messageId: typed } }))
      .then(
        anne.reads('helpOffered', { about: 'violence', words: 'nowhere', isAsking: false }),
        anne.reads('refused', { refusal: 'media-unsupported' }),
      )
      .when(anne.taps('wipeTyped'))
      .then(
        that(({ heard }) => {
          expect(heard.some(({ notice }) => notice.act === 'delete' && notice.messageId === typed)).toBe(true);
        }),
      );
  });
});

describe('words that cross nowhere', () => {
  const elsewhere: readonly (readonly [string, () => Story, string])[] = [
    ['in a breather', () => given(settledCouple(), anne.does({ type: 'callBreather' })), 'nowhere'],
    ['before consent', () => given({ openTo: 'everyone' }, anne.starts()), 'nowhere'],
    ['unpaired', () => given(inviter(), anne.says('x'), anne.taps('seal')), 'elsewhere'],
    ['after /stop', () => given(askedCouple(), anne.does({ type: 'stop' })), 'nowhere'],
    [
      'with no question open',
      () => given(settledCouple(), time.passes(days(1)), time.is('2026-11-23T19:00')),
      'nowhere',
    ],
    [
      'as a note to oneself',
      () => given(settledCouple(), ...listens('spiegelen', false).map((one) => one)),
      'elsewhere',
    ],
  ];

  test.each(elsewhere)('%s: it is said where they are, and they can be taken from the chat', (_, story, words) => {
    story()
      .when(...says(heavy))
      .then(anne.reads('helpOffered', { words: words as 'nowhere' }), shows('wipeTyped'))
      .when(anne.taps('wipeTyped'))
      .then(
        isKept(heavy, false),
        that(({ heard }) => {
          expect(heard.some(({ notice }) => notice.act === 'delete' && notice.messageId === typed)).toBe(true);
        }),
      );
  });

  test('a note to oneself is nobody else’s, so that nothing is asked', () => {
    given(settledCouple(), ...listens('spiegelen'))
      .when(bram.says(heavy, { messageId: typed }))
      .then(bram.reads('helpOffered', { words: 'note', isAsking: false }), anne.hears())
      .when(bram.taps('wipeTyped'))
      .then(isKept(heavy, false));
  });
});

test('violence is not hidden by an earlier card about death, and each comes once a day', () => {
  const offered = (...about: readonly string[]) =>
    that(({ events }) => {
      expect(events.flatMap((event) => (event.type === 'helpOffered' ? [event.about] : []))).toEqual(about);
    });
  given(askedCouple())
    .when(anne.says('ik wil dood'), anne.says(heavy), anne.says('ik wil dood'), anne.says(heavy))
    .then(offered('suicide', 'violence'))
    .when(time.passes(days(1)), anne.says(heavy))
    .then(offered('violence'));
});

test('nothing of what is known in passing is kept: the same two lives leave the same behind', () => {
  const settled = (text: string, ...acts: readonly Act[]) => {
    let kept = '';
    given(askedCouple(), anne.says(text), ...acts)
      .when(anne.taps('seal'))
      .then((_, rules) => {
        kept = JSON.stringify([rules.personOf(anne.id), rules.couples()]).replaceAll(text, '…');
      });
    return kept;
  };
  expect(settled(heavy, anne.taps('forPartner'))).toBe(settled('het regent'));
});
