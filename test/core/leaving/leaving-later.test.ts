import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localMoment, isWithin } from '../../../src/core/time/calendar.js';
import { chanceLength } from '../../../src/core/time/chance.js';
import { drawLeaving } from '../../../src/core/leaving/leaving.js';
import { stranger } from '../../../src/core/person.js';
import {
  anne,
  at,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  refused,
  settledCouple,
  that,
  time,
} from '../../support/given.js';
import { sees } from '../chat.js';

/** [Over een paar dagen]: the pairing ends at an hour that is drawn, so that when it comes says nothing of why. */

const stop = anne.does({ type: 'stop', messageId: 77 });
const later = [stop, anne.taps('unpairLater')];

describe('leaving in a few days', () => {
  test('is asked under /stop, tells the other nothing, and goes away again', () => {
    given(settledCouple(), stop)
      .when(anne.taps('unpairLater'))
      .then(
        happened('leavingSet'),
        bram.hears(),
        anne.reads('leavingSet', { partner: 'Bram' }),
        sees(
          anne,
          '~ farewell: leavingSet [keepPaired] / [removeNow]',
          '- farewell (sweep, from Sun 13:05, until Tue 13:00)',
          '- message 77 (sweep, from Sun 13:05, until Tue 13:00)',
        ),
      );
  });

  test('ends it between the second and the fifth day, by the clock, once, as any end is told', () => {
    given(settledCouple(), ...later)
      .when(time.passes(days(1)))
      .then(bram.hears(), anne.hears())
      .when(time.passes(days(5)))
      .then(
        anne.hears(),
        bram.reads('unpaired', {}),
        that(({ events }, rules) => {
          expect(events.filter(({ type }) => type === 'unpaired')).toHaveLength(1);
          expect(rules.couples()).toEqual([]);
        }),
      );
  });

  test('looks until then like somebody who stopped', () => {
    const heard = [[stop], later].map((acts) => {
      const { rules } = given(settledCouple(), ...acts);
      const happening = rules.begin();
      rules.passTo(at('2026-11-24T09:00'));
      for (const act of [bram.starts(), ...bothAnswer().slice(2, 3), bram.does({ type: 'exportData' })]) act(rules);
      return happening.heard
        .filter(({ notice }) => notice.to === bram.id)
        .map(({ at: when, notice }) => ({ when, notice }));
    });
    // One tap more takes one turn of the stage’s clock.
    expect(heard[1]?.map(({ notice }) => notice.say?.name)).toEqual(heard[0]?.map(({ notice }) => notice.say?.name));
  });

  test('is called off by whoever asked for it: by its button, by staying silent, by going on', () => {
    for (const back of [anne.taps('keepPaired'), anne.taps('staySilent'), anne.taps('goOn'), anne.starts()]) {
      given(settledCouple(), ...later, back)
        .when(time.passes(days(9)))
        .then(
          anne.is({ leaving: null }),
          that(({ events }, rules) => {
            expect(events.map(({ type }) => type)).not.toContain('unpaired');
            expect(rules.couples()).toHaveLength(1);
          }),
        );
    }
    given(settledCouple(), ...later, anne.taps('keepPaired'))
      .when(anne.presses('keepPaired'))
      .then(refused('stale-button'));
  });

  test('is shown again by /stop, and changes nothing when asked for twice', () => {
    given(settledCouple(), ...later)
      .when(anne.presses('unpairLater'))
      .then(happened())
      .when(stop)
      .then(anne.reads('stopped', { partner: 'Bram', isLeaving: true }));
    given(settledCouple()).when(anne.presses('unpairLater')).then(refused('stale-button'));
  });

  test('waits for the end of a breather and an hour more, but no longer than a week', () => {
    const { rules } = given(settledCouple(), ...later);
    const due = rules.personOf(anne.id).leaving?.at ?? 0;
    rules.passTo(due - minutes(5));
    bram.does({ type: 'callBreather' })(rules);
    const happening = rules.begin();
    rules.passTo(due + minutes(20));
    expect(happening.events.map(({ type }) => type)).not.toContain('unpaired');
    rules.passTo(due + hours(30));
    expect(happening.events.map(({ type }) => type)).toContain('unpaired');
  });

  test('is not in the other’s quiet hours, also not in those chosen since', () => {
    const { rules } = given(settledCouple(), ...later);
    const due = rules.personOf(anne.id).leaving?.at ?? 0;
    const minute = localMoment(due, 'Europe/Amsterdam').minute;
    rules.change(bram.id, ({ rhythm }) => ({
      rhythm: { ...rhythm, quietFromMinute: minute - 30, quietUntilMinute: minute + 60 },
    }));
    const happening = rules.begin();
    rules.jump(1);
    bram.starts()(rules);
    rules.passTo(due + days(1));
    const told = happening.heard.find(({ notice }) => notice.say?.name === 'unpaired');
    expect(told?.at).toBe(due + minutes(60) - (due % 60_000));
    expect(told?.notice.isSilent).toBe(false);
  });

  test('is drawn from chance as an ordinary hour of the other’s', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: chanceLength, maxLength: chanceLength }),
        fc.nat(1439),
        fc.nat(1439),
        fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland'),
        (chance, quietFromMinute, quietUntilMinute, zone) => {
          const now = at('2026-11-22T13:00');
          const other = stranger(2, 'nl', zone);
          const drawn = drawLeaving(
            { ...other, rhythm: { ...other.rhythm, quietFromMinute, quietUntilMinute } },
            { now, chance },
          );
          const { minute } = localMoment(drawn, zone);
          expect(isWithin(minute, quietFromMinute, quietUntilMinute)).toBe(false);
          expect(drawn - now).toBeGreaterThan(days(1));
          expect(drawn - now).toBeLessThan(days(6) + hours(12));
        },
      ),
    );
  });
});
