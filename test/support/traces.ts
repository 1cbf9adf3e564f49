import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where readable traces may be looked for: directories, and texts under a name. */
export interface Places {
  readonly directories?: readonly string[];
  readonly texts?: Readonly<Record<string, string>>;
}

/**
 * Every place where a secret stands readably, in any of the forms that programs write things down in; the secrets
 * themselves are named by their number. Nothing found is an empty list.
 */
export function tracesOf(secrets: readonly string[], { directories = [], texts = {} }: Places): readonly string[] {
  const needles = secrets.flatMap((secret, index) => formsOf(secret).map(([form, bytes]) => ({ index, form, bytes })));
  const files = directories.flatMap((directory) =>
    filesIn(directory).map((path) => [relative(join(directory, '..'), path), readFileSync(path)] as const),
  );
  const places = [...files, ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const)];
  return places.flatMap(([place, bytes]) =>
    needles
      .filter((needle) => bytes.includes(needle.bytes))
      .map(({ index, form }) => `${place}: secret ${String(index)} as ${form}`),
  );
}

/** Shorter than this a form would be found by chance. */
const leastBytes = 4;

function formsOf(secret: string): readonly (readonly [string, Buffer])[] {
  const bytes = Buffer.from(secret);
  const big = Buffer.from(bytes.length === 0 ? '' : secret, 'utf16le').swap16();
  const forms: [string, Buffer][] = [
    ['text', bytes],
    ['small letters', Buffer.from(secret.toLowerCase())],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ['UTF-16, big-endian', big],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['JSON', Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ['escaped JSON', Buffer.from(escaped(secret))],
    ['a web address', Buffer.from(encodeURIComponent(secret))],
    ...base64Of(bytes).map((text): [string, Buffer] => ['base64', Buffer.from(text)]),
    ...numbersOf(secret),
  ];
  return forms.filter(([, form]) => form.length >= leastBytes);
}

function escaped(secret: string): string {
  return JSON.stringify(secret)
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** However it lies within what was encoded: the letters that do not depend on what stands around it. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const whole = text.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + bytes.length) * 4) / 3));
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** A number as SQLite and others store it, without its leading zeros. */
function numbersOf(secret: string): readonly [string, Buffer][] {
  if (!/^[1-9]\d{8,15}$/.test(secret)) return [];
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(secret));
  const real = Buffer.alloc(8);
  real.writeDoubleBE(Number(secret));
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return [
    ['a number', significant],
    ['a number, little-endian', Buffer.from(significant).reverse()],
    ['a floating number', real],
  ];
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile());
}
