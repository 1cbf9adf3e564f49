import { personText } from '../bot-api/text.js';
import type { PersonSends } from '../contract.js';
import { fileFields, photoSizes, storeFile } from './files.js';
import type { Content } from './messages.js';
import { samplePhoto, sampleVoice } from './samples.js';
import type { Bot } from './world.js';

interface Made {
  content: Content;
  fileId: string | null;
}

/** The message a person's app makes of what they send: exactly one thing, perhaps forwarded from someone else. */
export function contentOf(bot: Bot, sends: PersonSends, nowSeconds: number): Made | Impossible {
  const made = oneThing(bot, sends);
  if ('error' in made || sends.forwardedFrom === undefined) return made;
  const origin = { type: 'hidden_user' as const, sender_user_name: sends.forwardedFrom, date: nowSeconds };
  return { ...made, content: { ...made.content, forward_origin: origin } };
}

function oneThing(bot: Bot, sends: PersonSends): Made | Impossible {
  if (sends.voice) return voice(bot, sends.voice);
  if (sends.photo) return photo(bot, sends.photo);
  if (sends.sticker) return sticker(bot, sends.sticker.emoji);
  if (sends.videoNote) return videoNote(bot, sends.videoNote.durationSeconds);
  if (sends.location) return { content: { location: sends.location }, fileId: null };
  if (sends.poll) return { content: { poll: pollOf(bot, sends.poll.question) }, fileId: null };
  const read = personText(sends.text ?? '');
  if ('ok' in read) return { error: read.description };
  return { content: { text: read.text, ...(read.entities.length > 0 && { entities: read.entities }) }, fileId: null };
}

function voice(bot: Bot, sent: NonNullable<PersonSends['voice']>): Made {
  const { durationSeconds } = sent;
  const bytes = sent.data === undefined ? sampleVoice(durationSeconds) : Buffer.from(sent.data, 'base64');
  const mimeType = sent.mimeType ?? (sent.data === undefined ? 'audio/wav' : 'audio/ogg');
  const file = storeFile(bot, { kind: 'voice', bytes, mimeType, durationSeconds });
  return {
    content: { voice: { ...fileFields(file), duration: durationSeconds, mime_type: mimeType } },
    fileId: file.id,
  };
}

function photo(bot: Bot, sent: NonNullable<PersonSends['photo']>): Made | Impossible {
  const bytes = sent.data === undefined ? samplePhoto() : Buffer.from(sent.data, 'base64');
  const mimeType = bytes.readUInt16BE(0) === 0xffd8 ? 'image/jpeg' : 'image/png';
  const file = storeFile(bot, { kind: 'photo', bytes, mimeType });
  const content: Content = { photo: photoSizes(file) };
  if (sent.caption === undefined || sent.caption.trim() === '') return { content, fileId: file.id };
  const read = personText(sent.caption);
  if ('ok' in read) return { error: read.description };
  const entities = read.entities.length > 0 ? { caption_entities: read.entities } : {};
  return { content: { ...content, caption: read.text, ...entities }, fileId: file.id };
}

function sticker(bot: Bot, emoji: string): Made {
  const file = storeFile(bot, {
    kind: 'sticker',
    bytes: samplePhoto(),
    mimeType: 'image/png',
    width: 512,
    height: 512,
  });
  const shape = { type: 'regular' as const, width: 512, height: 512, is_animated: false, is_video: false };
  return { content: { sticker: { ...fileFields(file), ...shape, emoji } }, fileId: file.id };
}

function videoNote(bot: Bot, durationSeconds: number): Made {
  const file = storeFile(bot, {
    kind: 'video_note',
    bytes: Buffer.from('video'),
    mimeType: 'video/mp4',
    durationSeconds,
  });
  return { content: { video_note: { ...fileFields(file), length: 240, duration: durationSeconds } }, fileId: file.id };
}

function pollOf(bot: Bot, question: string): NonNullable<Content['poll']> {
  const option = (text: string, index: number) => ({ persistent_id: String(index), text, voter_count: 0 });
  return {
    id: String(bot.nextMessageId),
    question,
    options: ['👍', '👎'].map(option),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: 'regular',
    allows_multiple_answers: false,
    allows_revoting: false,
    members_only: false,
  };
}

/** What the control side is told when a person can't do that: a sentence for the one who asked. */
export interface Impossible {
  error: string;
}
