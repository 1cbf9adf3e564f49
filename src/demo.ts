import './utc.js';
import { existsSync } from 'node:fs';
import { readCommandLine, refuseUsage, wholeNumber } from './command-line.js';

/**
 * The bot against a Bot API emulator on this machine: no token, no network. `--emulator` uses one that runs already,
 * `--data` keeps what the bot stores (both for tests that kill and restart the bot), `--scenario` asks a prompt of your
 * own first, `--token` is another bot.
 */
const usage = 'npm run demo -- [--port PORT] [--scenario FILE] [--data DIR] [--emulator URL] [--token TOKEN]';
const { values } = readCommandLine({
  usage,
  about: 'Runs the bot against a Telegram of its own on this machine, with two phones on a page. Nothing leaves it.',
  options: {
    port: { type: 'string', default: '8090' },
    emulator: { type: 'string' },
    data: { type: 'string' },
    scenario: { type: 'string' },
    token: { type: 'string' },
  },
});

const port = wholeNumber('port', values.port, { from: 0, to: 65_535, usage });
if (values.scenario !== undefined && !existsSync(values.scenario)) {
  refuseUsage(`${values.scenario} is not there.`, usage);
}
if (values.emulator !== undefined && !URL.canParse(values.emulator)) {
  refuseUsage('--emulator takes the address it printed, like http://127.0.0.1:8081.', usage);
}

// Said before the rest is loaded, which takes longer than anything that follows.
console.log('Starting…');
const [{ runDemo }, { stopWith }] = await Promise.all([import('./demo-run.js'), import('./process.js')]);
try {
  const { emulator, data, scenario, token } = values;
  await runDemo({ port, emulator, data, scenario, token });
} catch (error) {
  stopWith(error);
}
