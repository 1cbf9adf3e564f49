import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Reads codes as a phone's camera app does: by another library than the one that draws them. */

const { buffer } = new Uint8Array(
  readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
);
prepareZXingModule({ overrides: { wasmBinary: buffer } });

/** What stands in every QR code of a picture. */
export async function scan(picture: Uint8Array): Promise<readonly string[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}
