import { z } from 'zod';
import { breatherChoices, type Breather, type Resumption } from '../../core/breather/scene.js';
import { hour, instant } from '../times.js';
import { people, personId } from './people.js';

/** A breather, and the time that two may pick to come back to it. */

export const breather = z.strictObject({
  id: z.string(),
  caller: z.number(),
  beganAt: instant,
  phase: z.enum(['rest', 'return', 'choice', 'lines']),
  since: instant,
  until: instant,
  isSettled: z.boolean(),
  extensions: z.number(),
  longer: people,
  freed: people,
  hushed: people,
  back: people,
  notToday: people,
  choices: z.record(z.string(), z.enum(breatherChoices)),
  lines: z.record(z.string(), z.strictObject({ text: z.string(), messageId: z.number(), isSealed: z.boolean() })),
}) satisfies z.ZodType<Breather>;

export const resumption = z.strictObject({
  id: z.string(),
  picks: z.record(personId, hour),
  at: hour.nullable(),
  until: instant,
}) satisfies z.ZodType<Resumption>;
