import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Makes a file that only its owner can read, and that outlives a power cut once this returns. Throws when it exists. */
export function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What was written to a file, or the names that were given in a directory, outlive a power cut. */
export function syncPath(path: string, isDirectory = false): void {
  // Windows syncs no directory and needs none.
  if (isDirectory && process.platform === 'win32') return;
  const file = openSync(path, isDirectory ? 'r' : 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
