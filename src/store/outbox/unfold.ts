import type { Instant } from '../../core/ids.js';
import { payloadFormat } from '../documents.js';
import { readDocument, writeDocument } from '../document-format.js';
import { places } from '../places.js';
import type { Outgoing } from '../store.js';
import type { Folds } from './folds.js';
import type { Sealing } from '../sealing.js';
import type { SendingRows } from './rows.js';
import type { StoredPerson } from '../people.js';
import type { Queues } from './queues.js';

/** Opens a fold where it was tapped; null when that was done, or else what is to be read there instead. */
export type Unfold = (to: StoredPerson, out: Outgoing, tapped: number, now: Instant) => Outgoing | null;

export function unfolderOf(
  vault: Sealing,
  statements: Pick<SendingRows, 'newestOfCard'>,
  queues: Queues,
  folds: Folds,
): Unfold {
  return (to, out, tapped, now) => {
    const line = statements.newestOfCard.get({ personId: to.person.id, card: out.card });
    const inside = line === undefined ? [] : folds.inside(line.id);
    if (line === undefined || inside.length === 0) {
      const isDone = line?.messageId === tapped && folds.isOpened(line.id);
      return isDone ? null : { ...out, unfolds: false, params: { ...out.params, message_id: tapped } };
    }
    // It is there, whatever was known of it; of several copies the one that was tapped counts.
    if (line.messageId !== tapped) queues.end(line, { state: 'sent', messageId: tapped }, now);
    const first = inside.find(({ kind, method }) => kind === 'send' && method === 'sendMessage');
    for (const row of inside) {
      if (row.payload === null) continue;
      const isFirst = row === first;
      const method = isFirst ? 'editMessageText' : row.method;
      const placeFor = (as: string) => places.payload(row.id, to.person.id, row.kind, as);
      const { params } = readDocument(payloadFormat, vault.unseal(to.keyId, placeFor(row.method), row.payload));
      const payload = () => writeDocument(payloadFormat, { params: isFirst ? asEdit(params) : params, quiet: null });
      folds.takeOut(row, {
        method,
        queue: row.queue === 'scheduled' ? 'reply' : row.queue,
        targetId: row.kind === 'send' && !isFirst ? null : row.kind === 'send' ? line.id : row.targetId,
        payload: vault.seal(to.keyId, placeFor(method), payload),
        now,
      });
    }
    queues.stepIn(to.person.id, now);
    const noKey: Outgoing = {
      ...out,
      unfolds: false,
      method: 'editMessageReplyMarkup',
      params: { message_id: tapped },
    };
    return first === undefined ? noKey : null;
  };
}

/** An edit takes neither: whoever reads it has opened it, and the line it replaces was protected. */
function asEdit(params: Outgoing['params']): Outgoing['params'] {
  const kept = Object.entries(params).filter(([name]) => name !== 'protect_content' && name !== 'disable_notification');
  return Object.fromEntries(kept);
}
