import type { Instant } from '../../core/ids.js';
import type { Quiet } from '../../core/scene.js';
import { payloadFormat } from '../documents.js';
import { readDocument } from '../document-format.js';
import { places } from '../places.js';
import { unlessBroken } from '../failures.js';
import type { Sealing } from '../sealing.js';
import type { Folding } from '../store.js';
import { isFold } from './folds.js';
import type { FoldingRows, SendingRows, WaitingRow } from './rows.js';
import { paramsOf, type Insert } from './write.js';
import type { StoredPerson } from '../people.js';
import type { Queues } from './queues.js';

/**
 * When somebody wants it discreet, what waits for them already must not arrive in the open: it may wait for hours, for
 * the end of their night or of an outage. A line is written for it, in its lane and with its times, and it lies down
 * behind that line. What answers something they did (the reply lane) comes as it was written, as in discreet mode.
 */
export type FoldWaiting = (to: StoredPerson, folding: Folding, now: Instant) => void;

export function waitingFolderOf(
  vault: Sealing,
  statements: FoldingRows & Pick<SendingRows, 'hold'>,
  queues: Queues,
  insert: Insert,
): FoldWaiting {
  const { waiting, layDown, putBehind, layDownEdits, turnDeletes } = statements;

  const read = (to: StoredPerson, { id, kind, method, payload }: WaitingRow) => {
    const place = places.payload(id, to.person.id, kind, method);
    const plain = payload === null ? null : unlessBroken(() => vault.unseal(to.keyId, place, payload));
    return plain === null ? null : readDocument(payloadFormat, plain);
  };

  /** A row that does not open is never sent, so it needs no line. */
  const partsOf = (to: StoredPerson, folding: Folding): readonly Part[] => {
    const parts = new Map<string, Part>();
    for (const row of waiting.all({ personId: to.person.id })) {
      const document = isFold(row.card) ? null : read(to, row);
      if (document === null) continue;
      const until = folding.until(row.card);
      const isSilent = document.params['disable_notification'] === true;
      const way = wayOf(row, until);
      const known = parts.get(way);
      parts.set(way, {
        rows: [...(known?.rows ?? []), row],
        first: known?.first ?? row,
        until,
        quiet: document.quiet,
        isSilent: isSilent && known?.isSilent !== false,
      });
    }
    return [...parts.values()];
  };

  return (to, folding, now) => {
    for (const [nth, { rows, first, until, quiet, isSilent }] of partsOf(to, folding).entries()) {
      const line = folding.lineOf(nth, isSilent);
      const params = paramsOf(to, line, null);
      if (params === null) continue;
      const { queue, notBefore, dropAfter, localDate, isNudge } = first;
      // First, since a person has one row of each date.
      for (const { id } of rows) layDown.run({ id, keepUntil: until });
      const dueAt = Math.max(...rows.map((row) => row.dueAt));
      const whole = { ...line, quiet, notBefore, dropAfter, localDate, isNudge };
      const lineId = insert(to, whole, params, dueAt, { id: null, isThere: true, queue });
      if (first.state === 'held') statements.hold.run({ id: lineId });
      for (const { id } of rows) {
        putBehind.run({ id, lineId });
        layDownEdits.run({ id, keepUntil: until });
        turnDeletes.run({ id, lineId });
      }
    }
    queues.stepIn(to.person.id, now);
  };
}

interface Part {
  readonly rows: readonly WaitingRow[];
  readonly first: WaitingRow;
  readonly until: Instant;
  readonly quiet: Quiet | null;
  readonly isSilent: boolean;
}

/** Of what goes the same way, and may lie as long, one line is sent. */
function wayOf({ queue, state, notBefore, dropAfter, localDate, isNudge }: WaitingRow, until: Instant): string {
  return JSON.stringify([queue, state === 'held', notBefore, dropAfter, localDate, isNudge, until]);
}
