import { expect, test } from 'vitest';
import { laterAt, laterHoursFor, type LaterHour } from '../../../src/core/listening/times.js';
import { stranger } from '../../../src/core/person.js';
import { at } from '../../support/given.js';

/** [Straks]: what can be chosen at which hour, and which moment that is. */

const me = stranger(1, 'nl', 'Europe/Amsterdam');
const moment = (local: string) => at(`2026-11-${local}`);

test.each<[string, readonly LaterHour[]]>([
  ['23T09:00', ['hour', 'evening']],
  ['23T10:00', ['hour', 'evening', 'morning']],
  ['23T19:00', ['hour', 'evening', 'morning']],
  ['23T19:01', ['hour', 'morning']],
  ['23T20:29', ['hour', 'morning']],
  ['23T20:30', ['hour', 'morning', 'nextEvening']],
  ['24T00:30', ['hour', 'evening']],
])('at %s it can be %j', (now, hours) => {
  expect(laterHoursFor(me, moment(now))).toEqual(hours);
});

test.each<[string, LaterHour, string]>([
  ['23T14:00', 'hour', '23T15:00'],
  ['23T14:01', 'hour', '23T15:15'],
  ['23T14:16', 'hour', '23T15:30'],
  ['23T14:00', 'evening', '23T20:30'],
  ['23T14:00', 'morning', '24T10:00'],
  ['23T21:00', 'nextEvening', '24T20:30'],
])('at %s «%s» is %s', (now, hour, then) => {
  expect(laterAt(hour, me, moment(now))).toBe(moment(then));
});
