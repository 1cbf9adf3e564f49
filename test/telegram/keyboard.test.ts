import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Button, buttonNames } from '../../src/core/buttons.js';
import { decodeButton, encodeButton, inlineKeyboard } from '../../src/telegram/keyboard.js';

const button: Button = { name: 'seal', slot: 'k3f9x2', step: 4, arg: '' };

const anyButton: fc.Arbitrary<Button> = fc.record({
  name: fc.constantFrom(...buttonNames),
  slot: fc.stringMatching(/^[\w-]{0,12}$/),
  step: fc.maxSafeNat(),
  arg: fc.stringMatching(/^[\w-]{0,20}$/),
});

describe('a button in callback data', () => {
  it('reads as its name, slot, step and argument', () => {
    expect(encodeButton(button)).toBe('seal:k3f9x2:4:');
  });

  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(anyButton, (sent) => {
        expect(decodeButton(encodeButton(sent))).toEqual(sent);
      }),
    );
  });

  it('fits in 64 bytes with the longest name, a code, the largest step and a long option', () => {
    const name = buttonNames.reduce((longest, next) => (next.length > longest.length ? next : longest));
    const slot = '7K3F9X2MQ4TB';
    expect(() => encodeButton({ name, slot, step: Number.MAX_SAFE_INTEGER, arg: 'x'.repeat(20) })).not.toThrow();
  });

  it.each([
    ['too long', { ...button, arg: 'x'.repeat(60) }],
    ['with a colon in its slot', { ...button, slot: 'a:b' }],
    ['with letters outside ASCII', { ...button, arg: 'geëerd' }],
    ['with a negative step', { ...button, step: -1 }],
    ['with a broken step', { ...button, step: 1.5 }],
  ])('is refused when made %s', (_how, made) => {
    expect(() => encodeButton(made)).toThrow();
  });

  it.each([
    '',
    'seal',
    'seal:k3f9x2',
    'unknown:a:1:',
    'seal:a:1::',
    'seal:a:01:',
    'seal:a:-1:',
    'seal:a::',
    'SEAL:a:1:',
    'toString:a:1:',
  ])('that this version did not make is nothing: %j', (data) => {
    expect(decodeButton(data)).toBeNull();
  });

  it('is nothing or a button, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (data) => {
        const read = decodeButton(data);
        if (read !== null) expect(encodeButton(read)).toBe(data);
      }),
    );
  });
});

describe('a keyboard', () => {
  it('holds buttons, addresses and texts to copy', () => {
    const rows = [
      [
        { label: 'Verzegel', button },
        { label: 'Deel', url: 'https://t.me/share' },
      ],
      [{ label: 'Kopieer', copy: 'https://t.me/bot?start=x' }],
    ];
    expect(inlineKeyboard(rows)).toEqual({
      inline_keyboard: [
        [
          { text: 'Verzegel', callback_data: 'seal:k3f9x2:4:' },
          { text: 'Deel', url: 'https://t.me/share' },
        ],
        [{ text: 'Kopieer', copy_text: { text: 'https://t.me/bot?start=x' } }],
      ],
    });
  });
});
