import { z } from 'zod';
import type { GavePostcard, GotPostcard, Postcard } from '../../core/postcard/scene.js';
import { instant } from '../times.js';
import { answer } from './round.js';

/** A postcard in hand, the last one that was given, and those that can still be answered. */

export const postcard = z.strictObject({
  id: z.string(),
  form: z.string(),
  answer,
  isNudged: z.boolean(),
  begunAt: instant,
  heldUntil: instant.nullable(),
}) satisfies z.ZodType<Postcard>;

export const gavePostcard = z.strictObject({
  at: instant,
  zone: z.string(),
  messages: z.array(z.number()),
}) satisfies z.ZodType<GavePostcard>;

export const gotPostcard = z.strictObject({
  id: z.string(),
  form: z.string(),
  at: instant,
  isThanked: z.boolean(),
  hasReplied: z.boolean(),
}) satisfies z.ZodType<GotPostcard>;
