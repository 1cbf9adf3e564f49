import { expect } from 'vitest';
import { localMoment } from '../../src/core/time/calendar.js';
import type { Expectation, Someone } from '../support/given.js';
import type { Happening } from './memory.js';

/** The scheduled questions somebody got, by their own date and hour. */

export function promptsTo(someone: Someone, { heard }: Happening, zone = 'Europe/Amsterdam'): readonly string[] {
  return heard
    .filter(({ notice }) => notice.to === someone.id && notice.localDate !== null)
    .map(({ at: now }) => {
      const { date, minute } = localMoment(now, zone);
      return `${date} ${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
    });
}

export const prompted =
  (someone: Someone, zone: string, ...moments: readonly string[]): Expectation =>
  (happening) => {
    expect(promptsTo(someone, happening, zone)).toEqual(moments);
  };
export const amsterdam = 'Europe/Amsterdam';
