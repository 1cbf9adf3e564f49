/** A looping GIF from frames of colour numbers; as much of GIF89a as one quiet picture needs. */
export interface Film {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue; at most 64 colours. */
  readonly palette: readonly (readonly [number, number, number])[];
  /** One byte a pixel, row by row. */
  readonly frames: readonly Uint8Array[];
  readonly frameMs: number;
}

/** Bits of a pixel, for a palette of up to 64 colours. */
const depth = 6;
const maxCodeBits = 12;

export function encodeGif({ width, height, palette, frames, frameMs }: Film): Buffer {
  const colours = Array.from({ length: 2 ** depth }, (_, index) => palette[index] ?? [0, 0, 0]);
  return Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([...word(width), ...word(height), 0xf0 | (depth - 1), 0, 0]),
    Buffer.from(colours.flat()),
    // Over and over again.
    Buffer.from([0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0]),
    ...frames.flatMap((frame) => [
      Buffer.from([0x21, 0xf9, 4, 0, ...word(Math.round(frameMs / 10)), 0, 0]),
      Buffer.from([0x2c, 0, 0, 0, 0, ...word(width), ...word(height), 0, depth]),
      blocks(compress(frame)),
    ]),
    Buffer.from([0x3b]),
  ]);
}

/** LZW as GIF has it: codes grow from seven bits to twelve, and begin anew when the table is full. */
function compress(pixels: Uint8Array): Buffer {
  const clear = 2 ** depth;
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  let table = new Map<number, number>();
  let next = clear + 2;
  let size = depth + 1;
  const write = (code: number) => {
    held |= code << bits;
    bits += size;
    for (; bits >= 8; bits -= 8, held >>>= 8) bytes.push(held & 255);
  };
  write(clear);
  let prefix = pixels[0] ?? 0;
  for (const pixel of pixels.subarray(1)) {
    const key = (prefix << 8) | pixel;
    const known = table.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    write(prefix);
    prefix = pixel;
    if (next === 2 ** maxCodeBits) {
      write(clear);
      table = new Map();
      next = clear + 2;
      size = depth + 1;
      continue;
    }
    if (next === 2 ** size) size += 1;
    table.set(key, next);
    next += 1;
  }
  write(prefix);
  write(clear + 1);
  if (bits > 0) bytes.push(held & 255);
  return Buffer.from(bytes);
}

/** In pieces of at most 255 bytes, each with its length before it. */
function blocks(data: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < data.length; from += 255) {
    const part = data.subarray(from, from + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function word(value: number): readonly [number, number] {
  return [value & 255, value >> 8];
}
