import type { CoupleId, PersonId } from '../core/ids.js';

/**
 * Where each sealed value may lie: its table and row, and whatever stands readable in that row and decides whose words
 * they are or to whom they go. It opens in that place only, so a row that was moved, swapped or given to somebody else
 * opens for nobody.
 */
export const places = {
  /** `lookup` is the keyed hash that this person is found by, in hex. */
  person: (id: PersonId, lookup: string, coupleId: CoupleId | null) => `people:${id}:${lookup}:${coupleId ?? ''}`,
  /** Members in the order of their seats. */
  couple: (id: CoupleId, members: readonly PersonId[]) => `couples:${id}:${members.join(',')}`,
  payload: (id: number, person: PersonId, kind: string, method: string) => `outbox:${id}:${person}:${kind}:${method}`,
  book: (id: number, person: PersonId) => `book:${id}:${person}`,
  roomRow: (id: number, couple: CoupleId | null) => `room_rows:${id}:${couple ?? ''}`,
  key: (id: number) => `keys:${id}`,
};

/** Where they lay while only the row was part of the place; see sqlite/bind.ts. */
export const formerPlaces = {
  person: (id: PersonId) => `people:${id}`,
  couple: (id: CoupleId) => `couples:${id}`,
  payload: (id: number) => `outbox:${id}`,
  book: (id: number) => `book:${id}`,
};
