/** What a transaction did, and how to take it back: the newest change first. */
export interface Journal {
  readonly note: (undo: () => void) => void;
  /** Where we are now; `backTo` takes back what came after. */
  readonly mark: () => number;
  readonly backTo: (mark: number) => void;
  /** From here on nothing before can be taken back. */
  readonly commit: () => void;
}

export function createJournal(): Journal {
  const undos: (() => void)[] = [];
  return {
    note: (undo) => undos.push(undo),
    mark: () => undos.length,
    backTo: (mark) => {
      while (undos.length > mark) undos.pop()?.();
    },
    commit: () => {
      undos.length = 0;
    },
  };
}

/** A table of values that are never changed, only replaced. Its order is nobody's to rely on. */
export interface Table<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly has: (key: Key) => boolean;
  readonly set: (key: Key, value: Value) => void;
  readonly delete: (key: Key) => void;
  readonly values: () => Iterable<Value>;
  readonly entries: () => Iterable<[Key, Value]>;
}

export function createTable<Key, Value>(journal: Journal): Table<Key, Value> {
  const map = new Map<Key, Value>();
  const put = (key: Key, value: Value | undefined) => {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  };
  const change = (key: Key, value: Value | undefined) => {
    const before = map.get(key);
    journal.note(() => {
      put(key, before);
    });
    put(key, value);
  };
  return {
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    set: change,
    delete: (key) => {
      if (map.has(key)) change(key, undefined);
    },
    values: () => map.values(),
    entries: () => map.entries(),
  };
}
