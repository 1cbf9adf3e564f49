import { keptMsOf } from '../../core/cards.js';
import type { Instant, PersonId } from '../../core/ids.js';
import type { Lane } from '../store.js';
import { isFold, type Folds } from './folds.js';
import type { EndingRow, Queue, QueueRows, RowId } from './rows.js';

export const lanes: readonly Lane[] = ['reply', 'reveal', 'scheduled', 'sweep'];

/** The order within each person's queue: who is out in front, and what happens when that one is gone. */
export interface Queues {
  /** Puts the first row of a queue in front, unless one is there already; drops edits of what will never be sent. */
  readonly advance: (person: PersonId, queue: Queue, now: Instant) => void;
  /** Ends a row: its payload is erased, and what waited for it moves up. */
  readonly end: (row: EndingRow, how: Ending, now: Instant) => void;
  /** Takes back what is unsent. What is in flight may still arrive, but is not tried again. */
  readonly recall: (person: PersonId, which: readonly Lane[], now: Instant) => void;
  /** Keeps what was opened to somebody who cannot be reached until they are. */
  readonly hold: (person: PersonId) => void;
  /** Lets go what was held, in the order it was written. */
  readonly release: (person: PersonId, now: Instant) => void;
  /** Puts the first row of each queue in front, after rows have come in before the one that was. */
  readonly stepIn: (person: PersonId, now: Instant) => void;
}

export interface Ending {
  readonly state: 'sent' | 'dropped';
  readonly messageId: number | null;
}

export function queuesOf(statements: QueueRows, folds: Folds): Queues {
  const finish = (row: EndingRow, state: 'sent' | 'dropped', messageId: number | null, now: Instant) => {
    const keepUntil = Math.max(now + keptMsOf(row.card), isFold(row.card) ? folds.keptUntil(row.id) : 0);
    statements.settle.run({ id: row.id, state, now, keepUntil, messageId });
  };

  /** `ready` when there is something to act on, `never` when there will not be, else what it acts on is still to be sent. */
  const lookAt = (targetId: RowId | null): 'ready' | 'later' | 'never' => {
    if (targetId === null) return 'ready';
    const target = statements.target.get({ id: targetId });
    if (target === undefined || target.state === 'dropped') return 'never';
    if (target.state !== 'sent') return 'later';
    return target.messageId === null ? 'never' : 'ready';
  };

  const advance: Queues['advance'] = (personId, queue, now) => {
    // Ends: each turn either returns or settles a row.
    for (;;) {
      const first = statements.first.get({ personId, queue });
      if (first?.state !== 'queued') return;
      if (statements.isFlying.get({ personId, queue }) !== undefined) return;
      const target = lookAt(first.targetId);
      if (target === 'later') return;
      if (target === 'never') {
        finish(first, 'dropped', null, now);
        continue;
      }
      statements.putInFront.run({ id: first.id });
      return;
    }
  };

  return {
    advance,
    end(row, { state, messageId }, now) {
      finish(row, state, messageId, now);
      if (row.kind === 'delete' && state === 'sent') {
        folds.emptyUnder(row.id);
        statements.forgetGone.run({ id: row.id, now });
      }
      if (isFold(row.card) && row.kind === 'send' && state === 'dropped') folds.tidyUp(row.personId);
      advance(row.personId, row.queue, now);
      if (row.kind !== 'send') return;
      for (const { queue } of statements.dependents.all({ id: row.id })) {
        if (queue !== row.queue) advance(row.personId, queue, now);
      }
    },
    recall(personId, which, now) {
      for (const queue of which) {
        statements.takeBack.run({ personId, queue });
        statements.tryNoMore.run({ personId, queue, now });
      }
      folds.tidyUp(personId);
      // In every lane: an edit in one may have waited for a message in another.
      for (const queue of lanes) advance(personId, queue, now);
    },
    hold(personId) {
      statements.holdAll.run({ personId, queue: 'reveal' });
    },
    release(personId, now) {
      for (const queue of lanes) {
        if (statements.unhold.run({ personId, queue, now }).changes === 0) continue;
        statements.stepBack.run({ personId, queue });
      }
      for (const queue of lanes) advance(personId, queue, now);
    },
    stepIn(personId, now) {
      for (const queue of lanes) statements.stepBack.run({ personId, queue });
      for (const queue of lanes) advance(personId, queue, now);
    },
  };
}
