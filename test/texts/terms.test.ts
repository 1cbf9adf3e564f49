import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { consentVersion } from '../../src/core/pairing/consent.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { termsDate } from '../../src/texts/terms.js';
import type { About } from '../../src/texts/texts.js';

const about: About = {
  operator: 'Saar',
  operatorContact: 'saar@example.org',
  policyUrl: null,
  botUsername: 'samenspraak_bot',
  scenarios: new Map(),
  protocols: new Map(),
  paths: new Map(),
  now: 0,
  zone: 'Europe/Amsterdam',
};

/**
 * The texts people agree to, by the version that stands for them. Whoever changes what they mean raises `consentVersion`
 * and the date, and adds a line; who mends a comma only replaces the last.
 */
const agreedTexts: Readonly<Record<number, string>> = {
  2: 'a55e5862b59786c5',
};

test('the text that is agreed to is the one its version stands for', () => {
  const said = [nl, en].flatMap(({ say }) => [
    say.welcome({ name: 'Anne', inviter: null }, about),
    say.welcome({ name: 'Anne', inviter: 'Bram' }, about),
    say.terms({}, about),
  ]);
  const text = said.map((one) => (typeof one === 'string' ? one : one.text)).join('\n\n');
  expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(agreedTexts[consentVersion]);
});

describe.each([nl, en])('the terms in $language', (texts) => {
  const terms = texts.say.terms({}, about);
  const text = typeof terms === 'string' ? terms : terms.text;

  test('name their version and the day they are of, last', () => {
    expect(text.split('\n').at(-1)).toMatch(
      new RegExp(`^Versi(e|on) ${consentVersion}, ${termsDate[texts.language]}\\.$`),
    );
  });

  test.each([
    ['who runs it, and how to reach them', /Saar[^.]*\(saar@example\.org\)/],
    ['that it is no therapy, and for adults', /(therap)[\s\S]*18/],
    ['how long', /90/],
    ['that voice and deeper questions are asked apart', /apart/],
    ['Telegram, outside the EU', /Telegram[\s\S]*EU/],
    ['leaving and erasing', /\/stop[\s\S]*\/(wis|erase)/],
    ['where to complain', /Autoriteit Persoonsgegevens[\s\S]*Gegevensbeschermingsautoriteit/],
  ])('say %s', (_, words) => {
    expect(text).toMatch(words);
  });

  test('say plainly, where the bot is for one couple, that the operator is mostly one of the two', () => {
    const said = texts.say.terms({}, { ...about, isForTwo: true });
    const plainly = typeof said === 'string' ? said : said.text;
    expect(plainly).toMatch(/een van jullie twee: misschien je partner|one of the two of you: it may be your partner/);
    expect(plainly.length).toBeLessThan(4096);
    expect(text).not.toMatch(/een van jullie twee|one of the two of you/);
  });
});
