import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

/** A link as a code that a phone's camera reads. */

const pixelsAModule = 12;
/** What the standard asks for around it: without that, some cameras find nothing. */
const quietModules = 4;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Two shades, one bit a pixel. */
const [bitDepth, greyscale] = [1, 0];

/** As a PNG, black on white. */
export function qrPng(link: string): Buffer {
  const modules = encodeQR(link, 'raw', { ecc: 'medium', border: quietModules });
  const size = modules.length * pixelsAModule;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([bitDepth, greyscale], 8);
  const rows = modules.flatMap((row) => Array<Buffer>(pixelsAModule).fill(rowOf(row)));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** In half blocks, two modules above each other; the colours are set, so that a light terminal shows it the same. */
export function qrForTerminal(link: string): string {
  const [whiteOnBlack, plain] = ['\u001b[97;40m', '\u001b[0m'];
  const lines = encodeQR(link, 'ascii', { ecc: 'low', border: 2 }).trimEnd().split('\n');
  return lines.map((line) => `${whiteOnBlack}${line}${plain}`).join('\n');
}

/** A row of pixels after the byte that says it is not filtered; a set bit is white. */
function rowOf(modules: readonly boolean[]): Buffer {
  const row = Buffer.alloc(1 + Math.ceil((modules.length * pixelsAModule) / 8));
  modules.forEach((isDark, module) => {
    for (let at = module * pixelsAModule; !isDark && at < (module + 1) * pixelsAModule; at += 1) {
      row.writeUInt8(row.readUInt8(1 + (at >> 3)) | (0x80 >> (at & 7)), 1 + (at >> 3));
    }
  });
  return row;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
