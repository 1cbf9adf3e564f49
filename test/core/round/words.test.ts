import { expect, test } from 'vitest';
import { anne, askedCouple, bram, given, that } from '../../support/given.js';
import { only } from '../prompts.js';
import { picks, values } from './tapped.js';

/** What both tapped, drawn side by side after the message that holds it. */

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
