import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.js';

/**
 * Servers of the tests' own, from the machine's PostgreSQL: two clusters in a temporary folder, begun by whoever asks first
 * and ended after all tests. As root they run under a user that may do nothing else.
 */

const variable = 'SAMENSPRAAK_TEST_POSTGRES';
const nobody = 65_534;
export type ClusterName = 'main' | 'keys';

/** Set-up of a run of tests: makes the place, and gives back how to end what was begun there. */
export function placeForPostgres(): () => void {
  // Servers that somebody keeps running are left as they are.
  if (process.env[variable] !== undefined) return () => undefined;
  const place = mkdtempSync(join(tmpdir(), 'samenspraak-postgres-'));
  if (isRoot()) chownSync(place, nobody, nobody);
  process.env[variable] = place;
  return () => {
    for (const name of ['main', 'keys'] as const) {
      if (existsSync(join(place, name, 'postmaster.pid'))) control(place, name, 'stop', '-m', 'immediate');
    }
    rmSync(place, { recursive: true, force: true });
  };
}

/** Where the binaries of PostgreSQL 15 or newer are; null where there are none. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** Settings of a server whose data nobody needs after a power cut. */
const careless = ['fsync = off', 'full_page_writes = off'];
const usual = [
  `listen_addresses = '127.0.0.1'`,
  'max_connections = 60',
  'shared_buffers = 32MB',
  'log_parameter_max_length = 0',
  'log_parameter_max_length_on_error = 0',
];
const ofKeys = ['wal_recycle = off', 'wal_keep_size = 0', 'archive_mode = off'];

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
  const data = join(place, name);
  const port = await freePort();
  run(place, 'initdb', '-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync');
  const lines = [...usual, ...settings, `port = ${String(port)}`, `unix_socket_directories = '${place}'`];
  writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  control(place, name, 'start', '-w', '-l', join(data, 'server.log'));
  return `postgres://tests@127.0.0.1:${String(port)}`;
}

function control(place: string, name: ClusterName, ...args: readonly string[]): void {
  run(place, 'pg_ctl', '-D', join(place, name), '-s', ...args);
}

/** pg_ctl leaves a server behind that keeps what it was given to write to. */
function run(place: string, binary: string, ...args: readonly string[]): void {
  const path = join(findPostgres() ?? '', binary);
  const command = isRoot()
    ? ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), '--clear-groups', path, ...args]
    : [path, ...args];
  const [program = '', ...rest] = command;
  const { status } = spawnSync(program, rest, { cwd: place, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${binary} ended with ${String(status)}`);
}

const isRoot = () => process.getuid?.() === 0;

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
