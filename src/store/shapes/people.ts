import { z } from 'zod';
import { instant } from '../times.js';

/** People by their numbers, which JSON has as text where they are keys. */

export const people = z.array(z.number());

export const personId = z.string().regex(/^\d+$/);

export const byPerson = z.record(personId, instant);
