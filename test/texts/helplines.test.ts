import { describe, expect, test } from 'vitest';
import { helpCard, helplineList, helplines } from '../../src/texts/helplines.js';

const yearMs = 365 * 24 * 3_600_000;
const page = (language: 'nl' | 'en') => helplines(language).text;

describe('the help lines', () => {
  test.each(helplineList)('$number was checked less than a year ago', ({ checked_on }) => {
    const age = Date.now() - Date.parse(checked_on);
    expect(age, 'read the source again, mend what changed, and set checked_on').toBeLessThan(yearMs);
    expect(age).toBeGreaterThan(-24 * 3_600_000);
  });

  test('are the ones for the Netherlands, Belgium in two languages, the UK, the US, and elsewhere', () => {
    for (const language of ['nl', 'en'] as const) {
      const said = page(language);
      for (const number of [
        '112',
        '999',
        '911',
        '0800-2000',
        '1712',
        '0800 30 030',
        '113',
        '1813',
        '988',
        '106',
        '107',
      ]) {
        expect(said, number).toContain(number);
      }
      expect(said).not.toContain('116 016');
    }
  });

  test.each([
    [
      'nl',
      ['Gevaar, nu', 'Bang, bedreigd', 'Gedachten aan de dood', 'Iemand om mee', 'voor jullie samen', 'Zo wis je'],
    ],
    [
      'en',
      ['Danger, now', 'Afraid, threatened', 'Thoughts of ending', 'Someone to talk', 'the two of you', 'How to wipe'],
    ],
  ] as const)('stand in their order, danger first and how to wipe it last: %s', (language, headings) => {
    const places = headings.map((heading) => page(language).indexOf(heading));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
  });

  test('a card holds what fits and no more', () => {
    expect(helpCard('violence', 'nl').text).toMatch(/112[\s\S]*Veilig Thuis[\s\S]*1712/u);
    expect(helpCard('violence', 'nl').text).not.toContain('1813');
    expect(helpCard('suicide', 'nl').text).toMatch(/112[\s\S]*113[\s\S]*1813/u);
    expect(helpCard('suicide', 'nl').text).not.toContain('Veilig Thuis');
  });
});
