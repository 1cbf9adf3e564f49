import fc from 'fast-check';

/** What of all that is hoped for never comes about in so many lives, always the same ones; ends with the last of it. */
export function missingFrom<Life, What>(
  lives: fc.Arbitrary<Life>,
  { seed, atMost }: { readonly seed: number; readonly atMost: number },
  live: (life: Life) => readonly What[],
  hoped: readonly What[],
): readonly What[] {
  const missing = new Set(hoped);
  for (const life of fc.sample(lives, { seed, numRuns: atMost })) {
    for (const what of live(life)) missing.delete(what);
    if (missing.size === 0) break;
  }
  return [...missing];
}
