import { parseArgs } from 'node:util';
import { greeting } from './greeting.js';
import { startEmulator } from './server.js';

const usage = 'Usage: npm run emulator -- [--port PORT]';

/** The port to listen on. Ends the process where what was typed is no port, or a question how it is used. */
function readPort(): number {
  try {
    const options = { port: { type: 'string', default: '8081' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values } = parseArgs({ options });
    if (values.help === true) {
      process.stdout.write(`A Bot API on this machine, with phones on a page.\n${usage}\n`);
      process.exit(0);
    }
    const port = Number(values.port);
    if (/^\d+$/.test(values.port) && port <= 65_535) return port;
    process.stderr.write(`--port takes a whole number from 0 to 65535. ${usage}\n`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message.split('. ')[0] ?? ''}. ${usage}\n`);
  }
  process.exit(2);
}

const port = readPort();
const emulator = await startEmulator({ port }).catch((error: unknown) => {
  // Bots are told this port, so another one would not do.
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  process.stderr.write(`Port ${String(port)} is in use by something else: choose another one with --port.\n`);
  process.exit(1);
});

console.log(greeting(emulator.url));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void emulator.close().then(() => process.exit(0));
  });
}
