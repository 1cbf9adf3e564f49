import type { Change, Look } from '../look.js';

/** Answers the look-ups of the rules (store/look.ts) from a working set. */

export const look = <Values, Row>(find: (values: Values) => readonly Row[]): Look<Values, Row> => ({
  get: (values) => find(values)[0],
  all: find,
});

export const lookUp = <Values, Row>(find: (values: Values) => Row | undefined): Look<Values, Row> => ({
  get: find,
  all: (values) => {
    const row = find(values);
    return row === undefined ? [] : [row];
  },
});

/** `work` returns how many rows it changed; it may return nothing where nobody asks for the count. */
export const change = <Values>(work: (values: Values) => unknown): Change<Values> => ({
  run: (values) => {
    const changed = work(values);
    return { changes: typeof changed === 'number' ? changed : 0 };
  },
});
