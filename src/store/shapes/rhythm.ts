import { z } from 'zod';
import type { Couple, Person, Rhythm } from '../../core/scene.js';
import { instant, servedDate } from '../times.js';

/** When somebody is asked, and what the settings card asked of them. */

export const rhythm = z.strictObject({
  days: z.enum(['daily', 'three', 'weekly', 'rest']),
  minute: z.number(),
  quietFromMinute: z.number(),
  quietUntilMinute: z.number(),
}) satisfies z.ZodType<Rhythm>;

export const wish = z.strictObject({
  what: z.enum(['shorter', 'other']),
  until: instant,
}) satisfies z.ZodType<Person['wish']>;

export const asked = z.strictObject({
  what: z.enum(['city', 'hour', 'quiet', 'holiday', 'plan', 'reply', 'row', 'postcard']),
  until: instant,
}) satisfies z.ZodType<Person['asked']>;

export const slot = z.strictObject({ date: servedDate, round: z.string().nullable() }) satisfies z.ZodType<
  Couple['slot']
>;
