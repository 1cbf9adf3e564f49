import type { CoupleId, PersonId } from '../../core/ids.js';
import { unlessBroken } from '../failures.js';
import type { KeyId } from '../sealing.js';
import type { Vault } from './vault.js';
import { formerPlaces, places } from '../places.js';
import { encrypt, tryUnseal } from '../cipher.js';
import type { OpenDatabase } from './database.js';

const rowsAPage = 500;

/**
 * Seals every row of a database of before in the place where it stands now, once. After it nothing opens that lies
 * elsewhere, so there is no time in which only some rows are bound. Who a row belongs to is checked as far as it says so
 * itself: a person's row that was given to another account stays as it is, and opens for nobody.
 */
export function bindRows(database: OpenDatabase): void {
  const { connection, vault } = database;
  if (vault.isBound) return;
  connection.raw.transaction(() => {
    for (const table of tablesOf(vault)) bindTable(database, table);
  })();
  vault.settleBound();
}

interface Table {
  readonly name: 'people' | 'couples' | 'outbox' | 'book';
  readonly column: 'sealed' | 'payload';
  /** What a row's place is made of, and its key; ordered by id. */
  readonly rows: string;
  readonly former: (id: number) => string;
  readonly place: (row: Row) => string;
  readonly isGenuine?: (row: Row, plain: Buffer) => boolean;
}

/** What the queries of the tables give between them. */
interface Row {
  readonly id: number;
  readonly keyId: KeyId;
  readonly sealed: Buffer;
  readonly lookup: string;
  readonly coupleId: CoupleId | null;
  readonly members: string | null;
  readonly personId: PersonId;
  readonly kind: string;
  readonly method: string;
}

function tablesOf(vault: Vault): readonly Table[] {
  return [
    {
      name: 'people',
      column: 'sealed',
      rows: `select people.id, key_id as keyId, hex(lookup) as lookup, couple_id as coupleId, sealed
        from people left join members on person_id = people.id where people.id > ? order by people.id limit ?`,
      former: formerPlaces.person,
      place: (row) => places.person(row.id, row.lookup.toLowerCase(), row.coupleId),
      isGenuine: (row, plain) => isFoundBy(row.lookup, plain, vault),
    },
    {
      name: 'couples',
      column: 'sealed',
      rows: `select id, key_id as keyId, sealed, (select group_concat(person_id) from
        (select person_id from members where couple_id = couples.id order by seat)) as members
        from couples where id > ? order by id limit ?`,
      former: formerPlaces.couple,
      place: (row) => places.couple(row.id, (row.members ?? '').split(',').filter(Boolean).map(Number)),
    },
    {
      name: 'outbox',
      column: 'payload',
      rows: `select outbox.id, key_id as keyId, person_id as personId, kind, method, payload as sealed
        from outbox join people on people.id = person_id
        where payload is not null and outbox.id > ? order by outbox.id limit ?`,
      former: formerPlaces.payload,
      place: (row) => places.payload(row.id, row.personId, row.kind, row.method),
    },
    {
      name: 'book',
      column: 'sealed',
      rows: `select book.id, key_id as keyId, person_id as personId, book.sealed
        from book join people on people.id = person_id where book.id > ? order by book.id limit ?`,
      former: formerPlaces.book,
      place: (row) => places.book(row.id, row.personId),
    },
  ];
}

function bindTable({ connection: { raw }, vault }: OpenDatabase, table: Table): void {
  const page = raw.prepare<[number, number], Row>(table.rows);
  const write = raw.prepare(`update ${table.name} set ${table.column} = ? where id = ?`);
  for (let after = -1; ;) {
    const rows = page.all(after, rowsAPage);
    for (const row of rows) {
      const key = unlessBroken(() => vault.get(row.keyId));
      const plain = key === null ? null : tryUnseal(key, table.former(row.id), row.sealed);
      if (key === null || plain === null || table.isGenuine?.(row, plain) === false) continue;
      write.run(encrypt(key, table.place(row), plain), row.id);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** A stranger's row holds no address, and nothing that is anybody's. */
function isFoundBy(lookup: string, plain: Buffer, vault: Vault): boolean {
  const { address } = JSON.parse(plain.toString('utf8')) as { readonly address?: unknown };
  if (typeof address !== 'string') return true;
  return vault.lookup('person', address).toString('hex') === lookup.toLowerCase();
}
