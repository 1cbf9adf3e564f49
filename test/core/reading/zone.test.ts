import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../src/core/time/calendar.js';
import { findZone, zoneNamed } from '../../../src/core/reading/zone.js';
import { anne, given, happened, minutes, refused, settledCouple, time } from '../../support/given.js';

describe('the zone of a place', () => {
  test.each([
    ['Amsterdam', 'Europe/Amsterdam'],
    ['  den haag. ', 'Europe/Amsterdam'],
    ['België', 'Europe/Brussels'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['America/New_York', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Lissabon', 'Europe/Lisbon'],
    ['curaçao', 'America/Curacao'],
    ['Kaapstad', 'Africa/Johannesburg'],
    ['Tokio', 'Asia/Tokyo'],
    ['Genève', 'Europe/Zurich'],
    ['Luxemburg', 'Europe/Luxembourg'],
    ['Tenerife', 'Atlantic/Canary'],
    ['Mexico-Stad', 'America/Mexico_City'],
    ['Ushuaia', 'America/Argentina/Ushuaia'],
    ['St. John’s', 'America/St_Johns'],
    ['Parijs ?!', 'Europe/Paris'],
  ])('«%s» is %s', (place, zone) => {
    expect(findZone(place)).toBe(zone);
  });

  test.each([
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Nuuk', 'America/Nuuk'],
    ['Nuuk', 'America/Nuuk'],
    ['Godthab', 'America/Nuuk'],
    ['UTC', 'UTC'],
    ['Etc/GMT+2', 'Etc/GMT+2'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['asia/ho chi minh', 'Asia/Saigon'],
    ['Port-au-Prince', 'America/Port-au-Prince'],
    ['New York, USA', 'America/New_York'],
    ['New York (VS)', 'America/New_York'],
    ['Antwerpen, België', 'Europe/Brussels'],
    ['antwerpen belgië', 'Europe/Brussels'],
    ['Gent/België', 'Europe/Brussels'],
    ['Parijs, Île-de-France, Frankrijk', 'Europe/Paris'],
    ['Barcelona - Spanje', 'Europe/Madrid'],
    ['Auckland, New Zealand', 'Pacific/Auckland'],
    ['Den Bosch', 'Europe/Amsterdam'],
    ['’s-Hertogenbosch', 'Europe/Amsterdam'],
    ["'s Hertogenbosch", 'Europe/Amsterdam'],
    ['Den Haag', 'Europe/Amsterdam'],
    ['’s-Gravenhage', 'Europe/Amsterdam'],
    ['Luik', 'Europe/Brussels'],
    ['Gent', 'Europe/Brussels'],
    ['Brussel', 'Europe/Brussels'],
    ['Sint-Niklaas', 'Europe/Brussels'],
    ['Keulen', 'Europe/Berlin'],
    ['Köln', 'Europe/Berlin'],
    ['Londen', 'Europe/London'],
    ['in Gent', 'Europe/Brussels'],
    ['Ik woon in Den Bosch.', 'Europe/Amsterdam'],
    ['we zijn nu in Parijs', 'Europe/Paris'],
    ['«Wenen»', 'Europe/Vienna'],
    ['Madrid\u200b', 'Europe/Madrid'],
    ['Duitsland', 'Europe/Berlin'],
  ])('«%s» has the hours of %s', (place, zone) => {
    const hours = (of: string) => [0, 6].map((month) => localMoment(Date.UTC(2027, month, 1), of));
    const found = findZone(place);
    expect(found).not.toBeNull();
    expect(hours(found ?? '')).toEqual(hours(zone));
  });

  test('every name that Intl lists is found whole, and by its city', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      expect(findZone(zone)).toBe(zone);
      expect(findZone(zone.toUpperCase())).toBe(zone);
      if (zone.includes('/'))
        expect(findZone((zone.split('/').at(-1) ?? '').replaceAll('_', ' ')), zone).not.toBeNull();
    }
  });

  test('what the operator may set is what may be typed, and the other way round', () => {
    for (const name of ['Asia/Kolkata', 'Europe/Kyiv', 'utc', 'GMT', 'Etc/GMT-3', 'EST5EDT', 'Portugal'])
      expect([zoneNamed(name), findZone(name)]).toEqual([zoneNamed(name), zoneNamed(name)]);
    for (const name of ['+02:00', '-3', '02:00', 'Europe/Utrecht', '']) {
      expect([zoneNamed(name), findZone(name)]).toEqual([null, null]);
    }
  });

  test.each(['Kyiv', 'Kiev', 'Kolkata', 'Calcutta', 'Kathmandu', 'Ho Chi Minh', 'Yangon'])(
    '«%s» is found by its new and its old name',
    (place) => {
      expect(findZone(place)).not.toBeNull();
    },
  );

  test.each(['', '…', 'Lutjebroek', 'constructor', '__proto__', 'toString', 'Europe'])('«%s» is no place', (place) => {
    expect(findZone(place)).toBeNull();
  });

  test('every zone found is one whose hours can be told', () => {
    const places = ['nederland', 'delhi', 'bali', 'wellington', 'willemstad', 'bonaire', 'suriname', 'Kyiv', 'Yangon'];
    for (const place of places) expect(() => localMoment(0, findZone(place) ?? 'nowhere')).not.toThrow();
  });
});

describe('the question for a city', () => {
  const asked = () => given(settledCouple(), anne.taps('otherZone'));

  test('takes the next words as a place', () => {
    asked()
      .when(anne.says('Londen'))
      .then(happened('zoneChanged'), anne.hears('zoneChanged'), anne.is({ zone: 'Europe/London', asked: null }));
  });

  test('stays open when the place is not known', () => {
    asked().when(anne.says('Lutjebroek')).then(refused('unknown-city'));
    asked()
      .when(anne.says('Lutjebroek'), anne.says('Parijs'))
      .then(anne.is({ zone: 'Europe/Paris' }));
  });

  test.each(['+2', '+02:00', 'UTC+2', 'GMT -3:30', 'utc–5', '-3 uur'])('asks for a city instead of «%s»', (offset) => {
    asked()
      .when(anne.says(offset))
      .then(refused('zone-offset'), anne.is({ zone: 'Europe/Amsterdam' }));
  });

  test('is over after ten minutes', () => {
    asked()
      .when(time.passes(minutes(10)), anne.says('Londen'))
      .then(anne.is({ zone: 'Europe/Amsterdam' }));
  });

  test('is let go by any command, also one that is refused', () => {
    asked()
      .when(anne.does({ type: 'inform', about: 'help' }))
      .then(anne.is({ asked: null }));
    asked()
      .when(anne.does({ type: 'withdraw' }))
      .then(anne.is({ asked: null }), anne.reads('refused', { refusal: 'nothing-to-withdraw' }));
  });
});
