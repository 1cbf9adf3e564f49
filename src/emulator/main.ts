import { parseArgs } from 'node:util';
import { startEmulator } from './server.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8081' } } });
const emulator = await startEmulator({ port: Number(values.port) });

console.log(`Two phones:  ${emulator.url}/`);
console.log(`Bot API:     ${emulator.url}  (any token of the form 123:abc)`);
console.log(`Telegraf:    new Telegraf('123:abc', { telegram: { apiRoot: '${emulator.url}' } })`);
console.log(`grammY:      new Bot('123:abc', { client: { apiRoot: '${emulator.url}' } })`);
console.log(`Try:         curl ${emulator.url}/bot123:abc/getMe`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void emulator.close().then(() => process.exit(0));
  });
}
