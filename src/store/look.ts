/** What the tables ask of a store, row by row: by prepared statements in SQLite, from rows in memory elsewhere. */

/** Changes rows; says how many. */
export interface Change<Values> {
  run(values: Values): { readonly changes: number };
}

/** Reads rows. */
export interface Look<Values, Row> {
  get(values: Values): Row | undefined;
  all(values: Values): readonly Row[];
}

/** Asked for all there are. */
export type Everything = Record<string, never>;
