import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  codeOf,
  days,
  given,
  hours,
  inviter,
  pairedCouple,
  refused,
  that,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../support/given.js';
import type { Couple } from '../../src/core/scene.js';
import { prompts } from './prompts.js';

/** What happens to one round, one code or one guess leaves the others as they were. */

const coupleIs = (look: (couple: Couple) => void): Expectation =>
  that((_, rules) => {
    look(rules.coupleOf(anne.id));
  });
const again: readonly Act[] = [anne.does({ type: 'askQuestion' }), ...bothAnswer()];
/** A reply to the question that was put away last. */
const late =
  (someone: Someone, text: string): Act =>
  (rules) => {
    const last = rules.coupleOf(someone.id).rested.at(-1)?.round.id ?? '';
    someone.says(text, { replyTo: `prompt:${last}` })(rules);
  };

describe('a round that opens', () => {
  test('begins unthanked, with nothing asked and nothing closed', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer());
    expect(rules.coupleOf(anne.id).opened).toEqual([
      {
        round: expect.objectContaining({ scenario: prompts[0]?.id }) as unknown,
        openedAt: expect.any(Number) as unknown,
        thanked: [],
        askedMore: [],
        reacted: [],
        closed: [],
        keepDays: 90,
      },
    ]);
  });

  test('late leaves the question that is open, and is not put away any more', () => {
    given(askedCouple(), anne.says('op tijd'), anne.taps('seal'), time.is('2026-11-25T20:00'))
      .when(late(bram, 'toch nog'), bram.taps('seal'))
      .then(
        anne.reads('revealed'),
        coupleIs(({ round, rested }) => {
          expect(round).not.toBeNull();
          expect(rested).toEqual([]);
        }),
      );
  });

  test('before somebody was told that it had been put away is not told so any more', () => {
    const zones = { 2: 'America/New_York' };
    given(askedCouple({ zones }), anne.says('op tijd'), anne.taps('seal'), time.is('2026-11-25T20:00'))
      .when(late(bram, 'nog net'), bram.taps('seal'))
      .then(bram.reads('revealed'), bram.is({ untold: null }))
      .when(time.is('2026-11-26T02:00'))
      .then(bram.hears('prompt'));
  });

  test('takes with it what waited for a tap to be added', () => {
    given(pairedCouple(), anne.says('een'), anne.taps('seal'), anne.says('twee'))
      .when(bram.says('drie'), bram.taps('seal'))
      .then(anne.is({ pending: null }))
      .when(anne.taps('add'))
      .then(refused('stale-button'));
  });

  test('is thanked for, asked about and shared by itself', () => {
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

  test('is forgotten after a week by itself', () => {
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

describe('a question put off', () => {
  test('and looked at before then comes at its hour all the same', () => {
    given(pairedCouple(), anne.taps('later'), anne.does({ type: 'askQuestion' }))
      .when(time.is('2026-11-22T14:15'))
      .then(anne.hears('prompt'));
  });
});

describe('codes', () => {
  test('that were replaced are remembered, the last ten of them', () => {
    const renewals = Array.from({ length: 12 }, () => [time.passes(hours(6)), anne.taps('newCode')]).flat();
    given(inviter(), ...renewals).then(
      coupleIs(({ spentCodes, invite }) => {
        expect(spentCodes).toHaveLength(10);
        expect(new Set(spentCodes.map(({ how }) => how))).toEqual(new Set(['replaced']));
        expect(spentCodes.map(({ code }) => code)).not.toContain(invite?.code);
      }),
    );
  });

  test('the newest is the one that lets somebody in', () => {
    given(inviter(), anne.taps('newCode'), bram.starts(codeOf(anne)))
      .when(bram.taps('agree'))
      .then(bram.hears('paired', 'prompt'), anne.reads('joined', { partner: 'Bram' }));
  });

  test('a room made a day ago counts no more towards how many there may be', () => {
    const nine = Array.from({ length: 9 }, () => anne.taps('newCode'));
    given(inviter(), time.passes(hours(25)), ...nine)
      .when(anne.taps('newCode'))
      .then(anne.reads('invite'));
  });
});

test('guesses of more than an hour ago are not kept', () => {
  const guess = bram.starts('7K3F9X2MQ4TB');
  given(inviter(), guess, guess, time.passes(hours(1)), guess).then(
    that((_, rules) => {
      expect(rules.personOf(bram.id).wrongGuesses).toHaveLength(1);
    }),
  );
});

test('help by another pace leaves no wish for another kind of question', () => {
  given(askedCouple({ acts: [time.is('2026-12-14T20:00')] }))
    .when(bram.taps('wouldHelp', { arg: 'less' }))
    .then(bram.is({ wish: null }));
});
