import type { TelegramMessageEntity } from '@gramio/types';
import { isRefusal, wrongCall, type Refusal, type Reply } from '../bot-api/reply.js';
import { readCaption } from '../bot-api/text.js';
import { fileFields, photoSizes, storeFile } from '../world/files.js';
import { imageSize } from '../world/images.js';
import type { Content } from '../world/messages.js';
import type { FileKind, StoredFile } from '../world/world.js';
import { method, type Call } from './call.js';
import { deliver, type SendOptions } from './deliver.js';

interface SendMedia extends SendOptions {
  caption?: string;
  caption_entities?: TelegramMessageEntity[];
  show_caption_above_media?: boolean;
  has_spoiler?: boolean;
  duration?: number;
  width?: number;
  height?: number;
}

const maxPhotoBytes = 10 * 1024 * 1024;

export const sendPhoto = method<SendMedia & { photo: string }>((call, params) =>
  send(call, params, 'photo', params.photo, (file) => ({ photo: photoSizes(file) })),
);

export const sendVoice = method<SendMedia & { voice: string }>((call, params) =>
  send(call, params, 'voice', params.voice, (file) => ({ voice: voiceOf(file) })),
);

export const sendDocument = method<SendMedia & { document: string }>((call, params) =>
  send(call, params, 'document', params.document, (file) => ({ document: documentOf(file) })),
);

export const sendAnimation = method<SendMedia & { animation: string }>((call, params) =>
  send(call, params, 'animation', params.animation, (file) => ({
    animation: {
      ...documentOf(file),
      duration: file.durationSeconds ?? 0,
      width: file.width ?? 320,
      height: file.height ?? 240,
    },
    document: documentOf(file),
  })),
);

export function voiceOf(file: StoredFile) {
  return { ...fileFields(file), duration: file.durationSeconds ?? 0, mime_type: file.mimeType };
}

function documentOf(file: StoredFile) {
  const name = file.fileName === null ? {} : { file_name: file.fileName };
  return { ...fileFields(file), ...name, mime_type: file.mimeType };
}

function send(
  call: Call,
  params: SendMedia,
  kind: FileKind,
  source: string,
  contentOf: (file: StoredFile) => Content,
): Reply {
  const caption = readCaption(params.caption, params.caption_entities);
  if ('ok' in caption) return caption;
  const file = findOrStore(call, kind, source, params);
  if (isRefusal(file)) return file;
  const content: Content = {
    ...contentOf(file),
    ...(caption.text !== '' && { caption: caption.text }),
    ...(caption.entities.length > 0 && { caption_entities: caption.entities }),
    ...(params.has_spoiler === true && { has_media_spoiler: true as const }),
    ...(params.show_caption_above_media === true && { show_caption_above_media: true as const }),
  };
  return deliver(call, params, content, file.id);
}

/** A file by its id, or a new one from an upload. Addresses are refused: the emulator asks nothing of the outside world. */
export function findOrStore(
  call: Call,
  kind: FileKind,
  source: string,
  params: Pick<SendMedia, 'duration' | 'width' | 'height'>,
): StoredFile | Refusal {
  if (/^https?:\/\//i.test(source)) {
    return wrongCall('Bad Request: files by HTTP URL are not supported by this emulator');
  }
  if (!source.startsWith('attach://')) return fileById(call, kind, source);
  const upload = call.uploads.get(source.slice('attach://'.length));
  if (upload === undefined) return wrongCall('Bad Request: wrong file identifier/HTTP URL specified');
  if (upload.bytes.length === 0) return wrongCall('Bad Request: file must be non-empty');
  if (kind === 'photo') {
    if (upload.bytes.length > maxPhotoBytes) return wrongCall('Bad Request: file is too big for a photo');
    if (imageSize(upload.bytes) === null) return wrongCall('Bad Request: IMAGE_PROCESS_FAILED');
  }
  return storeFile(call.bot, {
    kind,
    ...upload,
    durationSeconds: params.duration ?? null,
    width: params.width ?? null,
    height: params.height ?? null,
  });
}

function fileById(call: Call, kind: FileKind, id: string): StoredFile | Refusal {
  const file = call.bot.files.get(id);
  if (file === undefined) return wrongCall('Bad Request: wrong file identifier/HTTP URL specified');
  // A document may be anything; every other kind is asked for by its own name.
  if (file.kind === kind || (kind === 'document' && file.kind === 'animation')) return file;
  return wrongCall(`Bad Request: can't use file of type ${typeNames[file.kind]} as ${typeNames[kind]}`);
}

const typeNames: Record<FileKind, string> = {
  photo: 'Photo',
  voice: 'VoiceNote',
  animation: 'Animation',
  document: 'Document',
  sticker: 'Sticker',
  video_note: 'VideoNote',
};
