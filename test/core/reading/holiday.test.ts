import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/time/calendar.js';
import { readHoliday } from '../../../src/core/reading/holiday.js';

/** A Sunday. */
const today = '2026-11-22';

describe('a holiday', () => {
  test.each([
    ['12 december', '2026-12-12'],
    ['12 dec.', '2026-12-12'],
    ['12-12', '2026-12-12'],
    ['12/12', '2026-12-12'],
    ['12.12', '2026-12-12'],
    ['12/12/2026', '2026-12-12'],
    ['12-12-26', '2026-12-12'],
    ['2026-12-12', '2026-12-12'],
    ['tot en met 12 december', '2026-12-12'],
    ['t/m 12 december', '2026-12-12'],
    ['until 12 December', '2026-12-12'],
    ['the 12th of December', '2026-12-12'],
    ['December 12th', '2026-12-12'],
    ['12 december 2026', '2026-12-12'],
    ['3 januari', '2027-01-03'],
    ['1 maart', '2027-03-01'],
    ['20 juni', '2027-06-20'],
    ['1 okt', '2027-10-01'],
    ['vandaag', '2026-11-22'],
    ['22 november', '2026-11-22'],
    ['morgen', '2026-11-23'],
    ['tomorrow', '2026-11-23'],
    ['zondag', '2026-11-29'],
    ['maandag', '2026-11-23'],
    ['next saturday', '2026-11-28'],
    ['2 weken', '2026-12-06'],
    ['een week', '2026-11-29'],
    ['over 3 dagen', '2026-11-25'],
    ['two weeks', '2026-12-06'],
    ['22-11-2027', '2027-11-22'],
    ['23-11-2027', '2027-11-23'],
    ['  12  december !!', '2026-12-12'],
    ['vakantie tot en met komende zondag', '2026-11-29'],
    ['holiday till the 12th of December', '2026-12-12'],
    ['December 12', '2026-12-12'],
    ['December 12, 2026', '2026-12-12'],
    ['December the 12th 2026', '2026-12-12'],
    ['12 december, 2026', '2026-12-12'],
    ['today', '2026-11-22'],
    ['overmorgen', '2026-11-24'],
    ['volgende dinsdag', '2026-11-24'],
    ['Tuesday', '2026-11-24'],
    ['woensdag', '2026-11-25'],
    ['wednesday', '2026-11-25'],
    ['op donderdag', '2026-11-26'],
    ['on Thursday', '2026-11-26'],
    ['vrijdag', '2026-11-27'],
    ['friday', '2026-11-27'],
    ['1 day', '2026-11-23'],
    ['3 days', '2026-11-25'],
    ['a week', '2026-11-29'],
    ['one month', '2026-12-22'],
    ['2 months', '2027-01-21'],
    ['21 oktober', '2027-10-21'],
  ])('until «%s» lasts through %s', (text, until) => {
    expect(readHoliday(text, today)).toEqual({ until });
  });

  test.each([
    ['21 november', 'date-past'],
    ['1-11', 'date-past'],
    ['22 oktober', 'date-past'],
    ['12-12-2025', 'date-past'],
    ['24-11-2027', 'date-too-far'],
    ['12/12/1999', 'date-past'],
    ['12 december 2028', 'date-too-far'],
    ['60 weken', 'date-too-far'],
    ['9999-12-31', 'date-too-far'],
    ['9999 weken', 'date-too-far'],
    ['31 november', 'unknown-date'],
    ['29-02-2027', 'unknown-date'],
    ['12-13', 'unknown-date'],
    ['0-0', 'unknown-date'],
    ['12 foo', 'unknown-date'],
    ['zomer', 'unknown-date'],
    ['12', 'unknown-date'],
    ['0 dagen', 'unknown-date'],
    ['12-3 dagen', 'unknown-date'],
    ['2 weken geleden', 'unknown-date'],
    ['12 tot december', 'unknown-date'],
    ['112-12', 'unknown-date'],
    ['12-12-20266', 'unknown-date'],
    ['112 december', 'unknown-date'],
    ['12 december 20266', 'unknown-date'],
    ['5 december 12', 'unknown-date'],
    ['december 123', 'unknown-date'],
    ['12026-12-12', 'unknown-date'],
    ['2026-12-123', 'unknown-date'],
    ['2026-13-12', 'unknown-date'],
    ['2026-00-12', 'unknown-date'],
    ['0999-12-12', 'unknown-date'],
    ['32 december', 'unknown-date'],
    ['0 december', 'unknown-date'],
    ['', 'unknown-date'],
    ['constructor', 'unknown-date'],
    ['3 constructor', 'unknown-date'],
    ['x'.repeat(1000), 'unknown-date'],
  ])('until «%s» is refused: %s', (text, problem) => {
    expect(readHoliday(text, today)).toEqual({ problem });
  });

  test('until a day of the week ends on the next one, a week from now at the latest', () => {
    const wednesday = '2026-11-25';
    expect(readHoliday('maandag', wednesday)).toEqual({ until: '2026-11-30' });
    expect(readHoliday('donderdag', wednesday)).toEqual({ until: '2026-11-26' });
    expect(readHoliday('woensdag', wednesday)).toEqual({ until: '2026-12-02' });
  });

  test('is not looked for in a text too long for a day', () => {
    expect(readHoliday(`12-12${'!'.repeat(55)}`, '2026-11-26')).toEqual({ until: '2026-12-12' });
    expect(readHoliday(`12-12${'!'.repeat(56)}`, '2026-11-26')).toEqual({ problem: 'unknown-date' });
  });

  test('knows leap days', () => {
    expect(readHoliday('29 februari', '2028-01-05')).toEqual({ until: '2028-02-29' });
    expect(readHoliday('29 februari', '2026-12-01')).toEqual({ problem: 'unknown-date' });
    expect(readHoliday('29 februari', '2027-12-01')).toEqual({ until: '2028-02-29' });
  });

  test('is never in the past nor more than a year away, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(40), fc.nat(15), fc.nat(3000)).map((parts) => parts.join('-')),
      fc.tuple(fc.nat(40), fc.constantFrom('dec', 'januari', 'mei', 'weken', 'dagen')).map((parts) => parts.join(' ')),
    );
    const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(today, count));
    fc.assert(
      fc.property(typed, days, (text, day) => {
        const read = readHoliday(text, day);
        if (!('until' in read)) return;
        expect(read.until >= day).toBe(true);
        expect(read.until <= addDays(day, 366)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
