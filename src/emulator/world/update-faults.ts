import type { UpdateFaults } from '../contract.js';
import type { QueuedUpdate } from './world.js';

/** How long an update waits for others to change places with. */
export const reorderWaitMs = 1000;

export interface UpdateFaultBox {
  set(faults: UpdateFaults): void;
  takeDuplicate(): boolean;
  takeJump(): number;
  /** Hands the entries on, or keeps them until enough have gathered to be handed on the wrong way round. */
  order(entries: QueuedUpdate[], release: (ready: QueuedUpdate[]) => void): void;
  clear(): void;
}

export function createUpdateFaultBox(): UpdateFaultBox {
  let duplicates = 0;
  let jump = 0;
  let toReorder = 0;
  let held: QueuedUpdate[] = [];
  let releaseHeld: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;

  return {
    set(faults) {
      duplicates += faults.duplicate ?? 0;
      jump += faults.jump ?? 0;
      // One update alone has nothing to change places with.
      if (faults.reorder !== undefined && faults.reorder > 0) toReorder += Math.max(2, faults.reorder);
    },
    takeDuplicate() {
      if (duplicates === 0) return false;
      duplicates -= 1;
      return true;
    },
    takeJump() {
      const size = jump;
      jump = 0;
      return size;
    },
    order(entries, release) {
      if (toReorder === 0) {
        release(entries);
        return;
      }
      held.unshift(...entries);
      toReorder -= 1;
      releaseHeld = () => {
        clearTimeout(timer);
        const ready = held;
        held = [];
        if (ready.length > 0) release(ready);
      };
      clearTimeout(timer);
      if (toReorder === 0) releaseHeld();
      else timer = setTimeout(releaseHeld, reorderWaitMs).unref();
    },
    clear() {
      duplicates = jump = toReorder = 0;
      releaseHeld();
    },
  };
}
