import type { CoupleId, PersonId } from '../../core/ids.js';
import type { Asked } from './connect.js';
import * as schema from './schema.js';
import { fieldsOf } from './statements.js';
import type { KeyCluster } from './vault.js';
import type {
  AloneRow,
  BookRow,
  ChatRow,
  CoupleRow,
  MemberRow,
  Need,
  Numbered,
  OutboxRow,
  PeopleRow,
  RoomRow,
  WorkingSet,
} from './working-set.js';

/** The people and couples that a transaction is about; they are locked before anything of theirs is read. */
export interface Whom {
  readonly people: ReadonlySet<PersonId>;
  readonly couples: ReadonlySet<CoupleId>;
}

export function joined(one: Whom, other: Whom): Whom {
  return {
    people: new Set([...one.people, ...other.people]),
    couples: new Set([...one.couples, ...other.couples]),
  };
}

/** The work turned out to concern somebody who is not locked: the transaction begins again, with them. */
export class MustBeginAgain extends Error {
  override readonly name = 'MustBeginAgain';

  constructor(readonly whom: Whom) {
    super('more people are concerned than were locked');
  }
}

type Of<What extends Need['what']> = Extract<Need, { readonly what: What }>;
const ofKind = <What extends Need['what']>(needs: readonly Need[], ...what: readonly What[]) =>
  needs.filter((need): need is Of<What> => (what as readonly string[]).includes(need.what));

const bytesOf = (hex: string) => Buffer.from(hex, 'hex');

/** Everybody whom these needs are about: the people, their couples, and the other members of those. */
export async function findWhom(asked: Asked, needs: readonly Need[]): Promise<Whom> {
  const rows = await asked.query<{ kind: string; id: number }>(whomSql, [
    ofKind(needs, 'lookup').map(({ lookup }) => bytesOf(lookup)),
    ofKind(needs, 'person').map(({ id }) => id),
    ofKind(needs, 'couple').map(({ id }) => id),
    ofKind(needs, 'code').map(({ lookup }) => bytesOf(lookup)),
    ofKind(needs, 'nobody').length > 0,
    ofKind(needs, 'room').map(({ lookup }) => bytesOf(lookup)),
  ]);
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
  return { people: of('person'), couples: of('couple') };
}

/**
 * Looked up one by one: a plan that is made while a table is small would go through all of it, and be kept when it is large. The
 * offset keeps the planner from making a join of it.
 */
const eachOf = (table: string, condition: string) => `select * from ${table} where ${condition} offset 0`;

const whomSql = `with asked as (
    select id from people where lookup = any($1::bytea[])
    union select id from people where id = any($2::bigint[])
  ), theirs as (
    select seat.couple_id as id from asked cross join lateral (${eachOf('members', 'person_id = asked.id')}) seat
    union select id from couples where id = any($3::bigint[])
    union select couple_id from invites where lookup = any($4::bytea[])
    union select couple_id from rooms where lookup = any($6::bytea[])
    union (select id from couples where $5::boolean and member_count = 0 order by id limit 1)
  )
  select 'person' as kind, id from asked
  union select 'person', seat.person_id from theirs cross join lateral (${eachOf('members', 'couple_id = theirs.id')}) seat
  union all select 'couple', id from theirs`;

/** Locks them in an order that is the same everywhere, and reads the rows that are always needed. */
export async function loadWhom(asked: Asked, set: WorkingSet, whom: Whom): Promise<void> {
  const [people, couples] = [[...whom.people], [...whom.couples]];
  const [persons, pairs, seats] = await Promise.all([
    asked.query<PeopleRow>(lockPeople, [people]),
    couples.length === 0 ? [] : asked.query<CoupleRow>(lockCouples, [couples]),
    asked.query<MemberRow>(seatsSql, [people, couples]),
  ]);
  const more = {
    people: new Set(seats.map(({ personId }) => personId).filter((id) => !whom.people.has(id))),
    couples: new Set(seats.map(({ coupleId }) => coupleId).filter((id) => !whom.couples.has(id))),
  };
  // Somebody paired between the first query and the lock.
  if (couples.length > 0 && more.people.size + more.couples.size > 0) throw new MustBeginAgain(more);
  for (const row of persons) set.people.load(row);
  for (const row of pairs) set.couples.load(row);
  for (const row of seats) set.members.load(row);
  for (const id of people) set.noteKnown({ what: 'person', id });
  for (const id of couples) set.noteKnown({ what: 'couple', id });
}

/** Locks people of whom nothing is read but the numbers of their keys. */
export async function lockAlone(asked: Asked, set: WorkingSet, people: ReadonlySet<PersonId>): Promise<void> {
  const sql = 'select id, key_id as "keyId" from people where id = any($1::bigint[]) order by id for no key update';
  for (const { id, keyId } of await asked.query<Pick<PeopleRow, 'id' | 'keyId'>>(sql, [[...people]])) {
    set.keyIds.set(id, keyId);
  }
}

const lockPeople = `select ${fieldsOf(schema.people)} from people where id = any($1::bigint[])
  order by id for no key update`;
const lockCouples = `select ${fieldsOf(schema.couples)} from couples where id = any($1::bigint[])
  order by id for no key update`;
const seatsSql = `select ${fieldsOf(schema.members)} from members where person_id = any($1::bigint[])
  union select ${fieldsOf(schema.members)} from members where couple_id = any($2::bigint[])`;

/** Their unsettled rows, and the messages that those edit or remove. */
export async function loadUnsettled(asked: Asked, set: WorkingSet, people: ReadonlySet<PersonId>): Promise<void> {
  noteRows(set, await asked.query<OutboxRow>(unsettledSql, [[...people]]));
}

/** The messages that were tapped or replied to, and the messages that those edit or remove. */
export async function loadMessages(asked: Asked, set: WorkingSet, messages: readonly Of<'message'>[]): Promise<void> {
  if (messages.length === 0) return;
  const values = [messages.map(({ person }) => person), messages.map(({ messageId }) => messageId)];
  noteRows(set, await asked.query<OutboxRow>(messagesSql, values));
  for (const need of messages) set.noteKnown(need);
}

function noteRows(set: WorkingSet, rows: readonly OutboxRow[]): void {
  for (const row of rows) set.outbox.load(row);
  for (const { id, targetId } of rows) {
    set.noteKnown({ what: 'row', id });
    if (targetId !== null) set.noteKnown({ what: 'row', id: targetId });
  }
}

const fields = fieldsOf(schema.outbox);
/** Named so that no plan walks back through all numbers there are, which looks quick while a table is small. */
const newestFirst = 'order by id + 0 desc';
const newestOfMessage = (people: string, messages: string) =>
  `select found.* from unnest(${people}::bigint[], ${messages}::bigint[]) as asked (person, message)
    cross join lateral (select * from outbox where person_id = asked.person and message_id = asked.message
      ${newestFirst} limit 1) found`;
const withTargets = (rows: string) => `with own as (${rows}
  ), targets as (
    select target.* from (select distinct target_id from own) acting
      cross join lateral (${eachOf('outbox', 'id = acting.target_id and settled_at is not null')}) target
  )
  select ${fields} from own union all select ${fields} from targets`;
const unsettledSql = withTargets('select * from outbox where person_id = any($1::bigint[]) and settled_at is null');
const messagesSql = withTargets(newestOfMessage('$1', '$2'));

export async function loadAlone(asked: Asked, set: WorkingSet, people: ReadonlySet<PersonId>): Promise<void> {
  const rows = await asked.query<AloneRow>(
    `select ${fieldsOf(schema.alone)} from alone where person_id = any($1::bigint[])`,
    [[...people]],
  );
  for (const row of rows) set.alone.load(row);
}

/** The couples that invite codes and groups belong to. */
export async function loadInvites(asked: Asked, set: WorkingSet, needs: readonly Need[]): Promise<void> {
  const codes = ofKind(needs, 'code');
  if (codes.length > 0) {
    const rows = await asked.query<{ lookup: Buffer; coupleId: number }>(
      `select ${fieldsOf(schema.invites)} from invites where lookup = any($1::bytea[])`,
      [codes.map(({ lookup }) => bytesOf(lookup))],
    );
    for (const { lookup, coupleId } of rows) set.invites.load({ lookup: lookup.toString('hex'), coupleId });
  }
  const groups = ofKind(needs, 'room');
  if (groups.length > 0) {
    const rows = await asked.query<{ lookup: Buffer; coupleId: number }>(
      `select ${fieldsOf(schema.rooms)} from rooms where lookup = any($1::bytea[])`,
      [groups.map(({ lookup }) => bytesOf(lookup))],
    );
    for (const { lookup, coupleId } of rows) set.rooms.load({ lookup: lookup.toString('hex'), coupleId });
  }
  for (const need of ofKind(needs, 'code', 'lookup', 'nobody', 'room')) set.noteKnown(need);
}

export async function loadKeys(keys: KeyCluster, set: WorkingSet): Promise<void> {
  const ids = [...set.keyIds.values(), ...[...set.people.all(), ...set.couples.all()].map(({ keyId }) => keyId)];
  for (const [id, key] of await keys.read([...new Set(ids)])) set.keys.set(id, key);
}

/** Loads what the rules asked for beyond that. Throws MustBeginAgain where that concerns somebody who is not locked. */
export async function loadNeeds(asked: Asked, keys: KeyCluster, set: WorkingSet): Promise<void> {
  const needs = set.needs();
  const others = ofKind(needs, 'person', 'couple', 'lookup', 'code', 'nobody', 'room');
  if (others.length > 0) {
    const whom = await findWhom(asked, others);
    if (whom.people.size + whom.couples.size > 0) throw new MustBeginAgain(whom);
    for (const need of others) set.noteKnown(need);
  }
  await Promise.all([
    loadRows(asked, set, needs),
    loadBooks(asked, set, ofKind(needs, 'book')),
    loadChats(asked, set, ofKind(needs, 'chat')),
    loadRooms(asked, set, ofKind(needs, 'roomRows')),
    drawNumbers(asked, set),
    drawKeys(keys, set),
  ]);
}

async function loadRows(asked: Asked, set: WorkingSet, needs: readonly Need[]): Promise<void> {
  const cards = ofKind(needs, 'card');
  const messages = ofKind(needs, 'message');
  const [ids, behind, chats] = [ofKind(needs, 'row'), ofKind(needs, 'behind'), ofKind(needs, 'chat')];
  const wanted = [...cards, ...messages, ...ids, ...behind, ...chats];
  if (wanted.length === 0) return;
  const rows = await asked.query<OutboxRow>(rowsSql, [
    ids.map(({ id }) => id),
    messages.map(({ person }) => person),
    messages.map(({ messageId }) => messageId),
    cards.map(({ person }) => person),
    cards.map(({ card }) => card),
    behind.map(({ id }) => id),
    chats.map(({ person }) => person),
  ]);
  for (const row of rows) set.outbox.load(row);
  for (const { id } of rows) set.noteKnown({ what: 'row', id });
  for (const need of wanted) set.noteKnown(need);
}

const rowsSql = `select ${fields} from outbox where id = any($1::bigint[])
  union all select ${fields} from (${newestOfMessage('$2', '$3')}) tapped
  union all select ${fields} from (select found.* from unnest($4::bigint[], $5::text[]) as asked (person, card)
    cross join lateral (select * from outbox where person_id = asked.person and card = asked.card and kind = 'send'
      and state <> 'dropped' and settled_at is not null and message_id is not null ${newestFirst} limit 1) found) newest
  union all select ${fields} from outbox where target_id = any($6::bigint[]) and settled_at is not null
  union all select ${fields} from outbox where person_id = any($7::bigint[]) and message_id is not null`;

async function loadBooks(asked: Asked, set: WorkingSet, needs: readonly Of<'book' | 'chat'>[]): Promise<void> {
  if (needs.length === 0) return;
  const rows = await asked.query<BookRow>(
    `select ${fieldsOf(schema.book)} from book where person_id = any($1::bigint[])`,
    [needs.map(({ person }) => person)],
  );
  for (const row of rows) set.book.load(row);
  for (const need of needs) set.noteKnown(need);
}

async function loadChats(asked: Asked, set: WorkingSet, needs: readonly Of<'book' | 'chat'>[]): Promise<void> {
  if (needs.length === 0) return;
  const rows = await asked.query<ChatRow>(
    `select ${fieldsOf(schema.chatMessages)} from chat_messages where person_id = any($1::bigint[])`,
    [needs.map(({ person }) => person)],
  );
  for (const row of rows) set.chats.load(row);
}

async function loadRooms(asked: Asked, set: WorkingSet, needs: readonly Of<'couple' | 'roomRows'>[]): Promise<void> {
  if (needs.length === 0) return;
  const couples = needs.map(({ id }) => id);
  const [rooms, rows] = await Promise.all([
    asked.query<{ lookup: Buffer; coupleId: number }>(
      `select ${fieldsOf(schema.rooms)} from rooms where couple_id = any($1::bigint[])`,
      [couples],
    ),
    asked.query<RoomRow>(`select ${fieldsOf(schema.roomRows)} from room_rows where couple_id = any($1::bigint[])`, [
      couples,
    ]),
  ]);
  for (const { lookup, coupleId } of rooms) set.rooms.load({ lookup: lookup.toString('hex'), coupleId });
  for (const row of rows) set.roomRows.load(row);
  for (const need of needs) set.noteKnown(need);
}

export async function loadRoomRows(asked: Asked, set: WorkingSet, ids: readonly number[]): Promise<void> {
  const rows = await asked.query<RoomRow>(
    `select ${fieldsOf(schema.roomRows)} from room_rows where id = any($1::bigint[])`,
    [ids],
  );
  for (const row of rows) set.roomRows.load(row);
}

const drawn = ['people', 'outbox', 'book', 'roomRows'] as const satisfies readonly Numbered[];
const sequences = { people: 'people_ids', outbox: 'outbox_ids', book: 'book_ids', roomRows: 'room_row_ids' } as const;
const numbersSql = drawn
  .map(
    (name, index) =>
      `select '${name}' as name, nextval('${sequences[name]}') as id from generate_series(1, $${String(index + 1)}::int)`,
  )
  .join(' union all ');

async function drawNumbers(asked: Asked, { numbers }: WorkingSet): Promise<void> {
  const wanted = drawn.map((name) => numbers[name].wanted());
  if (wanted.every((count) => count === 0)) return;
  const rows = await asked.query<{ name: Numbered; id: number }>(numbersSql, wanted);
  for (const name of drawn) {
    numbers[name].add(rows.flatMap((row) => (row.name === name ? row.id : [])).sort((one, other) => one - other));
  }
}

async function drawKeys(keys: KeyCluster, { numbers }: WorkingSet): Promise<void> {
  numbers.keys.add(await keys.draw(numbers.keys.wanted()));
}
