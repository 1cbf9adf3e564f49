import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { loopSvg, type LoopWords } from '../drawing/loop.js';
import { pictureFont } from '../drawing/picture.js';
import { wordsSvg, type WordsDrawn } from '../drawing/words.js';
import { Undrawable } from './errors.js';

/** None but the font that comes along: a drawing is the same on every machine, and looks at no files of this one. */
const options = {
  font: {
    loadSystemFonts: false,
    fontFiles: [fileURLToPath(new URL('../../assets/fonts/noto-sans.ttf', import.meta.url))],
    defaultFontFamily: pictureFont,
  },
  logLevel: 'off',
} as const;

/** What a thread does: it is text, so that it starts without tsx. */
const work = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { Resvg } = require(workerData.resvg);
  const png = new Resvg(workerData.svg, workerData.options).render().asPng();
  parentPort.postMessage(Uint8Array.from(png));
`;
const limitMs = 20_000;

/** The drawing that is made last; the next waits for it, so that a crowd leaves threads for what else needs them. */
let last: Promise<unknown> = Promise.resolve();

/** A loop as a PNG. Rejects with Undrawable, or when the signal ends it before its turn. */
export function paintLoop(words: LoopWords, signal?: AbortSignal): Promise<Buffer> {
  return inTurn(() => loopSvg(words), signal);
}

/** Words side by side as a PNG, in the same way. */
export function paintWords(words: WordsDrawn, signal?: AbortSignal): Promise<Buffer> {
  return inTurn(() => wordsSvg(words), signal);
}

function inTurn(draw: () => string | null, signal: AbortSignal | undefined): Promise<Buffer> {
  const painted = last.then(() => {
    signal?.throwIfAborted();
    return paint(draw());
  });
  last = painted.catch(() => undefined);
  return painted;
}

async function paint(svg: string | null): Promise<Buffer> {
  if (svg === null) throw new Undrawable('letters');
  try {
    return await pngOf(svg);
  } catch {
    // What was thrown may quote the words.
    throw new Undrawable('renderer');
  }
}

/**
 * Drawn in a thread of its own, which ends with the drawing and gives its memory back: a picture of 5 MB, copied on the main
 * thread, would hold up everything else. resvg is looked for with the first drawing, so that a machine it is not made for
 * has all but the drawings.
 */
async function pngOf(svg: string): Promise<Buffer> {
  const resvg = createRequire(import.meta.url).resolve('@resvg/resvg-js');
  const worker = new Worker(work, { eval: true, execArgv: [], workerData: { resvg, svg, options } });
  const timer = setTimeout(() => void worker.terminate(), limitMs);
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (png: Uint8Array) => {
        resolve(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(new Error('the thread ended without a drawing'));
      });
    });
  } finally {
    clearTimeout(timer);
  }
}
