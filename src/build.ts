import { build, type Plugin } from 'esbuild';
import { readFileSync, rmSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readCommandLine } from './command-line.js';

/** `npm run build`: the bot and its packages as a few files of plain JavaScript in dist/, for an image. */
readCommandLine({
  usage: 'npm run build',
  about: 'Compiles the bot, its commands and its packages into dist/, for a container image.',
});

const root = resolve(import.meta.dirname, '..');

/** What packages of the older kind expect to find around them. */
const commonJs = [
  `import { createRequire as requireFrom } from 'node:module';`,
  `const require = requireFrom(import.meta.url);`,
  `const { filename: __filename, dirname: __dirname } = import.meta;`,
].join('\n');

/** All of dist/ lies in one directory, so each file knows where its source would lie: what ships is found beside that. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup: (bundle) => {
    bundle.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => {
      const source = relative(root, path).split(sep).join('/');
      const address = `new URL(${JSON.stringify(`../${source}`)}, import.meta.url).href`;
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

const outdir = resolve(root, 'dist');
rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/container.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  // The one package with a part that is no JavaScript.
  external: ['better-sqlite3', 'prettier'],
  banner: { js: commonJs },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true,
  logLevel: 'warning',
  plugins: [ownAddress],
});
