import { z } from 'zod';
import { limited } from '../../core/pairing/limits.js';
import type { Consent, Invite, Person, SpentCode } from '../../core/scene.js';
import { instant } from '../times.js';

/** What a pairing asks of a person and keeps of an invite. */

export const consent = z.strictObject({ version: z.number(), at: instant }) satisfies z.ZodType<Consent>;

export const consents = z.strictObject({
  voice: consent.nullable(),
  photo: consent.nullable(),
  deeper: consent.nullable(),
  room: consent.optional(),
}) satisfies z.ZodType<Person['consents']>;

/** What is counted for a limit, by what is limited. */
export const spent = z.partialRecord(z.enum(limited), z.array(instant)) satisfies z.ZodType<Person['spent']>;

export const invite = z.strictObject({
  code: z.string(),
  expiresAt: instant.nullable(),
  askAt: instant.nullable(),
}) satisfies z.ZodType<Invite>;

export const spentCode = z.strictObject({
  code: z.string(),
  how: z.enum(['used', 'expired', 'replaced']),
}) satisfies z.ZodType<SpentCode>;
