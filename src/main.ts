import './utc.js';
import { startBot } from './bot.js';
import { systemClock } from './clock.js';
import { loadDotEnv, readConfig, unknownDotEnvNames } from './config.js';
import { createLog } from './log.js';
import { runUntilStopped, stopWith } from './process.js';

try {
  const unknown = unknownDotEnvNames();
  loadDotEnv();
  const config = readConfig(process.env);
  for (const name of unknown) console.warn(`${name} in .env is a name nobody here knows; it is passed over.`);
  const log = createLog(config.LOG_LEVEL);
  await runUntilStopped(log, async (signal, onFatal) => {
    const bot = await startBot({ config, clock: systemClock(), log, onFatal, signal });
    console.log(`@${bot.username} is listening. Stop with Ctrl-C.`);
    if (bot.ownerLink !== null) {
      console.log(
        `Only for you: open ${bot.ownerLink} on your phone. It works once, and lets you invite your partner.`,
      );
    }
    return bot;
  });
} catch (error) {
  stopWith(error);
}
