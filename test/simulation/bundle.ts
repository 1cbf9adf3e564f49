import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commonJs } from '../../src/run/compile.js';
import { withOwnAddress } from '../support/own-address.js';

/** One change of one file of the source. */
export interface Change {
  readonly file: string;
  /** Exactly what stands there. */
  readonly search: string;
  readonly replace: string;
}

const root = resolve(import.meta.dirname, '../..');

/** The simulation as one file of plain JavaScript, with or without a change planted in it; the source stays as it is. */
export async function bundle(outfile: string, change?: Change): Promise<void> {
  const planted = change === undefined ? null : join(root, change.file);
  const read = new Set<string>();
  await build({
    absWorkingDir: root,
    entryPoints: ['test/simulation/main.ts'],
    outfile,
    bundle: true,
    external: ['better-sqlite3'],
    banner: { js: commonJs },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [
      {
        name: 'plant',
        setup: (one) => {
          one.onLoad({ filter: /[/\\](src|test)[/\\].*\.ts$/ }, ({ path }) => {
            const source = readFileSync(path, 'utf8');
            read.add(path);
            const contents = change !== undefined && path === planted ? plant(source, change) : source;
            return { contents: withOwnAddress(contents, path), loader: 'ts' };
          });
        },
      },
    ],
  });
  if (planted !== null && !read.has(planted)) throw new Error(`${planted} is no part of the simulation`);
}

function plant(source: string, { file, search, replace }: Change): string {
  if (source.split(search).length !== 2) throw new Error(`it does not fit ${file} any more: plant it anew`);
  return source.replace(search, () => replace);
}
