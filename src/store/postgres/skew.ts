import type { Asked } from './connect.js';

/**
 * A process whose clock differs more is not ready: the hours of questions, and of erasures, would depend on who leads.
 */
export const mostSkewMs = 2_000;

/**
 * How far this machine's clock is certainly ahead of the database's. The time that the query took is allowed for in either
 * direction.
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
