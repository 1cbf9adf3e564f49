import { is, sql } from 'drizzle-orm';
import {
  blob,
  check,
  customType,
  getTableConfig,
  index,
  integer,
  SQLiteCustomColumn,
  sqliteTable,
  text,
  uniqueIndex,
  type SQLiteColumn,
  type SQLiteTable,
} from 'drizzle-orm/sqlite-core';

/** A moment by the clock, in milliseconds: it moves along when the clock is set; see move.ts. */
const moment = customType<{ data: number; driverData: number }>({ dataType: () => 'integer' });

export function momentsOf(table: SQLiteTable): readonly SQLiteColumn[] {
  return getTableConfig(table).columns.filter((column) => is(column, SQLiteCustomColumn));
}

const bytes = (name: string) => blob(name, { mode: 'buffer' });

/** Everybody who ever wrote. Who they are is inside `sealed`; `lookup` is a keyed hash of the Telegram id. */
export const people = sqliteTable(
  'people',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    lookup: bytes('lookup').notNull().unique(),
    keyId: integer('key_id').notNull(),
    hasConsented: integer('has_consented', { mode: 'boolean' }).notNull(),
    touchedAt: moment('touched_at').notNull(),
    /** They stopped while nothing of them could be read. What is sealed says so from the next time it is written. */
    isSilenced: integer('is_silenced', { mode: 'boolean' }).notNull().default(false),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    index('people_strangers')
      .on(table.touchedAt)
      .where(sql`has_consented = 0`),
  ],
);

export const couples = sqliteTable(
  'couples',
  {
    id: integer('id').primaryKey(),
    keyId: integer('key_id').notNull(),
    wakeAt: moment('wake_at'),
    hasOpenRound: integer('has_open_round', { mode: 'boolean' }).notNull(),
    memberCount: integer('member_count').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    index('couples_due')
      .on(table.wakeAt)
      .where(sql`wake_at is not null`),
    index('couples_open_round')
      .on(table.id)
      .where(sql`has_open_round = 1`),
    index('couples_of_nobody')
      .on(table.id)
      .where(sql`member_count = 0`),
  ],
);

/** The primary key says it: one living couple a person. */
export const members = sqliteTable(
  'members',
  {
    personId: integer('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    coupleId: integer('couple_id')
      .notNull()
      .references(() => couples.id, { onDelete: 'cascade' }),
    seat: integer('seat').notNull(),
  },
  (table) => [
    uniqueIndex('members_seats').on(table.coupleId, table.seat),
    check('members_two_seats', sql`seat in (0, 1)`),
  ],
);

/** Living and spent codes, as keyed hashes. */
export const invites = sqliteTable(
  'invites',
  {
    lookup: bytes('lookup').primaryKey(),
    coupleId: integer('couple_id')
      .notNull()
      .references(() => couples.id, { onDelete: 'cascade' }),
  },
  (table) => [index('invites_couple').on(table.coupleId)],
);

/**
 * What is to be sent, and for a while what was. Per person and queue exactly one row is out in front: `waiting` (may
 * go when due) or `flying` (claimed). Rows behind it are `queued`; `held` waits for a person to be reachable again;
 * `folded` lies in a message that its person has not opened yet, and is in nobody's way: see folds.ts.
 * So a claim reads only rows that may go, however many wait behind them.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The lane, or `answer` for what answers a callback query. */
    queue: text('queue', { enum: ['answer', 'reply', 'reveal', 'scheduled', 'sweep'] }).notNull(),
    kind: text('kind', { enum: ['send', 'edit', 'delete', 'answer'] }).notNull(),
    state: text('state', { enum: ['queued', 'waiting', 'flying', 'held', 'folded', 'sent', 'dropped'] }).notNull(),
    method: text('method').notNull(),
    card: text('card'),
    /**
     * The row whose message an edit or a delete acts on; one that is gone means there is nothing to act on. Of a message
     * in a fold, the folded one.
     */
    targetId: integer('target_id'),
    dueAt: moment('due_at').notNull(),
    notBefore: moment('not_before'),
    dropAfter: moment('drop_after'),
    localDate: text('local_date'),
    isNudge: integer('is_nudge', { mode: 'boolean' }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    attemptedAt: moment('attempted_at'),
    settledAt: moment('settled_at'),
    keepUntil: moment('keep_until'),
    messageId: integer('message_id'),
    /** Sealed with the receiver's key; erased once sent or dropped. */
    payload: bytes('payload'),
  },
  (table) => [
    index('outbox_ready')
      .on(table.queue, table.dueAt, table.id)
      .where(sql`state = 'waiting'`),
    uniqueIndex('outbox_flying')
      .on(table.personId, table.queue)
      .where(sql`state = 'flying'`),
    index('outbox_unsettled')
      .on(table.personId, table.queue, table.id)
      .where(sql`settled_at is null`),
    index('outbox_cards').on(table.personId, table.card),
    index('outbox_messages')
      .on(table.personId, table.messageId)
      .where(sql`message_id is not null`),
    index('outbox_targets')
      .on(table.targetId)
      .where(sql`target_id is not null`),
    index('outbox_settled')
      .on(table.keepUntil)
      .where(sql`keep_until is not null`),
    uniqueIndex('outbox_one_prompt_a_day')
      .on(table.personId, table.localDate)
      .where(sql`local_date is not null`),
  ],
);

/** Own words of rounds that are over, a row for each person and round, sealed with that person's key. */
export const book = sqliteTable(
  'book',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    askedAt: moment('asked_at').notNull(),
    until: moment('until').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [index('book_of').on(table.personId, table.askedAt), index('book_until').on(table.until)],
);

/** People who agreed and are in no couple, with when the clock must look at them. */
export const alone = sqliteTable(
  'alone',
  {
    personId: integer('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    wakeAt: moment('wake_at').notNull(),
  },
  (table) => [index('alone_due').on(table.wakeAt)],
);

/** Numbers of messages in a person's chat that stand in no row of the outbox, in order of arrival; no word of them. */
export const chatMessages = sqliteTable(
  'chat_messages',
  {
    id: integer('id').primaryKey(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    messageId: integer('message_id').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('chat_messages_of').on(table.personId)],
);

/** Which couple a Telegram group is the room of: a keyed hash of the group's id, which itself is sealed in the couple. */
export const rooms = sqliteTable('rooms', {
  lookup: bytes('lookup').primaryKey(),
  coupleId: integer('couple_id')
    .notNull()
    .unique()
    .references(() => couples.id, { onDelete: 'cascade' }),
});

/**
 * What is still to be done in a room, in order within a queue; a row goes once it is done. What is laid there for a couple
 * is sealed with their key and goes with them. What takes things away there, and leaves, belongs to nobody: it is sealed
 * with the house's key, since a couple's key dies before the room is empty.
 */
export const roomRows = sqliteTable(
  'room_rows',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    coupleId: integer('couple_id').references(() => couples.id, { onDelete: 'cascade' }),
    queue: integer('queue').notNull(),
    isFlying: integer('is_flying', { mode: 'boolean' }).notNull().default(false),
    dueAt: moment('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** It was taken back while it was under way: it is not tried again. */
    isLast: integer('is_last', { mode: 'boolean' }).notNull().default(false),
    payload: bytes('payload').notNull(),
  },
  (table) => [
    index('room_rows_due').on(table.dueAt),
    index('room_rows_queue').on(table.queue, table.id),
    index('room_rows_of')
      .on(table.coupleId)
      .where(sql`couple_id is not null`),
  ],
);

/** Updates applied, in order of arrival; `bot` is a keyed hash, so that another bot's numbering never collides. */
export const seenUpdates = sqliteTable(
  'seen_updates',
  {
    id: integer('id').primaryKey(),
    bot: integer('bot').notNull(),
    updateId: integer('update_id').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [uniqueIndex('seen_updates_once').on(table.bot, table.updateId)],
);

/** Keys whose owner is gone: written with the erasure, worked off after its commit or at the next start. */
export const keysToErase = sqliteTable('keys_to_erase', { keyId: integer('key_id').primaryKey() });

/** Single numbers: `alive-at`, `paired-couples`, `generation`, `in-use`, `moved`. */
export const marks = sqliteTable('marks', { name: text('name').primaryKey(), value: integer('value').notNull() });

/** Proves that this database and keys.sqlite belong together. */
export const canaries = sqliteTable('canaries', { id: integer('id').primaryKey(), value: bytes('value').notNull() });
