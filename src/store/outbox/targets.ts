import type { Instant, PersonId } from '../../core/ids.js';
import type { Outgoing } from '../store.js';
import { isFold, type Folds } from './folds.js';
import type { NewestRow, Queue, RowId, SendingRows } from './rows.js';
import type { Queues } from './queues.js';

/** Which row a message acts on, and in which queue it waits for that. */

type FoldOf = NonNullable<Outgoing['fold']>;

/** The row an edit or a delete acts on; none for what stands by itself. */
export interface Target {
  readonly id: RowId | null;
  readonly isThere: boolean;
  /** What has to wait for its message waits behind it, so that nothing else waits with it. */
  readonly queue: Queue;
  /** Set for what lies in a fold: how long it may. */
  readonly keepUntil?: Instant | null;
}

const itself = (out: Outgoing): Target => ({ id: null, isThere: true, queue: queueOf(out) });

const queueOf = (out: Outgoing): Queue => (out.kind === 'answer' ? 'answer' : out.lane);

export interface Targets {
  /** Null when the row falls away: what it acts on is not there, or was cancelled with it before it was tried. */
  readonly findTarget: (person: PersonId, out: Outgoing, now: Instant) => Target | null;
  /** Behind the line that is sent in its place; null when that cannot be. It takes the place of an older one as usual. */
  readonly putIn: (person: PersonId, out: Outgoing, fold: FoldOf, now: Instant) => Target | null;
}

export function targetsOf(statements: SendingRows, queues: Queues, folds: Folds): Targets {
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

  const putIn = (person: PersonId, out: Outgoing, { card, until }: FoldOf, now: Instant): Target | null => {
    if (out.card !== null) findTarget(person, out, now);
    const line = statements.newestOfCard.get({ personId: person, card });
    return line === undefined ? null : { id: line.id, isThere: false, queue: queueOf(out), keepUntil: until };
  };

  /** The same for what acts on a message that its reader has not opened yet. A line that has arrived counts as the message. */
  const findFolded = (person: PersonId, inside: NewestRow, out: Outgoing, now: Instant): Target | null => {
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

  return { findTarget, putIn };
}
