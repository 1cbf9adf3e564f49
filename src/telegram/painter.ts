import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { loopFont, loopSvg, type LoopWords } from '../drawing/loop.js';
import { png } from '../png.js';
import { Undrawable } from './errors.js';

const deflated = promisify(deflate);
/** None but the font that comes along: a drawing is the same on every machine, and looks at no files of this one. */
const options = {
  font: {
    loadSystemFonts: false,
    fontFiles: [fileURLToPath(new URL('../../assets/fonts/noto-sans.ttf', import.meta.url))],
    defaultFontFamily: loopFont,
  },
  logLevel: 'off',
} as const;
const bytesAPixel = 4;

/** The drawing that is made last; the next waits for it, so that a crowd leaves threads for what else needs them. */
let last: Promise<unknown> = Promise.resolve();

/** A loop as a PNG. Rejects with Undrawable, or when the signal ends it before its turn. */
export function paintLoop(words: LoopWords, signal?: AbortSignal): Promise<Buffer> {
  const painted = last.then(() => {
    signal?.throwIfAborted();
    return paint(words);
  });
  last = painted.catch(() => undefined);
  return painted;
}

async function paint(words: LoopWords): Promise<Buffer> {
  const svg = loopSvg(words);
  if (svg === null) throw new Undrawable('letters');
  try {
    return await pngOf(svg);
  } catch {
    // What was thrown may quote the words.
    throw new Undrawable('renderer');
  }
}

/**
 * Drawn and compressed on Node's own threads: resvg's `asPng` would hold up everything else for some hundred milliseconds.
 * It is loaded with the first drawing, so that a machine it is not made for has all but the drawings.
 */
async function pngOf(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const { width, height, pixels } = await renderAsync(svg, options);
  const row = width * bytesAPixel;
  // Each row after a zero: it is not filtered.
  const rows = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (row + 1) + 1, y * row, (y + 1) * row);
  return png({ width, height, bitDepth: 8, colour: 'rgba' }, await deflated(rows));
}
