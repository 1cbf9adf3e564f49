import { describe, test } from 'vitest';
import { anne, bram, carl, codeOf, days, given, happened, olderTerms, refused, time } from '../../support/given.js';
import { inCouples, keptOf } from '../looks.js';
import type { Rules } from '../stage.js';

describe('a bot that is open to one couple', () => {
  const house = { openTo: 'couple' } as const;
  const openHouse = (rules: Rules) => {
    rules.openHouse();
  };
  const ownersCode = (rules: Rules) => rules.couples()[0]?.invite?.code ?? '';

  test('makes the link once, however often it starts', () => {
    given(house).when(openHouse, openHouse).then(happened('houseOpened'), inCouples([]));
  });

  test('lets nobody in without it', () => {
    given(house, openHouse).when(anne.starts()).then(refused('not-open'));
    given(house, openHouse).when(anne.says('hallo')).then(refused('not-open'));
    given(house, openHouse)
      .when(anne.does({ type: 'askQuestion' }))
      .then(refused('not-open'));
    given(house, openHouse).when(anne.presses('agree')).then(refused('not-open'), keptOf(anne));
  });

  test('lets the owner through it, once, and their partner by the invite', () => {
    given(house, openHouse, anne.starts(ownersCode))
      .when(anne.taps('agree'), bram.starts(codeOf(anne)), bram.taps('agree'))
      .then(anne.hears('invite', 'prompt', 'joined'), inCouples([1, 2]));
    given(house, openHouse, anne.starts(ownersCode), anne.taps('agree'))
      .when((rules) => {
        carl.starts(rules.couples()[0]?.spentCodes[0]?.code ?? '')(rules);
      })
      .then(refused('code-used'));
  });

  test('takes a double tap of the owner for one', () => {
    given(house, openHouse, anne.starts(ownersCode), anne.taps('agree')).when(anne.taps('agree')).then(happened());
  });

  test('asks nobody it let in for a link when the terms have changed', () => {
    given(house, openHouse, anne.starts(ownersCode), anne.taps('agree'), olderTerms(anne), anne.says('hoi'))
      .when(anne.taps('agree'))
      .then(happened('consentGiven', 'statusTold'));
  });

  test('keeps the link alive, however long nobody comes', () => {
    given(house, openHouse, time.passes(days(400)))
      .when(anne.starts(ownersCode))
      .then(happened('welcomed'));
  });
});
