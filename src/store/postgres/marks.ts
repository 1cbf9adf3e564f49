import type { Instant } from '../../core/ids.js';
import { areNewer, documentVersions, versionMark } from '../documents.js';
import { StoreRefusal } from '../failures.js';
import { doubtOf, marksOf, type Doubt } from '../move.js';
import type { Arrival } from '../store.js';
import type { Asked } from './connect.js';

/** Single numbers that are stored by name, the same as in sqlite/arrival.ts and sqlite-store.ts. */

const alive = 'alive-at';
const restored = 'restored-from';
const news = 'news';
const ownBot = 'bot';

async function marks(asked: Asked): Promise<ReadonlyMap<string, number>> {
  const rows = await asked.query<{ name: string; value: number }>('select name, value from marks');
  return new Map(rows.map(({ name, value }) => [name, value]));
}

async function setMark(asked: Asked, name: string, value: number): Promise<void> {
  await asked.query(
    'insert into marks (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, value],
  );
}

async function dropMark(asked: Asked, name: string): Promise<void> {
  await asked.query('delete from marks where name = $1', [name]);
}

/**
 * Throws when there are documents that this program cannot read: every message of their owners would fail and be lost.
 */
export async function refuseNewerDocuments(asked: Asked): Promise<void> {
  const known = await marks(asked);
  if (!areNewer((name) => known.get(name) ?? 0)) return;
  throw new StoreRefusal('The database holds what a newer version of Samenspraak wrote: update the program.');
}

/** Notes which versions of documents the leader writes, for processes that take over later. */
export async function noteDocuments(asked: Asked): Promise<void> {
  await refuseNewerDocuments(asked);
  for (const [name, version] of Object.entries(documentVersions)) await setMark(asked, versionMark(name), version);
}

export const markAlive = (asked: Asked, now: Instant) => setMark(asked, alive, now);

export async function lastAliveAt(asked: Asked): Promise<Instant | null> {
  const [row] = await asked.query<{ at: number | null }>(
    `select greatest((select value from marks where name = $1),
      (select seen_at from seen_updates order by id desc limit 1)) as at`,
    [alive],
  );
  return row?.at ?? null;
}

export async function doubt(asked: Asked): Promise<Doubt | null> {
  const known = await marks(asked);
  return doubtOf((name) => known.get(name) ?? null);
}

export async function setDoubt(asked: Asked, one: Doubt | null): Promise<void> {
  for (const [name, value] of marksOf(one)) {
    if (value === null) await dropMark(asked, name);
    else await setMark(asked, name, value);
  }
}

export async function arrival(asked: Asked, bot: number): Promise<Arrival> {
  const known = await marks(asked);
  const restoredFrom = known.get(restored) ?? null;
  return {
    isOtherBot: (known.get(ownBot) ?? bot) !== bot,
    restoredFrom: restoredFrom === 0 ? 'unknown' : restoredFrom,
    news: known.get(news) ?? 0,
  };
}

/** The mark that a restore leaves: the moment of the copy, or 0 when that is unknown. */
export const noteRestored = (asked: Asked, asOf: Instant | null) => setMark(asked, restored, asOf ?? 0);

export async function settleIn(asked: Asked, bot: number, now: Instant, newsKnown: number): Promise<void> {
  const { isOtherBot, restoredFrom } = await arrival(asked, bot);
  // These are numbers of messages in chats of the other bot. In this bot's chats the same numbers are other messages.
  if (isOtherBot) {
    // A folded message that was not opened there is sent again, unfolded: its reader has to start this bot by hand.
    await asked.query(
      `update outbox set state = 'held', target_id = null, keep_until = null where state = 'folded' and kind = 'send'`,
    );
    await asked.query(`delete from outbox where state = 'folded'`);
    await asked.query('update outbox set message_id = null where message_id is not null');
    await asked.query('delete from chat_messages');
  }
  await setMark(asked, ownBot, bot);
  await setMark(asked, news, newsKnown);
  if (restoredFrom === null) return;
  await dropMark(asked, restored);
  // People were told already that the bot lost what came after the copy. They need not be told of its absence as well.
  await setMark(asked, alive, now);
}
