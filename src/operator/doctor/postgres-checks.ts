import type { Environment } from '../../config.js';
import { findMasterKey } from '../../store/master-key.js';
import { checkKey } from '../../store/rotate.js';
import { databasesOf, withClusters, type Means } from '../databases.js';
import { sourceOf } from './data-checks.js';
import { bad, fine, remark, type Finding } from './finding.js';
import type { DoctorWords } from './words.js';

/** The checks of data in PostgreSQL. They change nothing. Each throws a sentence where a bot would refuse to start. */

function looking(environment: Environment, look: (means: Means) => Promise<Finding>): Promise<Finding> {
  const databases = databasesOf(environment);
  if (databases === null) throw new Error('the data lies in files');
  return withClusters(databases, look);
}

export function checkKeyCluster(environment: Environment, words: DoctorWords): Promise<Finding> {
  return looking(environment, async ({ main, keys, keysInPostgres }) => {
    const source = sourceOf(environment);
    const ring = keysInPostgres(main, keys);
    if (!(await ring.isThere())) {
      return findMasterKey(source) === null ? bad(words.keyToBring) : fine(words.keyWithoutData);
    }
    await checkKey(source, ring);
    return fine(words.keyFits);
  });
}

export function checkSchemaInPostgres(environment: Environment, words: DoctorWords): Promise<Finding> {
  return looking(environment, async ({ main, examineSchema }) => {
    const steps = await examineSchema(main);
    if (steps === null) return fine(words.noData);
    const { applied, known } = steps;
    return fine(applied < known ? words.schemaIsOlder(applied, known) : words.schemaIsNow(applied));
  });
}

export function checkServers(environment: Environment, words: DoctorWords): Promise<Finding> {
  return looking(environment, async ({ main, keys, examineServers }) => {
    const { version, withoutStandby, skewMs, isSkewed } = await examineServers(main, keys);
    if (isSkewed) return bad(words.serverClockIsOff(Math.round(Math.abs(skewMs) / 1_000), skewMs > 0));
    return withoutStandby.length > 0
      ? remark(words.noStandby(withoutStandby.join(', ')))
      : fine(words.serversAreFine(version));
  });
}

export const backupsOfPostgres = (words: DoctorWords): Finding => remark(words.backupsElsewhere);
