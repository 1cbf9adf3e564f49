import { z } from 'zod';
import type { KeepDays } from '../../core/scene.js';

/** How long an open answer is kept. */

export const keepDays = z.literal([7, 30, 90, 365]) satisfies z.ZodType<KeepDays>;
