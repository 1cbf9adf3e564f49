import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const entriesMax = 2_000;
const foldersDeepMax = 5;

/** The YAML files in a directory and below it, in a fixed order; or the file itself. Names that begin with a dot are left. */
export function filesIn(source: string, refuse: (path: string, message: string) => void): readonly string[] {
  const found: string[] = [];
  let seen = 0;
  const visit = (path: string, depth: number): void => {
    seen += 1;
    if (seen > entriesMax) {
      if (seen === entriesMax + 1) refuse(source, `holds more than ${entriesMax} files; the rest is not read`);
      return;
    }
    try {
      const entry = statSync(path);
      if (entry.isFile()) {
        if (depth === 0 || /\.ya?ml$/iu.test(path)) found.push(path);
      } else if (entry.isDirectory()) {
        if (depth > foldersDeepMax) {
          refuse(path, `is not read: folders go at most ${foldersDeepMax} deep`);
          return;
        }
        const names = readdirSync(path).filter((name) => !name.startsWith('.'));
        for (const name of names.sort()) visit(join(path, name), depth + 1);
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      refuse(path, code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`);
    }
  };
  visit(source, 0);
  return found;
}
