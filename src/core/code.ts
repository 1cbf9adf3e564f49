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

/**
 * Reads a code however it was typed: any case, with dashes or in three groups, O for 0 and I or L for 1. Null when the
 * text is anything else; without a digit it must have its two dashes, for «interessante» and «Onze reis naar» are words.
 */
export function readCode(text: string): string | null {
  const grouped = text.trim().replace(/[–—‑]/g, '-');
  const typed = grouped.replaceAll('-', '');
  if (!/\d/.test(typed) && !/^\w{4}-\w{4}-\w{4}$/.test(grouped)) return null;
  if (!/^[a-z0-9]{12}$/i.test(typed) && !/^[a-z0-9]{4} [a-z0-9]{4} [a-z0-9]{4}$/i.test(typed)) return null;
  const code = typed.toUpperCase().replaceAll(' ', '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^\d[0-9A-HJKMNP-TV-Z]{11}$/.test(code) ? code : null;
}

export function letters(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new Error('not enough random bytes for the letters asked for');
  return Array.from(bytes.subarray(0, length), (byte) => alphabet.charAt(byte & 31)).join('');
}
