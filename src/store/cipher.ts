import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { BrokenDocument, unlessBroken } from './failures.js';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;
const noncesPerDraw = 256;

export const keyLength = 32;

/**
 * Encrypts with AES-256-GCM: nonce, tag, ciphertext. `place` says where the result will lie (`people:12`); it opens
 * nowhere else, so that two sealed values cannot be swapped.
 */
export function encrypt(key: Buffer, place: string, plain: Buffer): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(Buffer.from(place));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws BrokenDocument when the key or the place is another one, or a bit has changed. */
export function decrypt(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed.length < nonceLength + tagLength) throw new BrokenDocument('a sealed value is too short');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceLength));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  const body = decipher.update(sealed.subarray(nonceLength + tagLength));
  try {
    decipher.final();
  } catch {
    throw new BrokenDocument('a sealed value does not open with its key');
  }
  return body;
}

/** Null where it does not open. */
export function tryUnseal(key: Buffer, place: string, sealed: Buffer): Buffer | null {
  return unlessBroken(() => decrypt(key, place, sealed));
}

let nonces = Buffer.alloc(0);

/** Random bytes are drawn for many nonces at once: one draw costs as much as encrypting a page. */
function nextNonce(): Buffer {
  if (nonces.length === 0) nonces = randomFillSync(Buffer.allocUnsafeSlow(nonceLength * noncesPerDraw));
  const nonce = nonces.subarray(0, nonceLength);
  nonces = nonces.subarray(nonceLength);
  return nonce;
}
