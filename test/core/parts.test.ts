import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eraseAll, exportParts, parts, wordsOf } from '../../src/core/parts.js';
import type { Part } from '../../src/core/part.js';
import { askedCouple, days, given, pairedCouple, settledCouple, type Someone } from '../support/given.js';
import { listeningStep } from './anything-listening.js';
import { people, steps, type Step, type World } from './anything.js';
import type { Rules } from './stage.js';

/** Whatever two people do: what every part of their life owes to whoever stops, erases or asks for their data. */

const every = Object.entries<Part<object>>(parts);
const settings = [pairedCouple(), askedCouple(), settledCouple()];
const lives = fc.oneof(
  fc.tuple(fc.nat(settings.length - 1), steps),
  fc.tuple(fc.nat(settings.length - 1), fc.array(listeningStep, { minLength: 8, maxLength: 60 })),
);

function live(setting: number, some: readonly Step[], look: (world: World) => void): void {
  const world: World = { rules: given(settings[setting] ?? {}).rules, words: [] };
  for (const one of some) one.act(world, one.who);
  look(world);
}

/** All that is stored of somebody, and of what they share with the other, but for what the other said. */
function storedOf(rules: Rules, { id }: Someone): string {
  const scene = rules.sceneOf(id);
  const me = rules.personOf(id);
  return JSON.stringify([me, me.coupleId === null ? null : scene.couples[me.coupleId]]);
}

const textOf = (rules: Rules, { id }: Someone) => JSON.stringify(wordsOf(rules.sceneOf(id), rules.personOf(id)));

describe('every part', () => {
  test('gives all words of somebody that are stored, and an export holds them', () => {
    fc.assert(
      fc.property(lives, ([setting, some]) => {
        live(setting, some, ({ rules, words }) => {
          for (const who of people) {
            const [stored, given, exported] = [
              storedOf(rules, who),
              textOf(rules, who),
              JSON.stringify(exportParts(rules.sceneOf(who.id), rules.personOf(who.id), 'all')),
            ];
            for (const { word } of words.filter(({ by }) => by === who.id)) {
              expect(given.includes(word), `${word} in ${stored}`).toBe(stored.includes(word));
              expect(exported.includes(word), `${word} in the export`).toBe(stored.includes(word));
            }
          }
        });
      }),
      { numRuns: 120 },
    );
  });

  test('has no word of somebody once they erased them', () => {
    fc.assert(
      fc.property(lives, ([setting, some]) => {
        live(setting, some, ({ rules }) => {
          for (const { id } of people) {
            const scene = eraseAll(rules.sceneOf(id), id);
            const me = scene.people[id] ?? rules.personOf(id);
            for (const [name, part] of every) expect(part.wordsOf(scene, me), name).toEqual([]);
          }
        });
      }),
      { numRuns: 120 },
    );
  });

  test('tells nothing more to somebody who stopped, whatever time brings', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom(...people), ([setting, some], who) => {
        live(setting, some, ({ rules }) => {
          rules.perform({ type: 'stop' }, who.id);
          const happening = rules.begin();
          rules.passTo(rules.now() + days(20));
          expect(happening.heard.filter(({ notice }) => notice.to === who.id)).toEqual([]);
        });
      }),
      { numRuns: 60 },
    );
  });
});
