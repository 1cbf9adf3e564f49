import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadScenarios, type Loaded } from './scenarios.js';

/**
 * What was read, kept for the next start. Reading some 250 files with the place of every field costs half a second of
 * processor time; one file of JSON costs a few milliseconds. It is named by a hash of all that is read and of what reads
 * it, made anew when missing, and passed over when broken or when nothing can be written. Only what ships is kept: files of
 * an owner's own are theirs alone, and may be few or a whole disk.
 */

type Sources = Parameters<typeof loadScenarios>[0];

/** Outside git, and gone with what was installed. */
const cacheDirectory = fileURLToPath(new URL('../../node_modules/.cache/samenspraak', import.meta.url));
const reader = fileURLToPath(new URL('.', import.meta.url));
const keptFiles = 8;
const digestLength = 64;

export function loadScenariosCached(sources: Sources, directory = cacheDirectory): Loaded {
  if (sources.own !== undefined) return loadScenarios(sources);
  const file = join(directory, `content-${hashOf(sources.shipped)}.json`);
  const known = readKept(file);
  if (known !== null) return known;
  const loaded = loadScenarios(sources);
  keep(directory, file, loaded);
  return loaded;
}

/** Of every file that ships, and of the code that reads them. What cannot be read is told by the loading itself. */
function hashOf(shipped: string): string {
  const hash = createHash('sha256');
  for (const source of [reader, shipped]) {
    hash.update(`\0source ${source}\0`);
    addTree(hash, source, source);
  }
  return hash.digest('hex').slice(0, 32);
}

function addTree(hash: Hash, path: string, root: string): void {
  try {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) addTree(hash, join(path, name), root);
      return;
    }
    hash.update(`\0${relative(root, path)}\0`);
    hash.update(readFileSync(path));
  } catch (error) {
    hash.update(`\0${relative(root, path)} ${(error as NodeJS.ErrnoException).code ?? 'unknown'}\0`);
  }
}

function readKept(file: string): Loaded | null {
  try {
    const text = readFileSync(file, 'utf8');
    const [digest, content] = [text.slice(0, digestLength), text.slice(digestLength)];
    // A file cut short, or changed by hand, is not read as content.
    return digestOf(content) === digest ? fromEntries(JSON.parse(content) as Kept) : null;
  } catch {
    return null;
  }
}

/** Written beside it and put in its place, so that nobody reads half of it. A read-only place keeps nothing. */
function keep(directory: string, file: string, loaded: Loaded): void {
  const content = JSON.stringify(toEntries(loaded));
  const part = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(part, `${digestOf(content)}${content}`);
    renameSync(part, file);
    forgetOld(directory);
  } catch {
    removeIfThere(part);
  }
}

function removeIfThere(file: string): void {
  if (existsSync(file)) rmSync(file);
}

function forgetOld(directory: string): void {
  const kept = readdirSync(directory)
    .filter((name) => name.startsWith('content-') && name.endsWith('.json'))
    .map((name) => ({ path: join(directory, name), at: statSync(join(directory, name)).mtimeMs }))
    .toSorted((one, other) => other.at - one.at);
  for (const { path } of kept.slice(keptFiles)) rmSync(path, { force: true });
}

function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A map of what was read, as its entries; anything else as it is. */
type Kept = readonly (readonly [
  string,
  { readonly map: readonly (readonly [string, unknown])[] } | { readonly plain: unknown },
])[];

function toEntries(loaded: Loaded): Kept {
  return Object.entries(loaded).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Map ? { map: [...(value as Map<string, unknown>)] } : { plain: value },
  ]);
}

function fromEntries(kept: Kept): Loaded {
  const fields = kept.map(([name, value]) => [name, 'map' in value ? new Map(value.map) : value.plain] as const);
  return Object.fromEntries(fields) as unknown as Loaded;
}
