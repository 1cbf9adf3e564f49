import type { Language } from '../core/round/scenario.js';
import { lettersOf, widthOf } from './letters.js';
import { escaped, ink, paper, pictureFont, pictureSide, round } from './picture.js';
import { wrap } from './wrap.js';

/** Each one's words beside the other's, in the language of whoever gets it. By person id, so that both get the same. */
export interface WordsDrawn {
  readonly language: Language;
  readonly names: readonly [string, string];
  readonly title: string | null;
  readonly rows: readonly {
    readonly statement: string | null;
    readonly words: readonly [string | null, string | null];
  }[];
}

const margin = 70;
const gapBetween = 40;
const tileWidth = (pictureSide - 2 * margin - gapBetween) / 2;
/** Where the tiles of the two stand; all else of them is alike. */
const places = [margin, margin + tileWidth + gapBetween] as const;
const sizes = { title: 52, name: 34, statement: 36, word: 34 };
const leading = 1.3;
const scales = [1, 0.9, 0.8, 0.7, 0.6];
const tilePaper = '#efe7d6';

/**
 * Rows with a statement, and under it a word of each in a tile. No axis, no number, no colour that judges. Null when
 * words hold letters that the font has not, or are too many; a name that cannot be drawn is left out, the other's too.
 */
export function wordsSvg(said: WordsDrawn): string | null {
  const all = [said.title, ...said.rows.flatMap(({ statement, words }) => [statement, ...words])];
  if (said.rows.length === 0 || all.some((text) => text !== null && (lettersOf(text) ?? '') === '')) return null;
  for (const scale of scales) {
    const drawn = block(said, scale);
    if (drawn === null) continue;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureSide}" height="${pictureSide}" xml:lang="${said.language}">`,
      `<rect width="${pictureSide}" height="${pictureSide}" fill="${paper}"/>`,
      drawn,
      '</svg>',
    ].join('\n');
  }
  return null;
}

/** Everything at this scale, around the middle of the picture; null when it is higher than that. */
function block({ title, names, rows }: WordsDrawn, scale: number): string | null {
  const parts: string[] = [];
  let y = 0;
  const lineOf = (text: string, size: number, x: number, anchor: 'start' | 'middle') => {
    parts.push(
      `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-family="${pictureFont}" font-size="${round(size)}" fill="${ink}">${escaped(text)}</text>`,
    );
  };
  if (title !== null) {
    y += sizes.title * scale;
    lineOf(lettersOf(title) ?? '', sizes.title * scale, margin, 'start');
    y += 30 * scale;
  }
  const heads = names.map((name) => headOf(name, sizes.name * scale));
  if (heads.every((head) => head !== null)) {
    y += sizes.name * scale;
    heads.forEach((head, which) => {
      lineOf(head, sizes.name * scale, middleOf(which), 'middle');
    });
    y += 24 * scale;
  }
  for (const { statement, words } of rows) {
    const size = sizes.statement * scale;
    const width = (pictureSide - 2 * margin) / size;
    for (const text of statement === null ? [] : wrap(lettersOf(statement) ?? '', { letters: 60, width })) {
      y += size * leading;
      lineOf(text, size, margin, 'start');
    }
    y += 16 * scale;
    const height = tilesAt(words, scale, y, parts);
    if (height === null) return null;
    y += height + 30 * scale;
  }
  const top = (pictureSide - y) / 2;
  return y > pictureSide - margin ? null : `<g transform="translate(0 ${round(top)})">${parts.join('')}</g>`;
}

/** The tiles of a row, as high as the higher of the two needs; a word that is not there has none. */
function tilesAt(
  words: readonly [string | null, string | null],
  scale: number,
  top: number,
  parts: string[],
): number | null {
  const size = sizes.word * scale;
  const wrapped = words.map((word) =>
    word === null ? null : wrap(lettersOf(word) ?? '', { letters: 30, width: (tileWidth - 40) / size }),
  );
  const count = Math.max(1, ...wrapped.map((lines) => lines?.length ?? 0));
  const height = size * leading * count + 24 * scale;
  wrapped.forEach((lines, which) => {
    if (lines === null) return;
    const x = places[which] ?? margin;
    parts.push(
      `<rect x="${round(x)}" y="${round(top)}" width="${round(tileWidth)}" height="${round(height)}" rx="18" fill="${tilePaper}" stroke="${ink}" stroke-width="2"/>`,
    );
    const first = top + height / 2 - (size * leading * lines.length) / 2;
    lines.forEach((text, index) => {
      const y = round(first + size * leading * (index + 0.74));
      parts.push(
        `<text x="${round(middleOf(which))}" y="${y}" text-anchor="middle" font-family="${pictureFont}" font-size="${round(size)}" fill="${ink}">${escaped(text)}</text>`,
      );
    });
  });
  return height;
}

const middleOf = (which: number) => (places[which] ?? margin) + tileWidth / 2;

/** A name on one line, shortened where it is too wide; null when it cannot be drawn. */
function headOf(name: string, size: number): string | null {
  const letters = lettersOf(name) ?? '';
  if (letters === '') return null;
  let head = letters;
  while (widthOf(head) * size > tileWidth && head.length > 1)
    head = `${head.replace(/…$/u, '').slice(0, -1).trimEnd()}…`;
  return head;
}
