import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keyLength, encrypt, decrypt } from '../src/store/cipher.js';
import { places } from '../src/store/places.js';
import { storeOptions } from './seed.js';
import { dayMs } from '../src/core/time/durations.js';

/** As many couples a transaction as the waker takes to begin with. */
const couplesABatch = 12;
const prompt = {
  text: 'Wat heb je op dit moment van mij nodig? '.repeat(8),
  link_preview_options: { is_disabled: true },
  reply_markup: {
    inline_keyboard: [
      [
        { text: 'Later', callback_data: 'later:round00000:0:' },
        { text: 'Anders…', callback_data: 'else:round00000:0:' },
      ],
    ],
  },
};

interface CoupleRow {
  readonly keyId: number;
  readonly sealed: Buffer;
  readonly person: number;
}

interface PersonRow {
  readonly keyId: number;
  readonly lookup: Buffer;
  readonly sealed: Buffer;
}

/**
 * The least that could be done for couples who are due: what is stored of both people and of the couple is read, opened
 * with its own key, sealed and written again, and so many messages for each are put into the outbox. Nothing is checked
 * and nothing decided.
 */
export async function wakeRaw(dataDir: string, now: number, messagesEach: number): Promise<void> {
  const raw = new Database(join(dataDir, 'samenspraak.sqlite'));
  const keys = new Database(join(dataDir, 'keys.sqlite'));
  raw.pragma('synchronous = FULL');
  raw.pragma('secure_delete = ON');
  const statements = { ...prepare(raw), key: keys.prepare<number>('select wrapped from keys where id = ?').pluck() };
  const { masterKey } = storeOptions(dataDir);
  const keyOf = (id: number) => decrypt(masterKey, `keys:${String(id)}`, statements.key.get(id) as Buffer);

  const wakeOne = (id: number): void => {
    const rows = statements.couple.all(id);
    const [first] = rows;
    if (first === undefined) throw new Error('a couple without members is due');
    const members = rows.map(({ person }) => person);
    const couple = again(keyOf(first.keyId), places.couple(id, members), first.sealed);
    for (const { person } of rows) {
      const stored = statements.person.get(person);
      if (stored === undefined) throw new Error('somebody is not there');
      const key = keyOf(stored.keyId);
      const place = places.person(person, stored.lookup.toString('hex'), id);
      statements.updatePerson.run(again(key, place, stored.sealed), now, person);
      for (let message = 0; message < messagesEach; message += 1) {
        const date = message === 0 ? '2027-01-18' : null;
        const document = { v: 2, params: { chat_id: 1_000_000 + person, ...prompt }, quiet: null };
        const payload = encrypt(key, `outbox:${String(person)}`, Buffer.from(JSON.stringify(document)));
        statements.insert.run(person, now, date, payload);
      }
    }
    statements.updateCouple.run(couple, now + dayMs, id);
  };
  const batch = raw.transaction((ids: readonly number[]) => {
    for (const id of ids) wakeOne(id);
  });

  for (;;) {
    const ids = statements.due.all(now, couplesABatch) as number[];
    if (ids.length === 0) break;
    keys.transaction(() => {
      batch.immediate(ids);
    })();
    await new Promise(setImmediate);
  }
  raw.close();
  keys.close();
}

function again(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (key.length !== keyLength) throw new Error('no key');
  const document: unknown = JSON.parse(decrypt(key, place, sealed).toString());
  return encrypt(key, place, Buffer.from(JSON.stringify(document)));
}

function prepare(raw: Database.Database) {
  return {
    due: raw
      .prepare('select id from couples where wake_at is not null and wake_at <= ? order by wake_at limit ?')
      .pluck(),
    couple: raw.prepare<number, CoupleRow>(
      `select key_id as keyId, sealed, person_id as person from couples
       join members on couple_id = couples.id where couples.id = ? order by seat`,
    ),
    person: raw.prepare<number, PersonRow>('select key_id as keyId, lookup, sealed from people where id = ?'),
    updatePerson: raw.prepare('update people set sealed = ?, touched_at = ? where id = ?'),
    updateCouple: raw.prepare('update couples set sealed = ?, wake_at = ?, has_open_round = 1 where id = ?'),
    insert: raw.prepare(
      `insert into outbox (person_id, queue, kind, state, method, card, due_at, is_nudge, local_date, payload)
       values (?, 'scheduled', 'send', 'waiting', 'sendMessage', 'prompt:round00000', ?, 1, ?, ?)`,
    ),
  };
}
