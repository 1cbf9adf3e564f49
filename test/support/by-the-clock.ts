import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

/**
 * Questions that take no words and open days later, by the clock: drawn by chance, one would have a test wait in vain for
 * what both wrote.
 */
export const byTheClock: readonly string[] = [
  ...loadScenarios({ shipped: shippedDirectory }).scenarios.values(),
].flatMap(({ id, visibility, path }) => (visibility === 'overlap' && path === undefined ? [id] : []));
