import { z } from 'zod';
import type { Path, PathPart, PathProposal, Wish } from '../../core/path/scene.js';
import { instant, localDate } from '../times.js';
import { people, personId } from './people.js';
import { piece } from './piece.js';

/** Where a couple is among the paths, and what one of them wants. */

const path = z.strictObject({
  id: z.string(),
  isDeep: z.boolean(),
  begunAt: instant,
  begun: z.array(z.strictObject({ id: z.string(), at: instant, date: localDate.nullable() })),
  opened: z.array(z.string()),
  shown: z.array(
    z.strictObject({
      scenario: z.string(),
      round: z.string(),
      askedAt: instant,
      answers: z.record(personId, z.strictObject({ pieces: z.array(piece), picks: z.array(z.string()) })),
    }),
  ),
  left: z.number(),
  end: z.strictObject({ how: z.enum(['still', 'finished']), at: instant, date: localDate.nullable() }).nullable(),
}) satisfies z.ZodType<Path>;

const proposal = z.strictObject({
  paths: z.array(z.string()),
  at: instant,
  told: people,
}) satisfies z.ZodType<PathProposal>;

export const pathPart = {
  path: path.nullable(),
  done: z.record(z.string(), instant),
  proposeAt: instant.nullable(),
  proposal: proposal.nullable(),
  proposed: z.array(z.string()),
  matchAt: instant.nullable(),
  practised: z.strictObject({ breather: instant.nullable(), listening: instant.nullable() }),
} satisfies Record<keyof PathPart, z.ZodType>;

export const wish = z.strictObject({
  on: z.enum(['path', 'keep', 'ritual']),
  subject: z.string(),
  until: instant,
}) satisfies z.ZodType<Wish>;
