import type { Fault } from '../contract.js';
import { tellState } from '../control/tell.js';
import type { Emulator } from '../emulator.js';
import type { Upload } from '../methods/call.js';
import type { Connection } from './connection.js';
import { methods } from '../methods/methods.js';
import { botOfToken } from '../world/world.js';
import { isRefusal, printReply, refuse, tooManyRequests, wrongCall, type Refusal, type Reply } from './reply.js';
import { methodNamed, readParams, type Params } from './validate.js';

/** A call as it came in, whatever its transport was. */
export interface Incoming {
  token: string;
  method: string;
  params: Params;
  uploads: Map<string, Upload>;
  /** Set when the body could not be read at all. */
  unreadable: Refusal | null;
  /** Tells when the caller hung up; null when it can't. */
  connection: Connection | null;
}

export interface Answer {
  status: number;
  body: string;
  /** What a fault does to the answer on its way. */
  spoil: 'none' | 'hang' | 'truncate' | 'drop';
}

/** Answers one call of a bot: faults first, then the schema, then the method itself; and writes it in the call log. */
export function dispatch(emulator: Emulator, incoming: Incoming): Answer | Promise<Answer> {
  const faults = emulator.faults.strike(incoming.method, chatIdOf(incoming.params));
  if (faults.length === 0) return run(emulator, incoming, null);
  return withFaults(emulator, incoming, faults);
}

async function withFaults(emulator: Emulator, incoming: Incoming, faults: Fault[]): Promise<Answer> {
  for (const { kind, delayMs } of faults) if (kind === 'latency') await pause(delayMs ?? 1000);
  const last = faults.at(-1);
  if (last === undefined) throw new Error('broken invariant: a strike has a fault');
  const reply = replyOf(last);
  if (reply !== null) return record(emulator, incoming, reply, last.kind);
  const answer =
    last.kind === 'hang' ? record(emulator, incoming, hung, last.kind) : run(emulator, incoming, last.kind);
  return { ...(await answer), spoil: spoils[last.kind] ?? 'none' };
}

const hung: Refusal = { ok: false, code: 504, description: 'never answered', isWrongCall: false };

const spoils: Partial<Record<Fault['kind'], Answer['spoil']>> = {
  hang: 'hang',
  truncate: 'truncate',
  'drop-after-accept': 'drop',
};

/** The answer of a fault that keeps the call from being done at all. */
function replyOf(fault: Fault): Refusal | null {
  switch (fault.kind) {
    case 'too-many-requests':
      return tooManyRequests(fault.retryAfterSeconds ?? 1);
    case 'server-error':
      return { ok: false, code: 502, description: 'Bad Gateway', isWrongCall: false };
    case 'forbidden':
      return refuse(403, 'Forbidden: bot was blocked by the user');
    case 'unauthorized':
      return refuse(401, 'Unauthorized');
    case 'conflict':
      return refuse(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    case 'latency':
    case 'hang':
    case 'truncate':
    case 'drop-after-accept':
      return null;
  }
}

function run(emulator: Emulator, incoming: Incoming, fault: string | null): Answer | Promise<Answer> {
  const reply = perform(emulator, incoming);
  if (reply instanceof Promise) return reply.then((late) => record(emulator, incoming, late, fault));
  return record(emulator, incoming, reply, fault);
}

function perform(emulator: Emulator, incoming: Incoming): Reply | Promise<Reply> {
  const name = methodNamed(incoming.method);
  if (name === undefined) return wrongCall('Not Found: method not found', 404);
  const { world } = emulator;
  if (!world.bots.has(incoming.token) && !tokenForm.test(incoming.token)) return refuse(401, 'Unauthorized');
  const bot = botOfToken(world, incoming.token);
  if (world.currentToken !== bot.token) {
    world.currentToken = bot.token;
    tellState(emulator);
  }
  if (incoming.unreadable !== null) return incoming.unreadable;
  const params = readParams(name, incoming.params);
  if (isRefusal(params)) return params;
  const method = methods[name];
  if (method === undefined) return wrongCall(`Bad Request: ${name} is not supported by this emulator`);
  return method({ emulator, bot, uploads: incoming.uploads, connection: incoming.connection }, params);
}

const tokenForm = /^\d{1,16}:[\w-]+$/;

function record(emulator: Emulator, incoming: Incoming, reply: Reply, fault: string | null): Answer {
  emulator.calls.add({
    atMs: emulator.clock.nowMs(),
    method: methodNamed(incoming.method) ?? incoming.method,
    chatId: chatIdOf(incoming.params),
    params: incoming.params,
    isOk: reply.ok,
    errorCode: reply.ok ? null : reply.code,
    error: reply.ok ? null : reply.description,
    isWrongCall: !reply.ok && reply.isWrongCall,
    fault,
  });
  return { status: reply.ok ? 200 : reply.code, body: printReply(reply), spoil: 'none' };
}

function chatIdOf({ chat_id }: Params): number | null {
  const id = typeof chat_id === 'string' || typeof chat_id === 'number' ? Number(chat_id) : NaN;
  return Number.isFinite(id) ? id : null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
