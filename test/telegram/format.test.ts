import { describe, expect, it } from 'vitest';
import { bold, fmt, join, link, spoiler } from '../../src/telegram/format.js';

describe('a formatted text', () => {
  it('carries what a person wrote as typed, however much it looks like markup', () => {
    const written = '*geen* <b>opmaak</b> _hier_ [x](y)';
    expect(fmt`Anne: ${written}`).toMatchObject({ text: `Anne: ${written}` });
    expect(fmt`Anne: ${written}`.entities ?? []).toEqual([]);
  });

  it('counts its entities in UTF-16 units', () => {
    expect(fmt`👩‍❤️‍👨 ${bold('samen')}`.entities).toEqual([{ type: 'bold', offset: 9, length: 5 }]);
  });

  it('can be joined under a spoiler', () => {
    const lines = join([fmt`Anne: ${bold('ja')}`, 'Bram: nee'], '\n');
    expect(spoiler(lines)).toMatchObject({
      text: 'Anne: ja\nBram: nee',
      entities: [
        { type: 'spoiler', offset: 0, length: 18 },
        { type: 'bold', offset: 6, length: 2 },
      ],
    });
  });

  it('can hold a link', () => {
    expect(link('hier', 'https://example.org').entities).toEqual([
      { type: 'text_link', url: 'https://example.org', offset: 0, length: 4 },
    ]);
  });
});
