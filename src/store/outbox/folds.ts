import { readCard } from '../../core/cards.js';
import type { Instant, PersonId } from '../../core/ids.js';
import type { FoldedRow, FoldRows, Queue, RowId } from './rows.js';

/**
 * What lies in a folded message until its reader opens it. The rows wait, sealed as any that is unsent, behind the row
 * of the line that was sent in their place; edits of them lie there too. Nothing waits for them.
 */

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
  readonly queue: Queue;
  /** The line whose place it takes; null for what follows below. */
  readonly targetId: RowId | null;
  readonly payload: Buffer | null;
  readonly now: Instant;
}

export function isFold(card: string | null): boolean {
  return readCard(card)?.kind === 'fold';
}

export function foldsOf(statements: FoldRows): Folds {
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
