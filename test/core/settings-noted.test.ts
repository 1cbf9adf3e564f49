import { describe, expect, test } from 'vitest';
import type { Button } from '../../src/core/command.js';
import { optionsOf } from '../../src/core/scenario.js';
import {
  anne,
  given,
  happened,
  inviter,
  refused,
  settledCouple,
  type Act,
  type Expectation,
} from '../support/given.js';

/** A tap on the newest card, as it would come from one that offered this. */
const tapped =
  (name: Button['name'], arg: string): Act =>
  (rules) => {
    rules.press({ name, slot: '', step: 0, arg }, anne.id, { name: 'Anne' });
  };
const typed = (what: 'hour' | 'quiet' | 'holiday', text: string): Act => {
  const acts = [tapped('type', what), anne.says(text)];
  return (rules) => {
    for (const act of acts) act(rules);
  };
};
const notes = (noted: object): Expectation => anne.reads('settings', { noted: noted as never });

describe('the card of settings says what was changed', () => {
  test.each([
    { name: 'days', act: tapped('days', 'daily'), noted: { what: 'days' } },
    { name: 'the hour', act: tapped('hour', '510'), noted: { what: 'hour', other: null } },
    { name: 'quiet hours', act: tapped('quiet', '1260-420'), noted: { what: 'quiet' } },
    { name: 'a holiday', act: tapped('holiday', '7'), noted: { what: 'holiday' } },
    { name: 'a holiday, typed', act: typed('holiday', '5 december'), noted: { what: 'holiday' } },
    { name: 'reminders', act: tapped('reminder', 'on'), noted: { what: 'reminder' } },
    { name: 'how long all is kept', act: tapped('keeping', '30'), noted: { what: 'keeping' } },
  ])('$name', ({ act, noted }) => {
    given(settledCouple()).when(act).then(notes(noted));
  });

  test('which language it speaks is seen by itself, in either', () => {
    given(settledCouple(), tapped('speak', 'en'))
      .when(tapped('speak', 'nl'))
      .then(anne.is({ language: 'nl' }), anne.reads('settings', { language: 'nl', noted: null }));
  });
});

describe('a setting that cannot be', () => {
  test.each([
    ['keeping', '31', 'stale-button'],
    ['hour', '510x', 'stale-button'],
    ['hour', 'x510', 'stale-button'],
    ['quiet', '1260', 'unknown-quiet-hours'],
    ['quiet', 'x-420', 'unknown-quiet-hours'],
  ] as const)('%s «%s» changes nothing: %s', (name, arg, refusal) => {
    const story = given(settledCouple());
    const before = story.rules.personOf(anne.id).rhythm;
    story.when(tapped(name, arg)).then(refused(refusal), anne.is({ rhythm: before, keepDays: 90 }));
  });

  test('an hour that is quiet, with no other that may be meant, is refused with the quiet hours it lies in', () => {
    const noon = { fromMinute: 720, untilMinute: 840 };
    given(settledCouple(), tapped('quiet', '720-840'))
      .when(typed('hour', '13:00'))
      .then(refused('hour-in-quiet', { minute: 780, quiet: noon }))
      .when(tapped('hour', '780'))
      .then(refused('hour-in-quiet', { minute: 780, quiet: noon }));
  });

  test('«Wij zijn nu apart» is for two', () => {
    given(inviter()).when(tapped('apart', '')).then(refused('not-paired'));
    given({}, anne.starts(), anne.taps('agree')).when(tapped('together', '')).then(refused('not-paired'));
    given(settledCouple()).when(tapped('apart', '')).then(happened('apartChosen'));
  });
});

test('a question that is answered aloud has nothing to tap', () => {
  expect(optionsOf({ kind: 'voice' })).toEqual([]);
});
