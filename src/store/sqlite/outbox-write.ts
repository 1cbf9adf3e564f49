import type { Instant, PersonId } from '../../core/scene.js';
import { payloadFormat, writeDocument } from '../documents.js';
import { seal } from '../seal.js';
import type { Inbound, Outgoing } from '../store.js';
import { countFrom, type House } from './house.js';
import { payloadPlace, type OutboxStatements } from './outbox-statements.js';
import type { StoredPerson } from './people.js';
import type { Queue, Queues, RowId } from './queues.js';

/** Writes messages to one person, in order. What edits or deletes a message that never was falls away. */
export type WriteOutgoing = (to: StoredPerson, outgoing: readonly Outgoing[], tap: Tap | null, now: Instant) => void;

/** What they answer, when that was a tap: its own id, and the message under the finger. */
type Tap = Pick<Inbound, 'callbackQueryId' | 'messageId'>;

export function outboxWriterOf(house: House, statements: OutboxStatements, queues: Queues): WriteOutgoing {
  const { vault } = house;
  const nextId = countFrom(house.connection, 'outbox');

  /** Null when the row falls away: what it acts on is not there, or was cancelled with it before it was tried. */
  const findTarget = (person: PersonId, out: Outgoing, now: Instant): Target | null => {
    if (out.kind === 'answer' || out.card === null || 'message_id' in out.params) return itself(out);
    const target = statements.newestOfCard.get({ personId: person, card: out.card });
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
    const target = findTarget(to.person.id, out, now);
    if (target === null) return;
    if (out.kind === 'delete' && out.lane !== 'sweep') takeBackSweep(to.person.id, out.card, now);
    const id = nextId();
    statements.insert.run({
      id,
      personId: to.person.id,
      queue: target.queue,
      kind: out.kind,
      method: out.method,
      card: out.card,
      targetId: target.id,
      mayGo: target.isThere ? 1 : 0,
      dueAt: Math.max(now, out.notBefore ?? now),
      notBefore: out.notBefore,
      dropAfter: out.dropAfter,
      localDate: out.localDate,
      isNudge: out.isNudge,
      payload: seal(vault.get(to.keyId), payloadPlace(id), writeDocument(payloadFormat, { params, quiet: out.quiet })),
    });
  };

  return (to, outgoing, tap, now) => {
    for (const out of outgoing) {
      const tapped = out.isTapped ? (tap?.messageId ?? null) : null;
      const copy = out.card === null || tapped === null ? null : settleTapped(to.person.id, out.card, tapped, now);
      writeOne(to, out, tap, now);
      if (copy !== null) writeOne(to, { ...out, params: { ...out.params, message_id: copy } }, tap, now);
    }
  };
}

/** The row an edit or a delete acts on; none for what stands by itself. */
interface Target {
  readonly id: RowId | null;
  readonly isThere: boolean;
  /** What has to wait for its message waits behind it, so that nothing else waits with it. */
  readonly queue: Queue;
}

const itself = (out: Outgoing): Target => ({ id: null, isThere: true, queue: queueOf(out) });

const queueOf = (out: Outgoing): Queue => (out.kind === 'answer' ? 'answer' : out.lane);

/** Null when it cannot be addressed: there is no tap to answer, or no address is known without consent. */
function paramsOf(to: StoredPerson, out: Outgoing, callbackQueryId: string | null): Outgoing['params'] | null {
  if (out.kind !== 'answer') return to.address === null ? null : { chat_id: Number(to.address), ...out.params };
  if ('callback_query_id' in out.params) return out.params;
  return callbackQueryId === null ? null : { callback_query_id: callbackQueryId, ...out.params };
}
