import './utc.js';
import { startBot } from './bot.js';
import { systemClock } from './clock.js';
import { readCommandLine } from './command-line.js';
import { loadDotEnv, readConfig, unknownDotEnvNames } from './config.js';
import { createLog } from './log.js';
import { qrForTerminal } from './qr.js';
import { collectAfterStart, outliveReaders, runUntilStopped, stopWith } from './process.js';

readCommandLine({ usage: 'npm start', about: 'Runs the bot, with the settings of the environment and of .env.' });
outliveReaders();
try {
  // Said first: the setting that is missing may be there under another name.
  for (const name of unknownDotEnvNames()) {
    console.warn(`${name} in .env is a name nobody here knows; it is passed over.`);
  }
  loadDotEnv();
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  await runUntilStopped(log, async (signal, onFatal) => {
    const onTrouble = (sentence: string) => {
      console.error(sentence);
    };
    const bot = await startBot({ config, clock: systemClock(), log, onFatal, signal, onTrouble });
    console.log(`@${bot.username} is listening. Stop with Ctrl-C.`);
    collectAfterStart();
    if (bot.ownerLink !== null) {
      console.log(
        `Only for you: open ${bot.ownerLink} on your phone. It works once, and lets you invite your partner.`,
      );
      // Piped or in a journal it would be a screen of noise.
      if (process.stdout.isTTY) console.log(`Or scan it:\n\n${qrForTerminal(bot.ownerLink)}`);
    }
    return bot;
  });
} catch (error) {
  stopWith(error);
}
