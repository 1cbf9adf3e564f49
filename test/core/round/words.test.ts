import { expect, test } from 'vitest';
import type { AnswerKind } from '../../../src/core/round/scenario.js';
import { anne, askedCouple, bram, given, that, type Act, type Someone } from '../../support/given.js';
import { only, prompt, usualAfter } from '../prompts.js';

/** What both tapped, drawn side by side after the message that holds it. */

const option = (id: string) => ({ id, label: { nl: id, en: id } });
const kind: AnswerKind = {
  kind: 'multi',
  max: 3,
  isRanked: true,
  groups: [
    { id: 'w', label: { nl: 'waarden', en: 'values' }, options: ['trouw', 'rust', 'humor', 'moed'].map(option) },
  ],
};
const values = prompt('waarden', {
  answer: kind,
  title: { nl: 'Jouw drie', en: 'Your three' },
  after: { ...usualAfter, drawing: { draw: 'words', from: 'waarden', with: null } },
});
const picks = (who: Someone, ...ids: readonly string[]): readonly Act[] => [
  who.taps('group', { arg: 'w' }),
  ...ids.map((arg) => who.taps('pick', { arg })),
  who.taps('seal'),
];
const label = (id: string) => ({ nl: id, en: id });

test('the first beside the first, the second beside the second; in both pictures alike, and without a sound', () => {
  given(askedCouple({ prompts: only(values) }), ...picks(anne, 'humor', 'trouw'))
    .when(...picks(bram, 'rust'))
    .then(
      that(({ heard }) => {
        const drawn = heard.flatMap(({ notice }) => (notice.say?.name === 'words' ? [notice] : []));
        expect(drawn.map(({ to, act, isSilent, isProtected }) => [to, act, isSilent, isProtected])).toEqual([
          [anne.id, 'photo', true, true],
          [bram.id, 'photo', true, true],
        ]);
        for (const { say } of drawn) {
          expect(say?.params).toMatchObject({
            names: ['Anne', 'Bram'],
            said: {
              rows: [
                { statement: { nl: 'eerst' }, words: [label('humor'), label('rust')] },
                { statement: { nl: 'dan' }, words: [label('trouw'), null] },
              ],
            },
          });
        }
      }),
    );
});

test('nothing is drawn where one of them only typed', () => {
  given(askedCouple({ prompts: only(values) }), ...picks(anne, 'humor'))
    .when(bram.says('gewoon samen'), bram.taps('seal'))
    .then(
      that(({ heard }) => {
        expect(heard.filter(({ notice }) => notice.say?.name === 'words')).toEqual([]);
      }),
    );
});
