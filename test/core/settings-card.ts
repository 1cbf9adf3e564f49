import { expect } from 'vitest';
import { localMoment } from '../../src/core/calendar.js';
import type { Act, Expectation, Someone } from '../support/given.js';

/** Opening the settings, typing into them, and when the questions then come. */

export const rhythm = { type: 'showSettings', view: 'rhythm' } as const;
export const settings = { type: 'showSettings', view: 'all' } as const;
/** Opens /ritme, and there what is to be typed. */
export const types = (someone: Someone, what: 'hour' | 'quiet' | 'holiday', text: string): readonly Act[] => [
  someone.does(rhythm),
  someone.taps('settings', { arg: what }),
  someone.taps('type', { arg: what }),
  someone.says(text),
];
/** The scheduled prompts somebody got, by their own date and hour. */
export const prompted =
  (someone: Someone, zone: string, ...moments: readonly string[]): Expectation =>
  ({ heard }) => {
    const times = heard.flatMap(({ notice, at: now }) => {
      if (notice.to !== someone.id || notice.localDate === null) return [];
      const { date, minute } = localMoment(now, zone);
      return [`${date} ${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`];
    });
    expect(times).toEqual(moments);
  };
export const amsterdam = 'Europe/Amsterdam';
