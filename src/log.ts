import { randomBytes } from 'node:crypto';
import { pino, type DestinationStream, type Logger } from 'pino';

/** Without `child`: what it binds goes past the rules below. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Facts that may be words. Every other string is hidden, and so is every object: it may hold what someone wrote. */
const openWords = new Set([
  ...['event', 'trace', 'method', 'reason', 'code', 'result', 'lane', 'kind', 'command', 'setting'],
  ...['version', 'host', 'file', 'scenario'],
]);
const identity = /(?:^|_)ids?$|Ids?$|^(?:chat|user|person|couple|from|to|offset)$/;
const maxFrames = 10;
const maxCauses = 3;

/**
 * The one logger: time, level, a fixed sentence, counts and codes. Of an error only its name, code and stack frames are
 * kept, since a message may quote what failed.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: openFacts },
    hooks: {
      logMethod(this: Logger, args: unknown[], write: (...args: never[]) => void) {
        const [facts, sentence] = typeof args[0] === 'string' ? [{}, args[0]] : [args[0], args[1]];
        const kept = facts instanceof Error ? { error: facts } : facts;
        // Always with a sentence: without one pino takes the error's message. Further arguments are dropped unread.
        const said = typeof sentence === 'string' ? sentence : 'something happened';
        (write as (...args: unknown[]) => void).apply(this, [kept, said]);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** A random id that ties together the lines of one batch and nothing else. */
export function newTrace(): string {
  return randomBytes(4).toString('hex');
}

function openFacts(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, openFact(key, value)]));
}

function openFact(key: string, value: unknown): unknown {
  if (value instanceof Error) return openError(value);
  if (identity.test(key)) return '[hidden]';
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return typeof value === 'string' && openWords.has(key) ? value : '[hidden]';
}

function openError(error: Error, depth = 0): object {
  const code = 'code' in error && isPlainCode(error.code) ? { code: error.code } : {};
  const method = 'method' in error && isPlainCode(error.method) ? { method: error.method } : {};
  const cause = error.cause instanceof Error && depth < maxCauses ? { cause: openError(error.cause, depth + 1) } : {};
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...code,
    ...method,
    frames: framesOf(error),
    ...cause,
  };
}

function isPlainCode(code: unknown): boolean {
  return typeof code === 'number' || (typeof code === 'string' && /^[\w-]{1,60}$/.test(code));
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? '').replace(error.message, '').split('\n');
  return lines
    .filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line))
    .slice(0, maxFrames)
    .map((line) => line.trim());
}
