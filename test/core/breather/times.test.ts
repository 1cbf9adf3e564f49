import { describe, expect, test } from 'vitest';
import type { Breather } from '../../../src/core/breather/scene.js';
import {
  calledAgainUntil,
  canExtend,
  endAfter,
  lengthsFrom,
  momentAfter,
  type Length,
} from '../../../src/core/breather/times.js';
import { stranger } from '../../../src/core/person.js';
import { at, hours, minutes } from '../../support/given.js';

const me = stranger(1, 'nl', 'Europe/Amsterdam');
const you = stranger(2, 'nl', 'Europe/Amsterdam');
const monday = (clock: string) => at(`2026-11-23T${clock}`);
const tuesday = (clock: string) => at(`2026-11-24T${clock}`);
const ends = (length: Length, from: number, latest = from + hours(24)) => endAfter(length, from, me, [me, you], latest);

describe('an end', () => {
  test('in minutes may be the very last one there is, and not a minute later', () => {
    expect(ends('m20', monday('12:00'), monday('12:20'))).toBe(monday('12:20'));
    expect(ends('m20', monday('12:00'), monday('12:19'))).toBeNull();
  });

  test('«vanavond» is nine o’clock, when that is at least an hour away', () => {
    expect(ends('tonight', monday('15:00'))).toBe(monday('21:00'));
    expect(ends('tonight', monday('20:00'))).toBe(monday('21:00'));
    expect(ends('tonight', monday('20:01'))).toBeNull();
  });

  test('«morgen» is nine o’clock after at least four hours, also when it is past midnight', () => {
    expect(ends('tomorrow', monday('20:30'))).toBe(tuesday('09:00'));
    expect(ends('tomorrow', tuesday('05:00'))).toBe(tuesday('09:00'));
    expect(ends('tomorrow', tuesday('05:01'), tuesday('05:01') + hours(48))).toBe(at('2026-11-25T09:00'));
  });

  test('waits for the morning of the other, as far as the day lasts', () => {
    const far = { ...you, zone: 'America/New_York' };
    const from = monday('20:30');
    expect(endAfter('tomorrow', from, me, [me, far], from + hours(24))).toBe(tuesday('14:00'));
    expect(endAfter('tomorrow', from, me, [me, far], tuesday('14:00'))).toBe(tuesday('14:00'));
    expect(endAfter('tomorrow', from, me, [me, far], tuesday('13:59'))).toBe(tuesday('09:00'));
  });

  test.each([
    ['21:59', ['m20', 'm30', 'm60', 'tomorrow']],
    ['22:00', ['tomorrow', 'm20', 'm30', 'm60']],
    ['03:59', ['tomorrow', 'm20', 'm30', 'm60', 'tonight']],
    ['04:00', ['m20', 'm30', 'm60', 'tonight', 'tomorrow']],
  ])('at %s these are offered: %s', (clock, offered) => {
    const from = monday(clock);
    expect(lengthsFrom(from, me, [me, you], from + hours(24))).toEqual(offered);
  });
});

describe('more time', () => {
  const breather = { beganAt: monday('12:00'), extensions: 0 } as Breather;
  const lastMinute = tuesday('12:00');

  test('can be had twice, as long as the shortest fits the day', () => {
    expect(canExtend(breather, lastMinute - minutes(20))).toBe(true);
    expect(canExtend(breather, lastMinute - minutes(19))).toBe(false);
    expect(canExtend({ ...breather, extensions: 1 }, monday('13:00'))).toBe(true);
    expect(canExtend({ ...breather, extensions: 2 }, monday('13:00'))).toBe(false);
  });

  test('by calling again is half an hour, or what is left of the day', () => {
    expect(calledAgainUntil(breather, monday('13:00'))).toBe(monday('13:30'));
    expect(calledAgainUntil(breather, lastMinute - minutes(10))).toBe(lastMinute);
  });
});

test('a time to come back to it is tomorrow, at ten or at eight in the evening', () => {
  expect(momentAfter('morning', monday('23:50'), me)).toBe(tuesday('10:00'));
  expect(momentAfter('evening', monday('00:10'), me)).toBe(tuesday('20:00'));
});
