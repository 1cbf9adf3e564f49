import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was compiled for the next start: where it lies, which sources it is of, and whether it is whole. */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Outside git, and gone with what was installed. */
export const keptUnder = join(root, 'node_modules/.cache/samenspraak');

/** Beside the sources: which packages are installed, which are asked for, and how all of it is compiled. */
const besides = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];
export const digests = 'digests.json';

/** Of all that is compiled: the directory for it has this name. */
export function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...filesBelow(join(root, 'src')), ...besides.map((name) => join(root, name))]) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`);
    hash.update(contentOf(file));
  }
  return hash.digest('hex').slice(0, 32);
}

/** @param {string} hash */
export const directoryOf = (hash) => join(keptUnder, `compiled-${hash}`);

/**
 * The compiled file of `src/<entry>.ts`: they lie side by side, as what they import does.
 * @param {string} entry
 */
export const fileOf = (entry) => `${entry.replaceAll('/', '-')}.mjs`;

/**
 * What stands beside the compiled files, for `isWhole`: of each entry the files that it may load, each with its digest.
 * @typedef {Record<string, Record<string, string>>} Digests
 */

/**
 * Whether every file that an entry may load is as it was written. What was cut short, or changed by hand, is not run.
 * @param {string} directory
 * @param {string} entry
 */
export function isWhole(directory, entry) {
  try {
    const written = /** @type {Digests} */ (readJson(join(directory, digests)));
    const files = Object.entries(written[entry] ?? {});
    return (
      files.length > 0 && files.every(([file, digest]) => digestOf(readFileSync(join(directory, file))) === digest)
    );
  } catch {
    return false;
  }
}

/** @param {Uint8Array} content */
export function digestOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

/** @param {string} directory @returns {string[]} */
function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return '';
  }
}

/** @param {string} file @returns {unknown} */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
