import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What was read from files that ship, kept for the next start as one file of JSON. It is named by a hash of all that is read and
 * of what reads it, made anew when missing, and passed over when broken or when nothing can be written.
 */

/** Outside git, and gone with what was installed. */
const usualDirectory = fileURLToPath(new URL('../node_modules/.cache/samenspraak', import.meta.url));
/** Written in by what compiles this: the hash of all sources, which need not lie beside it then. */
declare const COMPILED_FROM: string | undefined;
const keptFiles = 8;
const digestLength = 64;

export interface Place {
  /** Letters alone. */
  readonly name: string;
  /** What is read. */
  readonly files: readonly string[];
  /** The source of what reads them. */
  readonly readBy: readonly string[];
  readonly directory?: string | undefined;
}

/** What was kept there, as it was given; or null. */
export function known(place: Place): unknown {
  return readKept(fileOf(place));
}

/** Keeps what JSON can hold, and gives it back. */
export function keep<T>(place: Place, made: T): T {
  write(fileOf(place), JSON.stringify(made), place.name);
  return made;
}

function fileOf({ name, files, readBy, directory = usualDirectory }: Place): string {
  return join(directory, `${name}-${hashOf(files, readBy)}.json`);
}

/** What cannot be read is told by the reading itself. */
function hashOf(files: readonly string[], readBy: readonly string[]): string {
  const hash = createHash('sha256');
  const isCompiled = typeof COMPILED_FROM === 'string';
  if (isCompiled) hash.update(COMPILED_FROM);
  for (const source of isCompiled ? files : [...readBy, ...files]) {
    hash.update('\0source\0');
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

function readKept(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    const [digest, content] = [text.slice(0, digestLength), text.slice(digestLength)];
    // A file cut short, or changed by hand, is not read as content.
    return digestOf(content) === digest ? JSON.parse(content) : null;
  } catch {
    return null;
  }
}

/** Written beside it and put in its place, so that nobody reads half of it. A read-only place keeps nothing. */
function write(file: string, content: string, name: string): void {
  const directory = dirname(file);
  const part = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(part, `${digestOf(content)}${content}`);
    renameSync(part, file);
    forgetOld(directory, name);
  } catch {
    removeIfThere(part);
  }
}

function removeIfThere(file: string): void {
  if (existsSync(file)) rmSync(file);
}

function forgetOld(directory: string, prefix: string): void {
  const kept = readdirSync(directory)
    .filter((name) => name.startsWith(`${prefix}-`) && name.endsWith('.json'))
    .map((name) => ({ path: join(directory, name), at: statSync(join(directory, name)).mtimeMs }))
    .toSorted((one, other) => other.at - one.at);
  for (const { path } of kept.slice(keptFiles)) rmSync(path, { force: true });
}

function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
