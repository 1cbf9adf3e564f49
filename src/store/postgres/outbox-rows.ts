import type { PersonId } from '../../core/ids.js';
import type { FoldingRows, FoldRows, OutboxRows, Queue, QueueRows, SendingRows } from '../outbox/rows.js';
import { change, look, lookUp } from './rows.js';
import type { OutboxRow, WorkingSet } from './working-set.js';

/** The rows of the outbox in a working set. All unsettled rows of the people it is about are loaded. */
export function outboxRowsOf(set: WorkingSet): OutboxRows {
  const rows = rowsOf(set);
  return { ...queueRowsOf(rows), ...foldRowsOf(rows), ...foldingRowsOf(rows), ...sendingRowsOf(set, rows) };
}

interface Rows {
  readonly get: (id: number) => OutboxRow | undefined;
  readonly put: (row: OutboxRow, more: Partial<OutboxRow>) => void;
  readonly update: (id: number, more: Partial<OutboxRow>) => number;
  readonly remove: (rows: readonly OutboxRow[]) => number;
  /** In the order in which they were written. */
  readonly all: (person: PersonId) => readonly OutboxRow[];
  readonly unsettled: (person: PersonId, queue?: Queue) => readonly OutboxRow[];
  /** Unsettled rows that edit or remove the message of this one. */
  readonly behind: (id: number) => readonly OutboxRow[];
  readonly foldedBehind: (id: number) => readonly OutboxRow[];
  readonly isLost: (row: OutboxRow) => boolean;
  /** Whether settled rows that edit or remove its message are loaded too. */
  readonly knowsSettledBehind: (id: number) => boolean;
}

function rowsOf(set: WorkingSet): Rows {
  const { outbox } = set;
  const get = (id: number) => {
    const row = outbox.get(id);
    if (row === undefined) set.knows({ what: 'row', id });
    return row;
  };
  const put = (row: OutboxRow, more: Partial<OutboxRow>) => {
    outbox.put({ ...row, ...more });
  };
  const all = (person: PersonId) => outbox.ofGroup(person).toSorted((one, other) => one.id - other.id);
  const unsettled = (person: PersonId, queue?: Queue) =>
    all(person).filter((row) => row.settledAt === null && (queue === undefined || row.queue === queue));
  const behind = (id: number) => {
    const row = get(id);
    return row === undefined ? [] : unsettled(row.personId).filter(({ targetId }) => targetId === id);
  };
  return {
    get,
    put,
    update: (id, more) => {
      const row = get(id);
      if (row !== undefined) put(row, more);
      return row === undefined ? 0 : 1;
    },
    remove: (gone) => {
      for (const { id } of gone) outbox.remove(id);
      return gone.length;
    },
    all,
    unsettled,
    behind,
    foldedBehind: (id) => behind(id).filter(({ state }) => state === 'folded'),
    isLost: ({ targetId }) => targetId === null || (get(targetId)?.state ?? 'dropped') === 'dropped',
    knowsSettledBehind: (id) => set.knows({ what: 'behind', id }),
  };
}

function queueRowsOf({ get, put, update, remove, unsettled, behind }: Rows): QueueRows {
  const inState = (person: PersonId, queue: Queue, ...states: readonly OutboxRow['state'][]) =>
    unsettled(person, queue).filter(({ state }) => states.includes(state));
  const putAll = (rows: readonly OutboxRow[], more: (row: OutboxRow) => Partial<OutboxRow>) => {
    for (const row of rows) put(row, more(row));
    return rows.length;
  };
  return {
    first: look(({ personId, queue }) => inState(personId, queue, 'queued', 'waiting', 'flying')),
    isFlying: look(({ personId, queue }) => inState(personId, queue, 'flying')),
    target: lookUp(({ id }) => get(id)),
    dependents: look(({ id }) => [...new Set(behind(id).map(({ queue }) => queue))].map((queue) => ({ queue }))),
    forgetGone: change(({ id, now }) => {
      for (const one of [get(id), get(get(id)?.targetId ?? id)]) {
        const row = one === undefined ? undefined : get(one.id);
        if (row !== undefined && row.settledAt !== null) put(row, { keepUntil: now });
      }
    }),
    putInFront: change(({ id }) => update(id, { state: 'waiting' })),
    settle: change(({ id, state, now, keepUntil, messageId }) =>
      update(id, { state, settledAt: now, keepUntil, messageId, payload: null }),
    ),
    takeBack: change(({ personId, queue }) => remove(inState(personId, queue, 'queued', 'waiting', 'held'))),
    tryNoMore: change(({ personId, queue, now }) =>
      putAll(inState(personId, queue, 'flying'), () => ({ dropAfter: now })),
    ),
    holdAll: change(({ personId, queue }) =>
      putAll(inState(personId, queue, 'queued', 'waiting'), () => ({ state: 'held' })),
    ),
    unhold: change(({ personId, queue, now }) =>
      putAll(inState(personId, queue, 'held'), ({ dueAt }) => ({ state: 'queued', dueAt: Math.max(dueAt, now) })),
    ),
    stepBack: change(({ personId, queue }) => putAll(inState(personId, queue, 'waiting'), () => ({ state: 'queued' }))),
  };
}

function foldRowsOf(rows: Rows): FoldRows {
  const { get, update, remove, all, unsettled, foldedBehind, isLost, knowsSettledBehind } = rows;
  const folded = (person: PersonId) => unsettled(person).filter(({ state }) => state === 'folded');
  return {
    inside: look(({ id }) => {
      const line = get(id);
      if (line === undefined) return [];
      const onIt = new Set(all(line.personId).flatMap((row) => (row.targetId === id ? row.id : [])));
      return folded(line.personId).filter(({ targetId }) => targetId === id || onIt.has(targetId ?? 0));
    }),
    takenOut: look(({ id }) => {
      const line = get(id);
      if (line === undefined || !knowsSettledBehind(id)) return [];
      return all(line.personId).filter(
        ({ targetId, kind, state }) => targetId === id && kind === 'send' && state !== 'folded' && state !== 'dropped',
      );
    }),
    keptUntil: lookUp(({ id }) => {
      const until = foldedBehind(id).map(({ keepUntil }) => keepUntil ?? 0);
      return { until: until.length === 0 ? null : Math.max(...until) };
    }),
    cardsIn: look(({ id }) => foldedBehind(id)),
    takeOut: change(({ id, method, queue, targetId, payload, now }) =>
      update(id, { state: 'queued', method, queue, targetId, payload, dueAt: now, keepUntil: null }),
    ),
    emptyUnder: change(({ id }) => {
      const targetId = get(id)?.targetId ?? null;
      return targetId === null ? 0 : remove(foldedBehind(targetId));
    }),
    tidyUp: change(({ personId }) => remove(folded(personId).filter(isLost))),
    dropArrived: change(({ personId }) =>
      remove(
        folded(personId).filter(
          ({ kind, targetId }) => kind === 'send' && targetId !== null && get(targetId)?.state === 'sent',
        ),
      ),
    ),
  };
}

function foldingRowsOf({ update, put, unsettled, behind }: Rows): FoldingRows {
  return {
    waiting: look(({ personId }) =>
      unsettled(personId).filter(
        ({ kind, queue, state }) =>
          kind === 'send' && queue !== 'reply' && (state === 'queued' || state === 'waiting' || state === 'held'),
      ),
    ),
    layDown: change(({ id, keepUntil }) =>
      update(id, {
        state: 'folded',
        attempts: 0,
        notBefore: null,
        dropAfter: null,
        localDate: null,
        isNudge: false,
        keepUntil,
      }),
    ),
    putBehind: change(({ id, lineId }) => update(id, { targetId: lineId })),
    layDownEdits: change(({ id, keepUntil }) => {
      for (const row of behind(id)) if (row.kind === 'edit') put(row, { state: 'folded', keepUntil });
    }),
    turnDeletes: change(({ id, lineId }) => {
      for (const row of behind(id)) if (row.kind === 'delete') put(row, { targetId: lineId });
    }),
  };
}

function sendingRowsOf(set: WorkingSet, { get, put, update, remove, all, unsettled }: Rows): SendingRows {
  const isFirst = (person: PersonId, queue: Queue) =>
    unsettled(person, queue).every(({ state }) => state === 'held' || state === 'folded');
  return {
    insert: change(({ mayGo, isFolded, ...row }) => {
      const waits = mayGo === 1 && isFirst(row.personId, row.queue);
      const state = isFolded === 1 ? 'folded' : waits ? 'waiting' : 'queued';
      const fresh = { attempts: 0, attemptedAt: null, settledAt: null, messageId: null };
      set.outbox.put({ ...row, ...fresh, state });
    }),
    newestOfCard: look(({ personId, card }) => {
      if (card === null || !set.knows({ what: 'card', person: personId, card })) return [];
      return all(personId)
        .filter(
          (row) =>
            row.card === card &&
            row.kind === 'send' &&
            row.state !== 'dropped' &&
            (row.settledAt === null || row.messageId !== null),
        )
        .reverse();
    }),
    takeBackSweep: change(({ personId, card }) =>
      remove(unsettled(personId, 'sweep').filter((row) => row.card === card && row.state !== 'flying')),
    ),
    card: look(({ personId, messageId }) => {
      if (!set.knows({ what: 'message', person: personId, messageId })) return [];
      return all(personId)
        .filter((row) => row.messageId === messageId)
        .reverse();
    }),
    dropUnsent: change(({ personId }) => remove(unsettled(personId))),
    unsent: look(({ personId }) => unsettled(personId)),
    reseal: change(({ id, payload }) => update(id, { payload })),
    ready: look(({ queue, now, limit }) =>
      set.outbox
        .all()
        .filter((row) => row.queue === queue && row.state === 'waiting' && row.dueAt <= now)
        .toSorted((one, other) => one.dueAt - other.dueAt || one.id - other.id)
        .slice(0, limit)
        .map((row) => ({
          ...row,
          messageId: row.targetId === null ? null : (get(row.targetId)?.messageId ?? null),
          keyId: set.keyIds.get(row.personId) ?? 0,
        })),
    ),
    fly: change(({ id, now }) => {
      const row = get(id);
      if (row !== undefined) put(row, { state: 'flying', attempts: row.attempts + 1, attemptedAt: now });
    }),
    byId: lookUp(({ id }) => get(id)),
    retry: change(({ id, dueAt }) => update(id, { state: 'waiting', dueAt })),
    hold: change(({ id }) => update(id, { state: 'held' })),
    moveCard: change(({ id, messageId }) => {
      const targetId = get(id)?.targetId ?? null;
      return targetId === null ? 0 : update(targetId, { messageId });
    }),
    state: lookUp(({ id }) => {
      const row = get(id);
      return row?.state === 'dropped' ? undefined : row;
    }),
    flying: look(() => set.outbox.all().filter(({ state }) => state === 'flying')),
  };
}
