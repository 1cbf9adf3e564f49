import { readCommandLine, refuseUsage } from '../command-line.js';
import { loadDotEnv, readSettings } from '../config.js';
import { stopWith } from '../process.js';
import { noteBackup } from '../store/backup-note.js';
import { refuseBackupPlace } from '../store/backup-place.js';
import { backUp } from '../store/sqlite/backup.js';

/** `npm run backup -- DIR`: a copy of the data, also while the bot runs. */

/** A copy that takes no longer than this says nothing on its way. */
const silentMs = 2_000;

function progressSayer(): (share: number) => void {
  const startedAt = Date.now();
  let said = 0;
  return (share) => {
    const tenths = Math.floor(share * 10);
    if (tenths <= said || Date.now() - startedAt < silentMs) return;
    said = tenths;
    console.log(`${String(tenths * 10)} % copied`);
  };
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** However it ends, the bot that runs beside it can say so. */
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
  const {
    DATA_DIR: dataDir,
    KEY_FILE: keyFile,
    SAMENSPRAAK_KEY: keyFromEnv,
  } = readSettings(process.env, ['DATA_DIR', 'KEY_FILE', 'SAMENSPRAAK_KEY']);
  const { databaseBytes, keysBytes } = await noted(dataDir, () => {
    refuseBackupPlace(to, { dataDir, keyFile, keyFromEnv });
    return backUp({ dataDir, to, onProgress: progressSayer() });
  });
  console.log(
    `A copy stands in ${to}: samenspraak.sqlite (${megabytes(databaseBytes)}) and keys.sqlite (${megabytes(keysBytes)}). ` +
      'The master key is not in it: keep a copy of that somewhere else.',
  );
} catch (error) {
  stopWith(error);
}
