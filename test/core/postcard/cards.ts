import { minutes, settledCouple, time, type Act, type Setting, type Someone } from '../../support/given.js';
import { opening, postcards } from '../prompts.js';

/** Two people, some days in, at noon on a Monday, with postcards to give. */

export const withCards = (rest: Partial<Setting> = {}): Setting =>
  settledCouple({
    prompts: [opening, ...postcards],
    ...rest,
    acts: [time.is('2026-11-23T12:00'), ...(rest.acts ?? [])],
  });

export const asksForOne = (who: Someone): Act => who.does({ type: 'appreciate' });

export const writes = (who: Someone, noticed = 'zingt', because = 'dan ben je thuis'): readonly Act[] => [
  asksForOne(who),
  who.says(noticed),
  who.says(because),
];

/** Written, and on its way. */
export const gives = (who: Someone): readonly Act[] => [...writes(who), who.taps('give')];

/** Given, and arrived if it arrives. */
export const given20 = (who: Someone): readonly Act[] => [...gives(who), time.passes(minutes(1))];

/** Another form than the first. */
export const chooses = (who: Someone, form: string): readonly Act[] => [
  asksForOne(who),
  who.taps('postcardMenu'),
  who.taps('postcardForm', { arg: form }),
];
