import type { Command } from '../core/command.js';
import type { Instant } from '../core/ids.js';
import type { Log } from '../log.js';
import { fromWithin } from '../store/inbound.js';
import type { Applied, Duty, Inbound, RoomRow, RoomSettlement } from '../store/store.js';
import type { RoomResult, RoomWork } from '../telegram/room-work.js';

/**
 * Sends and deletes in groups, apart from the courier for people: one task at a time in each group, a few groups at
 * once.
 */
export interface RoomErrands {
  /** Resolves to whether a task was begun. */
  pass(): Promise<boolean>;
  nextAt(): Promise<Instant | null>;
  isIdle(): boolean;
  finish(): Promise<void>;
}

export interface RoomErrandsOptions {
  readonly store: Pick<Duty, 'claimRooms' | 'nextRoomAt'>;
  readonly work: RoomWork;
  readonly clock: { now(): number };
  readonly log: Log;
  /** Applies the commands that report results to core, and returns what each led to. */
  readonly onReport: (inbound: readonly Inbound[]) => Promise<readonly Applied[]>;
  readonly onLanded: () => void;
  readonly signal: AbortSignal;
}

interface Landed {
  readonly row: RoomRow;
  readonly result: RoomResult;
}

const atOnce = 4;
const [firstDelayMs, maxDelayMs] = [20_000, 10 * 60_000];
/**
 * More than a week of attempts. This limit is for tasks that nothing else ends: the clock gives up a post long before.
 */
const maxAttempts = 1_000;

export function createRoomErrands(options: RoomErrandsOptions): RoomErrands {
  const { store, work, clock, log, onReport, onLanded, signal } = options;
  const underWay = new Set<Promise<void>>();
  const landed: Landed[] = [];
  /**
   * Groups in which a task is not settled yet, and the rows that wait for it. The store cannot hold them back: with a
   * couple, its rows are deleted.
   */
  const busy = new Set<string>();
  const waiting: RoomRow[] = [];

  function launch(row: RoomRow): void {
    busy.add(row.task.chat);
    const flight = work(row, signal)
      .catch((error: unknown): RoomResult => {
        log.error({ error }, 'something in a group could not be done');
        return { kind: 'again', delayMs: null };
      })
      .then((result) => {
        underWay.delete(flight);
        landed.push({ row, result });
        onLanded();
      });
    underWay.add(flight);
  }

  function launchAll(rows: readonly RoomRow[]): void {
    for (const row of [...waiting.splice(0), ...rows]) {
      if (busy.has(row.task.chat)) waiting.push(row);
      else launch(row);
    }
  }

  async function settled(): Promise<readonly RoomSettlement[]> {
    const ends = landed.splice(0);
    // A result is reported before its row is settled. After a crash in between, the task runs and is reported again.
    const heard = ends.flatMap((end) => {
      const inbound = reportOf(end.row, end.result);
      return inbound === null ? [] : { end, inbound };
    });
    const applied = heard.length > 0 ? await onReport(heard.map(({ inbound }) => inbound)) : [];
    const strays = heard.flatMap(({ end }, index) => strayIn(end, applied[index], clock.now()) ?? []);
    const isStray = new Set(strays.map(({ id }) => id));
    const over = ends.filter(({ row }) => !isStray.has(row.id));
    for (const { row } of over) busy.delete(row.task.chat);
    // These go before other tasks in that group, because the next task may be to leave it.
    strays.forEach(launch);
    return over.map(({ row, result }) => settlementOf(row, result, clock.now()));
  }

  return {
    pass: async () => {
      const settlements = await settled();
      const nextAt = underWay.size < atOnce ? await store.nextRoomAt() : null;
      const isDue = nextAt !== null && nextAt <= clock.now();
      if (settlements.length === 0 && !isDue) return false;
      const limit = Math.max(0, atOnce - underWay.size);
      const rows = await store.claimRooms(clock.now(), limit, settlements);
      launchAll(rows);
      return rows.length > 0;
    },
    nextAt: async () => (underWay.size < atOnce ? store.nextRoomAt() : null),
    isIdle: () => underWay.size + landed.length + waiting.length === 0,
    finish: async () => {
      const notBefore = clock.now();
      const settlements: RoomSettlement[] = waiting.splice(0).map(({ id }) => ({ row: id, as: 'retry', notBefore }));
      while (underWay.size > 0) {
        await Promise.all(underWay);
        settlements.push(...(await settled()));
      }
      settlements.push(...(await settled()));
      if (settlements.length > 0) await store.claimRooms(clock.now(), 0, settlements);
    },
  };
}

function reportOf({ couple, task }: RoomRow, result: RoomResult): Inbound | null {
  const command = couple === null ? null : commandOf(task, result);
  return couple === null || command === null ? null : fromWithin({ from: 'couple', couple }, command);
}

/**
 * A post that was sent although it was no longer wanted becomes a task that deletes it; null for a post that may stay.
 */
function strayIn({ row, result }: Landed, applied: Applied | undefined, now: Instant): RoomRow | null {
  const { couple, task } = row;
  if (result.kind !== 'laid' || task.kind !== 'post' || couple === null) return null;
  const { messageId } = result;
  const room = applied?.result === 'applied' ? applied.outcome.scene.couples[couple]?.room : null;
  if (room?.posts.some((post) => post.messageId === messageId) === true) return null;
  const { chat, blank } = task;
  return { ...row, task: { kind: 'takeAway', chat, messages: [{ messageId, at: now }], blank } };
}

/** The command that reports a result to core. Nothing that happens in a group makes a person unreachable. */
function commandOf(task: RoomRow['task'], result: RoomResult): Command | null {
  const { chat } = task;
  switch (result.kind) {
    case 'migrated':
      return { type: 'roomMigrated', to: result.to };
    case 'checked':
      return { type: 'roomChecked', chat, found: result.found, asked: task.kind === 'check' ? task.asked : null };
    case 'laid':
      return task.kind === 'post'
        ? { type: 'roomArrived', chat, round: task.round, messageId: result.messageId }
        : null;
    case 'lost':
      // For a check of who is there, this is the finding.
      if (task.kind === 'check') return { type: 'roomChecked', chat, found: result.reason, asked: task.asked };
      return task.kind === 'post' ? { type: 'roomLost', chat, reason: result.reason } : null;
    case 'done':
    case 'again':
      return null;
  }
}

function settlementOf(row: RoomRow, result: RoomResult, now: Instant): RoomSettlement {
  if (result.kind !== 'again' || row.attempts >= maxAttempts) return { row: row.id, as: 'done' };
  const grown = Math.min(firstDelayMs * 2 ** Math.min(row.attempts - 1, 10), maxDelayMs);
  return { row: row.id, as: 'retry', notBefore: now + (result.delayMs ?? grown) };
}
