import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHour, readQuietHours } from '../../../src/core/reading/hour.js';

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const read = (text: string, language: 'nl' | 'en' = 'nl') => {
  const hour = readHour(text, language);
  return hour === null ? null : `${clock(hour.minute)}${hour.other === null ? '' : ` or ${clock(hour.other)}`}`;
};

describe('an hour that says it all', () => {
  test.each([
    ['20:00', '20:00'],
    ['20', '20:00'],
    ['20u', '20:00'],
    ['20 uur', '20:00'],
    ['19.30u', '19:30'],
    ['19u30', '19:30'],
    ['19h30', '19:30'],
    ['19 uur 30', '19:30'],
    ['19,30', '19:30'],
    ['1930', '19:30'],
    ['om 19:30.', '19:30'],
    ['7:30 pm', '19:30'],
    ['7.30 p.m.', '19:30'],
    ['7pm', '19:00'],
    ['7 am', '07:00'],
    ['7:30', '07:30'],
    ['07:30', '07:30'],
    ['08', '08:00'],
    ['0:15', '00:15'],
    ['24:00', '00:00'],
    ['12:30', '12:30'],
    ['8 uur ’s avonds', '20:00'],
    ["8 uur 's avonds", '20:00'],
    ['acht uur s avonds', '20:00'],
    ['half acht ’s ochtends', '07:30'],
    ['half acht in de avond', '19:30'],
    ['kwart over zeven ’s morgens', '07:15'],
    ['3 uur ’s middags', '15:00'],
    ['drie uur in de middag', '15:00'],
    ['12 uur ’s middags', '12:00'],
    ['1 uur ’s nachts', '01:00'],
    ['11 uur ’s nachts', '23:00'],
    ['middernacht', '00:00'],
    ['noon', '12:00'],
    ['half past seven in the morning', '07:30'],
    ['eight in the evening', '20:00'],
    ['10 at night', '22:00'],
    ['20 uur ’s avonds', '20:00'],
    ['20:59', '20:59'],
    ['7,30', '07:30'],
    ['2030', '20:30'],
    ['20 !', '20:00'],
    ['20??', '20:00'],
    ['  om 20 uur', '20:00'],
    ['midnight', '00:00'],
    ['midday', '12:00'],
    ['9 at night', '21:00'],
    ['12 uur ’s avonds', '00:00'],
    ['tien over twaalf ’s nachts', '00:10'],
    ['half acht sochtends', '07:30'],
    ["half acht 's morgens", '07:30'],
    ['7 uur ochtend', '07:00'],
    ['8 v.m.', '08:00'],
    ['8 vm', '08:00'],
    ['9 a.m', '09:00'],
    ['3 uur smiddags', '15:00'],
    ["3 uur 's middags", '15:00'],
    ['3 uur namiddag', '15:00'],
    ['3 n.m.', '15:00'],
    ['3 nm', '15:00'],
    ['half acht savonds', '19:30'],
    ['8 uur avond', '20:00'],
    ['1 uur snachts', '01:00'],
    ["1 uur 's nachts", '01:00'],
    ['1 uur nacht', '01:00'],
  ])('«%s» is %s', (text, hour) => {
    expect(read(text)).toBe(hour);
  });
});

describe('a part of the day', () => {
  test.each([
    ['’s avonds om acht uur', '20:00'],
    ['’s ochtends half acht', '07:30'],
    ['vanavond 8 uur', '20:00'],
    ['in de middag om 3 uur', '15:00'],
    ['’s nachts rond 1 uur', '01:00'],
    ['in the evening at eight', '20:00'],
  ])('may come first: «%s» is %s', (text, hour) => {
    expect(read(text)).toBe(hour);
  });

  test('that may be another day is none: «morgen 8 uur»', () => {
    expect(read('morgen 8 uur')).toBeNull();
    expect(read('8 uur morgen')).toBe('08:00');
  });
});

describe('an hour that may be two', () => {
  test.each([
    ['half acht', '19:30 or 07:30'],
    ['half 8', '19:30 or 07:30'],
    ['Half Acht!', '19:30 or 07:30'],
    ['half één', '12:30 or 00:30'],
    ['kwart over zeven', '19:15 or 07:15'],
    ['kwart voor acht', '19:45 or 07:45'],
    ['kwart voor een', '12:45 or 00:45'],
    ['tien over half acht', '19:40 or 07:40'],
    ['vijf voor half acht', '19:25 or 07:25'],
    ['5 voor 8', '19:55 or 07:55'],
    ['tien voor één', '12:50 or 00:50'],
    ['acht', '20:00 or 08:00'],
    ['acht uur', '20:00 or 08:00'],
    ['8', '20:00 or 08:00'],
    ['8u', '20:00 or 08:00'],
    ['om 8 uur', '20:00 or 08:00'],
    ['12', '12:00 or 00:00'],
    ['half past seven', '19:30 or 07:30'],
    ['half seven', '19:30 or 07:30'],
    ['quarter to eight', '19:45 or 07:45'],
    ['a quarter past seven', '19:15 or 07:15'],
    ['ten minutes to nine', '20:50 or 08:50'],
    ['seven thirty', '19:30 or 07:30'],
    ['at eight o’clock', '20:00 or 08:00'],
    ['eight oclock', '20:00 or 08:00'],
    ['8 oclock', '20:00 or 08:00'],
    ['achtuur', '20:00 or 08:00'],
    ['acht uur dertig', '20:30 or 08:30'],
    ['acht tien', '20:10 or 08:10'],
    ['halfacht', '19:30 or 07:30'],
    ['half   acht', '19:30 or 07:30'],
    ['half past 7', '19:30 or 07:30'],
    ['één voor twaalf', '23:59 or 11:59'],
    ['59 over 1', '13:59 or 01:59'],
    ['05 voor 08', '19:55 or 07:55'],
  ])('«%s» is taken for the later half of the day: %s', (text, hours) => {
    expect(read(text)).toBe(hours);
  });

  test('depends on the language where the same figures mean something else', () => {
    expect(read('7:30', 'en')).toBe('19:30 or 07:30');
    expect(read('half 7', 'nl')).toBe('18:30 or 06:30');
    expect(read('half 7', 'en')).toBe('19:30 or 07:30');
    expect(read('half acht', 'en')).toBe('19:30 or 07:30');
    expect(read('half seven', 'nl')).toBe('19:30 or 07:30');
    expect(read('12:00 am', 'nl')).toBeNull();
    expect(read('12:00 am', 'en')).toBe('00:00');
  });

  test('is not what four figures are, in either language', () => {
    expect(read('1130', 'en')).toBe('11:30');
  });
});

describe('what is no hour', () => {
  test.each([
    ...['', '…', 'straks', '25', '25:00', '24:30', '19:60', '-3', '7:3', '20:00:00', '99', 'half', 'half dertien'],
    ...['11930', '19300', 'middagpauze 3 uur', 'avondeten 8 uur', 'acht uur avondje', '60 over 1', '1 uur nachtje'],
    ...['kwart', 'acht acht', '8 9', 'vijf over', '13 am', '½ 8', 'x'.repeat(500), 'constructor', 'toString over acht'],
  ])('«%s»', (text) => {
    expect(readHour(text, 'nl')).toBeNull();
    expect(readHour(text, 'en')).toBeNull();
  });

  test('is a text too long for one, whatever stands in it', () => {
    expect(readHour(`8 uur${'!'.repeat(55)}`, 'nl')).not.toBeNull();
    expect(readHour(`8 uur${'!'.repeat(56)}`, 'nl')).toBeNull();
    expect(readQuietHours(`22 tot 8${'!'.repeat(52)}`, 'nl')).not.toBeNull();
    expect(readQuietHours(`${' '.repeat(112)}22 tot 8`, 'nl')).not.toBeNull();
    expect(readQuietHours(`${' '.repeat(113)}22 tot 8`, 'nl')).toBeNull();
  });

  test('is never read as an hour that no day has', () => {
    const parts = fc.constantFrom(
      ...'0 1 7 12 24 : . u am pm half kwart over voor acht past to ’s avonds uur -'.split(' '),
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 6 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('nl', 'en'), (text, language) => {
        const hour = readHour(text, language);
        for (const minute of [hour?.minute, hour?.other]) {
          if (minute == null) continue;
          expect(Number.isInteger(minute)).toBe(true);
          expect(minute).toBeGreaterThanOrEqual(0);
          expect(minute).toBeLessThan(1440);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('quiet hours', () => {
  const quiet = (text: string, language: 'nl' | 'en' = 'nl') => {
    const found = readQuietHours(text, language);
    return found === null ? null : `${clock(found.fromMinute)}-${clock(found.untilMinute)}`;
  };

  test.each([
    ['22:00-08:00', '22:00-08:00'],
    ['22:00 – 08:00', '22:00-08:00'],
    ['22-8', '22:00-08:00'],
    ['van 22u tot 7u30', '22:00-07:30'],
    ['10 tot 8', '22:00-08:00'],
    ['tien uur tot half acht', '22:00-07:30'],
    ['tussen 23 en 9', '23:00-09:00'],
    ['10pm-7am', '22:00-07:00'],
    ['from 10 pm to 7 am', '22:00-07:00'],
    ['kwart voor elf tot acht', '22:45-08:00'],
    ['12:00-14:00', '12:00-14:00'],
    ['from  10 pm  till 7 am', '22:00-07:00'],
  ])('«%s» are %s', (text, hours) => {
    expect(quiet(text)).toBe(hours);
  });

  test('in English may have an hour with «to» in it', () => {
    expect(quiet('quarter to eleven - quarter to eight', 'en')).toBe('22:45-07:45');
  });

  test.each([
    '',
    '22:00',
    'nooit',
    '22:00-',
    '-08:00',
    '22:00-08:00-09:00',
    '20:00-20:00',
    '25-8',
    '8 tot 22:00 tot 8',
    'tien tussen elf en acht',
  ])('«%s» are none', (text) => {
    expect(quiet(text)).toBeNull();
  });
});
