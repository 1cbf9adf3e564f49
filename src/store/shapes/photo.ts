import { z } from 'zod';
import type { HeldPhoto } from '../../core/scene.js';
import { instant } from '../times.js';
import { wording } from './piece.js';

/** A photo that waits for the first yes to photos. */

export const heldPhoto = z.strictObject({
  messageId: z.number(),
  fileId: z.string(),
  caption: wording.nullable(),
  card: z.string().nullable(),
  at: instant,
}) satisfies z.ZodType<HeldPhoto>;
