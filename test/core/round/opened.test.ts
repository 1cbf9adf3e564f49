import { describe, expect, test } from 'vitest';
import {
  anne,
  anotherRound,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  pairedCouple,
  refused,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { coupleIs } from '../looks.js';
import { prompts } from '../prompts.js';
import type { Rules } from '../stage.js';

/** An hour after the reveal. */
const opened = () => given(pairedCouple(), ...bothAnswer(), time.passes(hours(1)));
const heart = (someone: Someone) => (rules: Rules) => {
  const round = rules.coupleOf(someone.id).opened[0]?.round.id ?? '';
  rules.perform({ type: 'heart' }, someone.id, `reveal:${round}`);
};

describe('[Dank je]', () => {
  test('reaches the partner, once', () => {
    opened()
      .when(anne.taps('thank'))
      .then(anne.hears('thanked'), bram.hears('thanks'), bram.reads('thanks', { partner: 'Anne' }));
    opened().when(anne.taps('thank'), anne.taps('thank')).then(happened('thanked'));
  });

  test('is said by a heart as well', () => {
    opened().when(heart(anne)).then(bram.hears('thanks'));
    opened().when(anne.taps('thank'), heart(anne)).then(happened('thanked'));
  });

  test('is not said by a heart on anything else, nor on what somebody else’s couple opened', () => {
    opened()
      .when(anne.does({ type: 'heart' }))
      .then(happened());
    opened()
      .when(anne.does({ type: 'heart' }, 'reveal:elders'))
      .then(happened());
    opened()
      .when(anne.does({ type: 'heart' }, 'prompt:x'))
      .then(happened());
  });

  test('ends a day after the reveal', () => {
    opened()
      .when(time.passes(hours(23)), anne.taps('thank'))
      .then(refused('stale-button'));
    opened()
      .when(time.passes(hours(23)), heart(anne))
      .then(happened());
  });

  test('makes no sound at night', () => {
    opened()
      .when(time.is('2026-11-22T23:00'), anne.taps('thank'))
      .then(
        that(({ heard }) => {
          expect(heard.map(({ notice }) => [notice.to, notice.isSilent])).toContainEqual([bram.id, true]);
        }),
      );
  });
});

describe('a reaction', () => {
  test('is offered, and crosses by one tap', () => {
    opened()
      .when(anne.says('Wat mooi'))
      .then(anne.reads('offer', { what: 'reaction', partner: 'Bram' }), bram.hears());
    opened()
      .when(anne.says('Wat mooi'), anne.says('echt'), anne.taps('sendReaction'))
      .then(
        bram.hears('reaction'),
        bram.reads('reaction', { partner: 'Anne' }),
        that(({ heard }) => {
          const sent = heard.find(({ notice }) => notice.to === bram.id);
          expect(sent?.notice.isProtected).toBe(true);
          expect(JSON.stringify(sent?.notice.say)).toContain('echt');
        }),
      );
  });

  test('says at once, unsent, to whom it would go', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(anne.says('Wat mooi.'))
      .then(anne.reads('offer', { what: 'reaction', partner: 'Bram' }));
  });

  test('can be left unsent', () => {
    opened().when(anne.says('Wat mooi'), anne.taps('neverMind')).then(anne.hears('offer', 'leftAsIs'), bram.hears());
  });

  test('can be a voice note, without a sound at night', () => {
    opened()
      .when(time.is('2026-11-22T23:00'), anne.speaksFreely('stem'), anne.taps('sendReaction'))
      .then(
        bram.hears('partnerVoice'),
        that(({ heard }) => {
          expect(heard.find(({ notice }) => notice.to === bram.id)?.notice).toMatchObject({
            isSilent: true,
            isProtected: true,
          });
        }),
      );
  });

  test('is one message, and one more when the partner asked for it', () => {
    opened()
      .when(anne.says('een'), anne.taps('sendReaction'), anne.says('twee'))
      .then(refused('reaction-sent-already'));
    const asked = () => given(pairedCouple(), ...bothAnswer(), bram.taps('tellMore'));
    asked()
      .when(anne.says('een'), anne.taps('sendReaction'), anne.says('twee'), anne.taps('sendReaction'))
      .then(bram.hears('reaction', 'reaction'))
      .when(anne.says('drie'))
      .then(refused('reaction-sent-already'));
  });

  test('cannot be sent twice by one offer, nor a day later', () => {
    opened().when(anne.says('een'), anne.taps('sendReaction'), anne.taps('sendReaction')).then(refused('stale-button'));
    opened()
      .when(anne.says('een'), time.passes(hours(23)), anne.taps('sendReaction'))
      .then(refused('stale-button'));
  });

  test('that still waits for its tap survives an answer to the next question', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(
        time.is('2026-11-22T13:00'),
        anne.says('Wat mooi'),
        bram.does({ type: 'askQuestion' }),
        anne.says('antwoord'),
      )
      .then(anne.hears('rhythm', 'offer', 'prompt', 'draft'))
      .when(anne.taps('sendReaction'))
      .then(bram.hears('reaction'));
  });

  const again = anotherRound('twee', 'drie');

  test('goes with the round that opened last, without what was begun for the one before', () => {
    given(pairedCouple(), ...bothAnswer(), anne.says('voor de eerste'), ...again)
      .when(anne.says('voor de tweede'), anne.taps('sendReaction'))
      .then(bram.reads('reaction', { pieces: [expect.objectContaining({ text: 'voor de tweede' })] as never }));
  });

  test('that came in twice is sent once', () => {
    given(pairedCouple(), ...bothAnswer(), anne.says('mooi', { messageId: 50 }), anne.says('mooi', { messageId: 50 }))
      .when(anne.taps('sendReaction'))
      .then(bram.reads('reaction', { pieces: [expect.anything()] as never }));
  });

  test('of the other takes away none of one’s own', () => {
    given(pairedCouple(), ...bothAnswer(), bram.says('dank'), bram.taps('sendReaction'))
      .when(anne.says('jij ook'), anne.taps('sendReaction'))
      .then(bram.reads('reaction'));
  });
});

describe('[Vertel eens meer]', () => {
  test('asks the partner, once', () => {
    opened().when(anne.taps('tellMore')).then(anne.hears('moreAskedSent'), bram.hears('moreAsked'));
    opened().when(anne.taps('tellMore'), anne.taps('tellMore')).then(happened('moreAsked'));
    opened()
      .when(time.passes(hours(23)), anne.taps('tellMore'))
      .then(refused('stale-button'));
  });
});

describe('what is open', () => {
  test('is forgotten by the bot after a week', () => {
    const week = opened().when(time.passes(days(8)));
    expect(week.rules.coupleOf(anne.id).opened).toEqual([]);
    expect(Object.keys(week.rules.personOf(anne.id).answers)).toEqual([]);
  });

  const again = anotherRound();

  test('begins unthanked, with nothing asked and nothing closed', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer());
    expect(rules.coupleOf(anne.id).opened).toEqual([
      {
        round: expect.objectContaining({ scenario: prompts[0]?.id }) as unknown,
        openedAt: expect.any(Number) as unknown,
        thanked: [],
        askedMore: [],
        reacted: [],
        replied: [],
        closed: [],
        keepDays: 90,
      },
    ]);
  });

  test('is thanked for, asked about and shared round by round', () => {
    const first = (rules: Parameters<Act>[0]) => rules.coupleOf(anne.id).opened[0]?.round.id ?? '';
    given(pairedCouple(), bram.taps('else'), bram.taps('live'), anne.says('dicht'), anne.taps('seal'), ...again)
      .when(
        (rules) => {
          anne.taps('shareAnyway', { slot: first(rules) })(rules);
        },
        (rules) => {
          bram.taps('thank', { slot: first(rules) })(rules);
        },
      )
      .then(
        bram.reads('closedAnswer'),
        coupleIs(({ opened }) => {
          expect(opened.map(({ thanked }) => thanked)).toEqual([[bram.id], []]);
        }),
      );
  });

  test('is forgotten round by round', () => {
    given(pairedCouple(), ...bothAnswer(), time.passes(days(5)), ...again)
      .when(time.passes(days(2)))
      .then(
        coupleIs(({ opened }) => {
          expect(opened).toHaveLength(1);
        }),
      )
      .when(anne.does({ type: 'askQuestion' }))
      .then(anne.hears('prompt'));
  });
});
