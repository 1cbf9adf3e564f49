import { z } from 'zod';
import { markTypes, type Piece, type Wording } from '../../core/piece.js';

/** What somebody said, wherever it lies. */

const marks = z
  .array(
    z.strictObject({
      type: z.enum(markTypes),
      offset: z.number(),
      length: z.number(),
      url: z.string().optional(),
    }),
  )
  .optional();

export const wording = z.strictObject({ text: z.string(), marks }) satisfies z.ZodType<Wording>;

export const piece = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    at: z.string().nullable(),
    messageId: z.number(),
    text: z.string(),
    marks,
  }),
  z.strictObject({
    kind: z.literal('voice'),
    at: z.string().nullable(),
    messageId: z.number(),
    fileId: z.string().nullable(),
    seconds: z.number(),
  }),
  z.strictObject({
    kind: z.literal('photo'),
    at: z.null(),
    messageId: z.number(),
    fileId: z.string().nullable(),
  }),
]) satisfies z.ZodType<Piece>;
