import type { Asked } from './connect.js';
import * as schema from './schema.js';
import { writingOf } from './statements.js';
import type {
  AloneRow,
  BookRow,
  ChatRow,
  CoupleRow,
  InviteRow,
  MemberRow,
  OutboxRow,
  PeopleRow,
  RoomRow,
  WorkingSet,
} from './working-set.js';

const people = writingOf<PeopleRow>(schema.people, 'id');
const couples = writingOf<CoupleRow>(schema.couples, 'id');
const members = writingOf<MemberRow>(schema.members, 'personId');
const invites = writingOf<{ readonly lookup: Buffer; readonly coupleId: number }>(schema.invites, 'lookup');
const outbox = writingOf<OutboxRow>(schema.outbox, 'id');
const book = writingOf<BookRow>(schema.book, 'id');
const rooms = writingOf<{ readonly lookup: Buffer; readonly coupleId: number }>(schema.rooms, 'lookup');
const roomRows = writingOf<RoomRow>(schema.roomRows, 'id');
const alone = writingOf<AloneRow>(schema.alone, 'personId');
const chats = writingOf<ChatRow>(schema.chatMessages, 'id', 'id');
const keysToErase = writingOf<{ readonly keyId: number }>(schema.keysToErase, 'keyId');

const bytesOf = (hex: string) => Buffer.from(hex, 'hex');
const inviteOf = ({ lookup, coupleId }: InviteRow) => ({ lookup: bytesOf(lookup), coupleId });
const isFlying = ({ state }: OutboxRow) => state === 'flying';

/**
 * Writes what differs from what was loaded. Rows that leave a queue or give up a date are written before rows that take
 * their place. A seat or a code that moves to another couple is deleted and inserted: if it were updated, it would be
 * deleted together with the couple it came from.
 */
export async function flush(asked: Asked, set: WorkingSet): Promise<void> {
  const changes = changesOf(set);
  const erased = set.keysToErase.all().map((keyId) => ({ keyId }));
  await Promise.all([...removals(asked, changes), ...writings(asked, changes), keysToErase.insert(asked, erased)]);
}

function changesOf(set: WorkingSet) {
  return {
    persons: set.people.changes(),
    pairs: set.couples.changes(),
    seats: set.members.changes(),
    codes: set.invites.changes(),
    rows: set.outbox.changes(),
    entries: set.book.changes(),
    said: set.chats.changes(),
    waits: set.alone.changes(),
    groups: set.rooms.changes(),
    errands: set.roomRows.changes(),
  };
}

type All = ReturnType<typeof changesOf>;

function removals(asked: Asked, changes: All): readonly Promise<void>[] {
  const { persons, pairs, seats, codes, rows, entries, said, waits, groups, errands } = changes;
  return [
    outbox.remove(asked, rows.removed.map(idOf)),
    book.remove(asked, entries.removed.map(idOf)),
    chats.remove(asked, said.removed.map(idOf)),
    members.remove(
      asked,
      [...seats.removed, ...seats.updated].map(({ personId }) => personId),
    ),
    invites.remove(
      asked,
      [...codes.removed, ...codes.updated].map(({ lookup }) => bytesOf(lookup)),
    ),
    rooms.remove(
      asked,
      [...groups.removed, ...groups.updated].map(({ lookup }) => bytesOf(lookup)),
    ),
    roomRows.remove(asked, errands.removed.map(idOf)),
    alone.remove(
      asked,
      waits.removed.map(({ personId }) => personId),
    ),
    couples.remove(asked, pairs.removed.map(idOf)),
    people.remove(asked, persons.removed.map(idOf)),
  ];
}

function writings(asked: Asked, changes: All): readonly Promise<void>[] {
  const { persons, pairs, seats, codes, rows, entries, said, waits, groups, errands } = changes;
  return [
    people.update(asked, persons.updated, persons.before),
    people.insert(asked, persons.inserted),
    couples.update(asked, pairs.updated, pairs.before),
    couples.insert(asked, pairs.inserted),
    members.insert(asked, [...seats.updated, ...seats.inserted]),
    invites.insert(asked, [...codes.updated, ...codes.inserted].map(inviteOf)),
    rooms.insert(asked, [...groups.updated, ...groups.inserted].map(inviteOf)),
    roomRows.update(asked, errands.updated, errands.before),
    roomRows.insert(asked, inOrder(errands.inserted)),
    alone.update(asked, waits.updated, waits.before),
    alone.insert(asked, waits.inserted),
    outbox.update(
      asked,
      rows.updated.filter((row) => !isFlying(row)),
      rows.before,
    ),
    outbox.update(asked, rows.updated.filter(isFlying), rows.before),
    outbox.insert(asked, inOrder(rows.inserted)),
    book.update(asked, entries.updated, entries.before),
    book.insert(asked, inOrder(entries.inserted)),
    chats.insert(asked, said.inserted),
  ];
}

const idOf = ({ id }: { readonly id: number }) => id;
const inOrder = <Row extends { readonly id: number }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => one.id - other.id);
