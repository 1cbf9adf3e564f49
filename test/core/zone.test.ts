import { describe, expect, test } from 'vitest';
import { localMoment } from '../../src/core/calendar.js';
import { findZone } from '../../src/core/zone.js';
import { anne, given, happened, minutes, refused, settledCouple, time } from '../support/given.js';

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
