import { describe, expect, test } from 'vitest';
import type { Rhythm } from '../../../src/core/scene.js';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  happened,
  hours,
  refused,
  that,
  time,
  type Act,
  type Setting,
  type Someone,
} from '../../support/given.js';
import { only, ritualOf } from '../prompts.js';
import { seals } from '../round/overlaps.js';

/** A moment that both tapped and both said yes to; a reminder to each, which tells nothing of the other. */

const asked = (every: 'week' | 'month' = 'week', rest: Partial<Setting> = {}): Setting =>
  askedCouple({ prompts: only(ritualOf(every)), ...rest });
const bothTap = (...moments: readonly string[]): readonly Act[] => [
  ...seals(anne, ...moments),
  ...seals(bram, ...moments),
  time.is('2026-11-25T20:00'),
];
const yes = (who: Someone, moment: string) => who.taps('ritualYes', { arg: moment });
const bothAgree = (moment: string): readonly Act[] => [
  ...bothTap(moment),
  yes(anne, moment),
  yes(bram, moment),
  // Nothing else comes: what is told is the reminder alone.
  (rules) => {
    for (const { id } of [anne, bram])
      rules.change(id, ({ rhythm }) => ({ rhythm: { ...rhythm, days: 'rest' } satisfies Rhythm }));
  },
];
const opensKept = (who: Someone): readonly Act[] => [who.does({ type: 'showBook' }), who.taps('leaf', { arg: 'kept' })];

describe('a moment that both tapped', () => {
  test('becomes theirs once both say yes to the same one, and is told to both', () => {
    given(asked(), ...bothTap('m_za_m', 'm_zo_o'))
      .when(yes(anne, 'm_za_m'))
      .then(happened('ritualWished'), anne.hears('ritualNoted'), bram.hears())
      .when(yes(bram, 'm_zo_o'))
      .then(happened('ritualWished'), anne.hears())
      .when(yes(bram, 'm_za_m'))
      .then(
        happened('ritualAgreed'),
        anne.hears('ritualAgreed'),
        bram.hears('ritualAgreed'),
        anne.reads('ritualAgreed', { moment: 'm_za_m' }),
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).rituals).toMatchObject([{ moment: 'm_za_m', every: 'week', met: {} }]);
          expect(rules.personOf(bram.id).wishes).toEqual([]);
        }),
      )
      .when(yes(anne, 'm_zo_o'))
      .then(happened(), bram.hears());
  });

  test('can be agreed on under what opened, and both read that they can', () => {
    given(asked(), ...seals(anne, 'm_za_m'), ...seals(bram, 'm_za_m'), time.is('2026-11-25T19:59'))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.reads('overlapOpened', { canAgree: true }), bram.reads('overlapOpened', { canAgree: true }));
  });

  test('is wanted by one alone without a trace for the other, and can be taken back', () => {
    given(asked(), ...bothTap('m_za_m'), yes(anne, 'm_za_m'), anne.taps('ritualYes', { step: 0 }))
      .when(yes(bram, 'm_za_m'))
      .then(happened('ritualWished'), anne.hears());
  });

  test('is told at the hour at which their answers open, where they chose one; until then it can be taken back', () => {
    const atHour: Act = (rules) => {
      rules.change(bram.id, () => ({ revealMinute: 21 * 60 + 30 }));
    };
    const wanted = given(asked(), ...bothTap('m_za_m'), atHour, yes(anne, 'm_za_m'), yes(bram, 'm_za_m'));
    wanted
      .when(time.is('2026-11-25T21:29'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-25T21:30'))
      .then(happened('ritualAgreed'), anne.hears('ritualAgreed'), bram.hears('ritualAgreed'));
    given(asked(), ...bothTap('m_za_m'), atHour, yes(anne, 'm_za_m'), yes(bram, 'm_za_m'))
      .when(anne.taps('ritualYes', { step: 0 }), time.is('2026-11-25T22:00'))
      .then(happened('ritualDropped'), bram.hears());
  });

  test('was not tapped by both: there is no such button', () => {
    given(asked(), ...bothTap('m_za_m'))
      .when((rules) => {
        const slot = rules.buttonsOf(anne.id).findLast(({ name }) => name === 'ritualYes')?.slot ?? '';
        anne.presses('ritualYes', { slot, step: 1, arg: 'm_zo_a' })(rules);
      })
      .then(refused('page-gone'));
  });

  test('stands among what both keep, and an earlier one of the same kind makes room for it', () => {
    given(asked(), ...bothTap('m_za_m'), yes(anne, 'm_za_m'), yes(bram, 'm_za_m'))
      .when(...opensKept(anne))
      .then(
        anne.reads('page', {
          isShared: true,
          reminds: true,
          own: expect.objectContaining({ picks: ['m_za_m'] }) as never,
        }),
      )
      .when(anne.taps('askAgain'), ...seals(anne, 'm_do_a'), ...seals(bram, 'm_do_a'), time.is('2026-11-28T20:01'))
      .when(yes(anne, 'm_do_a'), yes(bram, 'm_do_a'))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).rituals.map(({ moment }) => moment)).toEqual(['m_do_a']);
        }),
      );
  });
});

describe('the reminder', () => {
  test('comes to both at the same hour of that day, in the same words, week after week', () => {
    given(asked(), ...bothAgree('m_za_m'))
      .when(time.is('2026-11-28T13:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-28T14:00'))
      .then(
        anne.hears('ritualReminder'),
        bram.hears('ritualReminder'),
        that(({ heard }) => {
          const [one, other] = heard.map(({ notice }) => JSON.stringify(notice.say));
          expect(one).toBe(other);
          expect(heard.every(({ notice }) => notice.keys.length === 0)).toBe(true);
        }),
      )
      .when(time.is('2026-12-05T14:00'))
      .then(anne.hears('ritualReminder'), bram.hears('ritualReminder'));
  });

  test('comes at each one’s own hour where they are in zones apart', () => {
    given(
      asked('week', { zones: { 2: 'America/New_York' } }),
      time.is('2026-11-24T12:00'),
      ...bothTap('m_za_m'),
      time.is('2026-11-26T02:01'),
      yes(anne, 'm_za_m'),
      yes(bram, 'm_za_m'),
    )
      .when(time.is('2026-11-28T14:00'))
      .then(anne.reads('ritualReminder'), bram.hears())
      .when(time.is('2026-11-28T20:00'))
      .then(bram.reads('ritualReminder'));
  });

  test('of a month comes on the first such day of it', () => {
    given(asked('month'), ...bothAgree('m_za_a'))
      .when(time.is('2026-12-05T19:29'))
      .then(anne.hears())
      .when(time.is('2026-12-05T19:30'))
      .then(anne.hears('ritualReminder'))
      .when(time.is('2027-01-01T12:00'))
      .then(anne.hears())
      .when(time.is('2027-01-02T19:30'))
      .then(anne.hears('ritualReminder'));
  });

  test.each<[string, Act]>([
    [
      'a holiday',
      (rules) => {
        rules.change(bram.id, () => ({ holidayUntil: '2026-12-20' }));
      },
    ],
    ['a stop', bram.does({ type: 'stop' })],
    [
      'quiet hours',
      (rules) => {
        rules.change(bram.id, ({ rhythm }) => ({
          rhythm: { ...rhythm, quietFromMinute: 780, quietUntilMinute: 1000 },
        }));
      },
    ],
    [
      'his own wish',
      (rules) => {
        rules.change(bram.id, () => ({ quietRituals: rules.coupleOf(bram.id).rituals.map(({ id }) => id) }));
      },
    ],
    [
      'a question of his own near it',
      (rules) => {
        rules.change(bram.id, ({ rhythm }) => ({ rhythm: { ...rhythm, days: 'daily', minute: 14 * 60 + 10 } }));
      },
    ],
  ])('stays away from whom %s keeps it, and the other notices nothing', (_, act) => {
    const seen = [[], [act]].map((acts) => {
      const found: unknown[] = [];
      given(asked(), ...bothAgree('m_za_m'), ...acts)
        .when(time.is('2026-11-28T15:00'))
        .then(
          that(({ heard }) => {
            found.push(
              ...heard.filter(({ notice }) => notice.to === anne.id).map(({ notice, at }) => ({ say: notice.say, at })),
            );
            if (acts.length > 0)
              expect(
                heard.filter(({ notice }) => notice.to === bram.id && notice.say?.name === 'ritualReminder'),
              ).toEqual([]);
          }),
        );
      return JSON.stringify(found);
    });
    expect(seen[1]).toBe(seen[0]);
    expect(seen[0]).toContain('ritualReminder');
  });

  test('that falls in a breather passes, for both', () => {
    given(asked(), ...bothAgree('m_za_m'), time.is('2026-11-28T13:50'), anne.does({ type: 'callBreather' }))
      .when(time.is('2026-11-28T18:00'))
      .then(
        that(({ heard }) => {
          expect(heard.filter(({ notice }) => notice.say?.name === 'ritualReminder')).toEqual([]);
        }),
      );
  });

  test('is not made up for after an absence of hours', () => {
    given(asked(), ...bothAgree('m_za_m'), time.is('2026-11-28T13:00'), time.jumps(hours(4)))
      .when(time.passes(hours(1)))
      .then(anne.hears(), bram.hears());
  });

  test('can be switched off and on again on its page, for oneself alone', () => {
    given(asked(), ...bothAgree('m_za_m'), ...opensKept(bram))
      .when(bram.taps('ritualQuiet'))
      .then(bram.reads('page', { reminds: false }), anne.hears())
      .when(time.is('2026-11-28T14:00'))
      .then(anne.hears('ritualReminder'), bram.hears())
      .when(...opensKept(bram), bram.taps('ritualRemind'), time.is('2026-12-05T14:00'))
      .then(bram.reads('ritualReminder'));
  });
});

describe('a ritual ends', () => {
  const reminded = (acts: readonly Act[], after = time.is('2026-11-28T14:30')) =>
    given(asked(), ...bothAgree('m_za_m'), ...acts).when(after);

  test('when either takes its page out', () => {
    reminded([...opensKept(bram), bram.taps('removePage'), bram.taps('removePageNow')]).then(
      anne.hears(),
      bram.hears(),
    );
  });

  test('when either erases', () => {
    reminded([anne.does({ type: 'erase' }), anne.taps('erase', { arg: 'answers' }), anne.taps('eraseNow')]).then(
      bram.hears(),
    );
  });

  test('after half a year, without a word', () => {
    reminded([time.passes(days(181))], time.passes(days(8))).then(
      that(({ heard }, rules) => {
        expect(heard.filter(({ notice }) => notice.say?.name === 'ritualReminder')).toEqual([]);
        expect(rules.coupleOf(anne.id).rituals).toEqual([]);
      }),
    );
  });
});
