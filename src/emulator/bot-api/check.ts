import { schema, type Field, type Type } from './schema.js';

/**
 * Says what is wrong with a value, as a path and a sentence (`[0].offset must be a number`), or null when it fits.
 * Checks are built once per type, on first use.
 */
export type Check = (value: unknown) => string | null;

export function checkOf(type: Type): Check {
  switch (type) {
    case 'string':
      return (value) => (typeof value === 'string' ? null : ' must be a string');
    case 'number':
      return (value) => (typeof value === 'number' ? null : ' must be a number');
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? null : ' must be true or false');
    case 'file':
      return isUpload;
  }
  if ('ref' in type) return checkOfNamed(type.ref);
  if ('array' in type) return checkOfArray(checkOf(type.array));
  if ('literal' in type) return checkOfLiteral(new Set(type.literal));
  if ('fields' in type) return checkOfFields(type.fields, new Set());
  return checkOfUnion(type.union.map(checkOf));
}

/** An upload is named on the wire as `attach://<part>`; the transport writes that for a part named as the field itself. */
function isUpload(value: unknown): string | null {
  return typeof value === 'string' && value.startsWith('attach://') ? null : ' must be an uploaded file';
}

/** Telegraf leaves its own mark on buttons, which Telegram ignores; every Telegraf bot would be called wrong for it. */
const ignoredFields: Record<string, Set<string>> = {
  TelegramInlineKeyboardButton: new Set(['hide']),
  TelegramKeyboardButton: new Set(['hide']),
};

const named = new Map<string, Check>();

function checkOfNamed(name: string): Check {
  const known = named.get(name);
  if (known !== undefined) return known;
  const type = schema.types[name];
  if (type === undefined) throw new Error(`bot-api.json has no type ${name}`);
  let check: Check | null = null;
  const lazy: Check = (value) => {
    check ??=
      typeof type === 'object' && 'fields' in type
        ? checkOfFields(type.fields, ignoredFields[name] ?? new Set())
        : checkOf(type);
    return check(value);
  };
  named.set(name, lazy);
  return lazy;
}

function checkOfArray(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return ' must be an array';
    for (let index = 0; index < value.length; index += 1) {
      const problem = check(value[index]);
      if (problem !== null) return `[${index}]${problem}`;
    }
    return null;
  };
}

function checkOfLiteral(allowed: Set<unknown>): Check {
  const list = [...allowed].slice(0, 12).join(', ');
  return (value) => (allowed.has(value) ? null : ` must be one of: ${list}`);
}

function checkOfFields(fields: Record<string, Field>, ignored: Set<string>): Check {
  const checks = new Map(Object.entries(fields).map(([name, field]) => [name, checkOf(field.type)]));
  const required = Object.keys(fields).filter((name) => fields[name]?.required === true);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return ' must be an object';
    const record = value as Record<string, unknown>;
    for (const name of Object.keys(record)) {
      const check = checks.get(name);
      if (check === undefined) {
        if (ignored.has(name)) continue;
        return `.${name} is unknown`;
      }
      const problem = check(record[name]);
      if (problem !== null) return `.${name}${problem}`;
    }
    for (const name of required) if (!(name in record)) return `.${name} is missing`;
    return null;
  };
}

/** When no choice fits, the one that got furthest tells what is wrong. */
function checkOfUnion(choices: Check[]): Check {
  return (value) => {
    let best: string | null = null;
    for (const choice of choices) {
      const problem = choice(value);
      if (problem === null) return null;
      if (best === null || progress(problem) > progress(best)) best = problem;
    }
    return best;
  };
}

function progress(problem: string): number {
  const depth = problem.split(/[.[]/).length;
  return problem.startsWith('.type must') ? 0 : depth;
}
