import type { Instant } from '../../core/ids.js';
import { deletableMs } from '../chats.js';
import type { Asked } from './connect.js';
import { dayMs } from '../../core/time/durations.js';

const seenKeptMs = 7 * dayMs;
const strangersKeptMs = 7 * dayMs;
const biteRows = 500;
const bookBiteRows = 200;

/** Erases one bite of everything that has outlived its purpose. */
export async function tidy(asked: Asked, now: Instant): Promise<void> {
  await asked.query(
    `delete from seen_updates where seen_at < $1 and id in (select id from seen_updates order by id limit $2)`,
    [now - seenKeptMs, biteRows],
  );
  // The name of some messages is forgotten while they can still be deleted from the chat. Until then their number is
  // kept.
  await asked.query(
    `with gone as (
        delete from outbox where id in
          (select id from outbox where keep_until is not null and keep_until < $1 order by keep_until, id limit $2)
        returning person_id, kind, message_id, settled_at
      )
      insert into chat_messages (person_id, message_id, at)
      select person_id, message_id, coalesce(settled_at, $1) from gone where kind = 'send' and message_id is not null`,
    [now, biteRows],
  );
  await asked.query(
    `delete from chat_messages where at < $1 and id in (select id from chat_messages order by id limit $2)`,
    [now - deletableMs, biteRows],
  );
  // A stranger who has just written is answered first: with the person, messages that wait to be sent would be deleted.
  await asked.query(
    `with gone as (
        delete from people where id in (
          select id from people where not has_consented and touched_at < $1
            and not exists (select 1 from members where person_id = people.id)
            and not exists (select 1 from outbox where person_id = people.id and settled_at is null
              and state in ('queued', 'waiting', 'flying'))
          limit $2 for update skip locked)
        returning key_id
      )
      insert into keys_to_erase (key_id) select key_id from gone`,
    [now - strangersKeptMs, biteRows],
  );
  await asked.query(`delete from book where id in (select id from book where until <= $1 order by until limit $2)`, [
    now,
    bookBiteRows,
  ]);
}
