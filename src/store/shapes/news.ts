import { z } from 'zod';
import type { Person } from '../../core/scene.js';
import { hour } from '../times.js';

/** What an update brought and is still to be told. */

export const news = z.strictObject({ since: z.number(), at: hour }) satisfies z.ZodType<Person['news']>;
