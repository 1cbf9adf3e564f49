import { askedCouple, type Act, type Setting, type Someone } from '../../support/given.js';
import { only, overlap } from '../prompts.js';

/** Two people with a question before them of which only what both tap opens. */

/** Taps these in the question that they were shown last. */
export const picks = (who: Someone, ...options: readonly string[]): readonly Act[] =>
  options.map((arg): Act => (rules) => {
    const slot = rules.buttonsOf(who.id).findLast(({ name }) => name === 'else')?.slot ?? '';
    who.presses('pick', { slot, step: 1, arg })(rules);
  });

export const seals = (who: Someone, ...options: readonly string[]): readonly Act[] => [
  ...picks(who, ...options),
  who.taps('seal'),
];

/** Monday 20:00; the next moments are Wednesday and Saturday, at the same hour. */
export const withOverlap = (rest: Partial<Setting> = {}): Setting => askedCouple({ prompts: only(overlap), ...rest });
