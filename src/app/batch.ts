/** How many couples to wake at once: the more, the less each costs, but meanwhile everything else waits. */

const smallest = 8;
export const firstSize = 12;
const largest = 64;
/** A batch that took longer is too large, one that took less than half of it too small. */
const blockMs = 12;

/** The size after a batch of `size` that took `tookMs`. */
export function nextSize(size: number, tookMs: number): number {
  if (tookMs > blockMs) return Math.max(smallest, Math.floor(size / 2));
  return tookMs < blockMs / 2 ? Math.min(largest, size * 2) : size;
}
