import type { Change, Look } from '../look.js';

/** The rows as the rules ask for them, over a working set. */

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

/** `work` gives how many rows it changed; nothing where nobody asks. */
export const change = <Values>(work: (values: Values) => unknown): Change<Values> => ({
  run: (values) => {
    const changed = work(values);
    return { changes: typeof changed === 'number' ? changed : 0 };
  },
});
