import { describe, test } from 'vitest';
import { anne, given, happened, pairedCouple, refused } from '../../support/given.js';

describe('what the bot has of somebody', () => {
  test('is sent, erased or kept by its buttons as by the commands', () => {
    given(pairedCouple()).when(anne.presses('exportData')).then(happened('exported'));
    given(pairedCouple()).when(anne.presses('eraseData')).then(happened('eraseAsked'));
    given(pairedCouple()).when(anne.presses('stay')).then(happened('stayed'));
  });

  test('is nothing before they agreed', () => {
    given({}, anne.starts())
      .when(anne.does({ type: 'exportData' }))
      .then(refused('nothing-kept'));
    given({}, anne.starts())
      .when(anne.does({ type: 'erase' }))
      .then(happened('declined'));
  });
});
