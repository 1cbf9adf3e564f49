import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVisible } from '../../../src/core/reading/visible.js';
import { anne, bram, given, pairedCouple, refused, settledCouple } from '../../support/given.js';

/** What Telegram takes for a name or a message, and nobody can see. */
export const blanks: Readonly<Record<string, string>> = {
  nothing: '',
  'spaces of all widths': ' \u00a0\u2003\u3000\n\t',
  'a Hangul filler': '\u3164',
  'fillers of a syllable': '\u115f\u1160\uffa0',
  'a Braille cell without dots': '\u2800\u2800',
  'a soft hyphen': '\u00ad',
  'marks of direction': '\u200f\u200e\u202e\u2066',
  'joiners without anything to join': '\u200b\u200c\u200d\u2060\ufeff',
  'marks that sit on nothing': '\u0301\u0336\u20dd',
  tags: '\u{e0041}\u{e007f}',
  'variation selectors': '\ufe0f\u{e0100}\u180b',
  'a note without a head': '\u{1d159}',
  'hieroglyphic blanks': '\u{13441}\u{13442}',
  'half a surrogate pair': '\ud83d',
  'no characters at all': '\uffff\ufdd0',
};

describe('what can be seen', () => {
  test.each(Object.entries(blanks))('is not %s', (_what, blank) => {
    expect(isVisible(blank)).toBe(false);
  });

  test('is no text of nothing but such signs, however long', () => {
    const signs = Object.values(blanks).flatMap((one) => Array.from(one));
    fc.assert(fc.property(fc.array(fc.constantFrom(...signs)), (some) => !isVisible(some.join(''))));
  });

  test.each([
    'a',
    '.',
    '…',
    '❤️',
    '👩‍👩‍👧',
    '🏴\u{e0067}\u{e007f}',
    '1️⃣',
    'é',
    '\u3164x\u3164',
    'ك',
    '中',
    '🇳🇱',
    '♥',
    '\u{1fae8}',
  ])('is «%s»', (text) => {
    expect(isVisible(text)).toBe(true);
  });
});

describe.each(Object.entries(blanks))('%s', (_what, blank) => {
  const answering = () => given(pairedCouple());

  test('is no answer, and no part of one', () => {
    answering()
      .when(anne.says(blank))
      .then(refused('empty-draft'), anne.is({ answers: {} }));
  });

  test('is no reaction, no addition and no letter', () => {
    given(settledCouple())
      .when(anne.says(blank))
      .then(refused('empty-draft'), anne.is({ pending: null }));
    given(pairedCouple(), anne.says('Ja'), anne.taps('seal'))
      .when(anne.says(blank))
      .then(anne.is({ pending: null }));
    given(settledCouple(), anne.says('Mooi', { messageId: 7 }), anne.edits(7, blank))
      .when(anne.taps('sendReaction'))
      .then(refused('empty-draft'), bram.hears());
  });

  test('leaves a draft empty when it is edited into it, and the words that come back fill it again', () => {
    answering()
      .when(anne.says('Op de brug.', { messageId: 7 }))
      .then(anne.hears('draft'))
      .when(anne.edits(7, blank))
      .then(anne.hears('draftCleared'))
      .when(anne.edits(7, 'Op de dijk.'))
      .then(anne.hears('draft'))
      .when(anne.taps('seal'), bram.says('Ja'), bram.taps('seal'))
      .then(bram.reads('revealed'));
  });
});
