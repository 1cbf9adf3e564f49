import type { Instant, PersonId } from '../../core/ids.js';
import { lanes } from '../outbox/queues.js';
import type { Queue } from '../outbox/rows.js';
import type { Row, Settlement } from '../store.js';
import type { Asked } from './connect.js';
import { gatherMessages, tablesOf, work, type House } from './transaction.js';

const everyQueue: readonly Queue[] = ['answer', ...lanes];
/**
 * A claim that only found rows to drop looks for others, at most this often, so that it stays short after a long
 * absence.
 */
const mostRounds = 4;

export interface Wanted {
  readonly queues: readonly Queue[];
  readonly limit: number;
}

/**
 * Settles and claims in one transaction. The person whom a row belongs to is locked before the row is read. Otherwise a
 * row that another process writes meanwhile could wait for ever behind one that is just being sent.
 */
export async function settleAndClaim(
  asked: Asked,
  house: House,
  settlements: readonly Settlement[],
  { queues, limit }: Wanted,
  now: Instant,
): Promise<readonly Row[]> {
  const claimed: Row[] = [];
  let left = settlements;
  for (let round = 0; round < mostRounds; round += 1) {
    const people = await peopleOf(asked, left, { queues, limit: limit - claimed.length }, now);
    if (people.length === 0) return claimed;
    const settled = left;
    const set = await gatherMessages(asked, house, new Set(people));
    const found = await work(asked, house, set, tablesOf(set, house.defaults), ({ outbox }) => {
      for (const one of settled) outbox.settle(one, now);
      return outbox.claim(now, queues, limit - claimed.length);
    });
    left = [];
    claimed.push(...found);
    if (claimed.length >= limit) return claimed;
  }
  return claimed;
}

/** The people whose rows are settled, and those who have rows to send. */
async function peopleOf(
  asked: Asked,
  settlements: readonly Settlement[],
  { queues, limit }: Wanted,
  now: Instant,
): Promise<readonly PersonId[]> {
  const rows = await asked.query<{ id: number }>(
    `select person_id as id from outbox where id = any($1::bigint[])
      union select ready.person_id from unnest($2::text[]) as asked (queue) cross join lateral (
        select person_id from outbox where queue = asked.queue and state = 'waiting' and due_at <= $3::bigint
        order by due_at, id limit $4::int) ready`,
    [settlements.map(({ row }) => row), queues, now, Math.max(0, limit)],
  );
  return rows.map(({ id }) => id);
}

/** After a crash, what was being sent is sent again, except nudges. */
export async function recover(asked: Asked, house: House, now: Instant): Promise<void> {
  const flying = await asked.query<{ id: number }>(
    `select distinct person_id as id from outbox where state = 'flying'`,
  );
  if (flying.length === 0) return;
  const people = new Set(flying.map(({ id }) => id));
  const set = await gatherMessages(asked, house, people);
  await work(asked, house, set, tablesOf(set, house.defaults), ({ outbox }) => {
    outbox.recover(now);
  });
}

export async function nextSendAt(asked: Asked, queues: readonly Queue[] = everyQueue): Promise<Instant | null> {
  const [row] = await asked.query<{ next: number | null }>(
    `select min(first.due_at) as next from unnest($1::text[]) as asked (queue) cross join lateral (
      select due_at from outbox where queue = asked.queue and state = 'waiting' order by due_at limit 1) first`,
    [queues],
  );
  return row?.next ?? null;
}
