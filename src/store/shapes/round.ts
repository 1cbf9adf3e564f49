import { z } from 'zod';
import type { RoundStep } from '../../core/path/scene.js';
import type { Answer, OpenedRound, Opening, Pending, Person, RestedRound, Round } from '../../core/scene.js';
import { hour, instant } from '../times.js';
import { keepDays } from './own-data.js';
import { byPerson, people } from './people.js';
import { piece } from './piece.js';

/** A question, its answers and their opening. */

export const answer = z.strictObject({
  state: z.enum(['draft', 'sealed', 'not-yet', 'live', 'skipped']),
  pieces: z.array(piece),
  picks: z.array(z.string()),
  step: z.number(),
  stem: z.strictObject({ leftOut: z.array(z.string()), isNudged: z.boolean() }).optional(),
  chosen: z.array(z.string()).optional(),
  row: z.string().nullable().optional(),
}) satisfies z.ZodType<Answer>;

export const pending = z.strictObject({
  what: z.enum(['addition', 'short', 'question', 'reaction', 'rewrite', 'reply']),
  round: z.string(),
  reply: z.string().optional(),
  pieces: z.array(piece),
  step: z.number(),
}) satisfies z.ZodType<Pending>;

export const later = z.strictObject({ round: z.string(), at: hour }) satisfies z.ZodType<Person['later']>;

const roundStep = z.strictObject({
  path: z.string(),
  id: z.string(),
  isShown: z.boolean(),
  isLast: z.boolean(),
}) satisfies z.ZodType<RoundStep>;

export const round = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  example: z.number(),
  depth: z.literal([1, 2, 3, 4]),
  startedAt: instant,
  offered: byPerson,
  step: roundStep.optional(),
  about: z.strictObject({ page: z.string(), how: z.enum(['look', 'change']) }).optional(),
  patienceDays: z.number().optional(),
  once: z.enum(['sheet', 'overlap']).optional(),
  room: z.strictObject({ first: z.number() }).optional(),
}) satisfies z.ZodType<Round>;

export const restedRound = z.strictObject({ round, restedAt: instant }) satisfies z.ZodType<RestedRound>;

export const openedRound = z.strictObject({
  round,
  openedAt: instant,
  thanked: people,
  askedMore: people,
  reacted: people,
  replied: people,
  closed: people,
  keepDays,
  keptAt: instant.optional(),
  isOffBook: z.literal(true).optional(),
  room: z.enum(['coming', 'laid']).optional(),
  untold: people.optional(),
}) satisfies z.ZodType<OpenedRound>;

export const opening = z.strictObject({
  round: z.string(),
  at: hour.nullable(),
  until: instant.nullable(),
  askAt: byPerson,
  yes: people,
}) satisfies z.ZodType<Opening>;
