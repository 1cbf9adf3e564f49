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
  await removeRows(asked, changes);
  await writeRows(asked, changes);
  await keysToErase.insert(
    asked,
    set.keysToErase.all().map((keyId) => ({ keyId })),
  );
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

async function removeRows(asked: Asked, changes: All): Promise<void> {
  const { persons, pairs, seats, codes, rows, entries, said, waits, groups, errands } = changes;
  await outbox.remove(
    asked,
    rows.removed.map(({ id }) => id),
  );
  await book.remove(
    asked,
    entries.removed.map(({ id }) => id),
  );
  await chats.remove(
    asked,
    said.removed.map(({ id }) => id),
  );
  await members.remove(
    asked,
    [...seats.removed, ...seats.updated].map(({ personId }) => personId),
  );
  await invites.remove(
    asked,
    [...codes.removed, ...codes.updated].map(({ lookup }) => bytesOf(lookup)),
  );
  await rooms.remove(
    asked,
    [...groups.removed, ...groups.updated].map(({ lookup }) => bytesOf(lookup)),
  );
  await roomRows.remove(
    asked,
    errands.removed.map(({ id }) => id),
  );
  await alone.remove(
    asked,
    waits.removed.map(({ personId }) => personId),
  );
  await couples.remove(
    asked,
    pairs.removed.map(({ id }) => id),
  );
  await people.remove(
    asked,
    persons.removed.map(({ id }) => id),
  );
}

async function writeRows(asked: Asked, changes: All): Promise<void> {
  const { persons, pairs, seats, codes, rows, entries, said, waits, groups, errands } = changes;
  await people.update(asked, persons.updated);
  await people.insert(asked, persons.inserted);
  await couples.update(asked, pairs.updated);
  await couples.insert(asked, pairs.inserted);
  await members.insert(asked, [...seats.updated, ...seats.inserted]);
  await invites.insert(asked, [...codes.updated, ...codes.inserted].map(inviteOf));
  await rooms.insert(asked, [...groups.updated, ...groups.inserted].map(inviteOf));
  await roomRows.update(asked, errands.updated);
  await roomRows.insert(asked, inOrder(errands.inserted));
  await alone.update(asked, waits.updated);
  await alone.insert(asked, waits.inserted);
  await outbox.update(
    asked,
    rows.updated.filter((row) => !isFlying(row)),
  );
  await outbox.update(asked, rows.updated.filter(isFlying));
  await outbox.insert(asked, inOrder(rows.inserted));
  await book.update(asked, entries.updated);
  await book.insert(asked, inOrder(entries.inserted));
  await chats.insert(asked, said.inserted);
}

const inOrder = <Row extends { readonly id: number }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => one.id - other.id);
