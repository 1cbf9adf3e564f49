import type { Instant, PersonId } from '../../core/ids.js';
import { payloadFormat } from '../documents.js';
import { readDocument } from '../document-format.js';
import { BrokenDocument, unlessBroken } from '../failures.js';
import type { StoredPerson } from '../people.js';
import { places } from '../places.js';
import type { Row, Settlement } from '../store.js';
import type { Sealing } from '../sealing.js';
import { foldsOf, isFold } from './folds.js';
import { waitingFolderOf, type FoldWaiting } from './fold-waiting.js';
import { queuesOf, type Queues } from './queues.js';
import type { OutboxRows, Queue, ReadyRow, RowId, SendingRows } from './rows.js';
import { inserterOf, outboxWriterOf, type WriteOutgoing } from './write.js';

/** Rows that are dropped instead of sent are looked at too; with a limit, so that a claim stays short after a long absence. */
const maxLooks = 200;

export interface Outbox {
  readonly write: WriteOutgoing;
  readonly recall: Queues['recall'];
  readonly hold: Queues['hold'];
  readonly release: Queues['release'];
  /** What waits to be sent lies folded from here on; see fold-waiting.ts. */
  readonly foldWaiting: FoldWaiting;
  readonly dropUnsent: (person: PersonId) => void;
  /** Erases what lies in folds that have arrived. */
  readonly dropFolded: (person: PersonId, now: Instant) => void;
  /** What is still to be sent, sealed with the key its person has now. */
  readonly reseal: (before: StoredPerson, after: StoredPerson) => void;
  /** The name of the message a person replies or reacts to. */
  readonly cardOf: (person: PersonId, messageId: number) => string | null;
}

/** What the courier asks. */
export interface Sending {
  readonly claim: (now: Instant, queues: readonly Queue[], limit: number) => readonly Row[];
  readonly settle: (settlement: Settlement, now: Instant) => void;
  readonly recover: (now: Instant) => void;
}

export function outboxOf(vault: Sealing, statements: OutboxRows, nextId: () => RowId): Outbox & Sending {
  const folds = foldsOf(statements);
  const queues = queuesOf(statements, folds);
  const insert = inserterOf(vault, statements, nextId);
  return {
    write: outboxWriterOf(vault, statements, queues, folds, insert),
    foldWaiting: waitingFolderOf(vault, statements, queues, insert),
    recall: queues.recall,
    hold: queues.hold,
    release: queues.release,
    dropUnsent: (personId) => {
      statements.dropUnsent.run({ personId });
    },
    reseal: (before, after) => {
      for (const row of statements.unsent.all({ personId: after.person.id })) {
        const { payload } = row;
        const plain = payload === null ? null : unlessBroken(() => vault.unseal(before.keyId, placeOf(row), payload));
        // What does not open now never will: its turn comes, and it falls away.
        if (plain !== null)
          statements.reseal.run({ id: row.id, payload: vault.seal(after.keyId, placeOf(row), () => plain) });
      }
    },
    dropFolded: folds.dropArrived,
    cardOf: (personId, messageId) => {
      const row = statements.card.get({ personId, messageId });
      if (row === undefined) return null;
      // A reply to a question that is still folded is one to the question.
      return (isFold(row.card) ? folds.promptIn(row.id) : null) ?? row.card;
    },
    claim: (now, wanted, limit) => {
      const claimed: Row[] = [];
      for (const queue of wanted)
        claimed.push(...claimFrom(queue, { vault, statements, queues, now }, limit - claimed.length));
      return claimed;
    },
    settle: (settlement, now) => {
      settle(settlement, statements, queues, now);
    },
    recover: (now) => {
      for (const row of statements.flying.all({})) {
        if (row.isNudge) queues.end(row, { state: 'dropped', messageId: null }, now);
        else statements.retry.run({ id: row.id, dueAt: now });
      }
    },
  };
}

interface Claiming {
  readonly vault: Sealing;
  readonly statements: SendingRows;
  readonly queues: Queues;
  readonly now: Instant;
}

function claimFrom(queue: Queue, { vault, statements, queues, now }: Claiming, limit: number): readonly Row[] {
  const claimed: Row[] = [];
  let looks = 0;
  while (looks < maxLooks && claimed.length < limit) {
    const ready = statements.ready.all({ queue, now, limit: limit - claimed.length });
    if (ready.length === 0) break;
    looks += ready.length;
    for (const row of ready) {
      const opened = row.dropAfter !== null && row.dropAfter <= now ? null : open(row, vault);
      if (opened === null) {
        queues.end(row, { state: 'dropped', messageId: null }, now);
      } else {
        statements.fly.run({ id: row.id, now });
        claimed.push(opened);
      }
    }
  }
  return claimed;
}

/**
 * The row as the courier needs it; null when it does not open, so that one broken row never stops the others, and when
 * the message it acts on has been forgotten since.
 */
function open(row: ReadyRow, vault: Sealing): Row | null {
  if (row.payload === null || (row.targetId !== null && row.messageId === null)) return null;
  try {
    const { params, quiet } = readDocument(payloadFormat, unsealPayload(row, row.payload, vault));
    return {
      id: row.id,
      person: row.personId,
      lane: row.queue === 'answer' ? 'reply' : row.queue,
      kind: row.kind,
      method: row.method,
      params: row.targetId === null ? params : { ...params, message_id: row.messageId },
      attempts: row.attempts + 1,
      isNudge: row.isNudge,
      notBefore: row.notBefore,
      dropAfter: row.dropAfter,
      quiet,
    };
  } catch (error) {
    if (error instanceof BrokenDocument) return null;
    throw error;
  }
}

const placeOf = ({ id, personId, kind, method }: Pick<ReadyRow, 'id' | 'personId' | 'kind' | 'method'>) =>
  places.payload(id, personId, kind, method);

/** With the receiver's key, or the house's where nothing of them could be read when it was written. */
function unsealPayload(row: ReadyRow, payload: Buffer, vault: Sealing): Buffer {
  try {
    return vault.unseal(row.keyId, placeOf(row), payload);
  } catch (error) {
    if (!(error instanceof BrokenDocument)) throw error;
    return vault.unseal(null, placeOf(row), payload);
  }
}

function settle(settlement: Settlement, statements: SendingRows, queues: Queues, now: Instant): void {
  const row = statements.byId.get({ id: settlement.row });
  // Erased, taken back or settled meanwhile: there is nothing left to say about it.
  if (row?.state !== 'flying') return;
  switch (settlement.as) {
    case 'sent':
      if (settlement.isAnew === true) statements.moveCard.run({ id: row.id, messageId: settlement.messageId });
      queues.end(row, { state: 'sent', messageId: row.kind === 'send' ? settlement.messageId : null }, now);
      return;
    case 'dropped':
      queues.end(row, { state: 'dropped', messageId: null }, now);
      return;
    case 'retry':
      statements.retry.run({ id: row.id, dueAt: settlement.notBefore });
      return;
    case 'held':
      statements.hold.run({ id: row.id });
      queues.advance(row.personId, row.queue, now);
      return;
  }
}
