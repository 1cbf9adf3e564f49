import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigRefusal } from '../../config.js';
import { writeDurably } from '../../store/durable.js';

/** Puts these settings into the text of a `.env`; everything else in it stays. */
export function withSettings(text: string, settings: Readonly<Record<string, string>>): string {
  let lines = text.split('\n');
  for (const [name, value] of Object.entries(settings)) {
    const line = `${name}=${quoted(value)}`;
    const live = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`);
    const example = new RegExp(`^#${name}=`);
    const at = [live, example].map((pattern) => lines.findLastIndex((one) => pattern.test(one))).find((n) => n >= 0);
    if (at !== undefined) lines = lines.with(at, line);
    else lines = [...lines.slice(0, lines.at(-1) === '' ? -1 : undefined), line, ''];
    if (parseEnv(lines.join('\n'))[name] !== value) {
      throw new ConfigRefusal(`${name} can’t be written with those signs: leave quotes out of it.`);
    }
  }
  return lines.join('\n');
}

/** In single quotes nothing is expanded, neither here nor by Docker Compose. */
function quoted(value: string): string {
  if (/^[\w@.:/+-]+$/.test(value)) return value;
  const quote = [`'`, `"`, '`'].find((sign) => !value.includes(sign)) ?? `'`;
  return `${quote}${value}${quote}`;
}

/** Only its owner can read the file. In a directory that cannot be written, the existing file is overwritten. */
export function writeEnvFile(path: string, text: string): void {
  const fresh = `${path}.new`;
  try {
    rmSync(fresh, { force: true });
    writeDurably(fresh, text);
    renameSync(fresh, path);
  } catch {
    if (!existsSync(path))
      throw new ConfigRefusal(`${path} can’t be made: run this as the user that owns the directory.`);
    overwrite(path, text);
  }
}

function overwrite(path: string, text: string): void {
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      fchmodSync(file, 0o600);
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    throw new ConfigRefusal(`${path} can’t be written: run this as the user that owns it.`);
  }
}

export function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : null;
}
