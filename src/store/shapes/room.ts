import { z } from 'zod';
import type { Room, RoomPost } from '../../core/room/scene.js';
import { instant } from '../times.js';
import type { RoomTask } from '../store.js';
import { keepDays } from './own-data.js';

/** The Telegram group of two people, and what the bot said there. */

const post = z.strictObject({
  round: z.string().nullable(),
  messageId: z.number(),
  at: instant,
  askedAt: instant,
  keepDays,
}) satisfies z.ZodType<RoomPost>;

export const room = z.strictObject({
  state: z.enum(['found', 'proposed', 'open', 'shut']),
  chat: z.string(),
  maker: z.number(),
  language: z.enum(['nl', 'en']),
  since: instant,
  reason: z.enum(['joined', 'not-two', 'promoted', 'exposed', 'public', 'unsure', 'removed']).nullable(),
  lookAt: instant.nullable(),
  isMissingTold: z.boolean(),
  hasStranded: z.boolean(),
  posts: z.array(post),
  usedAt: instant,
}) satisfies z.ZodType<Room>;

export const roomTask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('check'), chat: z.string(), asked: z.number().nullable() }),
  z.strictObject({
    kind: z.literal('post'),
    chat: z.string(),
    round: z.string().nullable(),
    params: z.record(z.string(), z.unknown()),
    until: instant,
    blank: z.string(),
  }),
  z.strictObject({
    kind: z.literal('takeAway'),
    chat: z.string(),
    messages: z.array(z.strictObject({ messageId: z.number(), at: instant })),
    blank: z.string(),
  }),
  z.strictObject({ kind: z.literal('leave'), chat: z.string() }),
]) satisfies z.ZodType<RoomTask>;
