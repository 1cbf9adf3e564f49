import '../utc.js';
import { readCommandLine } from '../command-line.js';
import { ConfigRefusal, loadDotEnv } from '../config.js';
import { StoreRefusal } from '../store/failures.js';
import { databasesOf } from './databases.js';
import { checkBackup, checkDisk, checkSchema, checkSettings, checkTheKey } from './doctor/data-checks.js';
import { bad, type Finding } from './doctor/finding.js';
import { backupsOfPostgres, checkKeyCluster, checkSchemaInPostgres, checkServers } from './doctor/postgres-checks.js';
import { checkClock, checkTelegram } from './doctor/telegram-checks.js';
import { checkNamesOf, doctorWords, type CheckName } from './doctor/words.js';
import { chosenLanguage } from './language.js';

/** `npm run doctor`: checks everything that the bot depends on, changes nothing, and prints a line about each. */
const usage = 'npm run doctor -- [--language nl|en]';
const { values } = readCommandLine({
  usage,
  about:
    'Looks at settings, key, data, disk or servers, clock, Telegram and backup, also while the bot runs; ends with 1 if something is wrong.',
  options: { language: { type: 'string' } },
});
const words = doctorWords[chosenLanguage(values.language, usage)];

const marks = { fine: 'ok ', remark: '-  ', bad: '!! ' } as const;

type Checks = Readonly<Record<CheckName, () => Finding | Promise<Finding>>>;
const inFiles: Checks = {
  settings: () => checkSettings(process.env, words),
  key: () => checkTheKey(process.env, words),
  data: () => checkSchema(process.env, words),
  disk: () => checkDisk(process.env, words),
  servers: () => checkServers(process.env, words),
  clock: () => checkClock(process.env, words),
  telegram: () => checkTelegram(process.env, words),
  backup: () => checkBackup(process.env, words),
};
const inPostgres: Checks = {
  ...inFiles,
  key: () => checkKeyCluster(process.env, words),
  data: () => checkSchemaInPostgres(process.env, words),
  backup: () => backupsOfPostgres(words),
};

loadDotEnv();
const isInPostgres = asksForPostgres(process.env);
const checks = isInPostgres ? inPostgres : inFiles;
const checkNames = checkNamesOf(isInPostgres);
const width = Math.max(...checkNames.map((name) => words.names[name].length));
for (const name of checkNames) {
  const { state, says } = await looked(checks[name]);
  console.log(`${marks[state]} ${words.names[name].padEnd(width)} ${says}`);
  if (state === 'bad') process.exitCode = 1;
}

/** A fault in the two addresses themselves is reported in the first line, that of the settings. */
function asksForPostgres(environment: NodeJS.ProcessEnv): boolean {
  try {
    return databasesOf(environment) !== null;
  } catch (error) {
    if (error instanceof ConfigRefusal) return true;
    throw error;
  }
}

async function looked(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof ConfigRefusal || error instanceof StoreRefusal)
      return bad(error.message.replaceAll('\n', ' '));
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    return bad(words.notLookedAt(code));
  }
}
