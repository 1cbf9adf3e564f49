import { rmSync } from 'node:fs';
import pg from 'pg';
import { placeForServers } from '../support/postgres.js';
import { careless, makeServer, ofKeys, type Server } from '../support/postgres-server.js';
import { openProxy, type Proxy } from './proxy.js';

/** Whether a commit waits until the standby has it as well. */
export type Replication = 'sync' | 'async';

/** A primary with its standby, and a server for the keys. */
export interface Servers {
  /** The address of the primary, also after the standby was promoted. */
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
  /** The proxy between the primary and its standby. */
  readonly toStandby: Proxy;
  readonly keys: Server;
  /** Destroys the primary and promotes the standby. */
  failOver(): Promise<void>;
  /** Runs one statement on the present primary. */
  ask<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

const standby = 'standby';
const statusMs = 100;

export async function startServers(replication: Replication): Promise<Servers> {
  const place = placeForServers();
  const waits = replication === 'sync' ? [`synchronous_standby_names = '${standby}'`] : [];
  const primary = await makeServer({ place, name: 'primary', settings: careless });
  await primary.start();
  const toStandby = await openProxy(primary.port);
  const road = `host=127.0.0.1 port=${String(toStandby.port)} user=tests application_name=${standby}`;
  const settings = [...careless, `primary_conninfo = '${road}'`, 'wal_receiver_timeout = 60s'];
  const second = await makeServer({ place, name: standby, settings, copyOf: primary.port });
  await second.start();
  await ask(`${primary.url}/postgres`, `alter system set wal_receiver_status_interval = ${String(statusMs)}`);
  for (const setting of waits) await ask(`${primary.url}/postgres`, `alter system set ${setting}`);
  await ask(`${primary.url}/postgres`, 'select pg_reload_conf()');
  const keys = await makeServer({ place, name: 'keys', settings: [...careless, ...ofKeys] });
  await keys.start();
  const toPrimary = await openProxy(primary.port);
  let current = primary;

  return {
    databaseUrl: `postgres://tests@127.0.0.1:${String(toPrimary.port)}/postgres`,
    keysDatabaseUrl: `${keys.url}/postgres`,
    toStandby,
    keys,
    failOver: async () => {
      await primary.kill();
      // What the standby never received is lost with the machine.
      toStandby.leadTo(primary.port);
      await ask(`${second.url}/postgres`, 'select pg_promote()');
      current = second;
      toPrimary.leadTo(second.port);
    },
    ask: (sql) => ask(`${current.url}/postgres`, sql),
    close: async () => {
      await Promise.all([toPrimary.close(), toStandby.close()]);
      for (const server of [primary, second, keys]) await server.stopAtOnce();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(url);
  // A server that shuts down meanwhile reports that twice.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
