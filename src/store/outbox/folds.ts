import { and, asc, eq, sql } from 'drizzle-orm';
import { readCard } from '../../core/cards.js';
import type { Instant, PersonId } from '../../core/ids.js';
import type { OpenDatabase } from '../sqlite/database.js';
import { outbox } from '../sqlite/schema.js';
import { change, given, look, set } from '../sqlite/statements.js';

/**
 * What lies in a folded message until its reader opens it. The rows wait, sealed as any that is unsent, behind the row
 * of the line that was sent in their place; edits of them lie there too. Nothing waits for them.
 */

type RowId = number;

export interface FoldedRow {
  readonly id: RowId;
  readonly kind: 'send' | 'edit' | 'delete' | 'answer';
  readonly method: string;
  readonly queue: 'answer' | 'reply' | 'reveal' | 'scheduled' | 'sweep';
  readonly targetId: RowId | null;
  readonly payload: Buffer | null;
}

export interface Folds {
  /** What lies in it, in the order in which it was written. */
  readonly inside: (line: RowId) => readonly FoldedRow[];
  /** Whether something that lay in it has been taken out of it. */
  readonly isOpened: (line: RowId) => boolean;
  /** Takes one out, to be sent as it is written here. */
  readonly takeOut: (row: FoldedRow, as: TakenOut) => void;
  /** How long the line must be known, for what lies in it. */
  readonly keptUntil: (line: RowId) => Instant;
  /** The question that lies in it, by its card. */
  readonly promptIn: (line: RowId) => string | null;
  /** Erases what lies in the line that a delete took away. */
  readonly emptyUnder: (taker: RowId) => void;
  /** Erases what lies in lines that will never arrive. */
  readonly tidyUp: (person: PersonId) => void;
  readonly dropArrived: (person: PersonId, now: Instant) => void;
}

interface TakenOut {
  readonly method: string;
  readonly queue: FoldedRow['queue'];
  /** The line whose place it takes; null for what follows below. */
  readonly targetId: RowId | null;
  readonly payload: Buffer | null;
  readonly now: Instant;
}

export function isFold(card: string | null): boolean {
  return readCard(card)?.kind === 'fold';
}

/** Literals where a partial index must be recognised: SQLite does not see through a bound value. */
const isFolded = sql`outbox.settled_at is null and outbox.state = 'folded'`;

export function foldsOf(database: OpenDatabase): Folds {
  const statements = { ...prepareLooks(database), ...prepareMoves(database) };
  return {
    inside: (id) => statements.inside.all({ id }),
    isOpened: (id) => statements.takenOut.get({ id }) !== undefined,
    takeOut: (row, { method, queue, targetId, payload, now }) => {
      statements.takeOut.run({ id: row.id, method, queue, targetId, payload, now });
    },
    keptUntil: (id) => statements.keptUntil.get({ id })?.until ?? 0,
    promptIn: (id) =>
      statements.cardsIn.all({ id }).find(({ card }) => readCard(card)?.kind === 'prompt')?.card ?? null,
    emptyUnder: (id) => {
      statements.emptyUnder.run({ id });
    },
    tidyUp: (personId) => {
      // Twice: edits lie behind what they edit.
      statements.tidyUp.run({ personId });
      statements.tidyUp.run({ personId });
    },
    dropArrived: (personId) => {
      statements.dropArrived.run({ personId });
      statements.tidyUp.run({ personId });
    },
  };
}

const behind = eq(outbox.targetId, given('id'));

function prepareLooks({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    inside: look(
      connection,
      db
        .select({
          id: outbox.id,
          kind: outbox.kind,
          method: outbox.method,
          queue: outbox.queue,
          targetId: outbox.targetId,
          payload: outbox.payload,
        })
        .from(outbox)
        .where(
          and(
            isFolded,
            sql`(target_id = ${given('id')} or target_id in (select id from outbox where target_id = ${given('id')}))`,
          ),
        )
        .orderBy(asc(outbox.id)),
    ),
    takenOut: look(
      connection,
      db
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(behind, sql`kind = 'send' and state not in ('folded', 'dropped')`)),
    ),
    keptUntil: look(
      connection,
      db
        .select({ until: sql<number | null>`max(keep_until)` })
        .from(outbox)
        .where(and(behind, isFolded)),
    ),
    cardsIn: look(
      connection,
      db.select({ card: outbox.card }).from(outbox).where(and(behind, isFolded)).orderBy(asc(outbox.id)),
    ),
  };
}

function prepareMoves({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    takeOut: change(
      connection,
      db
        .update(outbox)
        .set({
          state: 'queued',
          method: set('method'),
          queue: set('queue'),
          targetId: set('targetId'),
          payload: set('payload'),
          dueAt: set('now'),
          keepUntil: null,
        })
        .where(eq(outbox.id, given('id'))),
    ),
    emptyUnder: change(
      connection,
      db.delete(outbox).where(and(isFolded, sql`target_id = (select target_id from outbox where id = ${given('id')})`)),
    ),
    tidyUp: change(
      connection,
      db
        .delete(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            isFolded,
            sql`not exists (select 1 from outbox line where line.id = outbox.target_id and line.state <> 'dropped')`,
          ),
        ),
    ),
    dropArrived: change(
      connection,
      db
        .delete(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            isFolded,
            sql`kind = 'send' and exists (select 1 from outbox line where line.id = outbox.target_id and line.state = 'sent')`,
          ),
        ),
    ),
  };
}
