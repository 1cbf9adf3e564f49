import { describe, test } from 'vitest';
import { anne, bram, given, happened, inviter, refused, settledCouple } from '../../support/given.js';
import { only, prompt } from '../prompts.js';

describe('«Wij zijn nu apart»', () => {
  test('leaves out what needs the same room, for as long as it is on', () => {
    const settings = bram.does({ type: 'showSettings', view: 'all' });
    given(settledCouple({ prompts: only(prompt('bank', { place: 'together' })) }), settings)
      .when(bram.taps('apart'), anne.does({ type: 'askQuestion' }))
      .then(refused('no-scenario'), bram.hears('apartChosen'), anne.hears())
      .when(settings, bram.taps('together'), anne.does({ type: 'askQuestion' }))
      .then(anne.hears('prompt'));
  });

  test('is for two', () => {
    given(inviter()).when(anne.presses('apart')).then(refused('not-paired'));
    given({}, anne.starts(), anne.taps('agree')).when(anne.presses('together')).then(refused('not-paired'));
    given(settledCouple()).when(anne.presses('apart')).then(happened('apartChosen'));
  });
});
