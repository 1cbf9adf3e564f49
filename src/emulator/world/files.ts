import type { TelegramPhotoSize } from '@gramio/types';
import { imageSize } from './images.js';
import type { Bot, FileKind, StoredFile } from './world.js';

export interface NewFile {
  kind: FileKind;
  bytes: Buffer;
  mimeType: string;
  fileName?: string | null;
  durationSeconds?: number | null;
  width?: number | null;
  height?: number | null;
}

const folders: Record<FileKind, string> = {
  photo: 'photos',
  voice: 'voice',
  animation: 'animations',
  document: 'documents',
  sticker: 'stickers',
  video_note: 'video_notes',
};

/** Keeps a file for a bot. File ids are the bot's own: another bot can't use them, as with Telegram. */
export function storeFile(bot: Bot, file: NewFile): StoredFile {
  const number = bot.nextFileId;
  bot.nextFileId += 1;
  const id = Buffer.from(`${file.kind}:${bot.user.id}:${number}`).toString('base64url');
  const size = file.kind === 'photo' ? imageSize(file.bytes) : null;
  const stored: StoredFile = {
    id: `AgAD${id}`,
    uniqueId: `AQAD${Buffer.from(String(number)).toString('base64url')}`,
    kind: file.kind,
    bytes: file.bytes,
    path: `${folders[file.kind]}/file_${number}${extensionOf(file)}`,
    mimeType: file.mimeType,
    fileName: file.fileName ?? null,
    durationSeconds: file.durationSeconds ?? null,
    width: file.width ?? size?.width ?? null,
    height: file.height ?? size?.height ?? null,
  };
  bot.files.set(stored.id, stored);
  return stored;
}

/** The fields every kind of file has in the Bot API. */
export function fileFields(file: StoredFile): { file_id: string; file_unique_id: string; file_size: number } {
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length };
}

export function photoSizes(file: StoredFile): TelegramPhotoSize[] {
  return [{ ...fileFields(file), width: file.width ?? 90, height: file.height ?? 90 }];
}

function extensionOf({ fileName, mimeType }: NewFile): string {
  const named = /\.[A-Za-z0-9]{1,8}$/.exec(fileName ?? '')?.[0];
  return named ?? extensions[mimeType] ?? '';
}

const extensions: Record<string, string> = {
  'audio/ogg': '.oga',
  'audio/wav': '.wav',
  'audio/webm': '.webm',
  'audio/mp4': '.m4a',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'video/mp4': '.mp4',
};
