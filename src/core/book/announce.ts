import type { Announcers } from '../announcers.js';
import { edit, isSilentFor, openedOf, partnerName, send, toast } from '../compose.js';
import { showBeside, showPage } from '../crossing/book.js';
import type { PersonId, RoundId } from '../ids.js';
import { keepPlanKeys } from '../listening/keyboard.js';
import { say, type Notice } from '../notice.js';
import { coupleOf, membersIn, personOf } from '../person.js';
import { keysUnder } from '../round/after.js';
import { openCard } from '../round/open-card.js';
import type { Stage } from '../stage.js';
import { onBook } from './cards.js';
import type { BookEvent } from './event.js';
import { wishesToKeep } from './keep.js';
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
    const partner = page.isOfBoth ? partnerName(after, person) : null;
    return onBook(person, say('removalAsked', { partner }), removalKeys(page, view), true, after);
  },
  keepWished: ({ person, wish }, stage) => [
    ...underReveal(person, wish.subject, stage),
    toast(person, say('keepNoted', { partner: partnerName(stage.after, person) })),
  ],
  keepDropped: ({ person, round }, stage) => [
    ...underReveal(person, round, stage),
    toast(person, say('keepDropped', {})),
  ],
  pageKept: ({ couple, round, scenario }, stage) =>
    membersIn(stage.after, couple).flatMap((me) => [
      ...(me.id === stage.after.actor ? underReveal(me.id, round, stage) : []),
      send(me.id, say('pageKept', { scenario }), {
        lane: 'reveal',
        isSilent: isSilentFor(me, stage.after, stage.now),
      }),
    ]),
  pageRemoved: ({ person }) => [toast(person, say('pageRemoved', {}))],
};

/** What was tapped under opened answers, or under an agreement, is marked there. */
function underReveal(person: PersonId, round: RoundId, { after, scenarios, now }: Stage): readonly Notice[] {
  const me = personOf(after, person);
  const couple = coupleOf(after, me);
  if (couple !== null && after.card === 'listen-plan-agreed') {
    return [edit(person, after.card, null, { keys: keepPlanKeys(couple, round, wishesToKeep(me, round, { now })) })];
  }
  const opened = openedOf(after, me, round);
  if (opened === null || after.card !== openCard(opened)) return [];
  return [edit(person, openCard(opened), null, { keys: keysUnder(after, me, opened, { scenarios, now }, true) })];
}
