import type { PersonId } from '../../core/ids.js';
import type { Person } from '../../core/scene.js';
import { forgetRemembered } from '../apply.js';
import { booksOf } from '../books.js';
import { chatsOf } from '../chats.js';
import { couplesOf } from '../couples.js';
import { outboxOf, type Sending } from '../outbox/outbox.js';
import { peopleOf, type Defaults, type People } from '../people.js';
import { roomsOf } from '../rooms.js';
import type { Tables } from '../scenes.js';
import type { Asked, Cluster } from './connect.js';
import { flush } from './flush.js';
import {
  loadAlone,
  loadInvites,
  loadKeys,
  loadMessages,
  loadNeeds,
  loadUnsettled,
  loadWhom,
  lockAlone,
  type Whom,
} from './load.js';
import { aloneOf, bookRowsOf, chatRowsOf } from './keeping-rows.js';
import { outboxRowsOf } from './outbox-rows.js';
import { couplesRowsOf } from './couples-rows.js';
import { peopleRowsOf } from './people-rows.js';
import { roomsRowsOf } from './rooms-rows.js';
import type { KeyCluster } from './vault.js';
import { WorkingSet, type Need } from './working-set.js';

/** The two clusters and the settings that every part of the store needs. */
export interface House {
  readonly main: Cluster;
  readonly keys: KeyCluster;
  readonly defaults: Defaults;
  readonly bot: number;
  /** Whether there may be keys on the list of those to be erased. */
  readonly erasing: { isDue: boolean };
}

export interface SetTables extends Tables {
  readonly outbox: Tables['outbox'] & Sending;
}

export function tablesOf(set: WorkingSet, defaults: Defaults): SetTables {
  const { vault, numbers } = set;
  const remembering = { vault, remembered: Infinity, opened: new WeakMap() };
  const nextId = () => numbers.people.next();
  const people = peopleOf({ ...remembering, rows: peopleRowsOf(set), defaults, nextId });
  return {
    people: { ...people, stranger: strangersOf(people) },
    couples: couplesOf({ ...remembering, rows: couplesRowsOf(set) }),
    outbox: outboxOf(vault, outboxRowsOf(set), () => numbers.outbox.next()),
    books: booksOf(vault, bookRowsOf(set), () => numbers.book.next()),
    alone: aloneOf(set),
    chats: chatsOf(chatRowsOf(set)),
    rooms: roomsOf(vault, roomsRowsOf(set), () => numbers.roomRows.next()),
  };
}

/** A new person is the same object in every pass of the work. */
function strangersOf({ stranger }: Pick<People, 'stranger'>): People['stranger'] {
  const known = new Map<string, Person>();
  return (language) => {
    const one = stranger(language);
    const name = `${String(one.id)} ${one.language}`;
    const before = known.get(name) ?? one;
    known.set(name, before);
    return before;
  };
}

/** Work that needs more passes than this asks for new rows for ever, which is a bug. */
const mostPasses = 20;

/** Locks and loads the people and couples that the work is about, and the rows that it always reads. */
export async function gather(
  asked: Asked,
  house: House,
  whom: Whom,
  needs: (set: WorkingSet) => readonly Need[],
): Promise<WorkingSet> {
  const set = new WorkingSet(house.keys);
  // The lock goes first, and the server comes to the others once it has it.
  await Promise.all([
    loadWhom(asked, set, whom),
    loadUnsettled(asked, set, whom.people),
    loadAlone(asked, set, whom.people),
  ]);
  const wanted = needs(set);
  await Promise.all([
    loadKeys(house.keys, set),
    loadMessages(
      asked,
      set,
      wanted.filter((need) => need.what === 'message'),
    ),
    loadInvites(asked, set, wanted),
  ]);
  return set;
}

/** The same for work on nothing but the messages to these people. */
export async function gatherMessages(asked: Asked, house: House, people: ReadonlySet<PersonId>): Promise<WorkingSet> {
  const set = new WorkingSet(house.keys);
  await Promise.all([lockAlone(asked, set, people), loadUnsettled(asked, set, people)]);
  await loadKeys(house.keys, set);
  return set;
}

/** Does the work in memory. Repeats it until all that it asks for is loaded, and then writes what it changed. */
export async function work<Result>(
  asked: Asked,
  house: House,
  set: WorkingSet,
  tables: SetTables,
  run: (tables: SetTables) => Result,
): Promise<Result> {
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    set.begin();
    forgetRemembered(tables);
    const result = attempt(set, () => run(tables));
    if (set.isComplete() && result !== null) {
      if ('error' in result) throw result.error;
      await flush(asked, set);
      await house.keys.write(set.fresh);
      if (set.keysToErase.all().length > 0) house.erasing.isDue = true;
      return result.done;
    }
    await loadNeeds(asked, house.keys, set);
  }
  throw new Error('what is to be done asks for more and more');
}

/** An error counts only in a complete pass: before that, it may come from a row that is not loaded yet. */
function attempt<Result>(
  set: WorkingSet,
  run: () => Result,
): { readonly done: Result } | { readonly error: unknown } | null {
  try {
    return { done: run() };
  } catch (error) {
    return set.isComplete() ? { error } : null;
  }
}
