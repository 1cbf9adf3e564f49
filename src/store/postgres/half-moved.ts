import { StoreRefusal } from '../failures.js';
import type { Asked } from './connect.js';

/**
 * A mark that a move has begun to fill a cluster, with a number that identifies the data. It is set before the first row is
 * copied and removed with the last, so that no bot opens half of the data; see to-postgres/move.ts.
 */
export const movingMark = 'moving';

export async function refuseHalfMoved(asked: Asked, setting: string): Promise<void> {
  const [mark] = await asked.query('select 1 from marks where name = $1', [movingMark]);
  if (mark === undefined) return;
  throw new StoreRefusal(
    `What ${setting} leads to is half filled: npm run move -- --to postgres was cut off, and goes on when it is run again.`,
  );
}
