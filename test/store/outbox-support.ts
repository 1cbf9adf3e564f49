import type { Instant, PersonId } from '../../src/core/ids.js';
import type { Outgoing, Row, Settlement, Store } from '../../src/store/store.js';
import { allLanes, monday, ofPerson, perform, says } from './support.js';

export type Message = Partial<Outgoing> & { readonly text?: string };

export async function write(store: Store, person: PersonId, ...messages: readonly Message[]): Promise<void> {
  await perform(store, ofPerson(person), says(...messages));
}

export const claim = (store: Store, now: Instant = monday, limit = 100) => store.claim(now, allLanes, limit);

/** A settlement, whichever row it is for. */
type WithoutRow<One> = One extends unknown ? Omit<One, 'row'> : never;
export type How = WithoutRow<Settlement>;

export async function settleAll(store: Store, rows: readonly Row[], how: How): Promise<void> {
  await store.settle(
    rows.map(({ id }) => ({ ...how, row: id })),
    monday,
  );
}

export const sent = { as: 'sent', messageId: 55 } as const;
