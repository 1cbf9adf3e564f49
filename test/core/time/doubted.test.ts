import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  inviter,
  leaves,
  minutes,
  pairedCouple,
  settledCouple,
  time,
  type Setting,
} from '../../support/given.js';
import { over } from '../listened.js';

/**
 * For an hour after a start behind its last sign of life, or for a day after a jump far ahead, the clock is in doubt
 * (app/timekeeper.ts). Whoever was asked in the night, or erased, over a clock that was wrong cannot be given that back.
 */

type Due = readonly [setting: Setting, event: Event['type']];

const waits: Readonly<Record<string, Due>> = {
  'the question of the rhythm': [settledCouple(), 'promptShown'],
  'a question that was postponed': [askedCouple({ acts: [anne.taps('later')] }), 'promptShown'],
  'a reminder': [
    askedCouple({
      acts: [anne.does({ type: 'showSettings', view: 'rhythm' }), anne.taps('reminder', { arg: 'on' })],
    }),
    'reminded',
  ],
  'how it goes on after the first evening': [pairedCouple({ acts: bothAnswer() }), 'rhythmTold'],
  'a question nobody answered being put away': [askedCouple(), 'roundRested'],
  'the end of an invitation': [inviter(), 'inviteExpired'],
  'whether all of it should stay': [settledCouple(), 'stayAsked'],
  'the end of a silence': [settledCouple(), 'erased'],
  'the end of somebody who stopped': [settledCouple({ acts: [bram.does({ type: 'stop' })] }), 'erased'],
  'the end of somebody in no couple': [settledCouple({ acts: leaves(bram) }), 'erased'],
  'an end that was set for some days later': [
    settledCouple({ acts: [bram.does({ type: 'stop' }), bram.taps('unpairLater')] }),
    'unpaired',
  ],
  'what was said while listening': [settledCouple({ acts: over }), 'heardForgotten'],
};

const goesOn: Readonly<Record<string, Due>> = {
  'a breather': [settledCouple({ acts: [anne.does({ type: 'callBreather' })] }), 'returnAsked'],
  'what both sealed for an hour': [
    askedCouple({
      acts: [
        anne.does({ type: 'showSettings', view: 'all' }),
        anne.taps('openingHour'),
        anne.taps('setOpeningHour', { arg: '1290' }),
        time.passes(minutes(15)),
        ...bothAnswer(),
      ],
    }),
    'answersRevealed',
  ],
};

/** When the clock would bring it by itself. */
function dueAt([setting, event]: Due): number {
  const { rules } = given(setting);
  const { events } = rules.begin();
  const latest = rules.now() + days(400);
  while (!events.some(({ type }) => type === event)) {
    const next = rules.nextWake() ?? Infinity;
    if (next > latest) throw new Error(`${event} never comes`);
    rules.passTo(next);
  }
  return rules.now();
}

/** The same life, half an hour before. */
function before(due: Due) {
  const story = given(due[0]);
  story.rules.passTo(dueAt(due) - minutes(30));
  return story;
}

describe('while the clock is in doubt', () => {
  test.each(Object.entries(waits))('%s waits, and comes when it is believed', (_, due) => {
    before(due)
      .when(time.isDoubted(hours(1)), time.passes(minutes(59)))
      .then(happened(), anne.hears(), bram.hears())
      .when(time.passes(days(2)))
      .then(({ events }) => {
        expect(events.map(({ type }) => type)).toContain(due[1]);
      });
  });

  test.each(Object.entries(goesOn))('%s goes on', (_, due) => {
    before(due)
      .when(time.isDoubted(hours(1)), time.passes(minutes(59)))
      .then(({ events }) => {
        expect(events.map(({ type }) => type)).toContain(due[1]);
      });
  });

  test('what people do is done, and answered', () => {
    given(settledCouple(), time.isDoubted(hours(1)))
      .when(anne.does({ type: 'askQuestion' }))
      .then(anne.hears('prompt'), bram.hears('prompt'))
      .when(...bothAnswer())
      .then(anne.reads('revealed'), bram.reads('revealed'));
  });
});
