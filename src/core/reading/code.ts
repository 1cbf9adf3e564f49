import { withoutHidden } from './visible.js';

/** Crockford's base32: no I, L, O or U, so that a code survives being read aloud or copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;

/**
 * A fresh invite code of 58 random bits: a digit and eleven base32 letters, without dashes. The digit keeps a word of
 * twelve letters from being taken for a code.
 */
export function drawCode(bytes: Uint8Array): string {
  return `${String((bytes[0] ?? 0) % 10)}${letters(bytes.subarray(1), codeLength - 1)}`;
}

/** The code as people see it: `7K3F-9X2M-Q4TB`. */
export function showCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A message is at most this long; nothing longer is looked through. */
const longestUnits = 4096;

/** Three groups, or one run of twelve. */
const spelled = String.raw`[a-z0-9]{4}(?: ?- ?[a-z0-9]{4}){2}|[a-z0-9]{4}(?: [a-z0-9]{4}){2}|[a-z0-9]{12}`;
/** «Code: …», «de code is …», «my invite = …», wherever it stands. */
const announced = new RegExp(
  String.raw`(?:code|uitnodiging|invite|invitation)(?: is)? ?[:=]? ?["'*_(]*(${spelled})(?![a-z0-9-])`,
  'i',
);
/** As the bot writes it, capitals and dashes, with at least one letter: no telephone number, and no word. */
const asShown = /(?<![A-Z0-9-])(?=[\d-]*[A-Z])(\d[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})(?![A-Z0-9-])/i;
/** What is left of one when a sign was missed, or typed twice: dashes tell it from a word, or else its capitals. */
const damaged: readonly RegExp[] = [
  /^[0-9oil][a-z0-9]{2,4}-[a-z0-9]{3,5}-[a-z0-9]{2,5}$/i,
  /^\d[0-9A-Z]{2,4} (?=[A-Z]*\d)[0-9A-Z]{3,5} [0-9A-Z]{2,5}$/,
  /^\d(?=[0-9A-Z]*[A-Z])[0-9A-Z]{8,13}$/,
];

/**
 * Reads a code in every form in which it is handed out or typed over: alone, within the invite, in a link to the bot,
 * behind «code:», quoted, in any case, with other dashes, O for 0 and I or L for 1. Null when there is none; without a
 * digit it must have its two dashes, for «interessante» and «Onze reis naar» are words.
 */
export function readCode(text: string): string | null {
  if (text.length > longestUnits) return null;
  const payload = linkPayload(text);
  if (payload !== null) return readAlone(payload);
  const said = plain(text);
  return readAlone(said) ?? readSpelled(announced.exec(said)?.[1] ?? '') ?? readSpelled(asShown.exec(said)?.[1] ?? '');
}

/** Whether somebody means to hand over a code of which something went missing: the end of a link, or a sign. */
export function isBrokenCode(text: string): boolean {
  if (text.length > longestUnits || readCode(text) !== null) return false;
  const alone = unwrapped(plain(text));
  return linkPayload(text) !== null || damaged.some((form) => form.test(alone));
}

/** What stands behind `start=` in a link to a bot, also within a link that shares it; null without such a link. */
function linkPayload(text: string): string | null {
  const readable = withoutHidden(text).replace(/%(?:3A|2F|3F|3D|26)/gi, decodeURIComponent);
  const link = /(?:(?:t|telegram)\.(?:me|dog)(?:\/\w+)?\/?|tg:(?:\/\/)?resolve\/?)\?(?:[^\s#]*?&)?start=([\w-]*)/i;
  return link.exec(readable)?.[1] ?? null;
}

function readAlone(said: string): string | null {
  const alone = unwrapped(said);
  const isGrouped = /^[a-z0-9]{4} [a-z0-9]{4} [a-z0-9]{4}$/i.test(alone);
  return isGrouped || !alone.includes(' ') ? readSpelled(alone) : null;
}

/** A digit is in every code, but an O may stand for it; then the dashes tell that it is no word. */
function readSpelled(typed: string): string | null {
  const isDashed = /^\w{4} ?- ?\w{4} ?- ?\w{4}$/.test(typed);
  if (!isDashed && !/\d/.test(typed)) return null;
  const code = typed.toUpperCase().replace(/[ -]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^\d[0-9A-HJKMNP-TV-Z]{11}$/.test(code) ? code : null;
}

/** Without quotes, arrows, brackets and end marks around it, and without a «/start» before it. */
function unwrapped(said: string): string {
  return said
    .replace(/^\/+start(?:@\w+)?(?!\w)/i, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/ ?- ?/g, '-');
}

/** One kind of dash, quote and space; wide forms as their plain ones; nothing that cannot be seen. */
function plain(text: string): string {
  return withoutHidden(text)
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replace(/[\p{Pi}\p{Pf}«»„“”‟‘’‚‛`´]/gu, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

export function letters(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new Error('not enough random bytes for the letters asked for');
  return Array.from(bytes.subarray(0, length), (byte) => alphabet.charAt(byte & 31)).join('');
}
