import { expect, test } from 'vitest';
import { settingNames, settingOf, sharedSettingOf } from '../../../src/core/rhythm/setting-names.js';
import { en } from '../../../src/texts/en/en.js';
import { nl } from '../../../src/texts/nl/nl.js';
import { anne, given, settledCouple } from '../../support/given.js';
import { about } from '../../texts/samples.js';
import { settings } from './settings-card.js';

/** The settings card says of everything that can be set how it stands, a line each. */

test('every setting that is stored is among them, and the language of the card', () => {
  const stored = [...Object.values(settingOf), ...Object.values(sharedSettingOf)].filter((name) => name !== null);
  expect([...new Set<string>(stored)].toSorted()).toEqual([...settingNames].toSorted());
});

test('has a line and a key for each', () => {
  given(settledCouple({ rooms: 'on' }))
    .when(anne.does(settings))
    .then(({ heard }) => {
      const card = heard.find(({ notice }) => notice.act === 'send')?.notice;
      if (card?.say?.name !== 'settings') throw new Error('the card was not shown');
      const { params } = card.say;
      for (const { say } of [nl, en]) {
        const shown = say.settings(params, about);
        const text = typeof shown === 'string' ? shown : shown.text;
        expect(text.split('\n')).toHaveLength(1 + settingNames.length);
      }
      // Two more are for one's data.
      expect(card.keys.flat()).toHaveLength(settingNames.length + 2);
    });
});
