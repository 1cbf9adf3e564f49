import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LoopWords } from '../drawing/loop.js';
import type { WordsDrawn } from '../drawing/words.js';
import { qrPng } from '../qr.js';
import { paintLoop, paintWords } from './painter.js';

/** A file that comes with the bot. As a parameter of a call it stands for its bytes, or, once sent, for Telegram's own copy. */
export interface Asset {
  readonly asset: keyof typeof assets;
}

/** A file that is made for one message: it goes up once, and Telegram's copy is never asked for again. */
export interface InlineFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A link as a picture to scan; it is drawn when it goes up, so that what waits to be sent is the link alone. */
export interface QrPicture {
  readonly qr: string;
}

/** The words of a loop, which is drawn when it goes up, so that what waits to be sent is the words alone, sealed. */
export interface LoopPicture {
  readonly loop: LoopWords;
}

/** Each one's words beside the other's. `holdsWords`: they stand below it and nowhere else, so that they go without it too. */
export interface WordsPicture {
  readonly drawn: WordsDrawn;
  readonly holdsWords: boolean;
}

/** Made by `npm run breathing-picture`. */
const assets = {
  breathing: { file: new URL('../../assets/breathing.gif', import.meta.url), name: 'breathing.gif', type: 'image/gif' },
} as const;

export const breathingPicture: Asset = { asset: 'breathing' };

export interface Encoded {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Which of the bot's own files go up with this call, and in which parameter. */
  readonly uploads: readonly { readonly field: string; readonly asset: Asset['asset'] }[];
}

/** What one bot token has uploaded since the start; Telegram keeps the file and knows it by an id from then on. */
export interface Uploads {
  /** JSON, or multipart when a file goes along. Rejects with Undrawable when the file is a drawing that cannot be made. */
  encode(params: object, signal?: AbortSignal): Promise<Encoded>;
  /** The answer to an upload names the file. */
  remember(encoded: Encoded, result: unknown): void;
  /** Telegram did not take the call: a file it no longer knows goes up again next time. */
  forget(params: object): void;
}

export function createUploads(): Uploads {
  const fileIds = new Map<Asset['asset'], string>();
  return {
    encode: async (params, signal) => {
      const known = Object.fromEntries(
        Object.entries(params).map(([field, value]: [string, unknown]) => [
          field,
          isAsset(value) ? (fileIds.get(value.asset) ?? value) : value,
        ]),
      );
      const uploads = assetsIn(known);
      return Object.values(known).every((value) => fileIn(value) === null)
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(known), uploads }
        : { ...(await formOf(known, signal)), uploads };
    },
    remember: ({ uploads }, result) => {
      for (const { field, asset } of uploads) {
        const fileId = fileIdOf(result, field);
        if (fileId !== null) fileIds.set(asset, fileId);
      }
    },
    forget: (params) => {
      for (const { asset } of assetsIn(params)) fileIds.delete(asset);
    },
  };
}

function assetsIn(params: object): Encoded['uploads'] {
  return Object.entries(params).flatMap(([field, value]: [string, unknown]) =>
    isAsset(value) ? [{ field, asset: value.asset }] : [],
  );
}

function isAsset(value: unknown): value is Asset {
  return typeof value === 'object' && value !== null && 'asset' in value && String(value.asset) in assets;
}

function isInlineFile(value: unknown): value is InlineFile {
  return isRecord(value) && ['name', 'type', 'text'].every((field) => typeof value[field] === 'string');
}

interface FileMade {
  readonly name: string;
  readonly type: string;
  bytes(signal?: AbortSignal): Buffer | Promise<Buffer>;
}

/** The file that a parameter stands for; null for any other value. */
function fileIn(value: unknown): FileMade | null {
  if (isAsset(value)) return { ...assets[value.asset], bytes: () => readFileSync(assets[value.asset].file) };
  if (isInlineFile(value)) return { name: value.name, type: value.type, bytes: () => Buffer.from(value.text) };
  if (isQrPicture(value)) return { name: 'qr.png', type: 'image/png', bytes: () => qrPng(value.qr) };
  if (isLoopPicture(value))
    return { name: 'loop.png', type: 'image/png', bytes: (signal) => paintLoop(value.loop, signal) };
  if (isWordsPicture(value))
    return { name: 'words.png', type: 'image/png', bytes: (signal) => paintWords(value.drawn, signal) };
  return null;
}

export function isWordsPicture(value: unknown): value is WordsPicture {
  return isRecord(value) && isRecord(value['drawn']);
}

function isQrPicture(value: unknown): value is QrPicture {
  return isRecord(value) && typeof value['qr'] === 'string';
}

function isLoopPicture(value: unknown): value is LoopPicture {
  return isRecord(value) && isRecord(value['loop']);
}

/**
 * A part for each parameter, byte for byte. A `FormData` would not do: it makes every line break of a text CRLF, by its
 * standard, and a caption is to arrive as it was written.
 */
async function formOf(params: object, signal?: AbortSignal): Promise<Pick<Encoded, 'headers' | 'body'>> {
  const boundary = randomUUID();
  const parts: Buffer[] = [];
  for (const [field, value] of Object.entries(params) as [string, unknown][]) {
    const file = fileIn(value);
    const about = file === null ? '' : `; filename="${inQuotes(file.name)}"\r\ncontent-type: ${file.type}`;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    parts.push(
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"${about}\r\n\r\n`),
      file === null ? Buffer.from(text) : await file.bytes(signal),
      Buffer.from('\r\n'),
    );
  }
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** As browsers write the name of a file. */
const inQuotes = (name: string) => name.replace(/["\r\n]/g, encodeURIComponent);

function fileIdOf(result: unknown, field: string): string | null {
  const file: unknown = isRecord(result) ? result[field] : null;
  return isRecord(file) && typeof file['file_id'] === 'string' ? file['file_id'] : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
