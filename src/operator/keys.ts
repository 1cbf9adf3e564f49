import { readCommandLine, refuseUsage } from '../command-line.js';
import { loadDotEnv, readSettings } from '../config.js';
import { stopWith } from '../process.js';
import { StoreRefusal } from '../store/failures.js';
import { checkKey, rotateKey } from '../store/rotate.js';
import { keysInFiles } from '../store/sqlite/key-ring.js';
import { databasesOf, withClusters } from './databases.js';

/** `npm run keys -- check` says whether the master key fits the data; `rotate` gives the data another one; `scrub` is for PostgreSQL. */
const usage = 'npm run keys -- check, npm run keys -- rotate, or npm run keys -- scrub';
const {
  words: [what = ''],
} = readCommandLine({
  usage,
  about:
    'Says whether the master key fits the data, gives the data another one, or leaves nothing of erased keys in PostgreSQL, which is for every night.',
  words: { least: 1, most: 1 },
});
if (!['check', 'rotate', 'scrub'].includes(what)) refuseUsage('It checks, rotates or scrubs.', usage);

async function checkOrRotate(ring: Parameters<typeof checkKey>[1]): Promise<readonly string[]> {
  const settings = readSettings(process.env, ['DATA_DIR', 'KEY_FILE', 'SAMENSPRAAK_KEY']);
  const source = { dataDir: settings.DATA_DIR, keyFile: settings.KEY_FILE, keyFromEnv: settings.SAMENSPRAAK_KEY };
  if (what === 'check') return [await checkKey(source, ring)];
  return rotateKey({ ...source, ring, newKeyFromEnv: process.env['SAMENSPRAAK_NEW_KEY'] ?? null });
}

async function run(): Promise<readonly string[]> {
  const databases = databasesOf(process.env);
  if (databases === null) {
    if (what !== 'scrub') {
      return checkOrRotate(keysInFiles(readSettings(process.env, ['DATA_DIR']).DATA_DIR));
    }
    throw new StoreRefusal('In files nothing is left of erased keys: scrub is for the database of KEYS_DATABASE_URL.');
  }
  return withClusters(databases, async ({ main, keys, scrubKeys, keysInPostgres }) => {
    if (what !== 'scrub') return checkOrRotate(keysInPostgres(main, keys));
    await scrubKeys(keys);
    return ['Nothing is left of erased keys in the database of KEYS_DATABASE_URL; make its pg_dump now.'];
  });
}

try {
  loadDotEnv();
  for (const sentence of await run()) console.log(sentence);
} catch (error) {
  stopWith(error);
}
