import { z } from 'zod';
import type { Person } from '../../core/scene.js';
import { hour, instant } from '../times.js';

/** A leave that is to come. */

export const leaving = z.strictObject({ askedAt: instant, at: hour }) satisfies z.ZodType<Person['leaving']>;
