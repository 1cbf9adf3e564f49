import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** Servers of the machine's PostgreSQL, each with a cluster of its own in a folder. As root they run under a user that may do nothing else. */

export const nobody = 65_534;
export const isRoot = () => process.getuid?.() === 0;

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
export const careless = ['fsync = off', 'full_page_writes = off'];
export const ofKeys = ['wal_recycle = off', 'wal_keep_size = 0', 'archive_mode = off'];
const usual = [
  `listen_addresses = '127.0.0.1'`,
  'max_connections = 60',
  'shared_buffers = 32MB',
  'log_parameter_max_length = 0',
  'log_parameter_max_length_on_error = 0',
];

export interface Server {
  readonly data: string;
  readonly port: number;
  /** Without a database. */
  readonly url: string;
  start(): Promise<void>;
  /** Lets nobody finish anything; the next start goes by the log, as after a crash. */
  stopAtOnce(): Promise<void>;
  /** SIGKILL for each of its processes: a machine that is gone. */
  kill(): Promise<void>;
}

export interface Making {
  /** Belongs to whom the server runs as. */
  readonly place: string;
  readonly name: string;
  readonly settings: readonly string[];
  /** The port of a server of which this is to be the standby. */
  readonly copyOf?: number;
}

/** Makes a cluster, which does not run yet. */
export async function makeServer({ place, name, settings, copyOf }: Making): Promise<Server> {
  const data = join(place, name);
  const port = await freePort();
  if (copyOf === undefined) {
    await run(place, 'initdb', '-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync');
  } else {
    const from = ['-h', '127.0.0.1', '-p', String(copyOf), '-U', 'tests'];
    await run(place, 'pg_basebackup', '-D', data, ...from, '-c', 'fast', '--no-sync');
    writeFileSync(join(data, 'standby.signal'), '');
  }
  const lines = [...usual, ...settings, `port = ${String(port)}`, `unix_socket_directories = '${place}'`];
  writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  return serverIn(place, name, port);
}

/** One that was made before. */
export function serverIn(place: string, name: string, port: number): Server {
  const data = join(place, name);
  const pidFile = join(data, 'postmaster.pid');
  const control = (...args: readonly string[]) => run(place, 'pg_ctl', '-D', data, '-s', ...args);
  return {
    data,
    port,
    url: `postgres://tests@127.0.0.1:${String(port)}`,
    start: () => control('start', '-w', '-l', join(data, 'server.log')),
    stopAtOnce: async () => {
      if (existsSync(pidFile)) await control('stop', '-m', 'immediate');
    },
    kill: async () => {
      const [pid = ''] = readFileSync(pidFile, 'utf8').split('\n');
      const all = [Number(pid), ...childrenOf(Number(pid))];
      for (const one of all) kill(one);
      while (all.some(isThere)) await wait(5);
      rmSync(pidFile, { force: true });
    },
  };
}

function childrenOf(pid: number): readonly number[] {
  const task = join('/proc', String(pid), 'task', String(pid), 'children');
  return existsSync(task) ? readFileSync(task, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** One that has ended and that nobody has asked after yet is not there any more. */
function isThere(pid: number): boolean {
  const status = join('/proc', String(pid), 'status');
  try {
    return !readFileSync(status, 'utf8').includes('State:\tZ');
  } catch {
    return false;
  }
}

/** pg_ctl leaves a server behind that keeps what it was given to write to. */
async function run(place: string, binary: string, ...args: readonly string[]): Promise<void> {
  const path = join(findPostgres() ?? '', binary);
  const asNobody = ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'];
  const [program = '', ...rest] = isRoot() ? [...asNobody, path, ...args] : [path, ...args];
  const child = spawn(program, rest, { cwd: place, stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`${binary} ended with ${String(code)}`);
}
