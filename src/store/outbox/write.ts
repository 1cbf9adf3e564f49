import type { Instant, PersonId } from '../../core/ids.js';
import { payloadFormat } from '../documents.js';
import { writeDocument } from '../document-format.js';
import { places } from '../places.js';
import type { Inbound, Outgoing } from '../store.js';
import type { Folds } from './folds.js';
import type { Sealing } from '../sealing.js';
import type { RowId, SendingRows } from './rows.js';
import type { StoredPerson } from '../people.js';
import { targetsOf, type Target } from './targets.js';
import type { Queues } from './queues.js';
import { unfolderOf } from './unfold.js';

/** Writes messages to one person, in order. What edits or deletes a message that never was falls away. */
export type WriteOutgoing = (to: StoredPerson, outgoing: readonly Outgoing[], tap: Tap | null, now: Instant) => void;

/** What they answer, when that was a tap: its own id, and the message under the finger. */
type Tap = Pick<Inbound, 'callbackQueryId' | 'messageId'>;

/** Puts a row into the outbox; gives its number. */
export type Insert = (
  to: StoredPerson,
  out: Outgoing,
  params: Outgoing['params'],
  dueAt: Instant,
  target: Target,
) => RowId;

export function inserterOf(vault: Sealing, statements: Pick<SendingRows, 'insert'>, nextId: () => RowId): Insert {
  return (to, out, params, dueAt, target) => {
    const id = nextId();
    const place = places.payload(id, to.person.id, out.kind, out.method);
    // Of somebody who cannot be read the key may be gone as well.
    const key = to.isReadable ? to.keyId : null;
    statements.insert.run({
      id,
      personId: to.person.id,
      queue: target.queue,
      kind: out.kind,
      method: out.method,
      card: out.card,
      targetId: target.id,
      mayGo: target.isThere ? 1 : 0,
      isFolded: target.keepUntil === undefined ? 0 : 1,
      keepUntil: target.keepUntil ?? null,
      dueAt,
      notBefore: out.notBefore,
      dropAfter: out.dropAfter,
      localDate: out.localDate,
      isNudge: out.isNudge,
      payload: vault.seal(key, place, () => writeDocument(payloadFormat, { params, quiet: out.quiet })),
    });
    return id;
  };
}

export function outboxWriterOf(
  vault: Sealing,
  statements: SendingRows,
  queues: Queues,
  folds: Folds,
  insert: Insert,
): WriteOutgoing {
  const { findTarget, putIn } = targetsOf(statements, queues, folds);
  const unfold = unfolderOf(vault, statements, queues, folds);

  /** What is taken away now need not be taken away later. */
  const takeBackSweep = (person: PersonId, card: string | null, now: Instant) => {
    if (card !== null && statements.takeBackSweep.run({ personId: person, card }).changes > 0)
      queues.advance(person, 'sweep', now);
  };

  /**
   * Nobody can tap what has not arrived, so a tap settles what the bot does not know yet, or lost by a crash. Gives the
   * number of the message that was tapped when no row stands for it: a copy, since the row is to be sent once more.
   */
  const settleTapped = (person: PersonId, card: string, tapped: number, now: Instant): number | null => {
    const newest = statements.newestOfCard.get({ personId: person, card });
    if (newest === undefined || newest.attempts === 0) return tapped;
    if (newest.settledAt !== null) return newest.messageId === tapped ? null : tapped;
    if (newest.state === 'flying' && newest.attempts > 1) return tapped;
    queues.end(newest, { state: 'sent', messageId: tapped }, now);
    return null;
  };

  const writeOne = (to: StoredPerson, out: Outgoing, tap: Tap | null, now: Instant) => {
    const params = paramsOf(to, out, tap?.callbackQueryId ?? null);
    if (params === null) return;
    const target = out.fold === null ? findTarget(to.person.id, out, now) : putIn(to.person.id, out, out.fold, now);
    if (target === null) return;
    if (out.kind === 'delete' && out.lane !== 'sweep') takeBackSweep(to.person.id, out.card, now);
    insert(to, out, params, Math.max(now, out.notBefore ?? now), target);
  };

  return (to, outgoing, tap, now) => {
    for (const one of outgoing) {
      const out = one.unfolds ? unfold(to, one, tap?.messageId ?? 0, now) : one;
      if (out === null) continue;
      const tapped = out.isTapped ? (tap?.messageId ?? null) : null;
      const copy = out.card === null || tapped === null ? null : settleTapped(to.person.id, out.card, tapped, now);
      writeOne(to, out, tap, now);
      if (copy !== null) writeOne(to, { ...out, params: { ...out.params, message_id: copy } }, tap, now);
    }
  };
}

/** Null when it cannot be addressed: there is no tap to answer, or no address is known without consent. */
export function paramsOf(to: StoredPerson, out: Outgoing, callbackQueryId: string | null): Outgoing['params'] | null {
  if (out.kind !== 'answer') return to.address === null ? null : { chat_id: Number(to.address), ...out.params };
  if ('callback_query_id' in out.params) return out.params;
  return callbackQueryId === null ? null : { callback_query_id: callbackQueryId, ...out.params };
}
