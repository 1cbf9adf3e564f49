import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgSequence, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.js';

/** The tables of sqlite/schema.ts, which says what they hold; a test holds the two beside each other. */

const id = (name: string) => bigint(name, { mode: 'number' });

/**
 * Numbers are drawn after the lock on the row's person, one by one, so that a row that was written later has a higher number.
 *
 * @public Read by drizzle-kit, as the three below.
 */
export const peopleIds = pgSequence('people_ids', { cache: 1 });
/** @public */
export const outboxIds = pgSequence('outbox_ids', { cache: 1 });
/** @public */
export const bookIds = pgSequence('book_ids', { cache: 1 });
/** @public */
export const roomRowIds = pgSequence('room_row_ids', { cache: 1 });

export const people = pgTable(
  'people',
  {
    id: id('id').primaryKey(),
    lookup: bytes('lookup').notNull().unique(),
    keyId: id('key_id').notNull(),
    hasConsented: boolean('has_consented').notNull(),
    touchedAt: moment('touched_at').notNull(),
    isSilenced: boolean('is_silenced').notNull().default(false),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    index('people_strangers')
      .on(table.touchedAt)
      .where(sql`not has_consented`),
  ],
);

export const couples = pgTable(
  'couples',
  {
    id: id('id').primaryKey(),
    keyId: id('key_id').notNull(),
    wakeAt: moment('wake_at'),
    hasOpenRound: boolean('has_open_round').notNull(),
    memberCount: integer('member_count').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    index('couples_due')
      .on(table.wakeAt)
      .where(sql`wake_at is not null`),
    index('couples_open_round')
      .on(table.id)
      .where(sql`has_open_round`),
    index('couples_of_nobody')
      .on(table.id)
      .where(sql`member_count = 0`),
  ],
);

export const members = pgTable(
  'members',
  {
    personId: id('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    coupleId: id('couple_id')
      .notNull()
      .references(() => couples.id, { onDelete: 'cascade' }),
    seat: integer('seat').notNull(),
  },
  (table) => [
    uniqueIndex('members_seats').on(table.coupleId, table.seat),
    check('members_two_seats', sql`seat in (0, 1)`),
  ],
);

export const invites = pgTable(
  'invites',
  {
    lookup: bytes('lookup').primaryKey(),
    coupleId: id('couple_id')
      .notNull()
      .references(() => couples.id, { onDelete: 'cascade' }),
  },
  (table) => [index('invites_couple').on(table.coupleId)],
);

export const outbox = pgTable(
  'outbox',
  {
    id: id('id').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    queue: text('queue', { enum: ['answer', 'reply', 'reveal', 'scheduled', 'sweep'] }).notNull(),
    kind: text('kind', { enum: ['send', 'edit', 'delete', 'answer'] }).notNull(),
    state: text('state', { enum: ['queued', 'waiting', 'flying', 'held', 'folded', 'sent', 'dropped'] }).notNull(),
    method: text('method').notNull(),
    card: text('card'),
    targetId: id('target_id'),
    dueAt: moment('due_at').notNull(),
    notBefore: moment('not_before'),
    dropAfter: moment('drop_after'),
    localDate: text('local_date'),
    isNudge: boolean('is_nudge').notNull(),
    attempts: integer('attempts').notNull().default(0),
    attemptedAt: moment('attempted_at'),
    settledAt: moment('settled_at'),
    keepUntil: moment('keep_until'),
    messageId: id('message_id'),
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

export const book = pgTable(
  'book',
  {
    id: id('id').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    askedAt: moment('asked_at').notNull(),
    until: moment('until').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [index('book_of').on(table.personId, table.askedAt), index('book_until').on(table.until)],
);

export const alone = pgTable(
  'alone',
  {
    personId: id('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    wakeAt: moment('wake_at').notNull(),
  },
  (table) => [index('alone_due').on(table.wakeAt)],
);

export const chatMessages = pgTable(
  'chat_messages',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    messageId: id('message_id').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('chat_messages_of').on(table.personId)],
);

export const rooms = pgTable('rooms', {
  lookup: bytes('lookup').primaryKey(),
  coupleId: id('couple_id')
    .notNull()
    .unique()
    .references(() => couples.id, { onDelete: 'cascade' }),
});

export const roomRows = pgTable(
  'room_rows',
  {
    id: id('id').primaryKey(),
    coupleId: id('couple_id').references(() => couples.id, { onDelete: 'cascade' }),
    queue: id('queue').notNull(),
    isFlying: boolean('is_flying').notNull().default(false),
    dueAt: moment('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    isLast: boolean('is_last').notNull().default(false),
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

/** @public Read by drizzle-kit; its statements are written by hand. */
export const seenUpdates = pgTable(
  'seen_updates',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    bot: id('bot').notNull(),
    updateId: id('update_id').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [uniqueIndex('seen_updates_once').on(table.bot, table.updateId)],
);

export const keysToErase = pgTable('keys_to_erase', { keyId: id('key_id').primaryKey() });

/** @public Read by drizzle-kit; its statements are written by hand. */
export const marks = pgTable('marks', { name: text('name').primaryKey(), value: id('value').notNull() });

/** @public Read by drizzle-kit; its statements are written by hand. */
export const canaries = pgTable('canaries', { id: id('id').primaryKey(), value: bytes('value').notNull() });

/**
 * One row that counts how often the lead was taken over. A transaction under a lower number than this is refused.
 *
 * @public Read by drizzle-kit; its statements are written by hand.
 */
export const leader = pgTable('leader', { id: id('id').primaryKey(), epoch: id('epoch').notNull() });
