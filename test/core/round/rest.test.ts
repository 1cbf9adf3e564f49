import { describe, expect, test } from 'vitest';
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
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { coupleIs } from '../looks.js';
import { only, opening } from '../prompts.js';

const newYork = { zones: { 2: 'America/New_York' } };

describe('an unanswered question', () => {
  test('rests at the first scheduled moment from 48 hours on, and a fresh one comes', () => {
    given(askedCouple())
      .when(time.is('2026-11-25T19:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'), bram.hears('rested', 'prompt'));
  });

  test('rests then too when the bot dealt with it a little late on Monday', () => {
    given(settledCouple(), time.is('2026-11-23T19:59'), time.jumps(minutes(2)))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'));
  });

  test('makes a moment that finds it younger pass', () => {
    given(settledCouple(), time.is('2026-11-23T21:00'), ...bothAnswer(), anne.does({ type: 'askQuestion' }))
      .when(time.is('2026-11-25T23:00'))
      .then(anne.hears(), bram.hears());
  });

  test('counts from when the joiner could see it', () => {
    const invite = given(
      inviter(),
      time.is('2026-11-24T21:00'),
      bram.starts((rules) => rules.coupleOf(1).invite?.code ?? ''),
      bram.taps('agree'),
    );
    invite.when(time.is('2026-11-25T23:00')).then(anne.hears(), bram.hears());
  });

  test('tells the one who had sealed that it stayed closed, and nobody more than that', () => {
    given(askedCouple(), anne.says('a'), anne.taps('seal'))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.reads('rested', { hadSealed: true }), bram.reads('rested', { hadSealed: false }));
  });

  test('is told to each at their own moment, and until then is still the one before them', () => {
    const rested = given(askedCouple(newYork), time.is('2026-11-24T12:00'))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'), bram.hears());
    rested
      .when(bram.says('nog net'), bram.does({ type: 'askQuestion' }))
      .then(
        bram.hears('draft', 'prompt'),
        that((_, rules) => {
          const [first] = rules.coupleOf(bram.id).rested;
          expect(Object.keys(rules.personOf(bram.id).answers)).toContain(first?.round.id);
        }),
      )
      .when(time.is('2026-11-26T02:00'))
      .then(bram.hears('rested', 'prompt'), anne.hears());
  });

  test('that somebody never saw is put away without telling them', () => {
    given(settledCouple(), bram.does({ type: 'block' }), time.is('2026-11-24T12:00'), bram.starts())
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'), bram.hears('prompt'));
  });
});

describe('a late answer', () => {
  const rested = () => given(askedCouple(), anne.says('op tijd'), anne.taps('seal'), time.is('2026-11-25T20:00'));
  const late = (someone: Someone, text: string) => (rules: Parameters<Expectation>[1]) => {
    const first = rules.coupleOf(1).rested[0]?.round.id ?? 'weg';
    someone.says(text, { replyTo: `prompt:${first}` })(rules);
  };

  test('is a reply, for fourteen days, and opens to both', () => {
    rested()
      .when(time.passes(days(10)), late(bram, 'toch nog'), bram.taps('seal'))
      .then(
        anne.reads('revealed', { partnerName: 'Bram' }),
        bram.reads('revealed'),
        that((_, rules) => {
          expect(rules.coupleOf(1).reveals).toBe(2);
        }),
      );
  });

  test('does not disturb the question that is open', () => {
    rested()
      .when(late(bram, 'toch nog'), bram.says('bij de nieuwe'))
      .then(
        that((_, rules) => {
          const open = rules.coupleOf(1).round?.id ?? '';
          expect(rules.personOf(bram.id).answers[open]?.pieces).toMatchObject([{ text: 'bij de nieuwe' }]);
        }),
      );
  });

  test('is too late after fourteen days: the question and its answers are forgotten', () => {
    const story = rested();
    const first = story.rules.coupleOf(1).rested[0]?.round.id ?? '';
    story.when(time.passes(days(14))).then(
      that(({ events }) => {
        expect(events.some((event) => event.type === 'pastForgotten' && event.rounds.includes(first))).toBe(true);
      }),
    );
    expect(story.rules.personOf(anne.id).answers[first]).toBeUndefined();
    story.when(bram.says('te laat', { replyTo: `prompt:${first}` })).then(
      that((_, rules) => {
        expect(rules.personOf(bram.id).answers[first]).toBeUndefined();
      }),
    );
  });

  test('can be passed or taken back as well', () => {
    const story = rested();
    story.when(anne.does({ type: 'withdraw' })).then(anne.hears('draft'));
    story
      .when(anne.taps('later', { slot: story.rules.coupleOf(1).rested[0]?.round.id ?? '' }))
      .then(refused('stale-button'));
  });

  test('begun before it was put away does not swallow a reaction to the next', () => {
    given(askedCouple(), anne.says('half'), time.is('2026-11-25T20:00'), ...bothAnswer())
      .when(anne.says('Wat mooi'))
      .then(anne.reads('offer', { what: 'reaction' }));
  });

  test('that was begun takes more words when nothing else could be meant', () => {
    given(askedCouple({ prompts: [opening, ...only(opening)] }))
      .when(time.passes(days(1)))
      .then(anne.hears());
    rested()
      .when(late(bram, 'een'), anne.says('x'), anne.taps('seal'), bram.taps('else'), bram.taps('live'))
      .then(bram.reads('revealed'))
      .when(time.passes(hours(25)), bram.says('twee'))
      .then(bram.hears('draft'));
  });

  test('reopens the question it replies to, of several that were put away', () => {
    const second: Act = (rules) => {
      bram.says('laat', { replyTo: `prompt:${rules.coupleOf(1).rested[1]?.round.id ?? ''}` })(rules);
    };
    given(askedCouple(), time.is('2026-11-28T20:00'))
      .when(second)
      .then(
        that((_, rules) => {
          const begun = Object.keys(rules.personOf(bram.id).answers);
          expect(rules.coupleOf(1).rested.map(({ round }) => begun.includes(round.id))).toEqual([false, true]);
        }),
      );
  });

  /** A reply to the question that was put away last. */
  const replies =
    (someone: Someone, text: string): Act =>
    (rules) => {
      const last = rules.coupleOf(someone.id).rested.at(-1)?.round.id ?? '';
      someone.says(text, { replyTo: `prompt:${last}` })(rules);
    };

  test('opens and leaves the question that is open, and its own is not put away any more', () => {
    given(askedCouple(), anne.says('op tijd'), anne.taps('seal'), time.is('2026-11-25T20:00'))
      .when(replies(bram, 'toch nog'), bram.taps('seal'))
      .then(
        anne.reads('revealed'),
        coupleIs(({ round, rested }) => {
          expect(round).not.toBeNull();
          expect(rested).toEqual([]);
        }),
      );
  });

  test('that opens before somebody was told that it had been put away spares them that', () => {
    const zones = { 2: 'America/New_York' };
    given(askedCouple({ zones }), anne.says('op tijd'), anne.taps('seal'), time.is('2026-11-25T20:00'))
      .when(replies(bram, 'nog net'), bram.taps('seal'))
      .then(bram.reads('revealed'), bram.is({ untold: null }))
      .when(time.is('2026-11-26T02:00'))
      .then(bram.hears('prompt'));
  });
});

describe('no answer is kept for more than 90 days', () => {
  const kept = that((_, rules) => {
    expect([anne, bram].flatMap(({ id }) => Object.keys(rules.personOf(id).answers))).toEqual([]);
    expect([anne, bram].map(({ id }) => rules.personOf(id).pending)).toEqual([null, null]);
  });

  test('of somebody whom nobody joins', () => {
    given(inviter(), anne.says('Het strand'), anne.taps('seal'), anne.says('en de duinen'))
      .when(time.passes(days(90)))
      .then(anne.hears('partnerAwaited', 'inviteExpired'), kept);
  });

  test('with a rhythm at rest, also when the answer comes at the very end', () => {
    const resting = () => given(pairedCouple(), anne.says('Het strand'), anne.taps('seal'));
    resting()
      .when(time.passes(days(90)))
      .then(kept);
    resting()
      .when(
        bram.presses('days', { arg: 'rest' }),
        time.passes(days(88)),
        bram.says('toch nog'),
        bram.taps('seal'),
        bram.says('en dit'),
        time.passes(days(2)),
      )
      .then(anne.reads('revealed'), kept);
  });
});
