import { availableParallelism } from 'node:os';
import { readCommandLine, refuseUsage, wholeNumber } from '../src/command-line.js';
import { commitNamed } from './against/checkout.js';
import { compare } from './against/compare.js';
import { parts } from './parts.js';
import { writePart } from './performance.js';

/**
 * `npm run bench` runs every part and writes its figures into docs/performance.md, `npm run bench -- due taps` those
 * named. `--scale=0.1` takes a tenth of the people, and the figures say so; `--dry` writes nothing. `--against COMMIT` holds one
 * part against another commit.
 */

const usage = `npm run bench -- [${Object.keys(parts).join('|')}…] [--scale=0.1] [--dry], or -- PART --against COMMIT [--pairs 9] [--scale=0.01]`;
const { values, words: named } = readCommandLine({
  usage,
  about:
    'Measures every part, or those named, and writes the figures into docs/performance.md; or one against another commit.',
  options: {
    dry: { type: 'boolean', default: false },
    scale: { type: 'string' },
    against: { type: 'string' },
    pairs: { type: 'string' },
  },
  words: { least: 0, most: Object.keys(parts).length },
});
const { against, dry: isDry } = values;
// A run for every pair: with all the people, each would seed a million.
const scale = Number(values.scale ?? (against === undefined ? 1 : 0.01));
if (!(scale > 0)) refuseUsage('--scale takes a number above 0.', usage);
const unknown = named.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) refuseUsage(`There is no part ${unknown}.`, usage);
if (against === undefined && values.pairs !== undefined) refuseUsage('--pairs goes with --against.', usage);

if (against === undefined) await measure();
else {
  const [part, ...others] = named;
  if (part === undefined || others.length > 0) refuseUsage('--against takes one part.', usage);
  const pairs = wholeNumber('pairs', values.pairs ?? '9', { from: 9, to: 999, usage });
  const commit = commitNamed(against);
  if (commit === null) refuseUsage(`There is no commit ${against} here.`, usage);
  await compare({ part, commit, pairs, scale }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}

async function measure(): Promise<void> {
  let missed = 0;
  for (const [name, { title, run, isComputed = false }] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`${title} …`);
    const figures = await run(scale);
    for (const { what, measured, target, isMet } of figures) {
      const verdict = isMet === null ? '      ' : isMet ? 'met   ' : 'MISSED';
      console.log(`${verdict}  ${what.padEnd(64)} ${measured.padStart(14)}   ${target}`);
      if (isMet === false) missed += 1;
    }
    if (!isDry) writePart({ name, title, figures, cores: availableParallelism(), isComputed });
  }
  process.exitCode = missed === 0 ? 0 : 1;
}
