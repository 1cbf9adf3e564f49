import type { Instant } from '../../core/ids.js';
import { outboxOf, type Outbox, type Sending } from '../outbox/outbox.js';
import { lanes } from '../outbox/queues.js';
import type { Queue } from '../outbox/rows.js';
import { countFrom, type OpenDatabase } from './database.js';
import { prepareOutbox } from './outbox-statements.js';

const everyQueue: readonly Queue[] = ['answer', ...lanes];

export interface SqliteOutbox extends Outbox, Sending {
  readonly nextSendAt: (queues?: readonly Queue[]) => Instant | null;
  readonly countUnsent: () => number;
}

export function sqliteOutboxOf(database: OpenDatabase): SqliteOutbox {
  const statements = prepareOutbox(database);
  return {
    ...outboxOf(database.vault, statements, countFrom(database.connection, 'outbox')),
    nextSendAt: (wanted = everyQueue) => {
      const next = Math.min(...wanted.map((queue) => statements.nextDue.get({ queue })?.dueAt ?? Infinity));
      return next === Infinity ? null : next;
    },
    countUnsent: () => statements.countUnsent.get()?.count ?? 0,
  };
}
