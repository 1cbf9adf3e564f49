import type { BookSayParams } from '../../core/book/say.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { answerText, lines, paragraphs } from '../answer.js';
import { pageHeader, questionOnPage } from '../book.js';
import type { Labels, Says } from '../texts.js';
import { reminds } from './ritual.js';
import { date } from '../when.js';

/** The book in English: what both opened, to leaf through. */

const language = 'en';

export const bookLabels = {
  leaf: 'Leaf through',
  leafKept: 'Kept',
  older: '‹ Earlier',
  newer: 'Later ›',
  playVoices: '🎙 Listen',
  showPhotos: 'Photo',
  drawing: 'Drawing',
  keepPage: 'Keep',
  keepLonger: 'Keep for longer',
  askAgain: 'Ask again',
  removePage: 'Take it out',
  removePageNow: 'Yes, take it out',
} satisfies Labels;

export const bookSay: Says<keyof BookSayParams> = {
  book: ({ isPaired, isEmpty, view }) => {
    const mine = bold('What you wrote.');
    if (!isPaired && isEmpty)
      return fmt`${mine} ${view === 'kept' ? 'Nothing’s been kept here.' : 'There’s nothing here.'}`;
    if (!isPaired) return fmt`${mine} Only your own words are still here.`;
    const empty =
      view === 'kept'
        ? 'Nothing is kept yet. When you both tap Keep on a page, it’ll be here.'
        : 'It’s still empty. What you both answer will be here.';
    return paragraphs(
      fmt`${bold('Your book.')} What you opened to each other. Your partner doesn’t see you leafing.`,
      isEmpty ? empty : null,
    );
  },
  page: (
    { scenario, openedAt, own, theirs, partnerName, keptUntil, isPaired, isShared, reminds: isReminded },
    about,
  ) => {
    const question = questionOnPage(scenario, language, about);
    const show = (answer: typeof own) => answerText(answer, scenario, about.scenarios, language);
    return paragraphs(
      isPaired ? null : bold('What you wrote.'),
      pageHeader(openedAt, scenario, language, about),
      question === null ? null : italic(question),
      lines(bold(isShared ? 'You both' : 'You'), show(own)),
      isShared || theirs === null || partnerName === null ? null : lines(bold(partnerName), show(theirs)),
      isReminded === null ? null : italic(reminds[isReminded ? 'on' : 'off']),
      keptUntil === null || theirs === null
        ? null
        : italic(`You’re both keeping this, until ${date(keptUntil, language, about.zone)} at most.`),
    );
  },
  keepNoted: ({ partner }) =>
    `That stays between us. If ${partner ?? 'your partner'} wants to keep this too, you’ll find it under Kept in /book, for half a year at most.`,
  keepDropped: () => 'All right, not after all.',
  pageKept: ({ scenario }, about) => {
    const title = about.scenarios.get(scenario)?.title?.[language];
    const what = title === undefined ? '' : fmt`: ${bold(title)}`;
    return fmt`You both want to keep this${what}. It’s in /book, for as long as you both want it there, half a year at most.`;
  },
  pageMissed: () => 'This page isn’t here any more.',
  removalAsked: ({ partner }) =>
    partner === null
      ? 'Take it out of your book? What’s in the chat stays there.'
      : `Take it out of your book, for both of you? ${partner} gets no message, but may notice. What’s in the chats stays there.`,
  pageRemoved: () => 'Out of the book.',
};
