import { z } from 'zod';
import {
  listeningPhases,
  swapWishes,
  tensions,
  type Heard,
  type Listening,
  type Said,
} from '../../core/listening/scene.js';
import { instant } from '../times.js';
import { people, personId } from './people.js';
import { piece } from './piece.js';

/** A listening round, and what is kept of the last one, as they lie sealed within a couple's document. */

const said = z.strictObject({
  by: z.number(),
  step: z.string(),
  option: z.string().nullable(),
  pieces: z.array(piece),
  picks: z.array(z.string()),
}) satisfies z.ZodType<Said>;

export const listening = z.strictObject({
  id: z.string(),
  protocol: z.string(),
  pace: z.enum(['apart', 'live']),
  starter: z.number(),
  speaker: z.number(),
  about: z.string().nullable(),
  phase: z.enum(listeningPhases),
  turn: z.number(),
  step: z.string(),
  draw: z.number(),
  tick: z.number(),
  until: instant,
  nudgeAt: instant.nullable(),
  timeUpAt: instant.nullable(),
  left: people,
  ready: people,
  drafts: z.record(
    personId,
    z.strictObject({ pieces: z.array(piece), picks: z.array(z.string()), version: z.number() }),
  ),
  option: z.string().nullable(),
  heldAs: z.string().nullable(),
  used: z.record(z.string(), z.number()),
  mirrored: z.array(piece),
  confirmed: z.array(piece),
  notes: z.record(personId, z.array(piece)),
  strays: z.record(personId, z.number()),
  signals: z.array(z.string()),
  swaps: z.record(personId, z.enum(swapWishes)),
  said: z.array(said),
  resume: z.enum(['step', 'together', 'swap']).nullable(),
  parkings: z.number(),
}) satisfies z.ZodType<Listening>;

export const heard = z.strictObject({
  id: z.string(),
  protocol: z.string(),
  endedAt: instant,
  until: instant,
  said: z.array(said),
  thanked: people,
  tension: z.record(personId, z.enum(tensions)),
  plans: z.array(
    z.strictObject({
      by: z.number(),
      text: z.string(),
      messageId: z.number(),
      phase: z.enum(['draft', 'proposed', 'agreed']),
    }),
  ),
}) satisfies z.ZodType<Heard>;
