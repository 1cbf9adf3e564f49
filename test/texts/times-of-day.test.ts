import { describe, expect, test } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { about, render, words } from './samples.js';

/** A message may be read long after it was written: what it says of a time must still be right then. */

const tomorrowEvening = Date.UTC(2026, 10, 22, 19, 0);

describe('when answers open at an hour of the couple’s own', () => {
  test.each([
    [nl, 'draft', 'morgen om 20:00'],
    [nl, 'sealed', 'morgen om 20:00'],
    [en, 'draft', 'tomorrow at 20:00'],
    [en, 'sealed', 'tomorrow at 20:00'],
  ] as const)('%#: the card says on which day, not only at which hour', (texts, card, when) => {
    const shared = { answer: words, scenario: 'klein-moment', opens: tomorrowEvening };
    const said =
      card === 'draft'
        ? render(texts, 'draft', { ...shared, isAlone: false })
        : render(texts, 'sealed', { ...shared, partner: 'Bram' });
    expect(said).toContain(when);
  });
});

test.each([nl, en])(
  'the note about the rhythm in $language says no time of its own: it may wait until morning',
  (texts) => {
    const evening = render(
      texts,
      'rhythm',
      { days: [1, 3, 6], minute: 1200 },
      { ...about, now: Date.UTC(2026, 10, 21, 22) },
    );
    const morning = render(
      texts,
      'rhythm',
      { days: [1, 3, 6], minute: 1200 },
      { ...about, now: Date.UTC(2026, 10, 22, 8) },
    );
    expect(evening).toBe(morning);
    expect(evening.match(/\d\d:\d\d/g)).toEqual(['20:00']);
  },
);
