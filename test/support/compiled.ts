import { build, type Plugin } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The bot and its packages as a few files of plain JavaScript, made once for all processes that tests start: tsx, which
 * `npm start` uses, takes longer to find and read a thousand files than the bot takes to begin.
 */
const root = resolve(import.meta.dirname, '../..');
const entries = [
  ...(['main', 'demo', 'emulator/main', 'store/rotate'] as const),
  ...([
    'operator/scenarios',
    'operator/backup',
    'operator/restore',
    'operator/keys',
    'operator/setup',
    'operator/doctor',
  ] as const),
] as const;
const variable = 'SAMENSPRAAK_COMPILED';

/** What packages of the older kind expect to find around them. */
export const commonJs = [
  `import { createRequire as requireFrom } from 'node:module';`,
  `const require = requireFrom(import.meta.url);`,
  `const { filename: __filename, dirname: __dirname } = import.meta;`,
].join('\n');

/** Compiles, and gives back how to throw it away. */
export async function compile(): Promise<() => void> {
  mkdirSync(join(root, 'artifacts'), { recursive: true });
  const outdir = mkdtempSync(join(root, 'artifacts', 'compiled-'));
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => `src/${entry}.ts`),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    external: ['better-sqlite3', 'prettier', '@resvg/resvg-js'],
    banner: { js: commonJs },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [ownAddress],
  });
  process.env[variable] = outdir;
  return () => {
    rmSync(outdir, { recursive: true, force: true });
  };
}

/** The compiled file of `src/<entry>.ts`. */
export function compiled(entry: (typeof entries)[number]): string {
  const file = join(process.env[variable] ?? '', `${entry}.mjs`);
  if (!existsSync(file)) throw new Error('compile() comes first: vitest.config.ts names it as its set-up');
  return file;
}

const ownAddress: Plugin = {
  name: 'own-address',
  setup: (bundle) => {
    bundle.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => ({
      contents: withOwnAddress(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

/** Files find what ships with them (prompts, migrations, pictures) beside their source. */
export function withOwnAddress(source: string, path: string): string {
  return source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
}
