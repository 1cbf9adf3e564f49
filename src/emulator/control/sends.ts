import type { PersonSends } from '../contract.js';
import { number, onlyKnown, optional, part, text, WrongBody, type Body } from './body.js';

const things = ['text', 'voice', 'photo', 'sticker', 'location', 'poll', 'videoNote'] as const;

/** What somebody sends, in a private chat or in a group. */
export function readSends(body: Body): PersonSends {
  onlyKnown(body, [...things, 'forwardedFrom', 'replyToMessageId']);
  const sent = things.filter((thing) => body[thing] !== undefined);
  if (sent.length !== 1) throw new WrongBody(`a message holds one of: ${things.join(', ')}`);
  const forwardedFrom = optional(body, 'forwardedFrom', text);
  const replyToMessageId = optional(body, 'replyToMessageId', number);
  return {
    ...(body['text'] !== undefined && { text: text(body, 'text') }),
    ...(body['voice'] !== undefined && { voice: readVoice(part(body, 'voice')) }),
    ...(body['photo'] !== undefined && { photo: readPhoto(part(body, 'photo')) }),
    ...(body['sticker'] !== undefined && { sticker: { emoji: text(part(body, 'sticker'), 'emoji') } }),
    ...(body['location'] !== undefined && { location: readLocation(part(body, 'location')) }),
    ...(body['poll'] !== undefined && { poll: { question: text(part(body, 'poll'), 'question') } }),
    ...(body['videoNote'] !== undefined && {
      videoNote: { durationSeconds: number(part(body, 'videoNote'), 'durationSeconds') },
    }),
    ...(forwardedFrom !== undefined && { forwardedFrom }),
    ...(replyToMessageId !== undefined && { replyToMessageId }),
  };
}

function readVoice(body: Body): NonNullable<PersonSends['voice']> {
  const durationSeconds = number(body, 'durationSeconds');
  if (durationSeconds < 0 || durationSeconds > 3600) throw new WrongBody('a voice note lasts at most an hour');
  const data = optional(body, 'data', text);
  const mimeType = optional(body, 'mimeType', text);
  return { durationSeconds, ...(data !== undefined && { data }), ...(mimeType !== undefined && { mimeType }) };
}

function readPhoto(body: Body): NonNullable<PersonSends['photo']> {
  const data = optional(body, 'data', text);
  const caption = optional(body, 'caption', text);
  return { ...(data !== undefined && { data }), ...(caption !== undefined && { caption }) };
}

function readLocation(body: Body): NonNullable<PersonSends['location']> {
  return { latitude: number(body, 'latitude'), longitude: number(body, 'longitude') };
}
