import { existsSync } from 'node:fs';
import { readCommandLine, refuseUsage } from '../command-line.js';
import { loadDotEnv, readSettings, type Config } from '../config.js';
import { stopWith } from '../process.js';
import { StoreRefusal } from '../store/failures.js';
import { findMasterKey } from '../store/master-key.js';
import { restore, type Restored } from '../store/sqlite/restore.js';
import { databasesOf } from './databases.js';

/** `npm run restore -- DIR`: puts a backup in the place of the data, after looking through it. */

const counted = (number: number, one: string, more: string) => `${String(number)} ${number === 1 ? one : more}`;

function sentencesOf(restored: Restored): readonly string[] {
  const aside =
    restored.movedTo === null
      ? []
      : [
          `What was there lies in ${restored.movedTo}: delete it once all is well, since nothing is erased there any more.`,
        ];
  if (restored.was === 'finished') {
    return ['An earlier restore was cut off after its checks; it is finished now.', ...aside];
  }
  const { asOf, people, couples, erasedPeople, dropped, hasAskedLiveKeys } = restored;
  const when = asOf === null ? '' : `, as it was at ${new Date(asOf).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    `The copy was looked through and stands in place${when}: ${counted(people, 'person', 'people')}, ${counted(couples, 'couple', 'couples')}.`,
    ...(erasedPeople === 0 ? [] : [`${String(erasedPeople)} erased themselves after it was made, and stayed erased.`]),
    ...(hasAskedLiveKeys
      ? []
      : [
          'Whoever erased themselves after the last backup is back: there were no newer keys to tell. Erase them again.',
        ]),
    ...(dropped === 0
      ? []
      : [
          `${counted(dropped, 'prompt or nudge that had not gone out was', 'prompts and nudges that had not gone out were')} dropped.`,
        ]),
    ...aside,
    'Start the bot: it lets pass what came due meanwhile, and tells those with an open question.',
  ];
}

const usage = 'npm run restore -- DIR [--force], or with PostgreSQL npm run restore';
const {
  values,
  words: [from],
} = readCommandLine({
  usage,
  about:
    'Puts the backup in DIR in the place of the data, after looking through it; --force moves what is there aside. With PostgreSQL it looks through what its own tools put back.',
  options: { force: { type: 'boolean', default: false } },
  words: { least: 0, most: 1 },
});

function keyOf(settings: Pick<Config, 'DATA_DIR' | 'KEY_FILE' | 'SAMENSPRAAK_KEY'>): Buffer {
  const { DATA_DIR: dataDir, KEY_FILE: keyFile, SAMENSPRAAK_KEY: keyFromEnv } = settings;
  const masterKey = findMasterKey({ dataDir, keyFile, keyFromEnv });
  if (masterKey !== null) return masterKey;
  throw new StoreRefusal(
    `The key of the backup is not at ${keyFile}: put it there, or set KEY_FILE or SAMENSPRAAK_KEY.`,
  );
}

async function run(): Promise<readonly string[]> {
  const databases = databasesOf(process.env);
  const settings = readSettings(process.env, ['DATA_DIR', 'KEY_FILE', 'SAMENSPRAAK_KEY']);
  if (databases === null) {
    if (from === undefined) refuseUsage('Something is missing.', usage);
    if (!existsSync(from)) throw new StoreRefusal(`${from} is not there: give the directory of a backup.`);
    const masterKey = keyOf(settings);
    return sentencesOf(
      restore({ from, dataDir: settings.DATA_DIR, masterKey, isForced: values.force, now: Date.now() }),
    );
  }
  if (from !== undefined) {
    throw new StoreRefusal(
      'The data lies in PostgreSQL: put the copy back with its own tools first, then run npm run restore without a directory; docs/operating.md has the lines.',
    );
  }
  const { settleRestored } = await import('../store/postgres/restored.js');
  const about = { poolSize: 2, botId: '', defaultLanguage: 'nl', defaultZone: 'UTC' } as const;
  const settled = await settleRestored({ ...databases, ...about, masterKey: keyOf(settings) }, Date.now());
  return sentencesOf({ was: 'restored', movedTo: null, hasAskedLiveKeys: true, ...settled });
}

try {
  loadDotEnv();
  for (const sentence of await run()) console.log(sentence);
} catch (error) {
  stopWith(error);
}
