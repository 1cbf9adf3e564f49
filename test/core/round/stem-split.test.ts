import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, partFor, split } from '../../../src/core/round/stem.js';

/** What somebody typed, taken apart at the stem's own words. */

const dance = ['Als jij ', ', dan ', ''];
const danceEn = ['When you ', ', I ', ''];
const effect = ['Als ik ', ', kan dat bij jou ', ' losmaken'];
const complaint = ['Wat me dwarszit, is dat ', ''];
const name = ['Een naam ervoor zou zijn: ', ''];

const parts = (typed: string, own: readonly string[]) => split(typed, own).map(({ from, to }) => typed.slice(from, to));

describe('a whole sentence', () => {
  test.each([
    ['Als jij stil wordt, dan ga ik harder praten.', dance, ['stil wordt', 'ga ik harder praten.']],
    ['als jij stil wordt dan ga ik weg', dance, ['stil wordt', 'ga ik weg']],
    ['jij stil wordt, dan ga ik weg', dance, ['stil wordt', 'ga ik weg']],
    ['stil wordt, dan ga ik weg', dance, ['stil wordt', 'ga ik weg']],
    ['Als jij stilvalt, vraag ik steeds meer', dance, ['stilvalt', 'vraag ik steeds meer']],
    ['Als jij later dan zeven komt, dan eet ik alleen', dance, ['later dan zeven komt', 'eet ik alleen']],
    [
      'When you look at your phone while I am telling something, I start talking louder.',
      danceEn,
      ['look at your phone while I am telling something', 'start talking louder.'],
    ],
    ['Als ik harder ga praten, kan dat bij jou angst losmaken.', effect, ['harder ga praten', 'angst']],
    ['is dat je te laat bent', complaint, ['je te laat bent']],
    ['Wat me dwarszit is dat je te laat bent', complaint, ['je te laat bent']],
    ['Een naam ervoor zou zijn: de lange maandag', name, ['de lange maandag']],
  ])('«%s»', (typed, own, expected) => {
    expect(parts(typed, own)).toEqual(expected);
  });

  test.each([
    ['Ik ga harder praten als jij stil wordt', dance],
    ['Dan word ik boos, als jij stil wordt', dance],
    ['later dan zeven uur thuiskomt', dance],
    ['moe bent, en niks zegt', dance],
    ['als jij', dance],
  ])('that does not split surely stays whole: «%s»', (typed, own) => {
    expect(parts(typed, own)).toEqual([typed]);
  });

  test('of which the stem’s words stand in the second part only, gives that part', () => {
    const second = (typed: string) => {
      const { from, to } = partFor(typed, dance, 1);
      return typed.slice(from, to);
    };
    expect(second('dan ga ik weg')).toBe('ga ik weg');
    expect(second(', dan ga ik weg')).toBe('ga ik weg');
    expect(second('ga ik weg')).toBe('ga ik weg');
  });
});

const word = fc
  .stringMatching(/^[a-zà-ÿ]{1,9}$/u)
  .filter((one) => !/^(?:als|jij|dan|when|you|i|ik|kan|dat|bij|jou|losmaken)$/u.test(one));
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const stems = fc.constantFrom(dance, danceEn, effect);

describe('whatever is typed', () => {
  test('what was put together comes apart again', () => {
    fc.assert(
      fc.property(stems, phrase, phrase, (own, first, second) => {
        expect(parts(joined(own, [first, second]), own)).toEqual([first, second]);
      }),
    );
  });

  test('is all there afterwards: what is not in a gap is the stem’s own', () => {
    const anything = fc.array(
      fc.oneof(fc.constantFrom('Als', 'jij', 'dan', ',', ', dan', '.', 'losmaken', 'kan dat bij jou', '🙂'), phrase),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(stems, anything, (own, all) => {
        const typed = all.join(' ');
        const spans = split(typed, own);
        const kept = spans.map(({ from, to }) => typed.slice(from, to)).join(' ');
        const ends = [0, ...spans.flatMap(({ from, to }) => [from, to]), typed.length];
        const left = Array.from({ length: spans.length + 1 }, (_, i) => typed.slice(ends[2 * i], ends[2 * i + 1]));
        const stemWords =
          own
            .join(' ')
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [];
        for (const lost of left
          .join(' ')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [])
          expect(stemWords).toContain(lost);
        expect(left.join(' ')).not.toContain('🙂');
        expect(kept.trim()).not.toBe('');
      }),
    );
  });
});
