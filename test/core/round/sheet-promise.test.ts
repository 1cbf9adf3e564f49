import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ButtonName } from '../../../src/core/buttons.js';
import { anne, bram, days, given, hours, settledCouple, time, type Someone } from '../../support/given.js';
import { only, sheet } from '../prompts.js';
import type { Rules } from '../stage.js';

/** Promise 12 of a sheet: words reach the other only in a theme that both sealed, and are gone otherwise. */

interface Life {
  readonly rules: Rules;
  /** The theme that each word was said in. */
  readonly themes: Map<string, { readonly by: number; readonly theme: string }>;
}
type Deed = (life: Life, who: Someone, n: number) => void;

const press =
  (name: ButtonName): Deed =>
  ({ rules }, who, n) => {
    const shown = rules.buttonsOf(who.id).filter((button) => button.name === name);
    const button = shown[shown.length - 1 - (n % Math.min(5, Math.max(1, shown.length)))];
    if (button !== undefined) rules.press(button, who.id, { name: who.name });
  };
const says: Deed = ({ rules, themes }, who) => {
  const word = `w${String(themes.size)}z`;
  const rows = Object.values(rules.personOf(who.id).answers).flatMap(({ row }) => row ?? []);
  themes.set(word, { by: who.id, theme: rows.at(-1)?.split('_')[0] ?? '' });
  who.says(word)(rules);
};
/** The row that is there is tapped, or its sentence said; then on to the next. */
const fills: Deed = (life, who, n) => {
  press('fillIn')(life, who, 0);
  for (let row = 0; row < 12; row += 1) {
    const newest = life.rules.buttonsOf(who.id).findLast(({ name }) => name === 'row' || name === 'rowPass');
    const at = Object.values(life.rules.personOf(who.id).answers)
      .flatMap((answer) => answer.row ?? [])
      .at(-1);
    if (newest === undefined || at === undefined) return;
    const isSentence = /_(?:ons|rust|jaar)$/.test(at);
    if (isSentence) says(life, who, n);
    else life.rules.press({ name: 'row', slot: newest.slot, step: 0, arg: `${at}_vaak` }, who.id, { name: who.name });
  }
};
const seals: Deed = (life, who, n) => {
  const slot = life.rules.buttonsOf(who.id).findLast(({ name }) => name === 'toggleLine')?.slot;
  if (slot === undefined) return;
  const themes = ['plezier', 'eerlijk', 'later'].filter((_, index) => index !== n % 3);
  for (const arg of themes) {
    life.rules.press({ name: 'toggleLine', slot, step: 1, arg }, who.id, { name: who.name });
  }
  press('sealChosen')(life, who, 0);
};
const erases: Deed = (life, who) => {
  who.does({ type: 'erase' })(life.rules);
  const button = life.rules.buttonsOf(who.id).findLast(({ name, arg }) => name === 'erase' && arg === 'answers');
  if (button !== undefined) life.rules.press(button, who.id, { name: who.name });
  press('eraseNow')(life, who, 0);
};
const passes =
  (ms: number): Deed =>
  ({ rules }) => {
    time.passes(ms)(rules);
  };

const deeds: readonly (readonly [weight: number, deed: Deed])[] = [
  [4, fills],
  [4, seals],
  [3, says],
  [2, press('row')],
  [2, press('rowPass')],
  [2, press('rowBack')],
  [2, press('toggleLine')],
  [2, press('sealChosen')],
  [1, press('fillIn')],
  [1, press('keepToMyself')],
  [1, press('leafSheet')],
  [1, press('talkAbout')],
  [1, erases],
  [
    1,
    ({ rules }, who) => {
      who.does({ type: 'withdraw' })(rules);
    },
  ],
  [
    1,
    ({ rules }, who) => {
      who.edits(rules.nextMessageId(who.id) - 1, 'anders')(rules);
    },
  ],
  [1, passes(hours(5))],
  [1, passes(days(3))],
];

test('words of a sheet reach the other only in a theme that both sealed, whatever either does', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          who: fc.constantFrom(anne, bram),
          deed: fc.oneof(...deeds.map(([weight, deed]) => ({ weight, arbitrary: fc.constant(deed) }))),
          n: fc.nat(60),
        }),
        { minLength: 8, maxLength: 40 },
      ),
      (acts) => {
        const { rules } = given(
          settledCouple({
            prompts: only(sheet),
            acts: [
              (one) => {
                one.changeCouple(anne.id, ({ lastAsked }) => ({
                  lastAsked: { ...lastAsked, [sheet.id]: one.now() - days(200) },
                }));
              },
              time.is('2026-11-23T20:00'),
            ],
          }),
        );
        const life: Life = { rules, themes: new Map() };
        const happening = rules.begin();
        const sealed = new Map<number, readonly string[]>();
        for (const { who, deed, n } of acts) {
          deed(life, who, n);
          for (const event of happening.events) {
            if (event.type === 'answerSealed' && event.answer.chosen !== undefined) {
              sealed.set(event.person, event.answer.chosen);
            }
          }
        }
        for (const { notice } of happening.heard) {
          const said = JSON.stringify(notice.say);
          for (const [word, { by, theme }] of life.themes) {
            if (notice.to === by || !said.includes(word)) continue;
            expect(
              [...sealed.values()].filter((all) => all.includes(theme)),
              `${word} of ${theme}`,
            ).toHaveLength(2);
          }
        }
      },
    ),
    { numRuns: 80 },
  );
});
