import type { PeopleRows, PersonRow } from '../people.js';
import { change, look, lookUp } from './rows.js';
import type { PeopleRow, WorkingSet } from './working-set.js';

export function peopleRowsOf(set: WorkingSet): PeopleRows {
  const { people, members } = set;
  const given = new WeakMap<PeopleRow, PersonRow>();
  const read = (row: PeopleRow): PersonRow => {
    const coupleId = members.get(row.id)?.coupleId ?? null;
    const known = given.get(row);
    if (known?.coupleId === coupleId) return known;
    const one = { ...row, coupleId };
    given.set(row, one);
    return one;
  };
  const change_ = (id: number, more: Partial<PeopleRow>) => {
    const row = people.get(id);
    if (row !== undefined) people.put({ ...row, ...more });
  };
  return {
    byLookup: lookUp(({ lookup }) => {
      const hex = lookup.toString('hex');
      const [row] = people.ofGroup(hex);
      if (row === undefined) set.knows({ what: 'lookup', lookup: hex });
      return row === undefined ? undefined : read(row);
    }),
    byId: lookUp(({ id }) => {
      const row = set.knows({ what: 'person', id }) ? people.get(id) : undefined;
      return row === undefined ? undefined : read(row);
    }),
    insert: change(({ hasConsented, ...rest }) => {
      set.noteKnown({ what: 'person', id: rest.id });
      people.put({ ...rest, hasConsented: hasConsented === 1, isSilenced: false });
    }),
    update: change(({ id, hasConsented, ...rest }) => {
      change_(id, { ...rest, hasConsented: hasConsented === 1, isSilenced: false });
    }),
    ids: look(() => people.all()),
    reseal: change(({ id, sealed }) => {
      change_(id, { sealed });
    }),
    silence: change(({ id }) => {
      change_(id, { isSilenced: true });
    }),
    relocate: change(({ id, lookup }) => {
      change_(id, { lookup });
    }),
    remove: change(({ id }) => {
      for (const { id: row } of set.outbox.ofGroup(id)) set.outbox.remove(row);
      for (const { id: row } of set.book.ofGroup(id)) set.book.remove(row);
      for (const { id: row } of set.chats.ofGroup(id)) set.chats.remove(row);
      set.alone.remove(id);
      members.remove(id);
      people.remove(id);
    }),
    eraseKey: change(({ keyId }) => {
      set.keysToErase.put(keyId);
    }),
  };
}
