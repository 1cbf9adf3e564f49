import type { Fault, FaultKind } from '../contract.js';

/** The faults set on purpose, and which of them strike a call. */
export interface FaultBox {
  add(fault: Fault): Fault;
  /** False when there is no such fault. */
  remove(id: number): boolean;
  clear(): void;
  list(): Fault[];
  /** The faults that strike this call, oldest first: any number of delays, then at most one that decides its fate. */
  strike(method: string, chatId: number | null): Fault[];
}

interface Armed {
  fault: Fault & { id: number };
  /** Seeded, so that a failing run can be repeated. */
  draw: () => number;
}

export function createFaultBox(onChange: () => void): FaultBox {
  let armed: Armed[] = [];
  let nextId = 1;
  return {
    add(fault) {
      const numbered = { ...fault, id: nextId };
      nextId += 1;
      armed.push({ fault: numbered, draw: seededRandom(fault.seed ?? 1) });
      onChange();
      return { ...numbered };
    },
    remove(id) {
      const before = armed.length;
      armed = armed.filter(({ fault }) => fault.id !== id);
      if (armed.length === before) return false;
      onChange();
      return true;
    },
    clear() {
      armed = [];
      onChange();
    },
    list: () => armed.map(({ fault }) => ({ ...fault })),
    strike(method, chatId) {
      if (armed.length === 0) return [];
      const struck: Fault[] = [];
      for (const one of armed) {
        if (!concerns(one.fault, method, chatId) || !isDrawn(one)) continue;
        if (one.fault.times !== undefined) one.fault.times -= 1;
        struck.push(one.fault);
        if (one.fault.kind !== 'latency') break;
      }
      if (struck.length > 0) {
        armed = armed.filter(({ fault }) => fault.times === undefined || fault.times > 0);
        onChange();
      }
      return struck;
    },
  };
}

export const faultKinds: Record<FaultKind, true> = {
  'too-many-requests': true,
  'server-error': true,
  forbidden: true,
  unauthorized: true,
  conflict: true,
  latency: true,
  hang: true,
  truncate: true,
  'drop-after-accept': true,
};

function concerns(fault: Fault, method: string, chatId: number | null): boolean {
  if (fault.method !== undefined && fault.method.toLowerCase() !== method.toLowerCase()) return false;
  return fault.chatId === undefined || fault.chatId === chatId;
}

function isDrawn({ fault, draw }: Armed): boolean {
  return fault.probability === undefined || draw() < fault.probability;
}

/** Mulberry32: small, and good enough to choose which calls fail. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
