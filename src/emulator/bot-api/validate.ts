import { omit } from '../world/omit.js';
import { checkOf, type Check } from './check.js';
import { wrongCall, type Refusal } from './reply.js';
import { schema, type Type } from './schema.js';

export type Params = Record<string, unknown>;

/**
 * Parameters as the schema wants them, or Telegram's no. What came as text (a query, a form, or JSON inside a string,
 * which Telegram takes everywhere) is read as the type of its field.
 */
export function readParams(method: string, raw: Params): Params | Refusal {
  const { fields, required } = methodChecks(method);
  // Most calls are read as they came: a copy is made only when something must be read differently.
  let params = raw;
  for (const name in raw) {
    const value = raw[name];
    const field = fields.get(name);
    // Telegraf names the method once more in its multipart bodies.
    const isNothing = value === null || value === undefined || (name === 'method' && value === method);
    if (isNothing) {
      params = omit(params, name);
      continue;
    }
    if (field === undefined) return wrongCall(`Bad Request: ${method} has no parameter "${name}"`);
    if (notSupported.has(name)) return wrongCall(`Bad Request: ${name} is not supported by this emulator`);
    const read = typeof value === 'string' && field.wire !== 'text' ? fromText(value, field.wire) : value;
    const problem = field.check(read);
    if (problem !== null) return wrongCall(`Bad Request: parameter ${name}${problem}`);
    if (read !== value) params = { ...params, [name]: read };
  }
  for (const name of required) {
    if (!(name in params)) return wrongCall(missing[name] ?? `Bad Request: parameter "${name}" is required`);
  }
  return params;
}

/** The method's name as Telegram spells it; methods are case-insensitive on the wire. */
export function methodNamed(name: string): string | undefined {
  return spelling.get(name.toLowerCase());
}

const spelling = new Map(Object.keys(schema.methods).map((name) => [name.toLowerCase(), name]));

/** Real features that this emulator has no world for. Refusing them shows at once what a test can't rely on. */
const notSupported = new Set([
  'parse_mode',
  'business_connection_id',
  'direct_messages_topic_id',
  'ephemeral_message_parameters',
  'inline_message_id',
  'message_thread_id',
  'rich_message',
  'suggested_post_parameters',
]);

const missing: Record<string, string> = {
  chat_id: 'Bad Request: chat_id is empty',
  text: 'Bad Request: message text is empty',
  message_id: 'Bad Request: message identifier is not specified',
  message_ids: 'Bad Request: message identifiers are not specified',
  from_chat_id: 'Bad Request: from_chat_id is empty',
  user_id: 'Bad Request: invalid user_id specified',
  photo: 'Bad Request: there is no photo in the request',
  voice: 'Bad Request: there is no voice in the request',
  animation: 'Bad Request: there is no animation in the request',
  document: 'Bad Request: there is no document in the request',
  action: 'Bad Request: wrong parameter action in request',
};

type Wire = 'text' | 'number' | 'boolean' | 'json';

interface MethodChecks {
  fields: Map<string, { check: Check; wire: Wire }>;
  required: string[];
}

const built = new Map<string, MethodChecks>();

function methodChecks(method: string): MethodChecks {
  const known = built.get(method);
  if (known !== undefined) return known;
  const fields = Object.entries(schema.methods[method] ?? {});
  const checks: MethodChecks = {
    fields: new Map(fields.map(([name, { type }]) => [name, { check: checkOf(type), wire: wireOf(type) }])),
    required: fields.filter(([, field]) => field.required === true).map(([name]) => name),
  };
  built.set(method, checks);
  return checks;
}

function wireOf(type: Type): Wire {
  if (type === 'number' || type === 'boolean') return type;
  if (typeof type === 'string') return 'text';
  if ('literal' in type) return typeof type.literal[0] === 'number' ? 'number' : 'text';
  if ('union' in type) return type.union.some((choice) => wireOf(choice) === 'text') ? 'text' : 'json';
  if ('ref' in type) {
    const target = schema.types[type.ref];
    return target === undefined ? 'json' : wireOf(target);
  }
  return 'json';
}

/** The value as its type, or the text itself when it is none, for the check to refuse. */
function fromText(text: string, wire: Exclude<Wire, 'text'>): unknown {
  switch (wire) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return /^(true|yes|1)$/i.test(text) ? true : /^(false|no|0|)$/i.test(text) ? false : text;
    case 'json':
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
  }
}
