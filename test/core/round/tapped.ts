import type { AnswerKind } from '../../../src/core/round/scenario.js';
import type { Act, Someone } from '../../support/given.js';
import { prompt, usualAfter } from '../prompts.js';

/** A question whose answers are tapped, in order, and drawn side by side. */

const option = (id: string) => ({ id, label: { nl: id, en: id } });
export const kind: AnswerKind = {
  kind: 'multi',
  max: 3,
  isRanked: true,
  groups: [
    { id: 'w', label: { nl: 'waarden', en: 'values' }, options: ['trouw', 'rust', 'humor', 'moed'].map(option) },
  ],
};
export const values = prompt('waarden', {
  answer: kind,
  title: { nl: 'Jouw drie', en: 'Your three' },
  after: { ...usualAfter, drawing: { draw: 'words', from: 'waarden', with: null } },
});
export const picks = (who: Someone, ...ids: readonly string[]): readonly Act[] => [
  who.taps('group', { arg: 'w' }),
  ...ids.map((arg) => who.taps('pick', { arg })),
  who.taps('seal'),
];
