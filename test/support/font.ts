import { readFileSync } from 'node:fs';

/** The advances of the bundled font by code point, in parts of its size; read from its cmap (format 12) and hmtx tables. */
export function fontAdvances(): ReadonlyMap<number, number> {
  const bytes = readFileSync(new URL('../../assets/fonts/noto-sans.ttf', import.meta.url));
  const tables = new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8)] as const;
    }),
  );
  const table = (name: string) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`the font has no table ${name}`);
    return at;
  };
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18);
  const metrics = bytes.readUInt16BE(table('hhea') + 34);
  const cmap = table('cmap');
  const formats = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * index),
  );
  const groups = formats.find((at) => bytes.readUInt16BE(at) === 12);
  if (groups === undefined) throw new Error('the font has no cmap of format 12');
  const advances = new Map<number, number>();
  for (let index = 0; index < bytes.readUInt32BE(groups + 12); index += 1) {
    const at = groups + 16 + 12 * index;
    const [from, until, glyph] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8)];
    for (let code = from; code <= until; code += 1) {
      const metric = table('hmtx') + 4 * Math.min(glyph + code - from, metrics - 1);
      advances.set(code, bytes.readUInt16BE(metric) / unitsPerEm);
    }
  }
  return advances;
}
