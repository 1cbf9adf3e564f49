import { describe, test } from 'vitest';
import { consentVersion } from '../../../src/core/pairing/consent.js';
import { anne, bram, codeOf, given, happened, inviter, pairedCouple, refused } from '../../support/given.js';
import { keptOf } from '../looks.js';
import { choice } from '../prompts.js';

const everyone = { openTo: 'everyone' } as const;

describe('before consent', () => {
  test('/start shows who runs this, and keeps nothing', () => {
    given(everyone)
      .when(anne.starts())
      .then(happened('welcomed'), anne.reads('welcome', { name: 'Anne', inviter: null }), keptOf(anne));
  });

  test('the long text, the other language, no, stop and erase keep nothing but the language', () => {
    given(everyone, anne.starts())
      .when(anne.taps('readAll'), anne.taps('language'), anne.does({ type: 'stop' }), anne.does({ type: 'erase' }))
      .then(anne.hears('terms', 'welcome', 'declined', 'declined'), keptOf(anne, 'en'));
  });

  test('words and commands are answered with a request to agree', () => {
    given(everyone).when(anne.says('hallo')).then(refused('agree-first'), keptOf(anne));
    for (const type of ['showInvite', 'askQuestion', 'withdraw'] as const) {
      given(everyone).when(anne.does({ type })).then(refused('agree-first'), keptOf(anne));
    }
  });

  test('help lines are there for anyone', () => {
    given(everyone)
      .when(anne.does({ type: 'inform', about: 'helplines' }))
      .then(anne.reads('informed', { about: 'helplines' }), keptOf(anne));
  });

  test('being blocked is not kept', () => {
    given(everyone, anne.starts())
      .when(anne.does({ type: 'block' }))
      .then(happened(), keptOf(anne));
  });

  test('an invited person sees who invites, may say no, and the inviter hears of neither', () => {
    given(inviter())
      .when(bram.starts(codeOf(anne)), bram.taps('notNow'))
      .then(bram.reads('welcome', { inviter: 'Anne' }), bram.hears('welcome', 'declined'), anne.hears(), keptOf(bram));
  });
});

describe('agreeing', () => {
  test('brings the invite and a first question', () => {
    given(everyone, anne.starts())
      .when(anne.taps('agree'))
      .then(
        happened('consentGiven', 'coupleFounded', 'inviteShown', 'roundStarted', 'promptShown'),
        anne.hears('invite', 'prompt'),
        anne.reads('prompt', { scenario: 'begin', isFirst: true }),
        anne.is({ name: 'Anne', consent: { version: consentVersion, at: 1_795_345_201_000 } }),
      );
  });

  test('twice is once', () => {
    given(inviter()).when(anne.taps('agree')).then(happened(), anne.hears());
    given(pairedCouple()).when(bram.taps('agree')).then(happened(), bram.hears(), anne.hears());
  });

  test('works without any opening question', () => {
    given({ ...everyone, prompts: [choice] }, anne.starts())
      .when(anne.taps('agree'))
      .then(anne.hears('invite'));
  });
});
