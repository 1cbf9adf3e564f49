import { keptMsOf, readCard } from '../../../src/core/cards.js';
import type { Instant, PersonId } from '../../../src/core/ids.js';
import type { Outbox, Sending } from '../../../src/store/outbox/outbox.js';
import type { StoredPerson } from '../../../src/store/people.js';
import type { Folding, Lane, Outgoing, Row, Settlement } from '../../../src/store/store.js';
import type { Data } from './data.js';

export type Queue = Lane | 'answer';
export type QueueName = `${PersonId} ${Queue}`;

export interface OutboxRow {
  readonly id: number;
  readonly person: PersonId;
  readonly queue: Queue;
  readonly outgoing: Outgoing;
  readonly params: Outgoing['params'];
  readonly state: 'queued' | 'waiting' | 'flying' | 'held' | 'folded' | 'sent' | 'dropped';
  readonly target: number | null;
  readonly dueAt: Instant;
  readonly dropAfter: Instant | null;
  readonly attempts: number;
  readonly settledAt: Instant | null;
  readonly keepUntil: Instant;
  readonly messageId: number | null;
}

/** What a row acts on, and where it waits; `keepUntil` is set for what lies in a fold. */
interface Place {
  readonly target: number | null;
  readonly isThere: boolean;
  readonly queue: Queue;
  readonly keepUntil?: Instant;
}

type Tap = NonNullable<Parameters<Outbox['write']>[2]>;

const lanes: readonly Lane[] = ['reply', 'reveal', 'scheduled', 'sweep'];
const maxLooks = 200;
const isUnsettled = ({ settledAt }: OutboxRow) => settledAt === null;
const isFolded = ({ state }: OutboxRow) => state === 'folded';
const isFold = (card: string | null) => readCard(card)?.kind === 'fold';

interface MemoryOutbox extends Outbox, Sending {
  readonly nextSendAt: (wanted?: readonly Queue[]) => Instant | null;
  readonly countUnsent: () => number;
  /** Gives what it removed. */
  readonly tidy: (now: Instant) => readonly OutboxRow[];
}

/** The rows to be sent: in each queue of each person one out in front, as in the schema of SQLite, without a database. */
export function outboxOf(data: Data): MemoryOutbox {
  const { rows, ofPerson, queues, waiting, flying } = data.outbox;
  const nameOf = (person: PersonId, queue: Queue): QueueName => `${person} ${queue}`;
  const all = (ids: readonly number[] | undefined) => (ids ?? []).flatMap((id) => rows.get(id) ?? []);
  const unsettled = (person: PersonId, queue: Queue) => all(queues.get(nameOf(person, queue)));

  function put(row: OutboxRow): void {
    rows.set(row.id, row);
    if (row.state === 'waiting') waiting.set(row.id, true);
    else waiting.delete(row.id);
    if (row.state === 'flying') flying.set(row.id, true);
    else flying.delete(row.id);
  }

  function leaveQueue({ id, person, queue }: OutboxRow): void {
    const name = nameOf(person, queue);
    queues.set(
      name,
      (queues.get(name) ?? []).filter((one) => one !== id),
    );
  }

  function remove(row: OutboxRow): void {
    if (isUnsettled(row)) leaveQueue(row);
    rows.delete(row.id);
    waiting.delete(row.id);
    flying.delete(row.id);
    ofPerson.set(
      row.person,
      (ofPerson.get(row.person) ?? []).filter((one) => one !== row.id),
    );
  }

  function finish(row: OutboxRow, state: 'sent' | 'dropped', messageId: number | null, now: Instant): void {
    leaveQueue(row);
    const folded = all(ofPerson.get(row.person)).filter((one) => isFolded(one) && one.target === row.id);
    const keepUntil = Math.max(now + keptMsOf(row.outgoing.card), ...folded.map((one) => one.keepUntil));
    put({ ...row, state, messageId, settledAt: now, keepUntil, params: {} });
  }

  function lookAt(target: number | null): 'ready' | 'later' | 'never' {
    if (target === null) return 'ready';
    const row = rows.get(target);
    if (row === undefined || row.state === 'dropped') return 'never';
    if (row.state !== 'sent') return 'later';
    return row.messageId === null ? 'never' : 'ready';
  }

  function advance(person: PersonId, queue: Queue, now: Instant): void {
    for (const row of unsettled(person, queue)) {
      if (row.state === 'held' || isFolded(row)) continue;
      const isTaken = row.state !== 'queued' || unsettled(person, queue).some(({ state }) => state === 'flying');
      const found = isTaken ? 'later' : lookAt(row.target);
      if (found === 'ready') put({ ...row, state: 'waiting' });
      if (found !== 'never') return;
      finish(row, 'dropped', null, now);
    }
  }

  function advanceAll(person: PersonId, now: Instant): void {
    for (const queue of lanes) advance(person, queue, now);
  }

  function end(row: OutboxRow, state: 'sent' | 'dropped', messageId: number | null, now: Instant): void {
    finish(row, state, messageId, now);
    if (row.outgoing.kind === 'delete' && state === 'sent') {
      for (const one of all(ofPerson.get(row.person))) if (isFolded(one) && one.target === row.target) remove(one);
      for (const gone of all([row.id, row.target ?? 0])) if (!isUnsettled(gone)) put({ ...gone, keepUntil: now });
    }
    if (row.outgoing.kind === 'send' && state === 'dropped') tidyFolds(row.person);
    advance(row.person, row.queue, now);
    if (row.outgoing.kind !== 'send') return;
    for (const queue of lanes) {
      if (queue !== row.queue && unsettled(row.person, queue).some(({ target }) => target === row.id)) {
        advance(row.person, queue, now);
      }
    }
  }

  /** What lies in a fold that will never arrive goes too, and then what edits it. */
  function tidyFolds(person: PersonId): void {
    const isLost = ({ target }: OutboxRow) => (rows.get(target ?? 0)?.state ?? 'dropped') === 'dropped';
    const lost = () => all(ofPerson.get(person)).filter((row) => isFolded(row) && isLost(row));
    for (const row of lost()) remove(row);
    for (const row of lost()) remove(row);
  }

  /** All that lies in a fold: messages, and edits of them. */
  function inside(line: OutboxRow): readonly OutboxRow[] {
    const folded = all(ofPerson.get(line.person)).filter(isFolded);
    const messages = folded.filter(({ target }) => target === line.id);
    return folded.filter(({ target }) => target === line.id || messages.some(({ id }) => id === target));
  }

  const newestOfCard = (person: PersonId, card: string) =>
    all(ofPerson.get(person)).findLast(
      ({ outgoing, state, settledAt, messageId }) =>
        outgoing.kind === 'send' &&
        outgoing.card === card &&
        state !== 'dropped' &&
        (settledAt === null || messageId !== null),
    );

  /** Where a row stands and what it acts on; null when it falls away. */
  function placeOf(person: PersonId, out: Outgoing, now: Instant): Place | null {
    const itself: Place = { target: null, isThere: true, queue: out.kind === 'answer' ? 'answer' : out.lane };
    if (out.kind === 'answer' || out.card === null || 'message_id' in out.params) return itself;
    const target = newestOfCard(person, out.card);
    if (target !== undefined && isFolded(target)) return placeInFold(person, target, out, now);
    if (target !== undefined && out.kind === 'send' && isFold(out.card)) return null;
    const isForLater = out.kind === 'delete' && out.notBefore !== null && out.notBefore > now;
    const isUntried = target !== undefined && isUnsettled(target) && target.attempts === 0 && !isForLater;
    if (isUntried && out.kind !== 'edit') end(target, 'dropped', null, now);
    if (out.kind === 'send') return itself;
    if (target === undefined || (isUntried && out.kind === 'delete')) return null;
    const isThere = !isUnsettled(target);
    return { target: target.id, isThere, queue: isThere || isForLater ? out.lane : target.queue };
  }

  function placeInFold(person: PersonId, message: OutboxRow, out: Outgoing, now: Instant): Place | null {
    const itself: Place = { target: null, isThere: true, queue: out.lane };
    const line = rows.get(message.target ?? 0);
    if (line === undefined || line.state === 'dropped') return out.kind === 'send' ? itself : null;
    const isThere = !isUnsettled(line);
    const hasArrived = isThere || line.attempts > 0;
    if (out.kind === 'edit') {
      return { target: message.id, isThere: false, queue: message.queue, keepUntil: message.keepUntil };
    }
    if (out.kind === 'delete' && out.notBefore !== null && out.notBefore > now) {
      return { target: line.id, isThere, queue: out.lane };
    }
    if (out.kind === 'send' && hasArrived) return itself;
    end(message, 'dropped', null, now);
    const isEmpty = inside(line).every(({ outgoing }) => outgoing.kind !== 'send');
    if (isEmpty && !hasArrived) end(line, 'dropped', null, now);
    if (out.kind === 'send') return itself;
    return isEmpty && hasArrived ? { target: line.id, isThere, queue: isThere ? out.lane : line.queue } : null;
  }

  function putIn(person: PersonId, out: Outgoing, fold: NonNullable<Outgoing['fold']>, now: Instant): Place | null {
    if (out.card !== null) placeOf(person, out, now);
    const line = newestOfCard(person, fold.card);
    return line === undefined ? null : { target: line.id, isThere: false, queue: out.lane, keepUntil: fold.until };
  }

  /** Puts the first row of each queue in front, after rows have come in before the one that was. */
  function stepIn(person: PersonId, now: Instant): void {
    for (const queue of lanes) {
      for (const row of unsettled(person, queue)) if (row.state === 'waiting') put({ ...row, state: 'queued' });
    }
    advanceAll(person, now);
  }

  /** Opens a fold where it was tapped; null when that was done, or else what is to be read there instead. */
  function unfold(person: PersonId, out: Outgoing, tapped: number, now: Instant): Outgoing | null {
    const line = newestOfCard(person, out.card ?? '');
    const folded = line === undefined ? [] : inside(line);
    if (line === undefined || folded.length === 0) {
      const isOpened = all(ofPerson.get(person)).some(
        ({ target, outgoing, state }) => target === line?.id && outgoing.kind === 'send' && state !== 'dropped',
      );
      const isDone = line?.messageId === tapped && isOpened;
      return isDone ? null : { ...out, unfolds: false, params: { ...out.params, message_id: tapped } };
    }
    if (line.messageId !== tapped) end(line, 'sent', tapped, now);
    const first = folded.find(({ outgoing: { kind, method } }) => kind === 'send' && method === 'sendMessage');
    for (const row of folded) {
      const isSend = row.outgoing.kind === 'send';
      leaveQueue(row);
      const queue = row.queue === 'scheduled' ? 'reply' : row.queue;
      put({
        ...row,
        queue,
        state: 'queued',
        target: isSend && row !== first ? null : isSend ? line.id : row.target,
        dueAt: now,
        keepUntil: Infinity,
        params: row === first ? asEdit(row.params) : row.params,
        outgoing: { ...row.outgoing, quiet: null, method: row === first ? 'editMessageText' : row.outgoing.method },
      });
      const name = nameOf(person, queue);
      queues.set(
        name,
        [...(queues.get(name) ?? []), row.id].toSorted((one, other) => one - other),
      );
    }
    stepIn(person, now);
    const noKey = { ...out, unfolds: false, method: 'editMessageReplyMarkup', params: { message_id: tapped } };
    return first === undefined ? noKey : null;
  }

  /** What is taken away now need not be taken away later. */
  function takeBackSweep(person: PersonId, card: string | null, now: Instant): void {
    const sweeps = unsettled(person, 'sweep').filter(
      ({ outgoing, state }) => card !== null && outgoing.card === card && state !== 'flying',
    );
    for (const row of sweeps) remove(row);
    if (sweeps.length > 0) advance(person, 'sweep', now);
  }

  /** A tap settles what it was on; gives the number that was tapped when no row stands for it. */
  function settleTapped(person: PersonId, card: string, tapped: number, now: Instant): number | null {
    const newest = newestOfCard(person, card);
    if (newest === undefined || newest.attempts === 0) return tapped;
    if (!isUnsettled(newest)) return newest.messageId === tapped ? null : tapped;
    if (newest.state === 'flying' && newest.attempts > 1) return tapped;
    end(newest, 'sent', tapped, now);
    return null;
  }

  function refuseSecondPrompt(person: PersonId, { localDate }: Outgoing): void {
    if (localDate === null) return;
    if (all(ofPerson.get(person)).some(({ outgoing }) => outgoing.localDate === localDate)) {
      throw new Error('a person has a prompt of this date already');
    }
  }

  function writeOne(to: StoredPerson, out: Outgoing, tap: Tap | null, now: Instant): void {
    const person = to.person.id;
    const params = paramsOf(to, out, tap?.callbackQueryId ?? null);
    if (params === null) return;
    const place = out.fold === null ? placeOf(person, out, now) : putIn(person, out, out.fold, now);
    if (place === null) return;
    if (out.kind === 'delete' && out.lane !== 'sweep') takeBackSweep(person, out.card, now);
    refuseSecondPrompt(person, out);
    add(to, out, params, place, Math.max(now, out.notBefore ?? now));
  }

  function add(to: StoredPerson, out: Outgoing, params: OutboxRow['params'], place: Place, dueAt: Instant): OutboxRow {
    const person = to.person.id;
    const isFirst =
      place.isThere && unsettled(person, place.queue).every(({ state }) => state === 'held' || state === 'folded');
    const isInFold = place.keepUntil !== undefined;
    const row: OutboxRow = {
      id: data.nextId(),
      person,
      queue: place.queue,
      outgoing: out,
      params,
      state: isInFold ? 'folded' : isFirst ? 'waiting' : 'queued',
      target: place.target,
      dueAt,
      dropAfter: out.dropAfter,
      attempts: 0,
      settledAt: null,
      keepUntil: place.keepUntil ?? Infinity,
      messageId: null,
    };
    put(row);
    ofPerson.set(person, [...(ofPerson.get(person) ?? []), row.id]);
    const name = nameOf(person, row.queue);
    queues.set(name, [...(queues.get(name) ?? []), row.id]);
    return row;
  }

  /** When somebody wants it discreet, what waits for them already lies down behind lines of its own. */
  function foldWaiting(to: StoredPerson, { lineOf, until }: Folding, now: Instant): void {
    const person = to.person.id;
    const isWaiting = ({ queue, state, outgoing: { kind, card } }: OutboxRow) =>
      kind === 'send' && queue !== 'reply' && ['queued', 'waiting', 'held'].includes(state) && !isFold(card);
    const parts = new Map<string, readonly OutboxRow[]>();
    for (const row of all(ofPerson.get(person)).filter(isWaiting)) {
      const { notBefore, localDate, isNudge, card } = row.outgoing;
      const rest = [notBefore, row.dropAfter, localDate, isNudge, until(card)];
      const way = JSON.stringify([row.queue, row.state === 'held', ...rest]);
      parts.set(way, [...(parts.get(way) ?? []), row]);
    }
    for (const [nth, part] of [...parts.values()].entries()) {
      const [first] = part;
      if (first === undefined) continue;
      const { notBefore, localDate, isNudge, quiet } = first.outgoing;
      const isSilent = part.every(({ params }) => params['disable_notification'] === true);
      const out = { ...lineOf(nth, isSilent), quiet, notBefore, dropAfter: first.dropAfter, localDate, isNudge };
      const own = { state: 'folded', attempts: 0, dropAfter: null } as const;
      const inside = { notBefore: null, localDate: null, isNudge: false } as const;
      const keepUntil = until(first.outgoing.card);
      for (const row of part) put({ ...row, ...own, keepUntil, outgoing: { ...row.outgoing, ...inside } });
      const dueAt = Math.max(...part.map((row) => row.dueAt));
      const place = { target: null, isThere: true, queue: first.queue };
      const line = add(to, out, paramsOf(to, out, null) ?? {}, place, dueAt);
      if (first.state === 'held') put({ ...line, state: 'held' });
      for (const { id } of part) {
        for (const one of all(ofPerson.get(person)).filter((row) => row.target === id && isUnsettled(row))) {
          if (one.outgoing.kind === 'edit') put({ ...one, state: 'folded', keepUntil });
          if (one.outgoing.kind === 'delete') put({ ...one, target: line.id });
        }
        const row = rows.get(id);
        if (row !== undefined) put({ ...row, target: line.id });
      }
    }
    stepIn(person, now);
  }

  function claimFrom(queue: Queue, now: Instant, limit: number): readonly Row[] {
    const claimed: Row[] = [];
    for (let looks = 0; looks < maxLooks && claimed.length < limit;) {
      const ready: OutboxRow[] = [];
      for (const [id] of waiting.entries()) {
        const row = rows.get(id);
        if (row?.queue === queue && row.dueAt <= now) ready.push(row);
      }
      if (ready.length === 0) break;
      ready.sort((one, other) => one.dueAt - other.dueAt || one.id - other.id);
      for (const row of ready.slice(0, limit - claimed.length)) {
        looks += 1;
        const isLate = row.dropAfter !== null && row.dropAfter <= now;
        const target = row.target === null ? undefined : rows.get(row.target);
        if (isLate || (row.target !== null && target?.messageId == null)) end(row, 'dropped', null, now);
        else {
          const taken = { ...row, state: 'flying', attempts: row.attempts + 1 } as const;
          put(taken);
          claimed.push(given(taken, target?.messageId ?? null));
        }
      }
    }
    return claimed;
  }

  /** The card that a row was to change is another message from here on. */
  function moveCard({ target }: OutboxRow, messageId: number | null): void {
    const card = target === null ? undefined : rows.get(target);
    if (card !== undefined) put({ ...card, messageId });
  }

  function settle(settlement: Settlement, now: Instant): void {
    const row = rows.get(settlement.row);
    if (row?.state !== 'flying') return;
    switch (settlement.as) {
      case 'sent':
        if (settlement.isAnew === true) moveCard(row, settlement.messageId);
        end(row, 'sent', row.outgoing.kind === 'send' ? settlement.messageId : null, now);
        return;
      case 'dropped':
        end(row, 'dropped', null, now);
        return;
      case 'retry':
        put({ ...row, state: 'waiting', dueAt: settlement.notBefore });
        return;
      case 'held':
        put({ ...row, state: 'held' });
        advance(row.person, row.queue, now);
        return;
    }
  }

  return {
    write: (to, outgoing, tap, now) => {
      for (const one of outgoing) {
        const out = one.unfolds ? unfold(to.person.id, one, tap?.messageId ?? 0, now) : one;
        if (out === null) continue;
        const tapped = out.isTapped ? (tap?.messageId ?? null) : null;
        const copy = out.card === null || tapped === null ? null : settleTapped(to.person.id, out.card, tapped, now);
        writeOne(to, out, tap, now);
        if (copy !== null) writeOne(to, { ...out, params: { ...out.params, message_id: copy } }, tap, now);
      }
    },
    recall: (person, which, now) => {
      for (const row of which.flatMap((queue) => unsettled(person, queue))) {
        if (row.state === 'flying') put({ ...row, dropAfter: now });
        else if (!isFolded(row)) remove(row);
      }
      tidyFolds(person);
      advanceAll(person, now);
    },
    hold: (person) => {
      for (const row of unsettled(person, 'reveal')) {
        if (row.state === 'queued' || row.state === 'waiting') put({ ...row, state: 'held' });
      }
    },
    release: (person, now) => {
      for (const queue of lanes) {
        const mine = unsettled(person, queue);
        if (!mine.some(({ state }) => state === 'held')) continue;
        for (const row of mine) {
          if (row.state === 'held') put({ ...row, state: 'queued', dueAt: Math.max(row.dueAt, now) });
          else if (row.state === 'waiting') put({ ...row, state: 'queued' });
        }
      }
      advanceAll(person, now);
    },
    foldWaiting,
    dropUnsent: (person) => {
      for (const row of all(ofPerson.get(person))) if (isUnsettled(row)) remove(row);
    },
    dropFolded: (person) => {
      for (const row of all(ofPerson.get(person)).filter(isFolded)) {
        if (row.outgoing.kind === 'send' && rows.get(row.target ?? 0)?.state === 'sent') remove(row);
      }
      tidyFolds(person);
    },
    reseal: () => undefined,
    cardOf: (person, messageId) => {
      const row = all(ofPerson.get(person)).findLast((one) => one.messageId === messageId);
      if (row === undefined || !isFold(row.outgoing.card)) return row?.outgoing.card ?? null;
      const prompt = inside(row).find(({ outgoing: { card } }) => readCard(card)?.kind === 'prompt');
      return prompt?.outgoing.card ?? row.outgoing.card;
    },
    claim: (now, wanted, limit) => {
      const claimed: Row[] = [];
      for (const queue of wanted) claimed.push(...claimFrom(queue, now, limit - claimed.length));
      return claimed;
    },
    settle,
    nextSendAt: (wanted) => {
      let next = Infinity;
      for (const [id] of waiting.entries()) {
        const row = rows.get(id);
        if (row !== undefined && (wanted ?? [row.queue]).includes(row.queue)) next = Math.min(next, row.dueAt);
      }
      return next === Infinity ? null : next;
    },
    recover: (now) => {
      for (const row of all([...flying.entries()].map(([id]) => id))) {
        if (row.outgoing.isNudge) end(row, 'dropped', null, now);
        else put({ ...row, state: 'waiting', dueAt: now });
      }
    },
    countUnsent: () => [...rows.values()].filter((row) => isUnsettled(row) && !isFolded(row)).length,
    tidy: (now) => {
      const gone = [...rows.values()].filter(({ keepUntil }) => keepUntil < now);
      for (const row of gone) remove(row);
      return gone;
    },
  };
}

function given({ id, person, queue, outgoing, params, attempts, dropAfter }: OutboxRow, about: number | null): Row {
  const { kind, method, isNudge, notBefore, quiet } = outgoing;
  return {
    id,
    person,
    lane: queue === 'answer' ? 'reply' : queue,
    kind,
    method,
    params: about === null ? params : { ...params, message_id: about },
    attempts,
    isNudge,
    notBefore,
    dropAfter,
    quiet,
  };
}

function asEdit(params: Outgoing['params']): Outgoing['params'] {
  const left = ['protect_content', 'disable_notification'];
  return Object.fromEntries(Object.entries(params).filter(([name]) => !left.includes(name)));
}

/** Null when it cannot be addressed. */
function paramsOf(to: StoredPerson, out: Outgoing, callbackQueryId: string | null): Outgoing['params'] | null {
  if (out.kind !== 'answer') return to.address === null ? null : { chat_id: Number(to.address), ...out.params };
  if ('callback_query_id' in out.params) return out.params;
  return callbackQueryId === null ? null : { callback_query_id: callbackQueryId, ...out.params };
}
