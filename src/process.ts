import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ConfigRefusal } from './config.js';
import type { Log } from './log.js';
import { StorageFailure, StoreRefusal } from './store/failures.js';
import { fatalFrom } from './telegram/errors.js';

/** All that is started must have ended by then; what is left is cut off. */
const stopLimitMs = 10_000;

/**
 * Starts something, and stops it cleanly at SIGTERM, SIGINT or when it cannot go on. Resolves when it has ended; a
 * failure sets the exit code.
 */
export async function runUntilStopped(
  log: Log,
  start: (signal: AbortSignal, onFatal: (error: unknown) => void) => Promise<{ stop(): Promise<void> }>,
): Promise<void> {
  const stopping = new AbortController();
  const ended = new Promise<unknown>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) {
      process.once(name, () => {
        stopping.abort();
        resolve(null);
      });
    }
    stopping.signal.addEventListener('abort', () => {
      resolve(stopping.signal.reason);
    });
  });
  let failure: unknown = null;
  const onFatal = (error: unknown) => {
    failure ??= error;
    stopping.abort();
  };
  const running = await start(stopping.signal, onFatal).catch((error: unknown) => {
    if (stopping.signal.aborted && failure === null) return null;
    throw error;
  });
  if (running === null) return;
  await ended;
  log.info('stopping');
  const isLate = await Promise.race([running.stop().then(() => false), wait(stopLimitMs, true, { ref: false })]);
  if (isLate) {
    log.error('not everything ended in time');
    process.exit(1);
  }
  if (failure !== null) throw failure instanceof Error ? failure : new Error('the bot could not go on');
}

/** By then the connections of the start have been closed again, which reads a stack trace's map. */
const settledMs = 15_000;

/**
 * What a start leaves behind (texts as read, schemas as built) is a third of the heap, and V8 collects it only when more is asked
 * for, which in a bot for one couple may take hours. Collected once, in some 30 ms, in the way V8 does when it runs out of
 * memory: the usual one keeps the emptied pages.
 */
export function collectAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (how: Readonly<Record<string, string>>) => void;
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, settledMs).unref();
}

/** Nobody reads what it prints any more (a closed terminal, `| head`): it goes on without saying so. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** Ends the process with one sentence where somebody can act on it, and with a name and code where it is our fault. */
export function stopWith(error: unknown): void {
  process.exitCode = 1;
  const known = [ConfigRefusal, StoreRefusal, StorageFailure].some((kind) => error instanceof kind);
  const fatal = fatalFrom(error);
  if (fatal !== null) process.stderr.write(`${fatal.message}\n`);
  else if (known) process.stderr.write(`${(error as Error).message}\n`);
  else if (isAddressTaken(error)) {
    process.stderr.write('HTTP_PORT is in use by something else: choose another one.\n');
  } else if (codeOf(error) === 'EADDRNOTAVAIL' || isHostUnknown(error)) {
    process.stderr.write('HTTP_HOST is no address of this machine: 127.0.0.1 is, and 0.0.0.0 means all it has.\n');
  } else if (isHttp(error) && codeOf(error) === 'EACCES') {
    process.stderr.write('HTTP_PORT may not be used by this user: choose one above 1023.\n');
  } else throw error;
}

/** A name that nothing on this network answers to, asked for in order to listen there. */
function isHostUnknown(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'getaddrinfo';
}

function isHttp(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

/** Somebody else listens on this port. */
export function isAddressTaken(error: unknown): boolean {
  return codeOf(error) === 'EADDRINUSE';
}
