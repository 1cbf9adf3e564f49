import '../utc.js';
import { readFileSync } from 'node:fs';
import { readCommandLine } from '../command-line.js';
import { stopWith } from '../process.js';
import { chosenLanguage } from './language.js';
import { setUp } from './setup/set-up.js';
import { openTerminal } from './setup/terminal.js';
import { setupWords } from './setup/words.js';

/** `npm run setup`: asks for what the bot needs, tries it, and writes `.env`. */

const usage = 'npm run setup -- [--language nl|en] [--data-dir DIR] [--key-file FILE] [--container]';
const { values } = readCommandLine({
  usage,
  about: 'Asks for the token and a name, tries them, writes .env, and shows the link for the first of you.',
  options: {
    language: { type: 'string' },
    'data-dir': { type: 'string' },
    'key-file': { type: 'string' },
    container: { type: 'boolean', default: false },
  },
});
const words = setupWords[chosenLanguage(values.language, usage)];
const chosen = {
  ...(values['data-dir'] === undefined ? {} : { DATA_DIR: values['data-dir'] }),
  ...(values['key-file'] === undefined ? {} : { KEY_FILE: values['key-file'] }),
};

if (process.stdin.isTTY && process.stdout.isTTY) {
  const terminal = openTerminal();
  try {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const directory = process.cwd();
    const isDone = await setUp({
      terminal,
      words,
      directory,
      example,
      environment: process.env,
      chosen,
      isForContainer: values.container,
    });
    if (!isDone) process.exitCode = 1;
  } catch (error) {
    stopWith(error);
  } finally {
    terminal.close();
  }
} else {
  process.stderr.write(`${words.noTerminal}\n`);
  process.exitCode = 1;
}
