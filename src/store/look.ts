/** How the tables read and write rows. SQLite answers with prepared statements, other stores from rows in memory. */

/** Changes rows, and returns how many. */
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
