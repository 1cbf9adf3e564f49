import { afterKept, withoutAgreement } from '../agreement/agreement.js';
import { withCouple, withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { CoupleId, PersonId, RoundId } from '../ids.js';
import { heldUntil } from '../own-data/book.js';
import { withoutWish } from '../path/wishes.js';
import { ritualKept, withoutRituals } from '../ritual/evolve.js';
import { personOf } from '../person.js';
import type { BookEntry, OpenedRound, Scene } from '../scene.js';
import type { BookEvent } from './event.js';

/** The scene after each event of the book. Leafing changes nothing; what lies in the books is written by own-data/book.ts. */
export const bookEvolvers: Evolvers<BookEvent> = {
  bookShown: unchanged,
  pageShown: unchanged,
  pageMissed: unchanged,
  besideShown: unchanged,
  removalAsked: unchanged,
  keepWished: (scene, { person, wish }) =>
    withPerson(scene, person, ({ wishes }) => ({ wishes: [...withoutWish(wishes, wish), wish] })),
  keepDropped: (scene, { person, round }) => withoutKeep(scene, person, round),
  pageKept: (before, { couple, at, ...page }) => {
    const { round, replaced } = page;
    const scene = replaced.reduce((now, one) => withoutPage(now, couple, one), before);
    const held = (entry: BookEntry) =>
      entry.round === round ? { ...entry, keptAt: at, until: heldUntil(entry, at) } : entry;
    const kept = { ...scene, book: scene.book.map(held), otherBook: scene.otherBook.map(held) };
    return membersOf(kept, couple).reduce(
      (now, member) => withoutKeep(now, member, round),
      withCouple(ritualKept(withOpenedPage(kept, couple, round, { keptAt: at }), couple, round, at), couple, (one) =>
        afterKept(one, page, at),
      ),
    );
  },
  pageRemoved: (scene, { person, round }) => {
    const { coupleId } = personOf(scene, person);
    return withoutPage(withoutKeep(scene, person, round), coupleId, round);
  },
};

/** Nothing of it is left: not where it was opened lately, not in the books, and nobody wants to keep it. */
export function withoutPage(before: Scene, couple: CoupleId | null, round: RoundId): Scene {
  const others = (entries: Scene['book']) => entries.filter((entry) => entry.round !== round);
  const scene = { ...before, book: others(before.book), otherBook: others(before.otherBook) };
  if (couple === null) return scene;
  return membersOf(scene, couple).reduce(
    (now, member) => withoutKeep(now, member, round),
    withCouple(
      withoutRituals(withOpenedPage(scene, couple, round, { isOffBook: true }), couple, [round]),
      couple,
      (one) => withoutAgreement(one, round),
    ),
  );
}

function withOpenedPage(scene: Scene, couple: CoupleId, round: RoundId, change: Partial<OpenedRound>): Scene {
  return withCouple(scene, couple, ({ opened }) =>
    opened.some((one) => one.round.id === round)
      ? { opened: opened.map((one) => (one.round.id === round ? { ...one, ...change } : one)) }
      : {},
  );
}

function withoutKeep(scene: Scene, person: PersonId, round: RoundId): Scene {
  return withPerson(scene, person, ({ wishes }) =>
    wishes.some(({ on, subject }) => on === 'keep' && subject === round)
      ? { wishes: withoutWish(wishes, { on: 'keep', subject: round }) }
      : {},
  );
}

const membersOf = (scene: Scene, couple: CoupleId) => scene.couples[couple]?.members ?? [];
