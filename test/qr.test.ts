import { describe, expect, it } from 'vitest';
import { qrForTerminal, qrPng } from '../src/qr.js';
import { scan } from './support/scanning.js';

const links = [
  'https://t.me/a_bot?start=0ABCDEFGHJKM',
  'https://t.me/SamenspraakBot?start=7K3F9X2MQ4TB',
  // The longest name that Telegram gives a bot.
  `https://t.me/${'a'.repeat(29)}bot?start=7K3F9X2MQ4TB`,
];

describe('a link as a picture', () => {
  it.each(links)('holds %s and nothing else', async (link) => {
    const picture = qrPng(link);
    expect(await scan(picture)).toEqual([link]);
    expect(picture.length).toBeLessThan(10 * 1024);
  });
});

describe('a link in a terminal', () => {
  it.each(links)(
    'holds %s, in lines that fit, light on dark whatever the colours of the terminal are',
    async (link) => {
      const lines = qrForTerminal(link).split('\n');
      expect(lines.every((line) => /^\u001b\[97;40m[█▀▄ ]+\u001b\[0m$/u.test(line))).toBe(true);
      const blocks = lines.map((line) => line.slice(8, -4));
      expect(new Set(blocks.map(({ length }) => length)).size).toBe(1);
      expect(blocks[0]?.length).toBeLessThan(80);
      expect(await scan(photographed(blocks))).toEqual([link]);
    },
  );
});

/** The terminal as a picture: each half of a block is so many pixels high and wide. */
function photographed(blocks: readonly string[], pixels = 6): Uint8Array {
  const halves = blocks.flatMap((line) => [Array.from(line, upper), Array.from(line, lower)]);
  const width = (blocks[0]?.length ?? 0) * pixels;
  const rows = halves.flatMap((half) => {
    const row = half.flatMap((isLit) => Array<number>(pixels).fill(isLit ? 255 : 0));
    return Array<Buffer>(pixels).fill(Buffer.from([...row]));
  });
  return Buffer.concat([Buffer.from(`P5 ${String(width)} ${String(rows.length)} 255\n`), ...rows]);
}

const upper = (block: string) => block === '█' || block === '▀';
const lower = (block: string) => block === '█' || block === '▄';
