import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  given,
  happened,
  inviter,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { sees } from '../chat.js';

/** What a copy of the data lets pass, and what it keeps. */

const restored: Act = anne.does({ type: 'restored', from: null });
const restoredAt =
  (local: string): Act =>
  (rules) => {
    rules.startAt(at(local), { type: 'restored', from: null });
  };
const reminds: readonly Act[] = [
  anne.does({ type: 'showSettings', view: 'rhythm' }),
  anne.taps('reminder', { arg: 'on' }),
];
const remindedOf = (isRound: boolean): Expectation => {
  return (_, rules) => {
    const round = rules.coupleOf(anne.id).round?.id ?? '';
    expect(rules.personOf(anne.id).remindedOf).toBe(isRound ? round : null);
  };
};
const restoredFrom = (from: number | null) => [
  anne.does({ type: 'restored', from }),
  bram.does({ type: 'restored', from }),
];

describe('a bot that was restored', () => {
  test('lets the missed moment pass for both, and asks at the next', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(...startedAt('2026-11-23T20:30'))
      .then(anne.hears('restored'), bram.hears('restored'))
      .when(time.is('2026-11-25T19:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('lets a moment of yesterday pass, and keeps today’s', () => {
    given(settledCouple(), time.is('2026-11-25T19:00'))
      .when(...startedAt('2026-11-26T10:00'))
      .then(anne.hears('restored'), bram.hears('restored'), anne.is({ servedDate: '2026-11-25' }));
  });

  test('shows nothing that was postponed till then, and still opens what both sealed', () => {
    given(askedCouple(), anne.taps('later'), anne.says('a'), anne.taps('seal'))
      .when(...startedAt('2026-11-24T11:00'))
      .then(anne.is({ later: null }))
      .when(bram.says('b'), bram.taps('seal'))
      .then(anne.hears('revealed'));
  });

  test('says of which moment it is, and nothing during a breather or to whoever stopped', () => {
    const from = at('2026-11-22T10:00');
    given(pairedCouple())
      .when(...restoredFrom(from))
      .then(anne.reads('restored', { from }), bram.reads('restored', { from }));
    given(pairedCouple(), anne.does({ type: 'callBreather' }))
      .when(...restoredFrom(from))
      .then(anne.hears(), bram.hears());
    given(pairedCouple(), anne.does({ type: 'stop' }))
      .when(...restoredFrom(from))
      .then(anne.hears(), bram.hears('restored'));
  });

  test('changes nothing the second time', () => {
    const story = given(settledCouple(), time.is('2026-11-23T19:00'), ...startedAt('2026-11-23T20:30'));
    const before = JSON.stringify([story.rules.personOf(1), story.rules.coupleOf(1)]);
    story.when(...restoredFrom(null)).then(
      that((_, rules) => {
        expect(JSON.stringify([rules.personOf(1), rules.coupleOf(1)])).toBe(before);
      }),
    );
  });

  test('has nothing to let pass for somebody who waits for their partner', () => {
    given(inviter())
      .when(anne.does({ type: 'restored', from: null }))
      .then(happened('overdueLetGo', 'restoreTold'));
  });

  test('lets a missed moment pass once for the couple, and for each of the two', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(restoredAt('2026-11-23T20:30'))
      .then(
        that(({ events }) => {
          expect(events.map(({ type }) => type)).toEqual([
            ...['overdueLetGo', 'dateServed', 'slotMet', 'restoreTold'],
            ...['overdueLetGo', 'dateServed', 'restoreTold'],
          ]);
        }),
      );
  });

  test('lets pass a moment that is there this very minute, and no other', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(restoredAt('2026-11-23T20:00'))
      .then(anne.is({ servedDate: '2026-11-23' }));
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(restoredAt('2026-11-23T19:59'))
      .then(anne.is({ servedDate: '2026-11-22' }));
  });

  test('keeps an hour that was chosen when it is still to come, and lets one pass that has come', () => {
    const later = given(askedCouple(), anne.taps('later')).rules.personOf(anne.id).later;
    given(askedCouple(), anne.taps('later')).when(restored).then(anne.is({ later }));
    const postponed = given(askedCouple(), anne.taps('later'));
    postponed
      .when((rules) => {
        rules.startAt(later?.at ?? 0, { type: 'restored', from: null });
      })
      .then(anne.is({ later: null }));
  });

  test('does not remind of what it would have reminded of meanwhile, and does of what is still to come', () => {
    given(askedCouple(), ...reminds)
      .when(restored)
      .then(remindedOf(false))
      .when(time.is('2026-11-24T20:01'))
      .then(anne.hears('reminder'));
    given(askedCouple(), ...reminds)
      .when(restoredAt('2026-11-24T20:00'))
      .then(remindedOf(true))
      .when(time.is('2026-11-24T20:01'))
      .then(anne.hears());
    given(pairedCouple(), ...bothAnswer())
      .when(restored)
      .then(anne.is({ remindedOf: null, later: null }));
  });

  test('does not tell of the rhythm late, and does tell of it when it was still to come', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(restored, time.passes(minutes(3)))
      .then(anne.hears('restored', 'rhythm'));
    given(pairedCouple(), ...bothAnswer())
      .when(restoredAt('2026-11-22T13:00'), time.passes(minutes(3)))
      .then(anne.hears('restored'), bram.hears('restored'));
  });

  test('says so in the morning to whoever sleeps', () => {
    given(pairedCouple(), time.is('2026-11-22T23:00'))
      .when(restored)
      .then(sees(anne, '+ restored (scheduled, nudge, from Mon 08:00)'), sees(bram));
  });

  test('leaves nothing that could open to somebody whose couple did not come back', () => {
    given(askedCouple(), anne.says('half'), restored)
      .when()
      .then(
        that((_, rules) => {
          expect(Object.keys(rules.personOf(anne.id).answers)).toHaveLength(2);
        }),
      );
    given(askedCouple(), anne.says('half'), (rules) => {
      rules.change(anne.id, () => ({ coupleId: null }));
    })
      .when(restored)
      .then(happened('overdueLetGo'), anne.is({ answers: {} }), anne.hears());
  });

  test('knows nobody who had not agreed', () => {
    given({}, anne.starts()).when(restored).then(happened());
    given({}, anne.starts())
      .when(anne.does({ type: 'botChanged' }))
      .then(happened());
  });
});

/** The bot is started at that hour with a copy of the moment before it. */
function startedAt(local: string): readonly Act[] {
  return [
    (rules) => {
      rules.startAt(at(local), { type: 'restored', from: null });
    },
    time.jumps(minutes(1)),
  ];
}
