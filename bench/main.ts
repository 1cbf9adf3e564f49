import { availableParallelism } from 'node:os';
import { readCommandLine, refuseUsage } from '../src/command-line.js';
import { benchApply } from './apply.js';
import { benchBackup } from './backup.js';
import { benchDelivery } from './delivery.js';
import { benchDue } from './due.js';
import { benchEmulator } from './emulator.js';
import { benchEndToEnd } from './end-to-end.js';
import type { Figure } from './figures.js';
import { writePart } from './performance.js';
import { benchSize } from './size.js';
import { benchTaps } from './taps.js';

/**
 * `npm run bench` runs every part and writes its figures into docs/performance.md, `npm run bench -- due taps` those
 * named. `--scale=0.1` takes a tenth of the people, and the figures say so; `--dry` writes nothing.
 */

interface Part {
  readonly title: string;
  readonly run: (share: number) => Promise<readonly Figure[]>;
}

const parts: Readonly<Record<string, Part>> = {
  apply: {
    title: 'Updates applied, beside a raw loop and among a crowd',
    run: (share) => benchApply({ rounds: 7, crowd: 999_000 * share }),
  },
  'end-to-end': {
    title: 'End to end, beside three other bots',
    run: async () => [...(await benchEndToEnd(5)), ...(await benchEndToEnd(5, 2)), ...(await benchEndToEnd(5, 5))],
  },
  due: { title: 'Everybody due in one minute', run: (share) => benchDue(100_000 * share) },
  taps: { title: 'People who tap while prompts go out', run: (share) => benchTaps(100_000 * share) },
  delivery: {
    title: 'Delivery at the limit',
    run: async () => [...(await benchDelivery(30, 20)), ...(await benchDelivery(1000, 10))],
  },
  size: {
    title: 'Size',
    run: (share) =>
      benchSize(
        [1_000, 100_000, 1_000_000].map((couples) => couples * share),
        20_000 * share,
      ),
  },
  backup: { title: 'A backup while the bot works', run: (share) => benchBackup(100_000 * share) },
  emulator: { title: 'The emulator', run: () => benchEmulator() },
};

const usage = `npm run bench -- [${Object.keys(parts).join('|')}…] [--scale=0.1] [--dry]`;
const { values, words: named } = readCommandLine({
  usage,
  about: 'Measures every part, or those named, and writes the figures into docs/performance.md.',
  options: { dry: { type: 'boolean', default: false }, scale: { type: 'string', default: '1' } },
  words: { least: 0, most: Object.keys(parts).length },
});
const isDry = values.dry;
const scale = Number(values.scale);
if (!(scale > 0)) refuseUsage('--scale takes a number above 0.', usage);
const unknown = named.find((name) => !(name in parts));
if (unknown !== undefined) refuseUsage(`There is no part ${unknown}.`, usage);

let missed = 0;
for (const [name, { title, run }] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`${title} …`);
  const figures = await run(scale);
  for (const { what, measured, target, isMet } of figures) {
    const verdict = isMet === null ? '      ' : isMet ? 'met   ' : 'MISSED';
    console.log(`${verdict}  ${what.padEnd(64)} ${measured.padStart(14)}   ${target}`);
    if (isMet === false) missed += 1;
  }
  if (!isDry) writePart({ name, title, figures, cores: availableParallelism() });
}
process.exitCode = missed === 0 ? 0 : 1;
