import { withCouple } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import { personOf } from '../person.js';
import type { Scene } from '../scene.js';
import type { BookEvent } from './event.js';

/** The scene after each event of the book. Leafing changes nothing; what lies in the books is written by own-data/book.ts. */
export const bookEvolvers: Evolvers<BookEvent> = {
  bookShown: unchanged,
  pageShown: unchanged,
  pageMissed: unchanged,
  besideShown: unchanged,
  removalAsked: unchanged,
  pageRemoved: (before, { person, round }) => {
    const others = (entries: Scene['book']) => entries.filter((entry) => entry.round !== round);
    const scene = { ...before, book: others(before.book), otherBook: others(before.otherBook) };
    const { coupleId } = personOf(scene, person);
    if (coupleId === null) return scene;
    return withCouple(scene, coupleId, ({ opened }) =>
      opened.some((one) => one.round.id === round)
        ? { opened: opened.map((one) => (one.round.id === round ? { ...one, isOffBook: true } : one)) }
        : {},
    );
  },
};
