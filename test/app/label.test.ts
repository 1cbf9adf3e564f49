import { describe, expect, test } from 'vitest';
import { labelOf } from '../../src/app/label.js';
import type { SettingsView } from '../../src/core/rhythm/event.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { anne, given, settledCouple } from '../support/given.js';

const views: readonly SettingsView[] = ['all', 'rhythm', 'days', 'hour', 'quiet', 'holiday'];

/** The buttons of one view of the settings card, for somebody who has a holiday. */
function buttonsOf(view: SettingsView) {
  const rhythm = anne.does({ type: 'showSettings', view: 'rhythm' });
  const story = given(settledCouple(), rhythm, anne.presses('holiday', { arg: '7' }));
  const buttons = story.rules.buttonsOf(anne.id).length;
  story.when(anne.presses('settings', { arg: view }));
  return story.rules.buttonsOf(anne.id).slice(buttons);
}

describe.each([nl, en])('the settings card in $language', (texts) => {
  test.each(views)('has a short label of its own on every button of the view «%s»', (view) => {
    const labels = buttonsOf(view).map((button) => labelOf(button, texts));
    expect(labels.length).toBeGreaterThan(2);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^.{2,30}$/u);
  });
});

test('an hour and a stretch of the day are labelled by the clock', () => {
  const button = { slot: '', step: 0 } as const;
  expect(labelOf({ ...button, name: 'hour', arg: '450' }, nl)).toBe('07:30');
  expect(labelOf({ ...button, name: 'quiet', arg: '1320-480' }, nl)).toBe('22:00–08:00');
});

test('a button without a label is a mistake', () => {
  expect(() => labelOf({ name: 'days', slot: '', step: 0, arg: 'hourly' }, nl)).toThrow('has no label');
});
