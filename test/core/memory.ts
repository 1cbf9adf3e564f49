import type { Rekeyed, Silenced } from '../../src/core/recalls.js';
import { heldUntil, shortenedUntil, type BookChange } from '../../src/core/own-data/book.js';
import type { Button } from '../../src/core/buttons.js';
import type { Event, Refusal } from '../../src/core/event.js';
import type { RoomErrand } from '../../src/core/room/errands.js';
import type { Notice } from '../../src/core/notice.js';
import type { Known } from '../../src/core/help/passing.js';
import { personOf } from '../../src/core/person.js';
import type { BookEntry, Couple, Person, Scene } from '../../src/core/scene.js';
import type { Waiting } from '../../src/core/given.js';
import type { CoupleId, Instant, PersonId } from '../../src/core/ids.js';
import { aloneWakeAt } from '../../src/core/leaving/silence.js';
import { wakeAt } from '../../src/core/wake.js';

/** What store/ does for the rules, without a disk: people, couples, books and when to wake whom; and what was heard lately. */

export interface Heard {
  readonly at: Instant;
  /** Who did what led to it; null where nobody did. */
  readonly by: PersonId | null;
  readonly because: Event;
  readonly notice: Notice;
}

export interface Happening {
  readonly events: readonly Event[];
  readonly refusals: readonly Refusal[];
  readonly heard: readonly Heard[];
  /** Whose unsent messages were taken back. */
  readonly recalled: readonly Silenced[];
  /** Whose keys were renewed. */
  readonly rekeyed: readonly Rekeyed[];
  /** Whose chat was cleared. */
  readonly cleared: readonly PersonId[];
  /** What there was to do in a room. */
  readonly errands: readonly RoomErrand[];
}

export interface Memory {
  now: Instant;
  readonly messageIds: Map<PersonId, number>;
  people: Record<PersonId, Person>;
  couples: Record<CoupleId, Couple>;
  readonly wakes: Map<CoupleId, Instant | null>;
  readonly aloneWakes: Map<PersonId, Instant>;
  readonly books: Map<PersonId, readonly BookEntry[]>;
  readonly buttons: Map<PersonId, Button[]>;
  /** Who was shown a welcome they did not answer. */
  readonly waiting: Map<PersonId, Waiting | null>;
  readonly known: Map<PersonId, Known>;
  /** Until when the clock is in doubt, as app/timekeeper.ts says; before it for one that is believed. */
  doubtedUntil: Instant;
  happening: Recording;
}

type Recording = { -readonly [Field in keyof Happening]: Happening[Field][number][] };

export const nothing = (): Recording => ({
  events: [],
  refusals: [],
  heard: [],
  recalled: [],
  rekeyed: [],
  cleared: [],
  errands: [],
});

export const emptyMemory = (now: Instant): Memory => ({
  now,
  messageIds: new Map(),
  waiting: new Map(),
  people: {},
  couples: {},
  wakes: new Map(),
  aloneWakes: new Map(),
  known: new Map(),
  doubtedUntil: -Infinity,
  books: new Map(),
  buttons: new Map(),
  happening: nothing(),
});

/** Null while the clock is believed. */
export const doubtOf = ({ now, doubtedUntil }: Memory): Instant | null => (now < doubtedUntil ? doubtedUntil : null);

/** Keeps what a command left of what it saw, and when each has to be woken for it. */
export function keep(memory: Memory, before: Scene, after: Scene): void {
  checkSeats(after);
  for (const id of Object.keys(before.couples)) {
    if (after.couples[Number(id)] !== undefined) continue;
    memory.couples = Object.fromEntries(Object.entries(memory.couples).filter(([other]) => other !== id));
    memory.wakes.delete(Number(id));
  }
  const gone = Object.keys(before.people).filter((id) => after.people[Number(id)] === undefined);
  const kept = Object.entries(memory.people).filter(([id]) => !gone.includes(id));
  memory.people = { ...Object.fromEntries(kept), ...after.people };
  for (const person of Object.values(after.people)) {
    const at = aloneWakeAt(person, memory.now);
    if (at === null) memory.aloneWakes.delete(person.id);
    else memory.aloneWakes.set(person.id, at);
  }
  memory.couples = { ...memory.couples, ...after.couples };
  for (const couple of Object.values(after.couples)) {
    const isTouched =
      couple.id === after.about ||
      before.couples[couple.id] !== couple ||
      couple.members.some((member) => before.people[member] !== after.people[member]);
    if (isTouched) memory.wakes.set(couple.id, wakeAt(after, couple, memory.now, doubtOf(memory)));
  }
}

export function write({ books }: Memory, change: BookChange): void {
  const entries = books.get(change.person) ?? [];
  switch (change.kind) {
    case 'keep':
      books.set(change.person, [...entries, change.entry]);
      return;
    case 'shorten':
      books.set(
        change.person,
        entries.map((entry) => ({ ...entry, until: shortenedUntil(entry, change.days) })),
      );
      return;
    case 'drop':
      books.set(
        change.person,
        entries.filter(({ round }) => round !== change.round),
      );
      return;
    case 'hold':
      books.set(
        change.person,
        entries.map((entry) =>
          entry.round === change.round ? { ...entry, keptAt: change.at, until: heldUntil(entry, change.at) } : entry,
        ),
      );
      return;
    case 'clear':
      books.delete(change.person);
      return;
  }
}

/** Which buttons a notice brings to its reader's phone. */
export function remember(memory: Memory, notice: Notice): void {
  const shown = notice.keys
    .flat()
    // Of a folded message only the store knows what a tap brings.
    .flatMap((key) => (key.kind === 'press' && key.button.name !== 'unfold' ? [key.button] : []));
  memory.buttons.set(notice.to, [...(memory.buttons.get(notice.to) ?? []), ...shown]);
}

/** Seats are kept in the couple; that each person says the same is what the store relies on. */
function checkSeats({ people, couples }: Scene): void {
  for (const person of Object.values(people)) {
    const seats = Object.values(couples).filter(({ members }) => members.includes(person.id));
    if (seats.length > 1 || (seats[0]?.id ?? null) !== person.coupleId) throw new Error('the seats do not agree');
  }
  for (const { members } of Object.values(couples)) for (const id of members) personOf({ people } as Scene, id);
}
