import { readCommandLine, refuseUsage } from '../command-line.js';
import { loadDotEnv, readSettings } from '../config.js';
import { stopWith } from '../process.js';
import { StoreRefusal } from '../store/failures.js';
import { noteBackup } from '../store/backup-note.js';
import { refuseBackupPlace } from '../store/backup-place.js';
import { backUp } from '../store/sqlite/backup.js';
import { databasesOf } from './databases.js';
import { progressSayer } from './progress.js';

/** `npm run backup -- DIR`: a copy of the data, also while the bot runs. */

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Notes how the backup ended, so that a running bot can report it. */
async function noted<Made>(dataDir: string, make: () => Promise<Made>): Promise<Made> {
  try {
    const made = await make();
    noteBackup(dataDir, true, Date.now());
    return made;
  } catch (error) {
    noteBackup(dataDir, false, Date.now());
    throw error;
  }
}

const usage = 'npm run backup -- DIR';
const {
  words: [to = ''],
} = readCommandLine({
  usage,
  about: 'Copies the data into DIR, also while the bot runs. The master key is not copied.',
  words: { least: 1, most: 1 },
});
if (to.startsWith('-')) refuseUsage(`${to} is no name for a directory here.`, usage);

try {
  loadDotEnv();
  if (databasesOf(process.env) !== null) {
    throw new StoreRefusal(
      'The data lies in PostgreSQL, which makes its own backups: pg_basebackup or pg_dump for the data, then npm run keys -- scrub and one pg_dump for the keys; docs/operating.md has the lines.',
    );
  }
  const {
    DATA_DIR: dataDir,
    KEY_FILE: keyFile,
    SAMENSPRAAK_KEY: keyFromEnv,
  } = readSettings(process.env, ['DATA_DIR', 'KEY_FILE', 'SAMENSPRAAK_KEY']);
  const { databaseBytes, keysBytes } = await noted(dataDir, () => {
    refuseBackupPlace(to, { dataDir, keyFile, keyFromEnv });
    return backUp({ dataDir, to, onProgress: progressSayer('copied') });
  });
  console.log(
    `A copy stands in ${to}: samenspraak.sqlite (${megabytes(databaseBytes)}) and keys.sqlite (${megabytes(keysBytes)}). ` +
      'The master key is not in it: keep a copy of that somewhere else.',
  );
} catch (error) {
  stopWith(error);
}
