import type { TelegramMessageEntity } from '@gramio/types';
import { refuse, wrongCall, type Refusal } from './reply.js';

export interface Text {
  text: string;
  entities: TelegramMessageEntity[];
}

export const maxTextLength = 4096;
export const maxCaptionLength = 1024;

/** A bot's text as Telegram keeps it: trimmed, measured in UTF-16 code units, with its entities in range. */
export function readText(text: string, entities: TelegramMessageEntity[] | undefined): Text | Refusal {
  const read = trim(text, entities ?? []);
  if ('ok' in read) return read;
  if (read.text === '') return wrongCall('Bad Request: message text is empty');
  if (read.text.length > maxTextLength) return wrongCall('Bad Request: message is too long');
  return withFoundEntities(read);
}

export function readCaption(text: string | undefined, entities: TelegramMessageEntity[] | undefined): Text | Refusal {
  const read = trim(text ?? '', entities ?? []);
  if ('ok' in read) return read;
  if (read.text.length > maxCaptionLength) return wrongCall('Bad Request: message caption is too long');
  return withFoundEntities(read);
}

/** A person's text as their app sends it. */
export function personText(text: string): Text | Refusal {
  const trimmed = text.trim();
  if (trimmed === '') return refuse(400, 'a message needs a text');
  if (trimmed.length > maxTextLength) return refuse(400, `a message has at most ${maxTextLength} characters`);
  return withFoundEntities({ text: trimmed, entities: [] });
}

function trim(text: string, entities: TelegramMessageEntity[]): Text | Refusal {
  const problem = entityOutOfRange(text, entities);
  if (problem !== null) return wrongCall(`Bad Request: ${problem}`);
  const withoutStart = text.trimStart();
  const trimmed = withoutStart.trimEnd();
  if (trimmed.length === text.length) return { text, entities };
  const shift = text.length - withoutStart.length;
  const moved = entities.flatMap((entity) => {
    const start = Math.max(entity.offset - shift, 0);
    const end = Math.min(entity.offset + entity.length - shift, trimmed.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: trimmed, entities: moved };
}

function entityOutOfRange(text: string, entities: TelegramMessageEntity[]): string | null {
  for (const { offset, length } of entities) {
    const end = offset + length;
    if (!Number.isInteger(offset) || offset < 0) return `entity begins at the wrong UTF-16 offset ${offset}`;
    if (!Number.isInteger(length) || length <= 0) return `entity has the wrong length ${length}`;
    if (offset >= text.length) {
      return `entity begins after the end of the text at UTF-16 offset ${offset}`;
    }
    if (end > text.length) {
      return `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`;
    }
    if (isInsidePair(text, offset)) return `entity begins in a middle of a UTF-16 symbol at byte offset ${offset}`;
    if (isInsidePair(text, end)) return `entity ends in a middle of a UTF-16 symbol at byte offset ${end}`;
  }
  return null;
}

function isInsidePair(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

/** Telegram finds commands, mentions and links by itself, in what bots and people write alike. */
function withFoundEntities(text: Text): Text {
  const likely = finders.filter(({ sign }) => text.text.includes(sign));
  if (likely.length === 0) return text;
  const found = likely.flatMap(({ type, pattern }) =>
    [...text.text.matchAll(pattern)].map((match): TelegramMessageEntity => {
      const part = match[1] ?? match[0];
      return { type, offset: match.index + match[0].length - part.length, length: part.length };
    }),
  );
  const free = found.filter(
    (entity, index) => !overlaps(entity, [...text.entities.filter(isOpaque), ...found.slice(0, index)]),
  );
  if (free.length === 0) return text;
  return { text: text.text, entities: [...text.entities, ...free].sort((a, b) => a.offset - b.offset) };
}

const finders = [
  { type: 'url', sign: '://', pattern: /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)»]/g },
  { type: 'url', sign: 't.me/', pattern: /(?<![\w/.@-])t\.me\/[^\s<>"]*[^\s<>".,;:!?)»]/g },
  {
    type: 'bot_command',
    sign: '/',
    pattern: /(?:^|[^\w/@<>])(\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/@])/g,
  },
  { type: 'mention', sign: '@', pattern: /(?:^|[^\w/@])(@[A-Za-z0-9_]{4,32})(?!\w)/g },
] as const;

/** Nothing is found inside these: they already say what their text is. */
function isOpaque({ type }: TelegramMessageEntity): boolean {
  return ['code', 'pre', 'text_link', 'text_mention', 'url', 'mention', 'bot_command', 'email'].includes(type);
}

function overlaps(entity: TelegramMessageEntity, others: TelegramMessageEntity[]): boolean {
  const end = entity.offset + entity.length;
  return others.some((other) => entity.offset < other.offset + other.length && other.offset < end);
}
