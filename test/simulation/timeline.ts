import type { Clock } from '../../src/clock.js';

/** Time that passes only by what happens in it. */
export interface Timeline {
  readonly clock: Clock;
  /** Runs after so long (never, for an infinite delay), and gives what calls it off. */
  after(delayMs: number, run: () => void): () => void;
  /** One event after another, each followed by all it leads to, until this moment or until `isOver`. */
  runUntil(until: number, isOver: () => boolean): Promise<void>;
}

/** More than this without time passing is a loop without an end. */
const maxAtOnce = 50_000;

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  isOff: boolean;
}

export function createTimeline(startsAt: number): Timeline {
  const queue: Entry[] = [];
  let now = startsAt;
  let count = 0;
  let sameInstant = 0;

  return {
    clock: { now: () => now },
    after: (delayMs, run) => {
      if (delayMs === Number.POSITIVE_INFINITY) return () => undefined;
      const entry: Entry = { at: now + Math.max(0, Math.ceil(delayMs)), order: (count += 1), run, isOff: false };
      push(queue, entry);
      return () => {
        entry.isOff = true;
      };
    },
    runUntil: async (until, isOver) => {
      for (let next = queue[0]; next !== undefined && next.at <= until && !isOver(); next = queue[0]) {
        pop(queue);
        if (next.isOff) continue;
        sameInstant = next.at === now ? sameInstant + 1 : 0;
        if (sameInstant > maxAtOnce) throw new Error(`something runs in circles: ${next.run.toString().slice(0, 200)}`);
        now = next.at;
        next.run();
        // All that this leads to without time passing: promises, and nothing else, since there is no input or output.
        // A tick comes once no promise has anything left to do, and costs no turn of the event loop.
        await new Promise((resolve) => {
          process.nextTick(resolve);
        });
      }
      if (!isOver()) now = Math.max(now, until);
    },
  };
}

const isBefore = (one: Entry, other: Entry) => one.at < other.at || (one.at === other.at && one.order < other.order);

/** A binary heap, the earliest in front. */
function push(heap: Entry[], entry: Entry): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || isBefore(above, entry)) break;
    heap[index] = above;
    heap[parent] = entry;
    index = parent;
  }
}

function pop(heap: Entry[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const [one, other] = [heap[left], heap[left + 1]];
    if (one === undefined) break;
    const isRight = other !== undefined && isBefore(other, one);
    const smaller = isRight ? other : one;
    if (!isBefore(smaller, last)) break;
    heap[index] = smaller;
    index = isRight ? left + 1 : left;
  }
  heap[index] = last;
}
