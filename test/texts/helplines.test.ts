import { describe, expect, test } from 'vitest';
import { helpCard, helplineList, helplines, landOf } from '../../src/texts/helplines.js';

const yearMs = 365 * 24 * 3_600_000;
const zones = { nl: 'Europe/Amsterdam', be: 'Europe/Brussels', uk: 'Europe/London', us: 'America/Chicago' } as const;
type Land = keyof typeof zones;
const page = (language: 'nl' | 'en', land: Land, lands: 'own' | 'other' = 'own') =>
  helplines(language, zones[land], lands).text;
/** As they are dialled. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');

describe('the help lines', () => {
  test.each(helplineList)('$number was checked less than a year ago', ({ checked_on }) => {
    const age = Date.now() - Date.parse(checked_on);
    expect(age, 'read the source again, mend what changed, and set checked_on').toBeLessThan(yearMs);
    expect(age).toBeGreaterThan(-24 * 3_600_000);
  });

  const own: readonly (readonly [Land, readonly string[], readonly string[]])[] = [
    ['nl', ['112', '0800-2000', '0800-0188', '0800-0113', '088 0767 000'], ['1712', '1813', '999', '911', '988']],
    ['be', ['112', '101', '1712', '0800 30 030', '1813', '0800 32 123', '106', '107'], ['0800-2000', '999', '988']],
    ['uk', ['999', '0808 2000 247', '0808 801 0327', '116 123'], ['0800-2000', '1712', '911', '112']],
    ['us', ['911', '1-800-799-7233', '988'], ['0800-2000', '1712', '999', '112']],
  ];
  test.each(own)('of %s come first, and those of the others stand behind a button', (land, here, there) => {
    for (const language of ['nl', 'en'] as const) {
      const [mine, others] = [plain(page(language, land)), plain(page(language, land, 'other'))];
      for (const number of here) expect(mine, number).toContain(number);
      for (const number of there) {
        expect(mine, number).not.toMatch(new RegExp(`(?<![\\d-])${number}(?![\\d-])`));
        expect(others, number).toContain(number);
      }
    }
  });

  test('are all on one of the two pages, wherever somebody is', () => {
    for (const zone of [...Object.values(zones), 'Europe/Paris', 'Asia/Tokyo', 'America/Sao_Paulo', 'UTC']) {
      const both = plain(helplines('nl', zone).text + helplines('nl', zone, 'other').text);
      for (const { number } of helplineList) expect(both, `${zone} ${number}`).toContain(number);
      expect(both).not.toContain('116 016');
    }
  });

  test('of somebody elsewhere lead to where there may be one', () => {
    expect(helplines('en', 'Asia/Tokyo').text).toContain('findahelpline.com');
    expect(helplines('nl', 'Europe/Paris').text).toContain('112');
    expect(helplines('nl', 'Europe/Paris').text).toContain('findahelpline.com');
  });

  test.each([
    ['Europe/Amsterdam', 'nl'],
    ['Europe/Brussels', 'be'],
    ['Europe/Belfast', 'uk'],
    ['Europe/Jersey', 'uk'],
    ['America/New_York', 'us'],
    ['America/Indiana/Knox', 'us'],
    ['Pacific/Honolulu', 'us'],
    ['America/Toronto', 'elsewhere'],
    ['Europe/Madrid', 'eu'],
    ['Australia/Sydney', 'elsewhere'],
  ])('are chosen by the time zone: %s is %s', (zone, land) => {
    expect(landOf(zone)).toBe(land);
  });

  test('do not break over two lines', () => {
    for (const land of ['nl', 'be', 'uk', 'us'] as const) {
      for (const lands of ['own', 'other'] as const) {
        expect(page('nl', land, lands)).not.toMatch(/\d[ -]\d/u);
        expect(helpCard('suicide', 'en', zones[land], lands).text).not.toMatch(/\d[ -]\d/u);
      }
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
    const places = headings.map((heading) => page(language, 'nl').indexOf(heading));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
  });

  test('a card holds what fits and no more', () => {
    const card = (about: 'violence' | 'suicide', land: Land) => plain(helpCard(about, 'nl', zones[land]).text);
    expect(card('violence', 'nl')).toMatch(/112[\s\S]*Veilig Thuis/u);
    expect(card('violence', 'be')).toMatch(/112[\s\S]*1712/u);
    expect(card('violence', 'be')).not.toContain('1813');
    expect(card('suicide', 'nl')).toMatch(/112[\s\S]*113/u);
    expect(card('suicide', 'nl')).not.toContain('Veilig Thuis');
  });

  test('say what the button takes away: what was typed for the page, and never what somebody wrote', () => {
    expect(helplines('nl', zones.nl, 'own', true).text).toContain('met wat je ervoor typte');
    expect(helplines('nl', zones.nl).text).not.toContain('typte');
    expect(helpCard('violence', 'nl', zones.nl).text).toContain('Wat je zelf schreef, blijft in deze chat staan');
  });
});
