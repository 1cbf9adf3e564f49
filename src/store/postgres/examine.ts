import type { Asked, Cluster } from './connect.js';
import { appliedSteps, migrationsOf, refuseNewer } from './migrate.js';
import { refuseUnfit, type Setting } from './refusals.js';
import { mostSkewMs, skewMs } from './skew.js';

/** What an operator of the two clusters should know about them. */
export interface Servers {
  readonly version: string;
  /** Which of the two servers lack a synchronous standby. */
  readonly withoutStandby: readonly Setting[];
  /** How far this machine's clock is ahead of the database's. */
  readonly skewMs: number;
  readonly isSkewed: boolean;
}

/** Changes nothing. Throws StoreRefusal where a bot would. */
export async function examineServers(main: Cluster, keys: Cluster): Promise<Servers> {
  const withoutStandby: Setting[] = [];
  await refuseUnfit(main, keys, (_sentence, setting) => withoutStandby.push(setting));
  const [row] = await main.query<{ version: string }>(`select current_setting('server_version') as version`);
  const ahead = await skewMs(main, () => Date.now());
  const version = row?.version.split(' ')[0] ?? '';
  return { version, withoutStandby, skewMs: ahead, isSkewed: Math.abs(ahead) > mostSkewMs };
}

/** How many migrations the database has had, and how many there are; null where it is empty. */
export async function examineSchema(main: Asked): Promise<{ readonly applied: number; readonly known: number } | null> {
  await refuseNewer(main, migrationsOf.main, 'The database');
  return appliedSteps(main, migrationsOf.main);
}
