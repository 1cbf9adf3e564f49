/** The changes to the rows in memory, so that they can be undone, the newest first. */
export interface Journal {
  readonly note: (undo: () => void) => void;
  readonly mark: () => number;
  /** Undoes every change after this point. */
  readonly backTo: (mark: number) => void;
}

export function createJournal(): Journal {
  const undos: (() => void)[] = [];
  return {
    note: (undo) => undos.push(undo),
    mark: () => undos.length,
    backTo: (mark) => {
      while (undos.length > mark) undos.pop()?.();
    },
  };
}

export interface Changes<Row> {
  readonly inserted: readonly Row[];
  readonly updated: readonly Row[];
  readonly removed: readonly Row[];
  /** What an updated row was. */
  readonly before: (row: Row) => Row;
}

/** The loaded rows of one table, by key and by group. A row is replaced, never changed. */
export class WorkingTable<Key, Row> {
  readonly #rows = new Map<Key, Row>();
  readonly #loaded = new Map<Key, Row>();
  readonly #groups = new Map<unknown, Set<Key>>();

  constructor(
    readonly journal: Journal,
    readonly keyOf: (row: Row) => Key,
    readonly groupOf: (row: Row) => unknown,
  ) {}

  get(key: Key): Row | undefined {
    return this.#rows.get(key);
  }

  all(): readonly Row[] {
    return [...this.#rows.values()];
  }

  ofGroup(group: unknown): readonly Row[] {
    const keys = this.#groups.get(group);
    return keys === undefined ? [] : [...keys].flatMap((key) => this.#rows.get(key) ?? []);
  }

  /** Adds a row as the database has it; a row that is there already stays. */
  load(row: Row): void {
    const key = this.keyOf(row);
    if (this.#loaded.has(key)) return;
    this.#loaded.set(key, row);
    this.#place(key, row);
  }

  put(row: Row): void {
    this.#change(this.keyOf(row), row);
  }

  remove(key: Key): void {
    this.#change(key, undefined);
  }

  changes(): Changes<Row> {
    const inserted: Row[] = [];
    const updated: Row[] = [];
    for (const [key, row] of this.#rows) {
      const before = this.#loaded.get(key);
      if (before === undefined) inserted.push(row);
      else if (before !== row) updated.push(row);
    }
    const removed = [...this.#loaded].flatMap(([key, row]) => (this.#rows.has(key) ? [] : [row]));
    return { inserted, updated, removed, before: (row) => this.#loaded.get(this.keyOf(row)) ?? row };
  }

  #change(key: Key, row: Row | undefined): void {
    const before = this.#rows.get(key);
    this.journal.note(() => {
      this.#place(key, before);
    });
    this.#place(key, row);
  }

  #place(key: Key, row: Row | undefined): void {
    const before = this.#rows.get(key);
    if (before !== undefined) this.#groups.get(this.groupOf(before))?.delete(key);
    if (row === undefined) {
      this.#rows.delete(key);
      return;
    }
    this.#rows.set(key, row);
    const group = this.groupOf(row);
    const keys = this.#groups.get(group);
    if (keys === undefined) this.#groups.set(group, new Set([key]));
    else keys.add(key);
  }
}
