import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { traces } from './traces.js';

/** The same seeds live the same lives, update by update and call by call: nothing that moves may change what is said. */
test('216 worlds are lived as they were before the house was moved', { timeout: 300_000 }, async () => {
  const before = JSON.parse(readFileSync(new URL('traces.json', import.meta.url), 'utf8')) as Record<string, string>;
  expect(Object.values(before).filter((hash) => /^[0-9a-f]{16}$/.test(hash))).toHaveLength(216);
  expect(await traces()).toEqual(before);
});
