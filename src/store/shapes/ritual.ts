import { z } from 'zod';
import type { Ritual } from '../../core/ritual/scene.js';
import { instant, localDate } from '../times.js';
import { personId } from './people.js';

/** Something two people do again and again. */
export const ritual = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  moment: z.string(),
  every: z.enum(['week', 'month']),
  agreedAt: instant,
  until: instant,
  met: z.record(personId, localDate),
}) satisfies z.ZodType<Ritual>;
