import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import * as schema from '../../src/store/sqlite/schema.js';
import { tempDir } from './support.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kit = fileURLToPath(new URL('../../node_modules/drizzle-kit/bin.cjs', import.meta.url));

/** drizzle-kit itself is asked: were the schema ahead of its migrations, it would write another one. */
it.each([
  ['main', 'sqlite', 'sqlite/schema.ts'],
  ['keys', 'sqlite', 'sqlite/keys-schema.ts'],
  ['postgres/main', 'postgresql', 'postgres/schema.ts'],
  ['postgres/keys', 'postgresql', 'postgres/keys-schema.ts'],
])('the migrations of %s make exactly its schema', (folder, dialect, schema) => {
  const copy = tempDir();
  cpSync(`${root}migrations/${folder}`, copy, { recursive: true });
  const before = readdirSync(copy, { recursive: true });
  const said = execFileSync(
    process.execPath,
    [kit, 'generate', '--dialect', dialect, '--schema', `src/store/${schema}`, '--out', relative(root, copy)],
    { cwd: root, encoding: 'utf8' },
  );
  expect(said).toContain('No schema changes');
  expect(readdirSync(copy, { recursive: true })).toEqual(before);
});

it('moves every column that is named after a moment when the clock is set', () => {
  const tables = Object.values(schema).filter((one) => is(one, SQLiteTable));
  const standingStill = tables.flatMap((table) => {
    const moments = schema.momentsOf(table).map(({ name }) => name);
    return getTableConfig(table)
      .columns.map(({ name }) => name)
      .filter((name) => /(?:^|_)(?:at|until|before|after)$/.test(name) && !moments.includes(name))
      .map((name) => `${getTableName(table)}.${name}`);
  });
  expect(tables.length).toBeGreaterThan(10);
  expect(standingStill).toEqual([]);
});
