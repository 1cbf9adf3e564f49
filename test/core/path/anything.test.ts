import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ButtonName } from '../../../src/core/buttons.js';
import type { PathPlan } from '../../../src/core/path/plan.js';
import { anne, bram, days, given, hours, minutes, time, type Act, type Someone } from '../../support/given.js';
import type { Rules } from '../stage.js';
import { answers, deep, long, looks, planOf, short, walk, withPaths } from './paths.js';

/** Whatever two people tap, in any order, while time goes by and the files change under them: what holds of paths. */

const all = [walk, deep, long, short];
/** As a file may be after an edit: fewer steps, in another order, a new one whose scenario is not there, or no file. */
const edits: readonly (readonly PathPlan[])[] = [
  all,
  all.map((plan) => ({ ...plan, steps: plan.steps.slice(1) })),
  all.map((plan) => ({ ...plan, steps: plan.steps.toReversed() })),
  [...all, planOf('nieuw', ['nergens'])],
  all.slice(1, 2),
  [],
];

/** The newest button of this name, if there ever was one. */
const tapsIfShown =
  (who: Someone, name: ButtonName, nth: number): Act =>
  (rules) => {
    const shown = rules.buttonsOf(who.id).filter((button) => button.name === name);
    const button = shown[shown.length - 1 - (nth % Math.max(1, shown.length))];
    if (button !== undefined) rules.press(button, who.id, { name: who.name });
  };

/** Both look, and tap the same: chance alone seldom brings two to one path. */
const bothWant = (_: Someone, nth: number): readonly Act[] =>
  [anne, bram].flatMap((who) => [looks(who), tapsIfShown(who, 'wishPath', nth % 2)]);

const deeds: readonly ((who: Someone, nth: number) => readonly Act[])[] = [
  (who) => [looks(who)],
  bothWant,
  bothWant,
  bothWant,
  (who, nth) => [tapsIfShown(who, 'wishPath', nth)],
  (who, nth) => [tapsIfShown(who, 'wishPath', nth)],
  (who, nth) => [tapsIfShown(who, 'dropPath', nth)],
  (who, nth) => [tapsIfShown(who, 'takeUpPath', nth)],
  (who) => [tapsIfShown(who, 'beginPath', 0)],
  (who) => [looks(who), tapsIfShown(who, 'nextStep', 0)],
  (who) => [looks(who), tapsIfShown(who, 'restPath', 0)],
  (who) => [tapsIfShown(who, 'goOnPath', 0)],
  (who) => [tapsIfShown(who, 'forMyself', 0), tapsIfShown(who, 'ownCard', 0)],
  (who) => [who.does({ type: 'askQuestion' })],
  (who) => [answers(who)[0] ?? looks(who), tapsIfShown(who, 'seal', 0)],
  (who) => [answers(who)[0] ?? looks(who), tapsIfShown(who, 'seal', 0)],
  (who) => [who.does({ type: 'stop' }), tapsIfShown(who, 'goOn', 0)],
  (who) => [who.does({ type: 'callBreather' })],
  () => [time.passes(hours(5))],
  () => [time.passes(days(1))],
  () => [time.passes(days(2))],
  () => [time.passes(days(40))],
];

const step = fc.tuple(fc.nat(deeds.length - 1), fc.constantFrom(anne, bram), fc.nat(5));
const edit = fc.nat(edits.length - 1);
const practised: Act = (rules) => {
  rules.changeCouple(anne.id, () => ({ practised: { breather: 1, listening: 1 } }));
};

function live(
  some: readonly (readonly [number, Someone, number])[],
  edited: readonly number[],
  look: (rules: Rules) => void,
) {
  const { rules } = given(withPaths(all), practised);
  const happening = rules.begin();
  let told = 0;
  for (const [index, [deed, who, nth]] of some.entries()) {
    const change = edited[index];
    if (change !== undefined && index % 5 === 4) rules.changePaths(edits[change] ?? all);
    for (const act of deeds[deed]?.(who, nth) ?? []) act(rules);
    rules.passTo(rules.now() + minutes(3));
    for (const { notice } of happening.heard.slice(told)) rules.tell(notice);
    told = happening.heard.length;
    look(rules);
  }
  return happening;
}

const lives = fc.tuple(fc.array(step, { minLength: 5, maxLength: 60 }), fc.array(edit, { maxLength: 60 }));

describe('whatever two people do with paths, and whatever becomes of the files', () => {
  test('nothing fails, what is told can be put into words, and a path has each step once and at most one a date', () => {
    fc.assert(
      fc.property(lives, ([some, edited]) => {
        live(some, edited, (rules) => {
          const couple = rules.couples().find(({ members }) => members.includes(anne.id));
          const begun = couple?.path?.begun ?? [];
          const ids = begun.map(({ id }) => id);
          expect(new Set(ids).size, ids.join(' ')).toBe(ids.length);
          const dates = begun.flatMap(({ date }) => date ?? []);
          expect(new Set(dates).size).toBe(dates.length);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a path is told only when both wanted it a moment before', () => {
    let times = 0;
    fc.assert(
      fc.property(lives, ([some, edited]) => {
        const wanted = new Map<number, ReadonlySet<string>>();
        const happening = live(some, edited, () => undefined);
        for (const event of happening.events) {
          if (event.type === 'wished') {
            wanted.set(event.person, new Set([...(wanted.get(event.person) ?? []), event.wish.subject]));
          }
          const told = event.type === 'pathMatched' ? event.path.id : event.type === 'pathTakenUp' ? event.path : null;
          if (told === null) continue;
          times += 1;
          for (const { id } of [anne, bram]) expect(wanted.get(id)?.has(told) ?? false).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
    expect(times).toBeGreaterThan(10);
  });
});
