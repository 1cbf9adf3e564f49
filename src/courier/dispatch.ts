import type { Instant } from '../core/ids.js';
import type { Claiming, Row, Settlement } from '../store/store.js';
import type { CourierOptions } from './options.js';
import { createFlights, type Flights } from './flights.js';
import { createLanding } from './landing.js';
import { createOutage, type Outage } from './outage.js';
import { turnOf } from './policy.js';
import { createRate, type Rate } from './rate.js';
import { TelegramUnheard } from '../telegram/errors.js';
import { createRoomErrands, type RoomErrands } from './rooms.js';
import { systemTimers, type Timers } from '../timers.js';

/** `full`: some lane was not looked at for lack of room, so there may be more. */
export type Found = 'nothing' | 'some' | 'full';

/**
 * One pass after another over the outbox. It claims only what can go out at once, so that a tap waits behind nobody and
 * a breather can still take back what has not begun.
 */
export interface Dispatch {
  pass(): Promise<Found>;
  /** What the next pass would take first, to be claimed by whoever puts it there; null when there is no room. */
  claiming(): Claiming | null;
  /** How long nothing need be done, unless something lands or comes in. */
  restMs(found: Found): Promise<number>;
  isIdle(): boolean;
  /** Gives back what has not begun, waits for what has, and settles it. */
  finish(deadlineMs: number): Promise<void>;
}

const hurried = ['reply', 'reveal'] as const;
/** These leave room for a person who taps. */
const unhurried = ['scheduled', 'sweep'] as const;
/** What nobody asked for waits while the clock is in doubt. */
const unhurriedLanes = (isDoubted: boolean) => unhurried.filter((lane) => lane !== 'scheduled' || !isDoubted);
/** Whoever puts something into the outbox rings; what came in without a word is found all the same. */
const longestRestMs = 60_000;
/** When rows are said to be due but none is given: another row of their lane is still under way. */
const blockedRestMs = 250;
/**
 * A row whose chat has its turn this soon waits in memory; one that has to wait longer goes back to the store. So does
 * whatever is scheduled, since a breather may begin meanwhile.
 */
const maxParkMs = 1_500;
/** Slightly below what a chat takes, because some messages take longer to arrive than others. */
const chatMargin = 0.95;

export function createDispatch(options: CourierOptions, onLanded: () => void): Dispatch {
  const { store, clock, timers = systemTimers, sendRate, chatRate = 1, isDoubted = () => false } = options;
  const maxUnderWay = options.maxUnderWay ?? Math.min(200, Math.max(40, sendRate));
  const rate = createRate({ perSecond: sendRate, chatPerSecond: chatRate * chatMargin });
  const outage = createOutage();
  const ours = createOurs(options, timers);
  const flights = createFlights(ours.send, timers, onLanded);
  const landing = createLanding(options, timers, rate, outage);
  const { slots, room } = slotsOf({ rate, outage, flights, maxUnderWay, elapsedMs: () => timers.elapsedMs() });
  const rooms = roomsOf(options, { rate, timers, onLanded });
  /** What was claimed for it and may not go yet. */
  const returned: Settlement[] = [];
  const maxRestMs = timers.mayLag ? longestRestMs : Number.POSITIVE_INFINITY;
  // Room that is kept free for people who tap while thousands of prompts are sent.
  const keptFree = { room: 1, underWay: Math.floor(maxUnderWay / 4) };

  async function claim(lanes: Claiming['lanes'], limit: number, settlements: readonly Settlement[] = []) {
    ours.asked();
    const rows = await store.claim(clock.now(), lanes, limit, settlements);
    await settle(boardAll(rows));
    return rows.length;
  }

  const boardAll = (rows: readonly Row[]) =>
    rows.flatMap((row) => board(row, { now: clock.now(), elapsedMs: timers.elapsedMs() }, rate, flights) ?? []);

  async function settle(settlements: readonly Settlement[]): Promise<void> {
    if (settlements.length > 0) await store.settle(settlements, clock.now());
  }

  return {
    pass: async () => {
      const settlements = [...(await landing.judge(flights.takeLanded())), ...returned.splice(0)];
      const inRooms = (await rooms?.pass()) === true ? 1 : 0;
      if (slots() <= 0) {
        await settle(settlements);
        return 'full';
      }
      // Every transaction is a wait for the disk: what has ended and what may go are written down together.
      const free = room();
      const { lanes, limit } = urgent(free, maxUnderWay);
      const first = await claim(lanes, limit, settlements);
      if (first >= free) return 'full';
      const left = room(keptFree);
      const other = left > 0 ? await claim(unhurriedLanes(isDoubted()), left) : 0;
      if (other >= left) return 'full';
      return first + other + inRooms > 0 ? 'some' : 'nothing';
    },
    claiming: () => {
      if (slots() <= 0) return null;
      ours.asked();
      return { ...urgent(room(), maxUnderWay), take: (rows) => void returned.push(...boardAll(rows)) };
    },
    restMs: async (found) => {
      const now = timers.elapsedMs();
      if (found === 'full') {
        const untilBackMs = outage.waitMs(now);
        // With every place taken, the next landing rings.
        if (untilBackMs === 0 && slots(keptFree.underWay) <= 0) return maxRestMs;
        return Math.min(maxRestMs, Math.max(1, untilBackMs, rate.waitMs(now, keptFree.room + 1)));
      }
      const nextSendAt = await store.nextSendAt(['answer', ...hurried, ...unhurriedLanes(isDoubted())]);
      const nextAt = Math.min(nextSendAt ?? Infinity, (await rooms?.nextAt()) ?? Infinity);
      if (nextAt === Infinity) return maxRestMs;
      return Math.min(maxRestMs, Math.max(nextAt - clock.now(), found === 'some' ? 0 : blockedRestMs));
    },
    isIdle: () => flights.underWay + flights.parked === 0 && (rooms?.isIdle() ?? true),
    finish: async (deadlineMs) => {
      await rooms?.finish();
      const parked = flights.takeParked();
      await flights.finish(deadlineMs);
      await settle([...(await landing.judge(flights.takeLanded())), ...returned.splice(0)]);
      const notBefore = clock.now();
      await settle(parked.map(({ id }) => ({ row: id, as: 'retry', notBefore })));
    },
  };
}

/** The shortest time after which another process may take the lead from one that does not answer. */
const certainMs = 4_000;

/**
 * Sends claimed rows only while no other process can have taken over. A process that was suspended may wake with rows that
 * belong to another process by now, for somebody who stopped meanwhile. So it asks the store first, which answers LeadLost.
 */
function createOurs({ store, clock, send }: CourierOptions, timers: Timers) {
  let askedAtMs = timers.elapsedMs();
  const isCertain = () => timers.elapsedMs() - askedAtMs < certainMs;
  async function ask(): Promise<void> {
    while (!isCertain()) {
      const atMs = timers.elapsedMs();
      await store.settle([], clock.now());
      askedAtMs = atMs;
    }
  }
  return {
    /** The store is about to be asked for rows. */
    asked: () => {
      askedAtMs = timers.elapsedMs();
    },
    send: (row: Row, signal?: AbortSignal) => (isCertain() ? send(row, signal) : ask().then(() => send(row, signal))),
  };
}

/** What a person waits for; only what answers a tap where the limits leave no room. */
function urgent(free: number, maxUnderWay: number): Pick<Claiming, 'lanes' | 'limit'> {
  return free > 0 ? { lanes: ['answer', ...hurried], limit: free } : { lanes: ['answer'], limit: maxUnderWay };
}

interface Limits {
  readonly rate: Rate;
  readonly outage: Outage;
  readonly flights: Flights;
  readonly maxUnderWay: number;
  readonly elapsedMs: () => number;
}

/** How many more may be under way, and how many may be claimed; `kept` is left free for a person who taps. */
function slotsOf({ rate, outage, flights, maxUnderWay, elapsedMs }: Limits) {
  const maxParked = maxUnderWay * 5;
  const slots = (kept = 0) => Math.min(maxUnderWay - kept, outage.room(elapsedMs())) - flights.underWay;
  const room = (kept = { room: 0, underWay: 0 }) =>
    Math.min(rate.room(elapsedMs()) - kept.room, slots(kept.underWay), maxParked - flights.parked);
  return { slots, room };
}

interface RoomMeans {
  readonly rate: Rate;
  readonly timers: Timers;
  readonly onLanded: () => void;
}

/** What is done in groups takes its turn among what goes to people. */
function roomsOf(options: CourierOptions, { rate, timers, onLanded }: RoomMeans): RoomErrands | null {
  const { rooms, clock, log } = options;
  if (rooms === undefined) return null;
  const end = new AbortController();
  const { signal } = end;
  const turn = (chat: string) =>
    new Promise<void>((resolve, reject) => {
      const waitMs = rate.take(chat, timers.elapsedMs());
      const giveUp = () => {
        callOff();
        reject(new TelegramUnheard('turn', 'aborted', false));
      };
      const callOff = timers.after(waitMs, () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      });
      signal.addEventListener('abort', giveUp, { once: true });
    });
  const errands = createRoomErrands({ ...rooms, work: rooms.work(turn), clock, log, onLanded, signal });
  return {
    ...errands,
    finish: () => {
      end.abort();
      return errands.finish();
    },
  };
}

/** Telegram's limit to a chat is about new messages; changing or deleting one weighs little. */
const editWeight = 0.25;

/** Sends a row and returns null; or, when it may not be sent now, returns how it is settled. */
function board(
  claimed: Row,
  { now, elapsedMs }: { readonly now: Instant; readonly elapsedMs: number },
  rate: Rate,
  flights: Flights,
): Settlement | null {
  const turn = turnOf(claimed, now);
  if ('settled' in turn) return turn.settled;
  const row = turn.goes;
  // Answers to a tap are not subject to the limits.
  if (row.kind === 'answer') {
    flights.launch(row, 0);
    return null;
  }
  const chat = String(row.params['chat_id']);
  const waitMs = rate.chatWaitMs(chat, elapsedMs);
  // In whole milliseconds: a fraction of one is lost in the size of an instant, and the row would come back at once.
  if (waitMs > (row.lane === 'scheduled' ? 0 : maxParkMs))
    return { row: row.id, as: 'retry', notBefore: now + Math.ceil(waitMs) };
  flights.launch(row, rate.take(chat, elapsedMs, row.kind === 'send' ? 1 : editWeight));
  return null;
}
