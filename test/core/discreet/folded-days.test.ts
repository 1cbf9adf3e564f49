import { describe, expect, test } from 'vitest';
import { foldedDaysOf } from '../../../src/core/cards.js';
import { breatherSay } from '../../../src/texts/nl/breather.js';
import { listeningSay } from '../../../src/texts/nl/listening.js';
import { nl } from '../../../src/texts/nl/nl.js';

/** How long a folded message lies there unopened: no longer than what it tells of is kept, whichever way it is known. */

describe('what lies folded stays', () => {
  test.each(Object.keys(breatherSay))('a day, of a breather: %s', (name) => {
    expect(foldedDaysOf(null, name)).toBe(1);
    expect(foldedDaysOf('prompt:3', name)).toBe(1);
  });

  test.each(Object.keys(listeningSay))('a week, of a listening round: %s', (name) => {
    expect(foldedDaysOf(null, name)).toBe(7);
  });

  test('as long as words are kept, of everything else that can be said', () => {
    const others = Object.keys(nl.say).filter((name) => !(name in breatherSay) && !(name in listeningSay));
    expect(others.filter((name) => foldedDaysOf(null, name) !== null)).toEqual([]);
  });

  test('as its card says, where that is all that is known of it', () => {
    expect(
      ['breather', 'breather-moment', 'listen-step:x', 'reveal:x', 'gone', null].map((card) => foldedDaysOf(card)),
    ).toEqual([...[1, 1, 7], ...[null, null, null]]);
  });
});
