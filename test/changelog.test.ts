import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { news } from '../src/core/news/table.js';
import { documentVersions } from '../src/store/documents.js';
import { schemaVersions } from '../src/store/sqlite/files.js';

const text = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
/** Newest first. */
const releases = text
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [heading = ''] = section.split('\n');
    const [line, data, opens] = /^\*\*Data:\*\* (.+?)\. Older code (opens it|does not open it)\.$/m.exec(section) ?? [];
    return { heading: heading.trim(), line, data, opens };
  });

describe('the changelog', () => {
  test.each(releases)('says of $heading whether older code still opens its data', ({ line }) => {
    expect(line).toBeDefined();
  });

  test('says of the newest what the code writes', () => {
    const { main, keys } = schemaVersions();
    const documents = Object.entries(documentVersions).map(([name, version]) => `${name} ${String(version)}`);
    expect(releases[0]?.data).toBe(`tables ${String(main)}, keys ${String(keys)}; ${documents.join(', ')}`);
  });

  test('says that it does just where nothing about the data has changed', () => {
    for (const [index, { data, opens }] of releases.slice(0, -1).entries()) {
      expect(opens).toBe(data === releases[index + 1]?.data ? 'opens it' : 'does not open it');
    }
  });

  test('has the release of all that people are told of', () => {
    const headings = releases.map(({ heading }) => heading.replace(/ - .*/, '').replace(/[[\]]/g, ''));
    expect(headings).toEqual(expect.arrayContaining(news.map(({ release }) => release)));
  });
});
