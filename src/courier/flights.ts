import { setMaxListeners } from 'node:events';
import type { Row } from '../store/store.js';
import type { Send, SendResult } from '../telegram/send.js';

/** The rows that are between claim and settlement: waiting for their chat's turn, under way, or landed. */
export interface Flights {
  launch(row: Row, delayMs: number): void;
  readonly underWay: number;
  readonly parked: number;
  /** The sends that have ended since the last time this was asked. */
  takeLanded(): readonly Landed[];
  /** The rows that were not begun; they will not be. */
  takeParked(): readonly Row[];
  /** Resolves when nothing is under way; after the deadline what still is gets aborted. */
  finish(deadlineMs: number): Promise<void>;
}

export interface Landed {
  readonly row: Row;
  readonly result: SendResult;
}

export function createFlights(send: Send, onLanded: () => void): Flights {
  const underWay = new Set<Promise<void>>();
  const parked = new Map<Row, NodeJS.Timeout>();
  const abort = new AbortController();
  // Every send under way listens to it.
  setMaxListeners(0, abort.signal);
  const landed: Landed[] = [];

  function begin(row: Row): void {
    parked.delete(row);
    const flight = send(row, abort.signal)
      .catch((error: unknown): SendResult => brokenSend(error))
      .then((result) => {
        underWay.delete(flight);
        landed.push({ row, result });
        onLanded();
      });
    underWay.add(flight);
  }

  return {
    launch: (row, delayMs) => {
      if (delayMs <= 0) begin(row);
      else parked.set(row, setTimeout(begin, delayMs, row));
    },
    get underWay() {
      return underWay.size;
    },
    get parked() {
      return parked.size;
    },
    takeLanded: () => landed.splice(0),
    takeParked: () => {
      const rows = [...parked.keys()];
      for (const timer of parked.values()) clearTimeout(timer);
      parked.clear();
      return rows;
    },
    finish: async (deadlineMs) => {
      const timer = setTimeout(() => {
        abort.abort();
      }, deadlineMs);
      await Promise.all(underWay);
      clearTimeout(timer);
    },
  };
}

/** `send` answers with values; should it throw all the same, then it is this row that is at fault. */
function brokenSend(error: unknown): SendResult {
  const cause = error instanceof Error ? error : new Error('a send threw something that is no error');
  return { kind: 'failed', reason: 'server', isInDoubt: true, error: cause };
}
