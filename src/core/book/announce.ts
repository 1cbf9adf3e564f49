import type { Announcers } from '../announcers.js';
import { partnerName, toast } from '../compose.js';
import { showBeside, showPage } from '../crossing.js';
import { say } from '../notice.js';
import { coupleOf, personOf } from '../person.js';
import { onBook } from './cards.js';
import type { BookEvent } from './event.js';
import { bookKeys, removalKeys } from './keyboard.js';
import { pageOf, pagesOf } from './pages.js';

/** What whoever leafs sees; nobody else ever hears of it. */
export const bookAnnouncers: Announcers<BookEvent> = {
  bookShown: ({ person, how, view }, { after, now }) => {
    const me = personOf(after, person);
    const isPaired = coupleOf(after, me)?.pairedAt != null;
    const words = say('book', { isPaired, isEmpty: pagesOf(after, me, now, view).length === 0, view });
    const keys = pagesOf(after, me, now).length === 0 ? [] : bookKeys;
    return onBook(person, words, keys, how === 'in-place', after);
  },
  pageShown: (event, stage) => showPage(event, stage),
  pageMissed: ({ person }) => [toast(person, say('pageMissed', {}))],
  besideShown: (event, stage) => showBeside(event, stage),
  removalAsked: ({ person, round, view }, { after, now }) => {
    const page = pageOf(after, personOf(after, person), round, now);
    if (page === null) return [];
    const partner = page.theirs === null ? null : partnerName(after, person);
    return onBook(person, say('removalAsked', { partner }), removalKeys(page, view), true, after);
  },
  pageRemoved: ({ person }) => [toast(person, say('pageRemoved', {}))],
};
