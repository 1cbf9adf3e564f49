import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { digestOf, digests, directoryOf, fileOf, hashOfSources, isWhole, keptUnder, readJson, root } from './kept.js';

/** The bot, its commands and its packages as a few files of plain JavaScript, for `npm start` and for an image alike. */

/** As many as two checkouts or a step back and forth need. */
const keptDirectories = 4;

/** What packages of the older kind expect to find around them. */
export const commonJs = [
  `import { createRequire as requireFrom } from 'node:module';`,
  `const require = requireFrom(import.meta.url);`,
  `const { filename: __filename, dirname: __dirname } = import.meta;`,
].join('\n');

/**
 * @param {object} what
 * @param {readonly string[]} what.entries of src/, without `.ts`
 * @param {string} what.outdir inside the project
 * @param {boolean} [what.isForImage] smaller, without what leads a stack trace back to the sources
 */
export async function compile({ entries, outdir, isForImage = false }) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: `src/${entry}.ts`, out: fileOf(entry).replace(/\.mjs$/, '') })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // Those with a part that is no JavaScript, and the one that only `npm run` commands of developers use.
    external: ['better-sqlite3', 'prettier', ...(isForImage ? [] : ['@resvg/resvg-js'])],
    banner: { js: commonJs },
    define: { COMPILED_FROM: JSON.stringify(hashOfSources()) },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: isForImage,
    minifyWhitespace: true,
    // An uncaught error is shown with its line.
    lineLimit: 160,
    keepNames: isForImage,
    ...(isForImage ? {} : { sourcemap: 'linked', sourcesContent: false }),
    logLevel: 'warning',
    plugins: [ownAddress(outdir), withoutFetch],
    write: false,
    metafile: true,
  });
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const digestOfFile = new Map(outputFiles.map(({ path, contents }) => [basename(path), digestOf(contents)]));
  const ofEntries = entries.map((entry) => [
    entry,
    Object.fromEntries([...loadedBy(fileOf(entry), metafile)].map((file) => [file, digestOfFile.get(file)])),
  ]);
  writeFileSync(join(outdir, digests), JSON.stringify(Object.fromEntries(ofEntries)));
}

/**
 * A file with all it imports, now or later.
 * @param {string} file
 * @param {import('esbuild').Metafile} metafile
 */
function loadedBy(file, { outputs }) {
  const importsOf = new Map(Object.entries(outputs).map(([path, { imports }]) => [basename(path), imports]));
  const reached = new Set([file]);
  for (const one of reached) {
    for (const { path, external } of importsOf.get(one) ?? []) if (external !== true) reached.add(basename(path));
  }
  return reached;
}

/**
 * Compiles for the next start, and gives the directory. Made beside it and put in its place, so that nobody runs half of it.
 * @param {string} hash of the sources
 */
export async function compileAndKeep(hash) {
  const directory = directoryOf(hash);
  const part = `${directory}.${String(process.pid)}`;
  try {
    const entries = startedByName();
    await compile({ entries, outdir: part });
    put(part, directory, entries);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  forgetOld();
  return directory;
}

/** What `npm run` starts by way of run.js. */
export function startedByName() {
  const { scripts } = /** @type {{ scripts: Record<string, string> }} */ (readJson(join(root, 'package.json')));
  const names = Object.values(scripts).map((command) => /\bsrc\/run\/run\.js (\S+)/.exec(command)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** @param {string} part @param {string} directory @param {readonly string[]} entries */
function put(part, directory, entries) {
  const isThere = () => entries.every((entry) => isWhole(directory, entry));
  if (!isThere()) rmSync(directory, { recursive: true, force: true });
  try {
    renameSync(part, directory);
  } catch (error) {
    // Another start was there first.
    if (!isThere()) throw error;
  }
}

function forgetOld() {
  const kept = readdirSync(keptUnder)
    .filter((name) => /^compiled-[0-9a-f]{32}$/.test(name))
    .map((name) => ({ path: join(keptUnder, name), at: statSync(join(keptUnder, name)).mtimeMs }))
    .toSorted((one, other) => other.at - one.at);
  for (const { path } of kept.slice(keptDirectories)) rmSync(path, { recursive: true, force: true });
}

/**
 * All that is compiled lies in one directory, so each file knows where its source would lie: what ships is found beside that.
 * @param {string} outdir
 * @returns {import('esbuild').Plugin}
 */
const ownAddress = (outdir) => ({
  name: 'own-address',
  setup: (bundle) => {
    bundle.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => {
      const source = relative(outdir, path).split(sep).join('/');
      const address = `new URL(${JSON.stringify(source)}, import.meta.url).href`;
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
});

/**
 * Telegraf's own client is replaced (telegram/client.ts), so node-fetch is never called; it would bring every letter of every
 * international domain name into memory.
 * @type {import('esbuild').Plugin}
 */
const withoutFetch = {
  name: 'without-fetch',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^node-fetch$/ }, () => ({ path: 'node-fetch', namespace: 'unused' }));
    bundle.onLoad({ filter: /^node-fetch$/, namespace: 'unused' }, () => ({
      contents: `export default () => { throw new Error('Telegraf calls by itself, which telegram/client.ts should keep it from'); };`,
    }));
  },
};
