import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { StoreRefusal } from './failures.js';

/**
 * Makes a directory that only its owner can enter, and those above it. Throws StoreRefusal where that cannot be. Not by
 * Node's own `recursive`, which never ends where the kernel says that a parent is missing that is there (/proc).
 */
export function makeDirectory(path: string): void {
  const full = resolve(path);
  const found = find(full);
  if (found === 'directory') return;
  if (found === 'file') throw new StoreRefusal(`${full} is a file: choose a directory.`);
  makeDirectory(dirname(full));
  try {
    mkdirSync(full, { mode: 0o700 });
  } catch {
    throw new StoreRefusal(`${full} cannot be made: choose a place that this user may write to.`);
  }
}

function find(path: string): 'directory' | 'file' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'file';
  } catch {
    return 'nothing';
  }
}

/** As it is called on the disk, also where it is still to be made. */
export function realPath(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const above = dirname(full);
  return above === full ? full : join(realPath(above), basename(full));
}

export function isWithin(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}
