import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRenderer } from '../../../src/app/render.js';
import type { Notice } from '../../../src/core/notice.js';
import type { Person } from '../../../src/core/scene.js';
import { en } from '../../../src/texts/en/en.js';
import { nl } from '../../../src/texts/nl/nl.js';
import { about } from '../../texts/samples.js';
import { askedCouple, given, pairedCouple, settledCouple, type Setting } from '../../support/given.js';
import { listeningStep } from '../anything-listening.js';
import { steps, type Step, type World } from '../anything.js';
import type { Heard } from '../memory.js';

/**
 * Whatever two people do, no word that they wrote is read bare: not in a notification, not over a shoulder, and not by
 * its writer either. What only says their own words back to them makes no sound.
 */

const renderer = createRenderer({ nl, en }, about);

interface Shown {
  readonly text?: string;
  readonly caption?: string;
  readonly entities?: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
  readonly disable_notification?: boolean;
}

function shownBy(notice: Notice, reader: Person): Shown {
  return renderer.notice(notice, reader, about.now).params;
}

function check({ rules, words }: World, heard: readonly Heard[]): void {
  for (const { notice, because } of heard.filter(({ notice: { act } }) => act === 'send' || act === 'edit')) {
    const shown = shownBy(notice, rules.personOf(notice.to));
    const text = shown.text ?? shown.caption ?? '';
    const found = words.filter(({ word }) => text.includes(word));
    for (const { word } of found) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const isCovered = (shown.entities ?? []).some(
          ({ type, offset, length }) => type === 'spoiler' && offset <= at && at + word.length <= offset + length,
        );
        expect(isCovered, `${because.type} shows words bare: ${text}`).toBe(true);
      }
    }
    if (notice.act !== 'send' || found.length === 0 || found.some(({ by }) => by !== notice.to)) continue;
    // The other passed, or has only a voice note: what opens is news all the same.
    if (because.type === 'answersRevealed' || because.type === 'lettersOpened' || because.type === 'planAgreed')
      continue;
    expect(shown.disable_notification, `${because.type} rings for words of one's own: ${text}`).toBe(true);
  }
}

function live(setting: Partial<Setting>, some: readonly Step[]): void {
  const { rules } = given(setting);
  const world: World = { rules, words: [] };
  for (const one of some) {
    const happening = rules.begin();
    one.act(world, one.who);
    check(world, happening.heard);
  }
}

const settings = [{}, pairedCouple(), askedCouple(), settledCouple()];

describe('one’s own words', () => {
  test('are covered in every message, and come back without a sound', () => {
    fc.assert(
      fc.property(fc.nat(settings.length - 1), steps, (setting, some) => {
        live(settings[setting] ?? {}, some);
      }),
      { numRuns: 150 },
    );
  });

  test('in a listening round as well', () => {
    fc.assert(
      fc.property(fc.array(listeningStep, { minLength: 8, maxLength: 60 }), (some) => {
        live(settledCouple(), some);
      }),
      { numRuns: 100 },
    );
  });
});
