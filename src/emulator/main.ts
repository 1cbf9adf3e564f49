import { parseArgs } from 'node:util';
import { greeting } from './greeting.js';
import { startEmulator } from './server.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8081' } } });
const emulator = await startEmulator({ port: Number(values.port) }).catch((error: unknown) => {
  // Bots are told this port, so another one would not do.
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  process.stderr.write(`Port ${values.port} is in use by something else: choose another one with --port.\n`);
  process.exit(1);
});

console.log(greeting(emulator.url));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void emulator.close().then(() => process.exit(0));
  });
}
