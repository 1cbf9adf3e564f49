import type { Act, Someone } from '../../support/given.js';

/** Opening the settings, and typing into them. */

export const rhythm = { type: 'showSettings', view: 'rhythm' } as const;
export const settings = { type: 'showSettings', view: 'all' } as const;
/** Opens /ritme, and there what is to be typed. */
export const types = (someone: Someone, what: 'hour' | 'quiet' | 'holiday', text: string): readonly Act[] => [
  someone.does(rhythm),
  someone.taps('settings', { arg: what }),
  someone.taps('type', { arg: what }),
  someone.says(text),
];
