import '../utc.js';
import { readCommandLine, refuseUsage } from '../command-line.js';
import { loadDotEnv, readSettings } from '../config.js';
import { stopWith } from '../process.js';
import { StorageFailure, StoreRefusal } from '../store/failures.js';
import { findMasterKey } from '../store/master-key.js';
import { moveToPostgres, type MovedToPostgres, type Progress } from '../store/to-postgres/move.js';
import { progressSayer } from './progress.js';

/** `npm run move -- --to postgres`: takes the data of DATA_DIR to PostgreSQL, where several processes can share it. */

const usage = 'npm run move -- --to postgres';
const { values } = readCommandLine({
  usage,
  about:
    'Moves the data in DATA_DIR to DATABASE_URL and its keys to KEYS_DATABASE_URL, both empty, with the bot stopped. Cut off, it goes on when run again.',
  options: { to: { type: 'string' } },
});
if (values.to !== 'postgres') refuseUsage('It moves to postgres, and nowhere else.', usage);

const copying = { keys: 'of the keys copied', data: 'of the data copied' };
const comparing = { keys: 'of the keys compared', data: 'of the data compared' };

/** Prints a line for each part of the work, and one for each tenth of a part that takes long. */
function sayer(): (progress: Progress) => void {
  let current = '';
  let say: (share: number) => void = () => undefined;
  return ({ what, doing, share }) => {
    const said = (doing === 'copying' ? copying : comparing)[what];
    if (said !== current) {
      current = said;
      say = progressSayer(said);
      console.log(`${doing === 'copying' ? 'Copying' : 'Comparing'} the ${what}, row by row.`);
    }
    say(share);
  };
}

const counted = (number: number, one: string, more: string) => `${String(number)} ${number === 1 ? one : more}`;

function sentencesOf({ how, keys, people, couples }: MovedToPostgres, dataDir: string): readonly string[] {
  const what = `${counted(people, 'person', 'people')}, ${counted(couples, 'couple', 'couples')} and ${counted(keys, 'key', 'keys')}`;
  return [
    ...(how === 'anew'
      ? ['What an earlier try had copied was not what the data is now, so all of it was copied again.']
      : []),
    how === 'there'
      ? `The data in ${dataDir} was moved already: ${what} are in PostgreSQL.`
      : `Moved, and the same in every row: ${what}.`,
    'Take DATA_DIR out of the settings, leave DATABASE_URL and KEYS_DATABASE_URL in, and start the bot; the master key stays what it is.',
    `${dataDir} is not gone on with. Delete it, and the backups made of it, once all is well: nothing is erased there any more.`,
  ];
}

/** After an interruption, what was moved stays, and the next run moves the rest. */
function unanswered(error: unknown): unknown {
  if (!(error instanceof StorageFailure)) return error;
  return new StoreRefusal(
    `PostgreSQL does not answer, or not as it should (${error.code}): see to it that DATABASE_URL and KEYS_DATABASE_URL are right and both servers run, then run this again; it goes on where it was.`,
  );
}

try {
  loadDotEnv();
  const { DATA_DIR: dataDir, ...key } = readSettings(process.env, ['DATA_DIR', 'KEY_FILE', 'SAMENSPRAAK_KEY']);
  const urls = readSettings(process.env, ['DATABASE_URL', 'KEYS_DATABASE_URL']);
  const { DATABASE_URL: databaseUrl, KEYS_DATABASE_URL: keysDatabaseUrl } = urls;
  if (databaseUrl === null || keysDatabaseUrl === null) {
    throw new StoreRefusal(
      'Set DATABASE_URL and KEYS_DATABASE_URL to two empty databases, each in a cluster of its own.',
    );
  }
  const masterKey = findMasterKey({ dataDir, keyFile: key.KEY_FILE, keyFromEnv: key.SAMENSPRAAK_KEY });
  if (masterKey === null) {
    throw new StoreRefusal(`The key of the data is not at ${key.KEY_FILE}: set KEY_FILE or SAMENSPRAAK_KEY.`);
  }
  const moved = await moveToPostgres({
    ...{ dataDir, masterKey, databaseUrl, keysDatabaseUrl },
    onProgress: sayer(),
    onWarning: (sentence) => {
      console.warn(`Mind: ${sentence}.`);
    },
  });
  for (const sentence of sentencesOf(moved, dataDir)) console.log(sentence);
} catch (error) {
  stopWith(unanswered(error));
}
