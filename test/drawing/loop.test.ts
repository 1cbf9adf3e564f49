import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf, widthOf } from '../../src/drawing/letters.js';
import { loopSvg, type LoopHalf } from '../../src/drawing/loop.js';
import { fontAdvances } from '../support/font.js';

const anne = { sentence: 'Als jij stil wordt, dan ga ik harder praten.', hope: 'Ik hoop dat je terugkomt.' };
const bram = { sentence: 'Als jij harder praat, dan word ik stil.', hope: null };
const drawn = (top: LoopHalf, bottom: LoopHalf) => loopSvg({ language: 'nl', top, bottom });

/** The groups of a drawing: two halves of the ring, and what stands in each. */
function partsOf(svg: string | null) {
  const groups = [...(svg ?? '').matchAll(/<g transform="[^"]*">(.*)<\/g>/g)].map(([, inner]) => inner ?? '');
  const [upper = '', lower = '', top = '', bottom = ''] = groups;
  return { upper, lower, top, bottom, ring: `${upper}\n${lower}` };
}
const textsOf = (part: string) => [...part.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
const plain = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const closeUp = (text: string) => text.replace(/\s/g, '');

const letters = 'abcdefghijklmnopqrstuvwxyzéëïçñłđżŁÅŒ ЖШщюя Ωμέγα MW<>&"\'0123456789.,?!…’ ';
const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength }).map((text) => `a${text}`);
const half: fc.Arbitrary<LoopHalf> = fc.record({ sentence: words(200), hope: fc.option(words(95)) });

describe('a loop', () => {
  it('changes nothing but the places when the two change places', () => {
    fc.assert(
      fc.property(half, half, (one, other) => {
        const [svg, swapped] = [drawn(one, other), drawn(other, one)];
        const [before, after] = [partsOf(svg), partsOf(swapped)];
        expect([after.top, after.bottom]).toEqual([before.bottom, before.top]);
        expect(after.ring).toBe(before.ring);
      }),
    );
  });

  it('holds the words it was given, and no others', () => {
    fc.assert(
      fc.property(half, half, (one, other) => {
        const svg = drawn(one, other);
        if (svg === null) return;
        const { top, bottom, ring } = partsOf(svg);
        for (const [part, { sentence, hope }] of [
          [top, one],
          [bottom, other],
        ] as const)
          expect(closeUp(plain(textsOf(part).join('')))).toBe(closeUp(`${sentence}${hope ?? ''}`.normalize('NFC')));
        expect(textsOf(ring)).toEqual([]);
        expect(textsOf(svg)).toEqual([...textsOf(top), ...textsOf(bottom)]);
      }),
    );
  });

  it('draws both halves of the ring alike, but for the dots of one', () => {
    const { upper, lower } = partsOf(drawn(anne, bram));
    expect(lower.replace(' stroke-dasharray="0 18"', '')).toBe(upper);
    expect(upper).not.toBe(lower);
  });

  it('gives two gaps of 90 and a hope of 90 their full size', () => {
    const gap = 'je de kamer uitloopt zonder te zeggen waar je heen gaat of wanneer je weer bij me terug komt';
    const long = { sentence: `Als jij ${gap.slice(0, 90)}, dan ${gap.slice(0, 90)}`, hope: gap.slice(0, 90) };
    const svg = drawn(long, bram) ?? '';
    expect(svg).toContain('font-size="40"');
    expect(new Set([...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => size))).toEqual(new Set(['40', '32']));
    for (const line of textsOf(svg)) expect(line.length).toBeLessThanOrEqual(43);
  });

  it('makes the words of both smaller together where those of one would not fit', () => {
    const sizes = (part: string) => [...part.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    const { top, bottom } = partsOf(drawn({ sentence: 'WM'.repeat(80), hope: null }, bram));
    expect(new Set([...sizes(top), ...sizes(bottom)]).size).toBe(1);
    expect(sizes(bottom)[0]).toBeLessThan(40);
  });

  it.each([
    ['leaves out emoji', 'stil 🙂👩‍👩‍👧❤️🇳🇱👍🏽 dan', 'stil dan'],
    ['makes one line of several', ' een\n\ntwee\tdrie ', 'een twee drie'],
    ['keeps signs that are letters too', '© 1️⃣ ™', '© 1 ™'],
    ['puts marks on their letters', 'e\u0301e\u0301n', 'één'],
  ])('%s', (_what, text, shown) => {
    expect(lettersOf(text)?.replace(/ +/g, ' ')).toBe(shown);
  });

  it.each([
    'مرحبا',
    'שלום',
    '你好',
    'こんにちは',
    'สวัสดี',
    'हाय',
    '→',
    'a\u0301\u0302\u0303\u0304\u0305',
    '\ud800',
    '\ue000',
  ])('is not drawn with what would be a box or a heap: %j', (text) => {
    expect(drawn({ sentence: `Als ${text}`, hope: null }, bram)).toBeNull();
    expect(drawn(anne, { ...bram, hope: text })).toBeNull();
  });

  it('is not drawn where nothing is left of a sentence, or too much', () => {
    expect(drawn({ sentence: '🙂', hope: null }, bram)).toBeNull();
    expect(drawn({ sentence: 'lang '.repeat(400), hope: null }, bram)).toBeNull();
    expect(drawn({ ...anne, hope: '🙂' }, bram)).toBe(drawn({ ...anne, hope: null }, bram));
  });

  it('knows of every letter that it is in the font, and at most how wide', () => {
    const advances = fontAdvances();
    const wrong = [];
    let known = 0;
    for (let code = 0x21; code < 0x1_1000; code += 1) {
      const letter = String.fromCodePoint(code);
      if (lettersOf(letter) !== letter) continue;
      known += 1;
      const advance = advances.get(code);
      if (advance === undefined || advance > widthOf(letter) + 1e-9) wrong.push(`${letter} ${code.toString(16)}`);
    }
    expect(wrong).toEqual([]);
    expect(known).toBeGreaterThan(1_500);
  });
});
