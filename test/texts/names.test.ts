import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SayName } from '../../src/core/notice.js';
import { isVisible } from '../../src/core/reading/visible.js';
import { FmtString } from '../../src/telegram/format.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import type { About, Texts } from '../../src/texts/texts.js';
import { about, samples, sayNames } from './samples.js';

/** Whatever somebody is called, and whatever was typed: a sentence stays a sentence, and Telegram takes it. */

const nameFields = ['partner', 'partnerName', 'inviter', 'caller', 'name'];
const blank = fc.constantFrom('', ' ', '\u3164', '\u2800', '\u00ad\u200f', '\u0301', '\u{e0041}', '\ufe0f', '\u200d');
const odd = fc.oneof(
  blank,
  fc.constantFrom('*_[', '.', '"', '\u202eenna', '😀'.repeat(32)),
  fc.string({ unit: 'binary' }),
);

type Tell = (params: unknown, about: About) => string | FmtString;
const tell = (texts: Texts, name: SayName, params: unknown) => {
  const said = (texts.say[name] as Tell)(params, about);
  return typeof said === 'string' ? new FmtString(said) : said;
};

/** The same sentence, with other names and other words in it. */
function filledWith(params: unknown, name: string, words: string): unknown {
  if (Array.isArray(params)) return params.map((one) => filledWith(one, name, words));
  if (typeof params !== 'object' || params === null) return params;
  return Object.fromEntries(
    Object.entries(params).map(([field, value]) => {
      if (typeof value !== 'string') return [field, filledWith(value, name, words)];
      if (nameFields.includes(field)) return [field, name];
      return [field, ['text', 'own'].includes(field) ? words : value];
    }),
  );
}

describe.each([nl, en])('in $language', (texts) => {
  test('no entity is about nothing, whatever people are called and wrote', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sayNames), odd, odd, (name, called, words) => {
        for (const params of samples[name]) {
          const { text, entities = [] } = tell(texts, name, filledWith(params, called, words));
          expect(text).not.toBe('');
          for (const { offset, length } of entities) {
            expect(length, name).toBeGreaterThan(0);
            expect(offset + length, name).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('whoever has a name that nobody can see is called what they are', () => {
    const nobody = texts.language === 'nl' ? /je partner/i : /your partner/i;
    fc.assert(
      fc.property(fc.constantFrom(...sayNames), blank, (name, called) => {
        for (const params of samples[name]) {
          const isNamed = JSON.stringify(tell(texts, name, filledWith(params, 'Qqq', 'x')).text).includes('Qqq');
          const { text } = tell(texts, name, filledWith(params, called, 'x'));
          expect(text).not.toMatch(/  |\p{Noncharacter_Code_Point}|(?<![.…])[ ]\.(?!\.)| ,|[^\p{L}]’s /u);
          if (isNamed && name !== 'welcome') expect(text, name).toMatch(nobody);
          // Where a sentence begins with them, it begins with a capital.
          expect(text, name).not.toMatch(/(?:^|\n|[.?] )(?:je|your) partner/);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('a name of letters stands there as it is', () => {
    expect(tell(texts, 'paired', { partner: 'je partner.' }).text).toContain('je partner.');
    expect(tell(texts, 'joined', { partner: 'anne' }).text).toMatch(/^anne/);
    expect(isVisible(tell(texts, 'welcome', { name: '\u3164', inviter: null }).text.split('\n')[0] ?? '')).toBe(true);
  });
});
