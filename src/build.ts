import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readCommandLine } from './command-line.js';
import { compile } from './run/compile.js';
import { fileOf, root } from './run/kept.js';

/** `npm run build`: the same as `npm start` makes for itself, smaller, in dist/, and all that ships read beforehand, for an image. */
readCommandLine({
  usage: 'npm run build',
  about: 'Compiles the bot, its commands and its packages into dist/, for a container image.',
});

const outdir = join(root, 'dist');
const ahead = 'ahead';
await compile({ entries: ['container', ahead], outdir, isForImage: true });
// By what was compiled: what is kept belongs to it.
execFileSync(process.execPath, [join(outdir, fileOf(ahead))], { stdio: 'inherit' });
