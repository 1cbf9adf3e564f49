import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { careless, isRoot, makeServer, nobody, ofKeys, serverIn } from './postgres-server.js';

export { findPostgres } from './postgres-server.js';

/**
 * Servers of the tests' own, from the machine's PostgreSQL: two clusters in a temporary folder, begun by whoever asks first
 * and ended after all tests.
 */

const variable = 'SAMENSPRAAK_TEST_POSTGRES';
export type ClusterName = 'main' | 'keys';

/** Set-up of a run of tests: makes the place, and gives back how to end what was begun there. */
export function placeForPostgres(): () => Promise<void> {
  // Servers that somebody keeps running are left as they are.
  if (process.env[variable] !== undefined) return () => Promise.resolve();
  const place = placeForServers();
  process.env[variable] = place;
  return async () => {
    // The port does not matter for ending.
    for (const name of ['main', 'keys'] as const) await serverIn(place, name, 0).stopAtOnce();
    rmSync(place, { recursive: true, force: true });
  };
}

/** A folder that whoever the servers run as can write in. */
export function placeForServers(): string {
  const place = mkdtempSync(join(tmpdir(), 'samenspraak-postgres-'));
  if (isRoot()) chownSync(place, nobody, nobody);
  return place;
}

/** The addresses of both clusters, without a database. */
export async function postgresServers(): Promise<Readonly<Record<ClusterName, string>>> {
  const place = process.env[variable];
  if (place === undefined) throw new Error('vitest.config.ts has a set-up that makes a place for PostgreSQL');
  const ready = join(place, 'ready.json');
  const isFirst = becomesFirst(join(place, 'begun'));
  if (isFirst) {
    const addresses = {
      main: await begin(place, 'main', careless),
      keys: await begin(place, 'keys', [...careless, ...ofKeys]),
    };
    writeFileSync(`${ready}.new`, JSON.stringify(addresses));
    writeFileSync(ready, JSON.stringify(addresses));
  }
  for (let tries = 0; !existsSync(ready); tries += 1) {
    if (tries > 1_200) throw new Error('whoever began PostgreSQL did not get it to run');
    await wait(50);
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as Record<ClusterName, string>;
}

function becomesFirst(marker: string): boolean {
  try {
    mkdirSync(marker);
    return true;
  } catch {
    return false;
  }
}

async function begin(place: string, name: ClusterName, settings: readonly string[]): Promise<string> {
  const server = await makeServer({ place, name, settings });
  await server.start();
  return server.url;
}

export interface TestDatabases {
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
}

/** A database of one's own in each cluster; they go with the clusters. */
export async function freshDatabases(): Promise<TestDatabases> {
  const servers = await postgresServers();
  const name = `t${randomBytes(8).toString('hex')}`;
  for (const server of Object.values(servers)) await ask(server, `create database ${name}`);
  return {
    databaseUrl: `${servers.main}/${name}`,
    keysDatabaseUrl: `${servers.keys}/${name}`,
  };
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** In one line, where there is no server to be had. */
export function sayLeftOut(): void {
  process.stderr.write('PostgreSQL is not installed here: the tests of the store on it are left out.\n');
}
