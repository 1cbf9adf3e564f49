import { setMaxListeners } from 'node:events';
import type { Row } from '../store/store.js';
import type { Send, SendResult } from '../telegram/send.js';
import type { Timers } from '../timers.js';

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

export function createFlights(send: Send, timers: Timers, onLanded: () => void): Flights {
  const underWay = new Set<Promise<void>>();
  const parked = new Map<Row, () => void>();
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
      else {
        const callOff = timers.after(delayMs, () => {
          begin(row);
        });
        parked.set(row, callOff);
      }
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
      for (const callOff of parked.values()) callOff();
      parked.clear();
      return rows;
    },
    finish: async (deadlineMs) => {
      const callOff = timers.after(deadlineMs, () => {
        abort.abort();
      });
      await Promise.all(underWay);
      callOff();
    },
  };
}

/** `send` returns failures as values. Should it throw all the same, only this row counts as failed. */
function brokenSend(error: unknown): SendResult {
  const cause = error instanceof Error ? error : new Error('a send threw something that is no error');
  return { kind: 'failed', reason: 'server', isInDoubt: true, error: cause };
}
