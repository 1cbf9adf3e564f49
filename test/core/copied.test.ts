import { describe, expect, test } from 'vitest';
import {
  allowsVoice,
  anne,
  askedCouple,
  at,
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
  type Expectation,
} from '../support/given.js';
import { sees } from './chat.js';

/** What a copy of the data lets pass and what it keeps, and what another bot finds of the one before it. */

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

describe('a bot that was restored', () => {
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

describe('another bot', () => {
  const moved = anne.does({ type: 'botChanged' });

  test('can play no voice of the one before it, wherever it waited, and keeps every word', () => {
    const spoken = given(
      ...[pairedCouple(), allowsVoice(anne), anne.says('woorden', { messageId: 70 }), anne.taps('seal')],
      ...[anne.speaks('stem', { messageId: 71 }), moved],
    );
    const { answers, pending } = spoken.rules.personOf(anne.id);
    expect(Object.values(answers).map(({ pieces }) => pieces)).toEqual([
      [{ kind: 'text', text: 'woorden', messageId: 70 }],
    ]);
    expect(pending?.pieces).toMatchObject([{ kind: 'voice', fileId: null, messageId: 71 }]);
    const mixed = given(
      ...[pairedCouple(), allowsVoice(anne), anne.says('woorden', { messageId: 70 })],
      ...[anne.speaks('stem', { messageId: 71 }), bram.speaksFreely('stem', { messageId: 72 }), moved],
      bram.does({ type: 'botChanged' }),
    );
    const kept = ({ id }: typeof anne) => Object.values(mixed.rules.personOf(id).answers).map(({ pieces }) => pieces);
    expect(kept(anne)).toEqual([
      [
        { kind: 'text', text: 'woorden', messageId: 70 },
        { kind: 'voice', fileId: null, seconds: 9, messageId: 71 },
      ],
    ]);
    expect(kept(bram)).toEqual([[{ kind: 'voice', fileId: null, seconds: 9, messageId: 72 }]]);
    given(pairedCouple(), anne.speaks('stem'), moved)
      .when()
      .then(anne.is({ heldVoices: [], pending: null }));
  });
});
