import { expect, test } from 'vitest';
import { choiceKeys } from '../../src/core/keyboard.js';
import { labelOf } from '../../src/app/label.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { about, render } from './samples.js';

test.each([nl, en])('every shipped prompt is chosen by a button that fits a phone, in $language', (texts) => {
  const scenarios = [...about.scenarios.values()];
  const labels = choiceKeys(scenarios)
    .flat()
    .map((key) => (key.kind === 'press' ? (key.label?.[texts.language] ?? labelOf(key.button, texts)) : ''));
  expect(labels.filter((label) => label.length > 32 || label.includes('…'))).toEqual([]);
  const said = render(texts, 'choices', { scenarios: scenarios.map(({ id }) => id) });
  for (const label of labels) expect(said).toContain(`• ${label}: `);
});
