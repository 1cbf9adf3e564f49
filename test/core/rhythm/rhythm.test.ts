import { describe, expect, test } from 'vitest';
import { stranger } from '../../../src/core/person.js';
import {
  isFree,
  laterMoment,
  letPastGo,
  nextQuiet,
  nextSlot,
  outsideQuiet,
  whenFree,
} from '../../../src/core/rhythm/rhythm.js';
import type { Person, Scene } from '../../../src/core/scene.js';
import { anne, at, bram, given, happened, hours, settledCouple } from '../../support/given.js';

/** The edges of one person's hours, to the minute: Monday, Wednesday and Saturday at 20:00, quiet from 22:00 to 08:00. */

const person: Person = stranger(1, 'nl', 'Europe/Amsterdam');
const { rhythm } = person;
const monday = (clock: string) => at(`2026-11-23T${clock}`);
const tuesday = (clock: string) => at(`2026-11-24T${clock}`);
const slot = (now: number, rest: Partial<Person> = {}, other: Partial<Person> = {}) =>
  nextSlot(
    { ...person, ...rest },
    [
      { ...person, ...rest },
      { ...person, ...other, id: 2 },
    ],
    now,
  );

describe('the scheduled moment', () => {
  test('is the next of the days and, once it has come, still that one until it is dealt with', () => {
    expect(slot(monday('19:59'))).toEqual({ date: '2026-11-23', at: monday('20:00') });
    expect(slot(monday('20:00'))).toEqual({ date: '2026-11-23', at: monday('20:00') });
    expect(slot(monday('20:00'), { servedDate: '2026-11-23' })).toEqual({
      date: '2026-11-25',
      at: at('2026-11-25T20:00'),
    });
    expect(slot(tuesday('12:00'), { servedDate: '2026-11-22' })).toEqual({ date: '2026-11-23', at: tuesday('12:00') });
  });

  test('that is a whole day late is let pass', () => {
    expect(slot(tuesday('19:59'))?.date).toBe('2026-11-23');
    expect(slot(tuesday('20:00'))?.date).toBe('2026-11-25');
  });

  test('that is met late waits for the end of the quiet hours', () => {
    expect(slot(tuesday('03:00'))).toEqual({ date: '2026-11-23', at: tuesday('08:00') });
  });

  test('once a week may be eight days away, and never comes for who rests', () => {
    const weekly = { rhythm: { ...rhythm, days: 'weekly' as const } };
    expect(slot(at('2026-11-28T20:00'), { ...weekly, servedDate: '2026-11-28' })?.date).toBe('2026-12-05');
    expect(slot(monday('12:00'), {}, { rhythm: { ...rhythm, days: 'rest' } })).toBeNull();
  });

  test('comes after the last day that either is away, and not on it', () => {
    expect(slot(monday('12:00'), { holidayUntil: '2026-11-25' })?.date).toBe('2026-11-28');
    expect(slot(monday('12:00'), {}, { holidayUntil: '2026-11-24' })?.date).toBe('2026-11-25');
    expect(slot(monday('12:00'), { holidayUntil: '2026-11-24' }, { holidayUntil: '2026-11-28' })?.date).toBe(
      '2026-11-30',
    );
    expect(slot(monday('12:00'), { holidayUntil: '2026-11-28' }, { holidayUntil: '2026-11-24' })?.date).toBe(
      '2026-11-30',
    );
    expect(slot(monday('12:00'), { holidayUntil: '2026-11-20' })?.date).toBe('2026-11-23');
    expect(slot(monday('12:00'), { holidayUntil: '2026-12-20' })?.date).toBe('2026-12-21');
  });

  test('does not wait for a holiday that is long over', () => {
    const { rules } = given(settledCouple());
    const [me, you] = [rules.personOf(anne.id), rules.personOf(bram.id)];
    const back = { ...me, holidayUntil: '2026-10-01', servedDate: '2026-11-23' };
    const now = at('2026-11-24T12:00');
    expect(nextSlot(back, [back, you], now)).toEqual({ date: '2026-11-25', at: at('2026-11-25T20:00') });
  });
});

describe('the quiet hours', () => {
  test('begin on their first minute and have ended on their last', () => {
    expect(isFree(person, monday('21:59'))).toBe(true);
    expect(isFree(person, monday('22:00'))).toBe(false);
    expect(isFree(person, tuesday('07:59'))).toBe(false);
    expect(isFree(person, tuesday('08:00'))).toBe(true);
    expect(outsideQuiet(person, monday('22:00'))).toBe(tuesday('08:00'));
    expect(outsideQuiet(person, tuesday('00:00'))).toBe(tuesday('08:00'));
    expect(outsideQuiet(person, tuesday('08:00'))).toBe(tuesday('08:00'));
  });

  test('that come next are tonight’s, or tomorrow’s once these are behind', () => {
    expect(nextQuiet(person, monday('12:00'))).toEqual({ from: monday('22:00'), until: tuesday('08:00') });
    const noon = { ...person, rhythm: { ...rhythm, quietFromMinute: 12 * 60, quietUntilMinute: 13 * 60 } };
    expect(nextQuiet(noon, monday('13:00'))).toEqual({ from: tuesday('12:00'), until: tuesday('13:00') });
    expect(nextQuiet(noon, monday('12:30'))).toEqual({ from: monday('12:30'), until: monday('13:00') });
    expect(nextQuiet({ ...person, rhythm: { ...rhythm, quietUntilMinute: 22 * 60 } }, monday('12:00'))).toBeNull();
  });
});

describe('[Later]', () => {
  test('is two hours on, to the quarter', () => {
    expect(laterMoment(person, monday('12:00'))).toBe(monday('14:00'));
    expect(laterMoment(person, monday('12:01'))).toBe(monday('14:15'));
  });

  test('is one’s own hour next when it would be in the quiet hours', () => {
    expect(laterMoment(person, monday('20:00'))).toBe(tuesday('20:00'));
    expect(laterMoment(person, tuesday('03:00'))).toBe(tuesday('20:00'));
    const early = { ...person, rhythm: { ...rhythm, minute: 5 * 60 } };
    expect(laterMoment(early, tuesday('03:00'))).toBe(at('2026-11-25T05:00'));
  });

  test('waits for the end of a holiday, at one’s own hour', () => {
    const away = { ...person, holidayUntil: '2026-11-24' };
    expect(laterMoment(away, monday('12:00'))).toBe(at('2026-11-25T20:00'));
    expect(whenFree(away, tuesday('12:00'))).toBe(at('2026-11-25T20:00'));
    expect(whenFree(away, at('2026-11-25T00:00'))).toBe(at('2026-11-25T08:00'));
  });
});

test('a wish that opens a day whose hour is past asks nothing on it any more, and one that does not leaves it', () => {
  const { rules } = given(settledCouple());
  const [me, you] = [rules.personOf(1), rules.personOf(2)];
  const scene = {
    people: { 1: me, 2: you },
    couples: { [rules.coupleOf(1).id]: rules.coupleOf(1) },
  } as unknown as Scene;
  const daily = (one: Person): Person => ({ ...one, rhythm: { ...one.rhythm, days: 'daily' } });
  const late = tuesday('20:00') + hours(1);
  const served = {
    ...scene,
    people: { 1: { ...me, servedDate: '2026-11-23' }, 2: { ...daily(you), servedDate: '2026-11-23' } },
  };
  expect(letPastGo(served, daily({ ...me, servedDate: '2026-11-23' }), late)).toEqual([
    { type: 'dateServed', person: 1, date: '2026-11-24' },
    { type: 'dateServed', person: 2, date: '2026-11-24' },
  ]);
  expect(letPastGo(served, daily({ ...me, servedDate: '2026-11-23' }), tuesday('19:00'))).toEqual([]);
  expect(letPastGo(scene, me, monday('20:00'))).toEqual([]);
  const resting = { ...me, servedDate: '2026-11-23', rhythm: { ...me.rhythm, days: 'rest' } } as const;
  expect(letPastGo({ ...served, people: { ...served.people, 1: resting } }, daily(resting), late)).toHaveLength(2);
});

test('a rhythm that fits is noted, and the other hears nothing of it', () => {
  given(settledCouple()).when(anne.taps('rhythmFits')).then(happened('rhythmAccepted'), bram.hears());
});
