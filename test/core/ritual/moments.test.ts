import { describe, expect, test } from 'vitest';
import { momentOf, nextMoment, turnOf } from '../../../src/core/ritual/moments.js';

const at = (iso: string) => Date.parse(iso);
const friday = { weekday: 5, minute: 14 * 60 };
const none = { after: 0, met: undefined };

describe('a moment of the week', () => {
  test('is read from the list of moments, and nothing else is one', () => {
    expect(momentOf('m_ma_o')).toEqual({ weekday: 1, minute: 570 });
    expect(momentOf('m_zo_a')).toEqual({ weekday: 7, minute: 1170 });
    expect(['zee', 'm_xx_o', 'm_ma_x', ''].map(momentOf)).toEqual([null, null, null, null]);
  });

  test('comes at the same hour of each zone, also past a change of the clock', () => {
    const next = (zone: string, now: string) => nextMoment(friday, 'week', zone, { ...none, now: at(now) })?.at;
    expect(next('Europe/Amsterdam', '2027-03-24T12:00Z')).toBe(at('2027-03-26T13:00Z'));
    expect(next('Europe/Amsterdam', '2027-03-31T12:00Z')).toBe(at('2027-04-02T12:00Z'));
    expect(next('America/New_York', '2027-03-24T12:00Z')).toBe(at('2027-03-26T18:00Z'));
  });

  test('on a day that a zone skipped does not come, nor on another day in its place', () => {
    // Samoa went from Thursday 29 December 2011 to Saturday the 31st.
    const next = nextMoment(friday, 'week', 'Pacific/Apia', { ...none, now: at('2011-12-28T12:00Z') });
    expect(next?.date).toBe('2012-01-06');
  });

  test('is passed over once it was met, or when it is hours ago', () => {
    const now = at('2026-11-27T13:30Z');
    expect(nextMoment(friday, 'week', 'Europe/Amsterdam', { ...none, now })?.date).toBe('2026-11-27');
    expect(nextMoment(friday, 'week', 'Europe/Amsterdam', { after: 0, met: '2026-11-27', now })?.date).toBe(
      '2026-12-04',
    );
    expect(nextMoment(friday, 'week', 'Europe/Amsterdam', { ...none, now: at('2026-11-27T16:00Z') })?.date).toBe(
      '2026-12-04',
    );
  });

  test('of a month is the first such day of it', () => {
    const dates = (now: string) => nextMoment(friday, 'month', 'Europe/Amsterdam', { ...none, now: at(now) })?.date;
    expect(dates('2026-11-27T10:00Z')).toBe('2026-12-04');
    expect(dates('2026-12-05T10:00Z')).toBe('2027-01-01');
  });
});

test('ideas go on from one time to the next', () => {
  expect(turnOf('2027-01-02', 'month') - turnOf('2026-12-05', 'month')).toBe(1);
  expect(turnOf('2026-12-05', 'week') - turnOf('2026-11-28', 'week')).toBe(1);
});
