import { z } from 'zod';
import type { Agreement, AgreementPart, KeptPage, Keeping } from '../../core/agreement/scene.js';
import type { OpenWords } from '../../core/path/scene.js';
import { hour, instant } from '../times.js';
import { personId } from './people.js';
import { piece } from './piece.js';

/** What two keep and are asked after again. */

const openWords = z.strictObject({
  pieces: z.array(piece),
  picks: z.array(z.string()),
}) satisfies z.ZodType<OpenWords>;

const words = z.record(personId, openWords) satisfies z.ZodType<Agreement['words']>;

const agreement = z.strictObject({
  page: z.string(),
  scenario: z.string(),
  keptAt: instant,
  words,
  due: z.array(instant),
  change: z.strictObject({ askedIn: z.string().nullable() }).nullable(),
}) satisfies z.ZodType<Agreement>;

const keeping = z.strictObject({
  round: z.string(),
  scenario: z.string(),
  replaced: z.array(z.string()),
  agreed: z.strictObject({ words, days: z.array(z.number()) }).nullable() satisfies z.ZodType<KeptPage['agreed']>,
  isPlan: z.literal(true).optional(),
  at: hour,
}) satisfies z.ZodType<Keeping>;

export const agreementPart = {
  agreements: z.array(agreement),
  keeping: z.array(keeping),
} satisfies Record<keyof AgreementPart, z.ZodType>;
