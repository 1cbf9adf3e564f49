import { crc32, deflateSync } from 'node:zlib';

/** A soft tone of this length, as a WAV file every browser plays: it stands for a voice note nobody recorded. */
export function sampleVoice(durationSeconds: number): Buffer {
  const samplesPerSecond = 8000;
  const count = Math.round(Math.min(durationSeconds, maxSampleSeconds) * samplesPerSecond);
  const bytes = Buffer.alloc(44 + count);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + count, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(samplesPerSecond, 24);
  bytes.writeUInt32LE(samplesPerSecond, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(count, 40);
  for (let index = 0; index < count; index += 1) {
    const seconds = index / samplesPerSecond;
    const loudness = 24 * Math.abs(Math.sin(Math.PI * 1.5 * seconds));
    bytes[44 + index] = 128 + Math.round(loudness * Math.sin(2 * Math.PI * 220 * seconds));
  }
  return bytes;
}

const maxSampleSeconds = 120;

/** A small evening sky, as a PNG. */
export function samplePhoto(): Buffer {
  const width = 320;
  const height = 240;
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    const share = y / height;
    const row = y * (1 + width * 3) + 1;
    for (let x = 0; x < width; x += 1) rows.set([80 + 150 * share, 90 + 70 * share, 170 - 60 * share], row + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
