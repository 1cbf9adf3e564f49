/** The intersection of a union's members: `A | B` becomes `A & B`. */
export type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
