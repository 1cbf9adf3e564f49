import { crc32 } from 'node:zlib';

/** How the pixels of a picture are written down. */
export interface PixelForm {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 1 | 8;
  readonly colour: 'grey' | 'rgba';
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const colourTypes = { grey: 0, rgba: 6 } as const;

/** A PNG of rows of pixels that are deflated already, each after the byte that says how it is filtered. */
export function png({ width, height, bitDepth, colour }: PixelForm, deflated: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourTypes[colour]], 8);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflated), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
