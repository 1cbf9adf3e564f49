import type { Instant, PersonId } from '../../core/scene.js';
import { payloadFormat, readDocument, writeDocument } from '../documents.js';
import { places } from '../places.js';
import { seal, unseal } from '../seal.js';
import type { Inbound, Outgoing } from '../store.js';
import { isFold, type Folds } from './folds.js';
import { countFrom, type House } from './house.js';
import type { OutboxStatements } from './outbox-statements.js';
import type { StoredPerson } from './people.js';
import type { Queue, Queues, RowId } from './queues.js';

/** Writes messages to one person, in order. What edits or deletes a message that never was falls away. */
export type WriteOutgoing = (to: StoredPerson, outgoing: readonly Outgoing[], tap: Tap | null, now: Instant) => void;

/** What they answer, when that was a tap: its own id, and the message under the finger. */
type Tap = Pick<Inbound, 'callbackQueryId' | 'messageId'>;
type FoldOf = NonNullable<Outgoing['fold']>;

export function outboxWriterOf(
  house: House,
  statements: OutboxStatements,
  queues: Queues,
  folds: Folds,
): WriteOutgoing {
  const { vault } = house;
  const nextId = countFrom(house.connection, 'outbox');

  /** Null when the row falls away: what it acts on is not there, or was cancelled with it before it was tried. */
  const findTarget = (person: PersonId, out: Outgoing, now: Instant): Target | null => {
    if (out.kind === 'answer' || out.card === null || 'message_id' in out.params) return itself(out);
    const target = statements.newestOfCard.get({ personId: person, card: out.card });
    if (target?.state === 'folded') return findFolded(person, target, out, now);
    // Two commands of one moment share a line.
    if (target !== undefined && out.kind === 'send' && isFold(out.card)) return null;
    // What is to be taken away later is sent first, and waited for by nothing.
    const isForLater = out.kind === 'delete' && out.notBefore !== null && out.notBefore > now;
    const isUntried = target !== undefined && target.settledAt === null && target.attempts === 0 && !isForLater;
    // A newer message takes the place of an older one of the same card that is still to be tried.
    if (isUntried && out.kind !== 'edit') queues.end(target, { state: 'dropped', messageId: null }, now);
    if (out.kind === 'send') return itself(out);
    if (target === undefined || (isUntried && out.kind === 'delete')) return null;
    const isThere = target.settledAt !== null;
    return { id: target.id, isThere, queue: isThere || isForLater ? queueOf(out) : target.queue };
  };

  /** Behind the line that is sent in its place; null when that cannot be. It takes the place of an older one as usual. */
  const putIn = (person: PersonId, out: Outgoing, { card, until }: FoldOf, now: Instant): Target | null => {
    if (out.card !== null) findTarget(person, out, now);
    const line = statements.newestOfCard.get({ personId: person, card });
    return line === undefined ? null : { id: line.id, isThere: false, queue: queueOf(out), keepUntil: until };
  };

  /** The same for what acts on a message that its reader has not opened yet. A line that has arrived counts as the message. */
  const findFolded = (person: PersonId, inside: Newest, out: Outgoing, now: Instant): Target | null => {
    const line = inside.targetId === null ? undefined : statements.state.get({ id: inside.targetId });
    if (line === undefined) return out.kind === 'send' ? itself(out) : null;
    const isThere = line.settledAt !== null;
    const isForLater = out.kind === 'delete' && out.notBefore !== null && out.notBefore > now;
    const hasArrived = isThere || line.attempts > 0;
    if (out.kind === 'edit') return { id: inside.id, isThere: false, queue: inside.queue, keepUntil: inside.keepUntil };
    if (isForLater) return { id: line.id, isThere, queue: queueOf(out) };
    if (out.kind === 'send' && hasArrived) return itself(out);
    queues.end(inside, { state: 'dropped', messageId: null }, now);
    const isEmpty = folds.inside(line.id).every(({ kind }) => kind !== 'send');
    if (isEmpty && !hasArrived) queues.end(line, { state: 'dropped', messageId: null }, now);
    if (out.kind === 'send') return itself(out);
    return isEmpty && hasArrived ? { id: line.id, isThere, queue: isThere ? queueOf(out) : line.queue } : null;
  };

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
    const id = nextId();
    const place = places.payload(id, to.person.id, out.kind, out.method);
    // Of somebody who cannot be read the key may be gone as well.
    const key = to.isReadable ? vault.get(to.keyId) : vault.houseKey;
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
      dueAt: Math.max(now, out.notBefore ?? now),
      notBefore: out.notBefore,
      dropAfter: out.dropAfter,
      localDate: out.localDate,
      isNudge: out.isNudge,
      payload: seal(key, place, writeDocument(payloadFormat, { params, quiet: out.quiet })),
    });
  };

  /** Opens a fold where it was tapped; null when that was done, or else what is to be read there instead. */
  const unfold = (to: StoredPerson, out: Outgoing, tapped: number, now: Instant): Outgoing | null => {
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
      const { params } = readDocument(payloadFormat, unseal(vault.get(to.keyId), placeFor(row.method), row.payload));
      const payload = writeDocument(payloadFormat, { params: isFirst ? asEdit(params) : params, quiet: null });
      folds.takeOut(row, {
        method,
        queue: row.queue === 'scheduled' ? 'reply' : row.queue,
        targetId: row.kind === 'send' && !isFirst ? null : row.kind === 'send' ? line.id : row.targetId,
        payload: seal(vault.get(to.keyId), placeFor(method), payload),
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

type Newest = NonNullable<ReturnType<OutboxStatements['newestOfCard']['get']>>;

/** An edit takes neither: whoever reads it has opened it, and the line it replaces was protected. */
function asEdit(params: Outgoing['params']): Outgoing['params'] {
  const kept = Object.entries(params).filter(([name]) => name !== 'protect_content' && name !== 'disable_notification');
  return Object.fromEntries(kept);
}

/** The row an edit or a delete acts on; none for what stands by itself. */
interface Target {
  readonly id: RowId | null;
  readonly isThere: boolean;
  /** What has to wait for its message waits behind it, so that nothing else waits with it. */
  readonly queue: Queue;
  /** Set for what lies in a fold: how long it may. */
  readonly keepUntil?: Instant | null;
}

const itself = (out: Outgoing): Target => ({ id: null, isThere: true, queue: queueOf(out) });

const queueOf = (out: Outgoing): Queue => (out.kind === 'answer' ? 'answer' : out.lane);

/** Null when it cannot be addressed: there is no tap to answer, or no address is known without consent. */
function paramsOf(to: StoredPerson, out: Outgoing, callbackQueryId: string | null): Outgoing['params'] | null {
  if (out.kind !== 'answer') return to.address === null ? null : { chat_id: Number(to.address), ...out.params };
  if ('callback_query_id' in out.params) return out.params;
  return callbackQueryId === null ? null : { callback_query_id: callbackQueryId, ...out.params };
}
