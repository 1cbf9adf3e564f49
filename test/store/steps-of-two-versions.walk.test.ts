import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { documentVersions, versionMark } from '../../src/store/documents.js';
import { leastSteps, migrationsOf } from '../../src/store/postgres/migrate.js';
import { openPostgres } from '../../src/store/postgres/open.js';
import { findPostgres, freshDatabases, sayLeftOut } from '../support/postgres.js';
import { leading, postgresOptions } from './postgres-support.js';
import { actorOf, agrees, anne, from, monday, perform, refusalOf, sceneOf } from './support.js';

/** Processes of two versions on one PostgreSQL, while one takes the place of the other: what a step may do, and who steps back. */

const statementsOf = (sql: string) => sql.split('--> statement-breakpoint').map((one) => one.trim());

/** What in a step the version before cannot go on with. */
function breaking(sql: string): readonly string[] {
  const statements = statementsOf(sql);
  const made = new Set(statements.flatMap((one) => /^create table "(\w+)"/i.exec(one)?.[1] ?? []));
  const isNew = (table: string | undefined) => table !== undefined && made.has(table);
  return statements.filter((one) => {
    if (/^create (table|sequence|index) /i.test(one)) return false;
    if (/^create unique index /i.test(one)) return !isNew(/ on "(\w+)"/i.exec(one)?.[1]);
    const [, table, change = ''] = /^alter table "(\w+)" (.*)$/is.exec(one) ?? [];
    if (/^add constraint /i.test(change)) return !isNew(table);
    return !/^add column /i.test(change) || (/ not null/i.test(change) && !/ default /i.test(change));
  });
}

describe('a step', () => {
  it.each([
    [
      'a table with what belongs to it',
      'CREATE TABLE "a" ("id" bigint);--> statement-breakpoint\nALTER TABLE "a" ADD CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "b"("id");--> statement-breakpoint\nCREATE UNIQUE INDEX "u" ON "a" USING btree ("id");',
    ],
    ['a column that may be empty', 'ALTER TABLE "people" ADD COLUMN "more" bigint;'],
    ['a column with a default', 'ALTER TABLE "people" ADD COLUMN "more" boolean DEFAULT false NOT NULL;'],
    [
      'an index and a sequence',
      'CREATE INDEX "i" ON "people" USING btree ("id");--> statement-breakpoint\nCREATE SEQUENCE "public"."more_ids";',
    ],
  ])('may add %s', (_, sql) => {
    expect(breaking(sql)).toEqual([]);
  });

  it.each([
    ['drop a column', 'ALTER TABLE "people" DROP COLUMN "sealed";'],
    ['drop a table', 'DROP TABLE "alone";'],
    ['add a column that must be filled in', 'ALTER TABLE "people" ADD COLUMN "more" bigint NOT NULL;'],
    ['forbid what was allowed', 'CREATE UNIQUE INDEX "u" ON "people" USING btree ("key_id");'],
    ['add a constraint to what is there', 'ALTER TABLE "people" ADD CONSTRAINT "c" CHECK ("id" > 5);'],
    ['rename', 'ALTER TABLE "people" RENAME COLUMN "sealed" TO "closed";'],
    ['change a type', 'ALTER TABLE "people" ALTER COLUMN "id" SET DATA TYPE text;'],
  ])('may not %s without raising the number of steps that a program must know', (_, sql) => {
    expect(breaking(sql)).toHaveLength(1);
  });

  it.each(['main', 'keys'] as const)('of %s that came after those that a program must know only adds', (which) => {
    const folder = migrationsOf[which];
    const steps = readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort();
    expect(steps.length).toBeGreaterThanOrEqual(leastSteps[which]);
    for (const file of steps.slice(leastSteps[which])) {
      expect([file, ...breaking(readFileSync(join(folder, file), 'utf8'))]).toEqual([file]);
    }
  });
});

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

const newer = `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9000000000000)`;

async function refused(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return refusalOf(() => {
    if (error instanceof Error) throw error;
  });
}

function describeVersions(): void {
  it('the one before goes on with tables that were added to, and keeps what it does not know', async () => {
    const where = await freshDatabases();
    await (await openPostgres(postgresOptions(where))).close();
    await ask(where.databaseUrl, `alter table people add column of_tomorrow bigint default 7; ${newer}`);
    await ask(where.keysDatabaseUrl, newer);
    const store = await leading(await openPostgres(postgresOptions(where)));
    onTestFinished(() => store.close());
    await perform(store, from(anne), agrees());
    expect(actorOf(await sceneOf(store, from(anne))).consent).not.toBeNull();
    await store.tidy(monday);
  });

  it('the one before refuses tables that it must know more of', async () => {
    const where = await freshDatabases();
    await (await openPostgres(postgresOptions(where))).close();
    await ask(where.databaseUrl, `${newer}; update marks set value = value + 1 where name = 'least-steps'`);
    expect(await refused(openPostgres(postgresOptions(where)))).toMatch(/newer version/);
  });

  it('one that waited does not lead once another has written documents that it cannot read', async () => {
    const where = await freshDatabases();
    const [old, fresh] = [await openPostgres(postgresOptions(where)), await openPostgres(postgresOptions(where))];
    onTestFinished(() => old.close());
    const first = await leading(fresh);
    const [name = '', version = 0] = Object.entries(documentVersions)[0] ?? [];
    const waits = old.lead(new AbortController().signal, () => Promise.reject(new Error('it led')));
    const outcome = refused(waits);
    await ask(where.databaseUrl, `update marks set value = ${String(version + 1)} where name = '${versionMark(name)}'`);
    await first.close();
    expect(await outcome).toMatch(/a newer version of Samenspraak wrote/);
    expect(await refused(openPostgres(postgresOptions(where)))).toMatch(/a newer version of Samenspraak wrote/);
  });
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else describe('of two versions on one PostgreSQL,', describeVersions);
