import { describe } from 'vitest';
import { findChromium } from './chromium.js';

/** A `describe` that needs a browser: without one it is skipped at a desk, and fails in CI. */
export function describeInChromium(name: string, tests: () => void): void {
  const isMissing = findChromium() === undefined && process.env['CI'] !== 'true';
  if (isMissing) process.stderr.write(`No Chromium here, so «${name}» is skipped; CHROMIUM=/path/to/it helps.\n`);
  describe.skipIf(isMissing)(name, tests);
}
