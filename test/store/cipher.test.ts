import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encrypt, decrypt } from '../../src/store/cipher.js';

const key = randomBytes(32);

describe('a sealed value', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        const plain = Buffer.from(bytes);
        expect(decrypt(key, 'people:1', encrypt(key, 'people:1', plain)).equals(plain)).toBe(true);
      }),
    );
  });

  it('opens nowhere but in its place, and with no other key', () => {
    const sealed = encrypt(key, 'people:1', Buffer.from('woord'));
    expect(() => decrypt(key, 'people:2', sealed)).toThrow('does not open');
    expect(() => decrypt(key, 'couples:1', sealed)).toThrow('does not open');
    expect(() => decrypt(randomBytes(32), 'people:1', sealed)).toThrow('does not open');
  });

  it('does not open when a bit of it has changed, or when it was cut short', () => {
    const sealed = encrypt(key, 'people:1', Buffer.from('woord'));
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => decrypt(key, 'people:1', changed)).toThrow('does not open');
    }
    expect(() => decrypt(key, 'people:1', sealed.subarray(0, 20))).toThrow('too short');
  });

  it('never looks the same twice', () => {
    const seen = new Set(
      Array.from({ length: 2000 }, () => encrypt(key, 'people:1', Buffer.from('woord')).toString('hex')),
    );
    expect(seen.size).toBe(2000);
    expect(new Set([...seen].map((hex) => hex.slice(0, 24))).size).toBe(2000);
  });
});
