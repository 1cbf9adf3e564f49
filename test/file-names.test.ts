import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** A comment or a page that names a file leads whoever reads it there; a name that is gone leads nowhere. */

const skipped = ['src/emulator/page'];
const sources = ['src', 'test', 'bench'].flatMap((root) => ts.sys.readDirectory(root, ['.ts'], skipped));
const pages = [
  ...ts.sys.readDirectory('docs', ['.md']),
  'README.md',
  'CONTRIBUTING.md',
  'src/emulator/README.md',
].filter((page) => existsSync(page));
const known = new Set(sources.map((file) => basename(file)));

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w./-])(?:[\w-]+\/)*([a-z][a-z0-9-]*\.ts)\b/g)].map(([name]) => name);
}

function commentsOf(text: string): string {
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm)].map(([comment]) => comment).join('\n');
}

function isThere(name: string): boolean {
  if (existsSync(name)) return true;
  return name.includes('/') ? sources.some((file) => file.endsWith(`/${name}`)) : known.has(name);
}

test.each([
  ['comments', sources.map((file) => [file, commentsOf(readFileSync(file, 'utf8'))] as const)],
  ['docs', pages.map((page) => [page, readFileSync(page, 'utf8')] as const)],
])('every source file that %s name is there', (_where, texts) => {
  const gone = texts.flatMap(([file, text]) =>
    namesIn(text)
      .filter((name) => !isThere(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(texts.length).toBeGreaterThan(10);
  expect(gone).toEqual([]);
});
