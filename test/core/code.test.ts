import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCode, readCode, showCode } from '../../src/core/code.js';

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

  test.each([
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
    '7K3F-9X2M-Q4TB!',
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
  ])('is not read in «%s»', (words) => {
    expect(readCode(words)).toBeNull();
  });
});
