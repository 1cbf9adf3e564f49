import '../utc.js';
import { readCommandLine } from '../command-line.js';
import { ConfigRefusal, loadDotEnv } from '../config.js';
import { StoreRefusal } from '../store/failures.js';
import { checkBackup, checkDisk, checkSchema, checkSettings, checkTheKey } from './doctor/data-checks.js';
import { bad, type Finding } from './doctor/finding.js';
import { checkClock, checkTelegram } from './doctor/telegram-checks.js';

/** `npm run doctor`: looks at all that the bot stands on, changes nothing, and says a line about each. */
readCommandLine({
  usage: 'npm run doctor',
  about:
    'Looks at settings, key, data, disk, clock, Telegram and backup, also while the bot runs; ends with 1 if something is wrong.',
});

const marks = { fine: 'ok ', remark: '-  ', bad: '!! ' } as const;

/** In the order in which one would mend them. */
const checks: Readonly<Record<string, () => Finding | Promise<Finding>>> = {
  settings: () => checkSettings(process.env),
  key: () => checkTheKey(process.env),
  data: () => checkSchema(process.env),
  disk: () => checkDisk(process.env),
  clock: () => checkClock(process.env),
  telegram: () => checkTelegram(process.env),
  backup: () => checkBackup(process.env, Date.now()),
};

loadDotEnv();
for (const [name, check] of Object.entries(checks)) {
  const { state, says } = await looked(check);
  console.log(`${marks[state]} ${name.padEnd(9)} ${says}`);
  if (state === 'bad') process.exitCode = 1;
}

async function looked(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof ConfigRefusal || error instanceof StoreRefusal)
      return bad(error.message.replaceAll('\n', ' '));
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'a fault of this program';
    return bad(`It could not be looked at (${code}).`);
  }
}
