import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { drawLeaflet } from '../../docs/leaflet/draw.js';
import { partsOf } from '../../docs/leaflet/parts.js';

/** The leaflet for therapists: the PDFs say what their sources say, on one A4. `npm run leaflet` makes them. */

const read = (name: string) => readFileSync(new URL(`../../docs/leaflet/${name}`, import.meta.url));

/** Where a line is broken is the page's affair. */
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe.each(['nl', 'en'] as const)('the leaflet (%s)', (language) => {
  const source = read(`${language}.md`).toString('utf8');

  test('is one A4 with the words of its source, and no other', async () => {
    const document = await getDocumentProxy(new Uint8Array(read(`samenspraak-${language}.pdf`)));
    const { totalPages, text } = await extractText(document, { mergePages: true });
    expect(totalPages).toBe(1);
    const page = await document.getPage(1);
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(words(text)).toEqual(partsOf(source).flatMap((part) => words(part.text)));
  });

  test('is what its script makes of it, with the bundled font in it', async () => {
    const made = await drawLeaflet(source, language);
    expect(made.equals(read(`samenspraak-${language}.pdf`))).toBe(true);
    expect(made.toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+NotoSans-Regular[^]*\/FontFile2 /);
  });

  test('says in a frame for whom it is not, and that no person reviewed it', () => {
    const frame = partsOf(source).filter(({ is }) => is === 'warning');
    expect(frame.map(({ text }) => text).join()).toMatch(/bang voor|afraid of/);
    expect(source).toMatch(/Geen mens heeft deze teksten nagekeken|No person has reviewed these texts/);
  });
});
