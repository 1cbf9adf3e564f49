import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile, startedByName } from '../../src/run/compile.js';
import { fileOf } from '../../src/run/kept.js';

/** What `npm start` compiles, made once for all processes that tests start. */
const root = resolve(import.meta.dirname, '../..');
const variable = 'SAMENSPRAAK_COMPILED';

/** Compiles, and gives back how to throw it away. */
export async function compileForTests(): Promise<() => void> {
  mkdirSync(join(root, 'artifacts'), { recursive: true });
  const outdir = mkdtempSync(join(root, 'artifacts', 'compiled-'));
  await compile({
    entries: [...startedByName(), 'store/rotate', 'store/sqlite/key-ring', 'store/to-postgres/move'],
    outdir,
  });
  process.env[variable] = outdir;
  return () => {
    rmSync(outdir, { recursive: true, force: true });
  };
}

/** The compiled file of `src/<entry>.ts`. */
export function compiled(entry: string): string {
  const file = join(process.env[variable] ?? '', fileOf(entry));
  if (!existsSync(file)) throw new Error(`${entry} is not compiled: vitest.config.ts has a set-up that does so`);
  return file;
}
