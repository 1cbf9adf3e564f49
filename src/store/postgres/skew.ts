import type { Asked } from './connect.js';

/** Beyond it a process is not ready: the hours that people chose, and what is kept until when, would depend on who leads. */
export const mostSkewMs = 2_000;

/**
 * By how much this machine's clock is ahead of the database's, for as far as that is certain: what the question took may lie on either
 * side of the answer.
 */
export async function skewMs(asked: Asked, wallMs: () => number): Promise<number> {
  const before = wallMs();
  const [row] = await asked.query<{ at: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::bigint as at',
  );
  const after = wallMs();
  const apart = (before + after) / 2 - (row?.at ?? before);
  const certain = Math.max(0, Math.abs(apart) - (after - before) / 2);
  return Math.round(Math.sign(apart) * certain);
}
