import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'scenarios/README.md', 'src/emulator/README.md'],
  ...['docs', 'docs/decisions'].flatMap((directory) =>
    readdirSync(join(root, directory)).flatMap((name) => (name.endsWith('.md') ? [join(directory, name)] : [])),
  ),
].filter((page) => existsSync(join(root, page)));

/** The text of a page without its code, in which brackets mean something else. */
function prose(page: string): string {
  return readFileSync(join(root, page), 'utf8')
    .replaceAll(/^ *```.*?^ *```/gms, '')
    .replaceAll(/`[^`\n]*`/g, 'code');
}

/** The addresses that a page links to, without those elsewhere on the web. */
function linksOf(page: string): readonly string[] {
  const found = [...prose(page).matchAll(/\]\((?<to>[^)\s]+)\)/g)].map(({ groups }) => groups?.['to'] ?? '');
  return found.filter((to) => !/^[a-z]+:/.test(to));
}

/** The name by which GitHub links to each heading: lower case, no punctuation, a dash for each space. */
function headingsOf(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/^ *```.*?^ *```/gms, '');
  return [...text.matchAll(/^#+ (?<heading>.+)$/gm)].map(({ groups }) =>
    (groups?.['heading'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isThere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || !target.endsWith('.md') || headingsOf(target).includes(heading);
}

describe('the pages', () => {
  test.each(pages)('%s links to what is there', (page) => {
    expect(linksOf(page).filter((link) => !isThere(page, link))).toEqual([]);
  });

  test('CONTRIBUTING.md names files that are there', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const named = [...text.matchAll(/`(?<path>(?:src|test|docs)\/[\w/.-]+)`/g)].map(
      ({ groups }) => groups?.['path'] ?? '',
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('CONTRIBUTING.md names commits that are there, where the whole history is', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const named = [...text.matchAll(/`(?<hash>[0-9a-f]{7,40})`/g)].map(({ groups }) => groups?.['hash'] ?? '');
    expect(named.length).toBeGreaterThan(10);
    const git = (...words: readonly string[]) => spawnSync('git', words, { cwd: root, encoding: 'utf8' });
    const isWhole = git('rev-parse', '--is-shallow-repository').stdout.trim() === 'false';
    const isMissing = (hash: string) => git('cat-file', '-e', `${hash}^{commit}`).status !== 0;
    expect(isWhole ? named.filter(isMissing) : []).toEqual([]);
  });

  test('README stays short enough to be read', () => {
    expect(readFileSync(join(root, 'README.md')).length).toBeLessThanOrEqual(10_000);
  });
});
