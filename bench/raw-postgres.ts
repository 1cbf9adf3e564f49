import pg from 'pg';
import type { Person } from '../src/core/scene.js';
import { encrypt } from '../src/store/cipher.js';
import { blank, draftCard, withPiece } from './raw.js';
import { addressInTurn, seededAt } from './seed.js';

/**
 * What `raw.ts` is to SQLite: the rows that the bot writes when somebody adds a text to a draft, in statements on sets, sealed the same, every id known
 * beforehand. It reads nothing and decides nothing.
 */
export interface RawPostgres {
  write(updateIds: readonly number[]): Promise<void>;
  /**
   * What a courier leaves in the database: one transaction that settles what the one before it marked as under way, and marks so many more, by
   * their ids, none of them read. Gives how many it marked.
   */
  carry(count: number): Promise<number>;
  close(): Promise<void>;
}

const round = 'round00000';
const key = Buffer.alloc(32, 9);

export async function openRawPostgres(url: string, couples: number): Promise<RawPostgres> {
  const client = new pg.Client(url);
  // Whoever ends the server before this has failed elsewhere, and says so there.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    'select person_id as id from members order by couple_id, seat limit $1',
    [couples * 2],
  );
  const ids = rows.map(({ id }) => Number(id));
  const people = new Map<number, Person>();
  /** What was written and is to be sent: nobody has two under way, so all that take away go before what follows them. */
  let [first, second]: [number[], number[]] = [[], []];
  let underWay: number[] = [];
  let nextId = 1_000_000_000;

  /** Read and planned once, as the store's own. */
  const ask = (name: string, text: string, values: readonly unknown[]) =>
    client.query({ name, text, values: [...values] });

  async function transact(work: () => Promise<void>): Promise<void> {
    await client.query('begin');
    await work();
    await client.query('commit');
  }

  function seal(number: number) {
    const id = ids[number % ids.length] ?? 0;
    const address = addressInTurn(number, couples);
    const person = withPiece(people.get(id) ?? blank(id), round, number);
    people.set(id, person);
    const document = encrypt(key, `people:${String(id)}`, json({ v: 1, kind: 'member', address, person }));
    const payload = (params: object) => encrypt(key, `outbox:${String(number)}`, json({ v: 1, params, quiet: null }));
    const chat = Number(address);
    const card = {
      id: (nextId += 1),
      person: id,
      method: 'sendMessage',
      payload: payload(draftCard(chat, person, round)),
    };
    const away = {
      id: (nextId += 1),
      person: id,
      method: 'deleteMessage',
      payload: payload({ chat_id: chat, message_id: number }),
    };
    return { id, document, card, away };
  }

  return {
    write: async (updateIds) => {
      const sealed = updateIds.map(seal);
      const inserted = sealed.flatMap(({ away, card }) => [away, card]);
      first.push(...sealed.map(({ away }) => away.id));
      second.push(...sealed.map(({ card }) => card.id));
      await transact(async () => {
        await ask('seen', 'insert into seen_updates (bot, update_id, seen_at) select 1, unnest($1::bigint[]), $2', [
          updateIds,
          seededAt,
        ]);
        await ask(
          'people',
          `update people set sealed = changed.sealed, touched_at = $3 from unnest($1::bigint[], $2::bytea[]) as changed (id, sealed)
            where people.id = changed.id`,
          [sealed.map(({ id }) => id), sealed.map(({ document }) => document), seededAt],
        );
        await ask(
          'outbox',
          `insert into outbox (id, person_id, queue, kind, state, method, card, due_at, is_nudge, attempts, payload)
            select id, person, 'reply', case method when 'sendMessage' then 'send' else 'delete' end, 'queued', method, 'draft', $5, false, 0, payload
            from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bytea[]) as made (id, person, method, payload)`,
          [
            inserted.map(({ id }) => id),
            inserted.map(({ person }) => person),
            inserted.map(({ method }) => method),
            inserted.map(({ payload }) => payload),
            seededAt,
          ],
        );
      });
    },
    carry: async (count) => {
      const gone = underWay;
      if (first.length === 0) [first, second] = [second, first];
      underWay = first.slice(0, count);
      first = first.slice(count);
      await transact(async () => {
        await ask(
          'settle',
          `update outbox set state = 'sent', settled_at = $2, keep_until = $2, message_id = id, payload = null where id = any($1::bigint[])`,
          [gone, seededAt],
        );
        await ask(
          'fly',
          `update outbox set state = 'flying', attempts = attempts + 1, attempted_at = $2 where id = any($1::bigint[])`,
          [underWay, seededAt],
        );
      });
      return underWay.length;
    },
    close: () => client.end(),
  };
}

const json = (value: object) => Buffer.from(JSON.stringify(value));
