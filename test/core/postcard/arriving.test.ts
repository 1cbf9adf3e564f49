import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/command.js';
import { exportOf } from '../../../src/core/own-data/export.js';
import { wordsOf } from '../../../src/core/parts.js';
import {
  anne,
  bram,
  days,
  erasesAll,
  given,
  happened,
  hours,
  leaves,
  minutes,
  refused,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { opening, postcards, reply } from '../prompts.js';
import { asksForOne, chooses, given20, gives, withCards, writes } from './cards.js';

/** A postcard that arrives, or does not: what can be done with it, what is kept, and what its writer can tell. */

const arrived = (form: string, words = 'iets'): readonly Act[] => [
  ...chooses(anne, form),
  anne.says(words),
  anne.taps('give'),
  time.passes(minutes(1)),
];
const off = (who: Someone): readonly Act[] => [
  who.does({ type: 'showSettings', view: 'all' }),
  who.taps('postcards', { arg: 'off' }),
];

describe('one that arrived', () => {
  test('is thanked for by a tap, once', () => {
    given(withCards(), ...given20(anne))
      .when(bram.taps('postcardThank'))
      .then(
        happened('postcardAnswered'),
        sees(bram, '~ postcard-came: no keys', '! thanked'),
        sees(anne, '+ postcardThanks (reveal)'),
      )
      .when(bram.taps('postcardThank'))
      .then(happened());
  });

  test('or by a heart', () => {
    given(withCards(), ...given20(anne))
      .when((rules) => {
        const { id = '' } = rules.personOf(bram.id).postcardsGot[0] ?? {};
        bram.does({ type: 'heart' }, `postcard-came:${id}`)(rules);
      })
      .then(anne.hears('postcardThanks'));
  });

  test('an offer is taken or not, as said and without a reason', () => {
    for (const arg of ['graag', 'liever-niet']) {
      given(withCards(), ...arrived('aanbod'))
        .when(bram.taps('postcardReply', { arg }))
        .then(
          sees(bram, '~ postcard-came: [postcardThank]', '! reactionSent'),
          sees(anne, '+ postcardReply (reveal, protected)'),
          anne.reads('postcardReply', { form: 'aanbod', reply: arg, pieces: [] }),
        )
        .when(bram.taps('postcardReply', { arg }))
        .then(refused('replied-already'));
    }
  });

  test('a reply with words goes by [Stuur]', () => {
    given(withCards(), ...arrived('vraagje', 'Wat vond je fijn?'))
      .when(bram.taps('postcardReply', { arg: 'vertel' }))
      .then(happened('replyBegun'), bram.hears('replyAsked'), anne.hears())
      .when(bram.says('De zee'))
      .then(bram.hears('offer'), anne.hears())
      .when(bram.taps('sendReaction'))
      .then(
        anne.reads('postcardReply', {
          reply: 'vertel',
          pieces: [expect.objectContaining({ text: 'De zee' })] as never,
        }),
        sees(bram, '~ postcard-came: [postcardThank]', '~ offer: reactionSent'),
        bram.is({ pending: null }),
      );
  });

  test('its reply may be edited before it goes, and is as long as it may be', () => {
    const story = given(withCards(), ...arrived('vraagje'), bram.taps('postcardReply', { arg: 'vertel' }));
    story
      .when(bram.says('x'.repeat(301)))
      .then(refused('too-long', { limit: 300 }))
      .when(bram.says('De zee'), (rules) => {
        bram.edits(rules.nextMessageId(bram.id) - 1, 'De duinen')(rules);
      })
      .when(bram.taps('sendReaction'))
      .then(anne.reads('postcardReply', { pieces: [expect.objectContaining({ text: 'De duinen' })] as never }));
  });

  test('a second one, the next morning, has buttons of its own', () => {
    const inTheMorning = time.is('2026-11-24T09:00');
    given(withCards(), ...arrived('aanbod'), bram.taps('postcardThank'), inTheMorning)
      .when(...arrived('vraagje', 'Wat vond je fijn?'))
      .then(sees(bram, '+ postcard-came: postcardCame [postcardReply:vertel] / [postcardThank] (reveal, protected)'));
    given(withCards(), ...arrived('aanbod'), inTheMorning, ...arrived('vraagje', 'Wat vond je fijn?'))
      .when(bram.taps('postcardThank'))
      .then(sees(bram, '~ postcard-came: [postcardReply:vertel]', '! thanked'));
  });

  test('a reply without words takes the place of one whose words wait to be sent', () => {
    const prompts = [opening, ...postcards].map((one) =>
      one.id === 'aanbod' && one.after !== undefined
        ? { ...one, after: { ...one.after, replies: [...one.after.replies, reply('deel', 60)] } }
        : one,
    );
    given(
      withCards({ prompts }),
      ...arrived('aanbod'),
      bram.taps('postcardReply', { arg: 'deel' }),
      bram.says('Een half uur'),
    )
      .when(bram.taps('postcardReply', { arg: 'graag' }))
      .then(
        anne.reads('postcardReply', { reply: 'graag', pieces: [] }),
        sees(bram, '~ postcard-came: [postcardThank]', '! reactionSent', '- offer'),
      );
  });

  test('arrives all the same where the file of its form is gone', () => {
    given(withCards(), ...chooses(anne, 'aanbod'), anne.says('iets'), anne.taps('give'), (rules) => {
      rules.changePrompts((one) => (one.id === 'aanbod' ? null : one));
    })
      .when(time.passes(minutes(1)))
      .then(bram.reads('postcardCame', { form: 'aanbod' }));
  });

  test('can be answered for a day', () => {
    for (const [name, rest] of [
      ['postcardThank', {}],
      ['postcardReply', { arg: 'graag' }],
    ] as const) {
      given(withCards(), ...arrived('aanbod'), time.passes(hours(24)))
        .when(bram.taps(name, rest))
        .then(refused('stale-button'), bram.is({ postcardsGot: [] }));
    }
  });

  test('waits for a breather to be answered', () => {
    given(withCards(), ...arrived('aanbod'), anne.does({ type: 'callBreather' }))
      .when(bram.taps('postcardThank'))
      .then(refused('in-breather'));
  });

  test('left alone is silence', () => {
    given(withCards(), ...given20(anne))
      .when(time.passes(days(2)))
      .then(
        that(({ heard }) => {
          expect(heard.filter(({ notice }) => notice.to === anne.id && notice.say !== null)).toEqual([]);
        }),
      );
  });

  test('is no news to whoever stopped', () => {
    given(withCards(), ...given20(anne), anne.does({ type: 'stop' }))
      .when(bram.taps('postcardThank'))
      .then(anne.hears());
  });
});

describe('[Geen kaartjes]', () => {
  test('is one’s own, and takes none from then on', () => {
    given(withCards())
      .when(...off(bram))
      .then(bram.reads('settings', { wantsPostcards: false }), anne.hears())
      .when(...given20(anne))
      .then(bram.hears(), bram.is({ postcardsGot: [] }), sees(anne, ...given20Lines))
      .when(bram.taps('postcards', { arg: 'on' }), time.passes(days(1)), ...given20(anne))
      .then(bram.reads('postcardCame'));
  });

  test('counts at the hour it is given, also when it was switched off within the twenty seconds', () => {
    given(withCards(), ...gives(anne), ...off(bram))
      .when(time.passes(minutes(1)))
      .then(bram.hears(), sees(anne, '~ postcard: postcardGiven'));
  });

  test('takes none, and gives as ever', () => {
    given(withCards(), ...off(bram))
      .when(...given20(bram))
      .then(anne.reads('postcardCame'));
  });
});

describe('somebody who blocked the bot', () => {
  const returns = [bram.does({ type: 'unblock' }), bram.starts()];

  test('finds no pile of cards on the day of their return, and the next one arrives as ever', () => {
    const daily = Array.from({ length: 5 }, () => [...given20(anne), time.passes(days(1))]).flat();
    given(withCards(), bram.does({ type: 'block' }), ...daily)
      .when(...returns)
      .then(
        bram.is({ postcardsGot: [] }),
        that(({ heard }) => {
          expect(heard.filter(({ notice }) => notice.say?.name === 'postcardCame')).toEqual([]);
        }),
      )
      .when(...given20(anne))
      .then(bram.reads('postcardCame'));
  });

  test('gets none of a card that was on its way when they blocked it', () => {
    given(withCards(), ...gives(anne), bram.does({ type: 'block' }), time.passes(minutes(1)))
      .when(...returns)
      .then(bram.is({ postcardsGot: [] }));
  });
});

const given20Lines = [
  '~ postcard: no keys',
  '+ postcard: postcardAsked isFirst [postcardMenu] [postcardDrop]',
  '- postcard',
  '+ postcard: postcardUnfinished canGive [give] [postcardRestart]',
  '- postcard',
  '+ postcard: postcardDraft [give] [postcardRestart]',
  '~ postcard: postcardHeld [postcardTakeBack]',
  '~ postcard: postcardGiven',
];

/** What somebody's phone shows in two lives, one secret act of the other's apart, while they do the same in both. */
function livedTwice(observer: Someone, secret: readonly Act[], after: readonly Act[], before: readonly Act[] = []) {
  return [[], secret].map((acts) => {
    const { rules } = given(withCards(), ...before, ...acts);
    rules.passTo(Date.UTC(2026, 10, 23, 11, 10));
    const happening = rules.begin();
    for (const act of after) act(rules);
    const heard = happening.heard.filter(({ notice }) => notice.to === observer.id);
    return [...heard.map(({ at, notice }) => [at, notice] as const), happening.refusals, rules.bookOf(observer.id)];
  });
}

describe('its writer cannot tell', () => {
  const exports: Command = { type: 'exportData' };
  const probes: readonly Act[] = [
    ...given20(anne),
    asksForOne(anne),
    anne.does(exports),
    anne.does({ type: 'withdraw' }),
    time.passes(hours(20)),
    anne.does({ type: 'askQuestion' }),
    time.is('2026-11-24T15:00'),
    ...given20(anne),
    anne.does(exports),
  ];

  test.each<[string, readonly Act[]]>([
    ['that the other wants none', off(bram)],
    ['that the other stopped', [bram.does({ type: 'stop' }), bram.taps('staySilent')]],
    ['that the other blocked the bot', [bram.does({ type: 'block' })]],
  ])('%s', (_, secret) => {
    const [silent, told] = livedTwice(anne, secret, probes);
    expect(told).toEqual(silent);
    expect(JSON.stringify(silent)).toContain('postcardGiven');
  });

  test('nor after seven months, when who stopped is erased', () => {
    const [silent, told] = livedTwice(
      anne,
      [bram.does({ type: 'stop' }), bram.taps('staySilent')],
      [
        ...Array.from({ length: 8 }, () => [
          time.passes(days(27)),
          ...given20(anne),
          anne.does({ type: 'exportData' }),
        ]).flat(),
      ],
    );
    const shown = (life: typeof silent) =>
      JSON.stringify(life?.filter((one) => JSON.stringify(one).includes('ostcard')));
    expect(shown(told)).toEqual(shown(silent));
    expect(shown(silent).match(/postcardGiven/gu)?.length).toBeGreaterThanOrEqual(7);
  });
});

test('whoever would have got it cannot tell that one was taken back, dropped or never given', () => {
  const probes: readonly Act[] = [
    ...given20(bram),
    asksForOne(bram),
    bram.does({ type: 'exportData' }),
    time.passes(hours(30)),
    bram.does({ type: 'askQuestion' }),
  ];
  for (const secret of [
    [...gives(anne), anne.taps('postcardTakeBack')],
    [...gives(anne), anne.does({ type: 'withdraw' })],
    writes(anne),
    [...writes(anne), anne.does({ type: 'stop' })],
    [...chooses(anne, 'vraagje'), anne.says('Waarom?')],
  ]) {
    const [silent, told] = livedTwice(bram, secret, probes);
    expect(told).toEqual(silent);
  }
});

describe('what is kept', () => {
  test('is its writer’s, whoever got it: in their book, and in /export', () => {
    for (const secret of [[], off(bram), [bram.does({ type: 'stop' })], [bram.does({ type: 'block' })]]) {
      const { rules } = given(withCards(), ...secret, ...given20(anne));
      expect(rules.bookOf(anne.id)).toMatchObject([
        {
          scenario: 'opgemerkt',
          answer: { state: 'sealed', pieces: [{ text: 'zingt' }, { text: 'dan ben je thuis' }] },
        },
      ]);
      expect(rules.bookOf(bram.id)).toEqual([]);
      const scene = { ...rules.sceneOf(anne.id), book: rules.bookOf(anne.id) };
      const [last] = exportOf(scene, rules.personOf(anne.id), rules.now(), 'open').rounds.slice(-1);
      expect(last).toMatchObject({ scenario: 'opgemerkt', where: 'kept' });
    }
  });

  test('ends with the shorter of both wishes, counted from when it was given', () => {
    const { rules } = given(
      withCards(),
      bram.does({ type: 'showSettings', view: 'all' }),
      bram.taps('settings', { arg: 'keeping' }),
      bram.taps('keeping', { arg: '7' }),
      ...given20(anne),
    );
    const [entry] = rules.bookOf(anne.id);
    expect((entry?.until ?? 0) - (entry?.openedAt ?? 0)).toBe(days(7));
  });

  test('in hand it is closed: not in what is open, and gone with /wis', () => {
    const { rules } = given(withCards(), ...writes(anne));
    const of = (scope: 'open' | 'all') =>
      exportOf(rules.sceneOf(anne.id), rules.personOf(anne.id), rules.now(), scope).postcard;
    expect(of('open')).toBeNull();
    expect(of('all')).toMatchObject({ form: 'opgemerkt', pieces: [{ text: 'zingt' }, { text: 'dan ben je thuis' }] });
    for (const act of [anne.does({ type: 'erase' }), anne.taps('erase', { arg: 'answers' }), anne.taps('eraseNow')]) {
      act(rules);
    }
    expect(wordsOf(rules.sceneOf(anne.id), rules.personOf(anne.id))).toEqual([]);
  });

  test('goes from the book with /wis, and stays with its writer when the two part', () => {
    const erased = given(
      withCards(),
      ...given20(anne),
      anne.does({ type: 'erase' }),
      anne.taps('erase', { arg: 'answers' }),
    );
    erased.when(anne.taps('eraseNow'));
    expect(erased.rules.bookOf(anne.id)).toEqual([]);
    const parted = given(withCards(), ...given20(anne), ...leaves(bram));
    expect(parted.rules.bookOf(anne.id)).toContainEqual(expect.objectContaining({ scenario: 'opgemerkt' }));
    expect(parted.rules.personOf(bram.id)).toMatchObject({ postcardsGot: [], postcard: null });
    given(withCards(), ...given20(anne), ...erasesAll(bram)).then(anne.is({ coupleId: null }));
  });
});
