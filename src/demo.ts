import './utc.js';
import { parseArgs } from 'node:util';

/**
 * The bot against a Bot API emulator on this machine: no token, no network. `--emulator` uses one that runs already,
 * `--data` keeps what the bot stores (both for tests that kill and restart the bot), `--scenario` asks a prompt of your
 * own first, `--token` is another bot.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' },
    emulator: { type: 'string' },
    data: { type: 'string' },
    scenario: { type: 'string' },
    token: { type: 'string' },
  },
});

// Said before the rest is loaded, which takes longer than anything that follows.
console.log('Starting…');
const [{ runDemo }, { stopWith }] = await Promise.all([import('./demo-run.js'), import('./process.js')]);
try {
  const { port, emulator, data, scenario, token } = values;
  await runDemo({ port: Number(port), emulator, data, scenario, token });
} catch (error) {
  stopWith(error);
}
