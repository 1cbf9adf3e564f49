import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, instantAt, isWithin, localMoment, weekday } from '../../../src/core/time/calendar.js';

/** Our arithmetic against the library it shortens. */

const nastyZones = [
  'Europe/Amsterdam',
  'Asia/Beirut',
  'America/Havana',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Gaza',
  'America/Asuncion',
];
const allZones = Intl.supportedValuesOf('timeZone');
const zones = fc.oneof(fc.constantFrom(...allZones), fc.constantFrom(...nastyZones));
/** Ten years around now, to the second. */
const instants = fc
  .integer({ min: Date.UTC(2021, 0, 1) / 1000, max: Date.UTC(2031, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000);
const minutes = fc.integer({ min: 0, max: 1439 });

function localThere(at: number, zone: string) {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { date: there.toPlainDate().toString(), minute: there.hour * 60 + there.minute };
}

function instantThere(date: string, minute: number, zone: string): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

describe('local days and hours', () => {
  test('are those of the library, in every zone, and lead back to the same instants', () => {
    const moments = fc.array(fc.tuple(instants, minutes), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(zones, moments, (zone, some) => {
        for (const [at, minute] of some) {
          const there = localThere(at, zone);
          expect(localMoment(at, zone)).toEqual(there);
          expect(instantAt(there.date, minute, zone)).toBe(instantThere(there.date, minute, zone));
        }
      }),
      { numRuns: 80 },
    );
  });

  const changes: readonly (readonly [zone: string, days: readonly string[]])[] = [
    ['Europe/Amsterdam', ['2026-03-29', '2026-10-25']],
    ['Asia/Beirut', ['2026-03-29', '2026-10-25', '2023-03-26', '2023-03-30']],
    ['America/Havana', ['2026-03-08', '2026-11-01']],
    ['Pacific/Apia', ['2011-12-29', '2011-12-30', '2011-12-31']],
    ['Africa/Casablanca', ['2026-02-15', '2026-03-22', '2025-02-23', '2025-04-06']],
    ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
    ['America/Sao_Paulo', ['2018-11-04', '2019-02-17']],
    ['Europe/Dublin', ['2026-03-29', '2026-10-25']],
    ['Asia/Pyongyang', ['2015-08-15', '2018-05-05']],
    ['America/Caracas', ['2016-05-01', '2007-12-09']],
  ];
  test.each(changes)('%s keeps to the library every half hour around its changes', (zone, days) => {
    for (const day of days) {
      for (const date of [addDays(day, -1), day, addDays(day, 1)]) {
        for (let minute = 0; minute < 1440; minute += 30) {
          const at = instantThere(date, minute, zone);
          expect([date, minute, instantAt(date, minute, zone)]).toEqual([date, minute, at]);
          expect(localMoment(at, zone)).toEqual(localThere(at, zone));
          expect(localMoment(at - 1, zone)).toEqual(localThere(at - 1, zone));
        }
      }
    }
  });

  test('a gap in spring counts on, an overlap in autumn takes the first', () => {
    const zone = 'Europe/Amsterdam';
    expect(localMoment(instantAt('2026-03-29', 150, zone), zone).minute).toBe(210);
    expect(instantAt('2026-10-25', 150, zone)).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('a day that a country skipped is met as the next one', () => {
    const at = instantAt('2011-12-30', 1200, 'Pacific/Apia');
    expect(localMoment(at, 'Pacific/Apia')).toEqual({ date: '2011-12-31', minute: 1200 });
  });

  test('a zone nobody knows is an error, not a wrong hour', () => {
    expect(() => localMoment(0, 'Nowhere/Land')).toThrow();
  });
});

describe('dates', () => {
  const dates = fc
    .integer({ min: -200_000, max: 200_000 })
    .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }))
    .filter(({ year }) => year >= 1000);

  test('are counted as in the library, over centuries and leap days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const later = date.add({ days });
        fc.pre(later.year >= 1000);
        expect(addDays(date.toString(), days)).toBe(later.toString());
        expect(weekday(date.toString())).toBe(date.dayOfWeek);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i day is %s', (date, days, other) => {
    expect(addDays(date, days)).toBe(other);
  });
});

describe('a window of the day', () => {
  test('may run over midnight, and its last minute is not in it', () => {
    expect([1319, 1320, 1439, 0, 479, 480].map((minute) => isWithin(minute, 1320, 480))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([479, 480, 1319, 1320].map((minute) => isWithin(minute, 480, 1320))).toEqual([false, true, true, false]);
  });

  test('that begins where it ends is empty', () => {
    fc.assert(fc.property(minutes, minutes, (minute, edge) => !isWithin(minute, edge, edge)));
  });
});
