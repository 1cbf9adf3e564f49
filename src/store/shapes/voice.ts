import { z } from 'zod';
import type { HeldVoice } from '../../core/scene.js';
import { instant } from '../times.js';

/** A voice note that waits for the first yes to voice. */

export const heldVoice = z.strictObject({
  messageId: z.number(),
  fileId: z.string(),
  seconds: z.number(),
  card: z.string().nullable(),
  listening: z.string().nullable(),
  at: instant,
}) satisfies z.ZodType<HeldVoice>;
