import { fileURLToPath } from 'node:url';

/** What ships with this repository. */
export const shippedDirectory = fileURLToPath(new URL('../../scenarios', import.meta.url));
