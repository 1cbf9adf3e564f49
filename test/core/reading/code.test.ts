import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCode, isBrokenCode, readCode, showCode } from '../../../src/core/reading/code.js';
import { en } from '../../../src/texts/en/en.js';
import { nl } from '../../../src/texts/nl/nl.js';
import { inviteUrl } from '../../../src/texts/question.js';
import { about } from '../../texts/samples.js';

const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

describe('an invite code', () => {
  test('is read back however it is typed over', () => {
    const ways = [
      (code: string) => code,
      showCode,
      (code: string) => code.toLowerCase(),
      (code: string) => ` ${showCode(code).toLowerCase()}\n`,
      (code: string) => showCode(code).replaceAll('-', ' '),
      (code: string) => showCode(code).replaceAll('-', '–'),
      (code: string) => showCode(code).replaceAll('0', 'O').replaceAll('1', 'l'),
    ];
    fc.assert(
      fc.property(bytes, fc.constantFrom(...ways), (drawn, typed) => {
        const code = drawCode(drawn);
        expect(readCode(typed(code))).toBe(code);
      }),
    );
  });

  test('is read back from everything in which the bot hands it out, however that is passed on', () => {
    const handedOut = [nl, en].flatMap(({ say, inviteToShare }) => [
      (code: string) => inviteUrl(code, about.botUsername),
      (code: string) => `${inviteToShare}\n${inviteUrl(code, about.botUsername)}`,
      (code: string) => textOf(say.invite({ code, expiresAt: about.now, isFirst: true, isAgain: false }, about)),
      (code: string) =>
        textOf(say.invite({ code, expiresAt: null, isFirst: false, isAgain: false }, about))
          .split('\n')
          .at(-1) ?? '',
      (code: string) => `https://t.me/share/url?url=${encodeURIComponent(inviteUrl(code, 'een_bot'))}&text=kom`,
    ]);
    const forms = [
      ...handedOut,
      (code: string) => `https://telegram.me/samenspraak_bot?start=${code}`,
      (code: string) => `http://www.t.me/samenspraak_bot/?lang=nl&start=${code}&x=1#top`,
      (code: string) => `samenspraak_bot.t.me/?start=${code}`,
      (code: string) => `tg://resolve?domain=samenspraak_bot&start=${code}`,
      (code: string) => `T.ME/samenspraak_bot?START=${code.toLowerCase()}`,
      showCode,
      (code: string) => showCode(code).replaceAll('-', ' - '),
      (code: string) => showCode(code).replaceAll('-', '\u2011'),
      (code: string) => `Code: ${showCode(code)}`,
      (code: string) => `de code is ${showCode(code).toLowerCase()}`,
      (code: string) => `Uitnodigingscode ${showCode(code).replaceAll('-', ' ')}`,
      (code: string) => `my code = ${code.toLowerCase()}`,
    ];
    const wrappings = [
      (text: string) => text,
      (text: string) => `/start ${text}`,
      (text: string) => ` \n${text}\n\n`,
      (text: string) => `${text}.`,
      (text: string) => `${text}!`,
      (text: string) => `«${text}»`,
      (text: string) => `„${text}”`,
      (text: string) => `"${text}",`,
      (text: string) => `(${text})`,
      (text: string) => `**${text}**`,
      (text: string) => `\`${text}\``,
      (text: string) => `👉 ${text} 👈`,
      (text: string) => `\u200b${text}\ufeff`,
      (text: string) => Array.from(text).join('\u2060'),
      (text: string) => text.replace(/(.{4})/gu, '$1\u00ad'),
    ];
    fc.assert(
      fc.property(bytes, fc.constantFrom(...forms), fc.constantFrom(...wrappings), (drawn, form, wrapped) => {
        const code = drawCode(drawn);
        expect(readCode(wrapped(form(code)))).toBe(code);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['７Ｋ３Ｆ－９Ｘ２Ｍ－Ｑ４ＴＢ', '7K3F9X2MQ4TB'],
    ['7K3F-9X2M-Q4TB!', '7K3F9X2MQ4TB'],
    ['Anne stuurde me 7K3F-9X2M-Q4TB, klopt dat?', '7K3F9X2MQ4TB'],
    ['7k3f—9x2m‑q4tb', '7K3F9X2MQ4TB'],
    ['7K3F 9X2M Q4TB', '7K3F9X2MQ4TB'],
    ['7K-3F9X2M-Q4TB', '7K3F9X2MQ4TB'],
    ['ooil-IABC-DEFG', '00111ABCDEFG'],
  ])('is read in «%s»', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test('has twelve signs that cannot be mistaken for each other', () => {
    fc.assert(fc.property(bytes, (drawn) => /^\d[0-9A-HJKMNP-TV-Z]{11}$/.test(drawCode(drawn))));
  });

  test('carries at least 50 bits: the first sign takes all ten digits, every other all 32 values', () => {
    const signs = Array.from({ length: 12 }, (_, place) => {
      const drawn = Array.from({ length: 256 }, (_, byte) => drawCode(new Uint8Array(12).fill(byte)).charAt(place));
      return new Set(drawn).size;
    });
    expect(signs).toEqual([10, ...Array.from({ length: 11 }, () => 32)]);
    expect(signs.reduce((bits, count) => bits + Math.log2(count), 0)).toBeGreaterThan(50);
  });

  test('is refused without enough random bytes', () => {
    expect(() => drawCode(new Uint8Array(3))).toThrow();
  });

  test('is shown in groups of four', () => {
    expect(showCode('7K3F9X2MQ4TB')).toBe('7K3F-9X2M-Q4TB');
  });

  test.each([
    '',
    'hallo',
    '7K3F-9X2M-Q4T',
    '7K3F 9X2M Q4TB en nog wat',
    'UUUUUUUUUUUU',
    'aanrakingen!',
    '7K3F9X2MQ4TB7',
    '77K3F 9X2M Q4TB',
    '7K3F 9X2M Q4TBB',
    '7K3F9X2MQ4TU',
    'A23456789012',
    'ooilIABCDEFG',
    'xooil-IABC-DEFG',
    'ooil-IABC-DEFGx',
    '3 jaar geleden',
    'interessante',
    'liefdevolste',
    'Onze reis naar',
    'ontspannende',
    'de code is ooit meer werk',
    'Bel 0800-1234-5678 als je het niet meer weet',
    'https://t.me/samenspraak_bot',
    'https://t.me/samenspraak_bot?start=',
    'https://example.org/?start=7K3F9X2MQ4TB',
  ])('is not read in «%s»', (words) => {
    expect(readCode(words)).toBeNull();
  });

  test.each([
    '7K3F-9X2M-Q4T',
    '7k3f-9x2m-q4tbb',
    '«7K3F-9X2-Q4TB»',
    '/start 7K3F-9X2M-Q4T',
    '7K3F9X2MQ4T',
    '7K3F 9X2M Q4T',
    'https://t.me/samenspraak_bot?start=7K3F9X2M',
    't.me/samenspraak_bot?start=',
  ])('is meant, and cannot be read, in «%s»', (typed) => {
    expect(isBrokenCode(typed)).toBe(true);
  });

  test.each(['7K3F-9X2M-Q4TB', '', 'hallo', '12juni2019', 'covid-19-tijd', '06-12345678', '2019', 'interessante'])(
    'is not meant in «%s», or is whole',
    (typed) => {
      expect(isBrokenCode(typed)).toBe(false);
    },
  );
});

function textOf(said: string | { readonly text: string }): string {
  return typeof said === 'string' ? said : said.text;
}
