import type { CoupleId, Instant, PersonId } from '../../core/ids.js';
import type { Asked } from './connect.js';
import { minuteMs } from '../../core/time/durations.js';

/** Which couples and people the clock should look at. Each is read from an index of its own, however many there are. */

export function due(asked: Asked, now: Instant, limit: number): Promise<readonly CoupleId[]> {
  return ids(asked, 'select id from couples where wake_at <= $1 order by wake_at limit $2', [now, limit]);
}

export function dueAlone(asked: Asked, now: Instant, limit: number): Promise<readonly PersonId[]> {
  return ids(asked, 'select person_id as id from alone where wake_at <= $1 order by wake_at limit $2', [now, limit]);
}

export async function nextDueAt(asked: Asked): Promise<Instant | null> {
  const sql = 'select wake_at as next from couples where wake_at is not null order by wake_at limit 1';
  const [row] = await asked.query<{ next: number }>(sql);
  return row?.next ?? null;
}

export async function duePerMinute(asked: Asked, now: Instant, minutes: number): Promise<readonly number[]> {
  const counts = Array.from({ length: minutes }, () => 0);
  const rows = await asked.query<{ minute: number; couples: number }>(
    `select (wake_at - $1::bigint) / 60000 as minute, count(*) as couples from couples
      where wake_at > $1::bigint and wake_at < $2::bigint group by 1`,
    [now, now + minutes * minuteMs],
  );
  for (const { minute, couples } of rows) counts[minute] = couples;
  return counts;
}

export function withOpenRound(asked: Asked, after: CoupleId, limit: number): Promise<readonly CoupleId[]> {
  return ids(asked, 'select id from couples where has_open_round and id > $1 order by id limit $2', [after, limit]);
}

export function peopleAfter(asked: Asked, after: PersonId, limit: number): Promise<readonly PersonId[]> {
  return ids(asked, 'select id from people where id > $1 and has_consented order by id limit $2', [after, limit]);
}

async function ids(asked: Asked, sql: string, values: readonly unknown[]): Promise<readonly number[]> {
  return (await asked.query<{ id: number }>(sql, values)).map(({ id }) => id);
}
