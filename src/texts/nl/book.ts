import type { BookSayParams } from '../../core/book/say.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { answerText, lines, paragraphs } from '../answer.js';
import { pageHeader, questionOnPage } from '../book.js';
import type { Labels, Says } from '../texts.js';
import { reminds } from './ritual.js';
import { date } from '../when.js';

/** The book in Dutch: what both opened, to leaf through. */

const language = 'nl';

export const bookLabels = {
  leaf: 'Blader',
  leafKept: 'Bewaard',
  older: '‹ Eerder',
  newer: 'Later ›',
  playVoices: '🎙 Luister',
  showPhotos: 'Foto',
  drawing: 'Tekening',
  keepPage: 'Bewaar',
  keepLonger: 'Langer bewaren',
  askAgain: 'Vraag opnieuw',
  removePage: 'Haal weg',
  removePageNow: 'Ja, haal weg',
} satisfies Labels;

export const bookSay: Says<keyof BookSayParams> = {
  book: ({ isPaired, isEmpty, view }) => {
    const mine = bold('Wat jij schreef.');
    if (!isPaired && isEmpty)
      return fmt`${mine} ${view === 'kept' ? 'Er is hier niets bewaard.' : 'Hier staat niets.'}`;
    if (!isPaired) return fmt`${mine} Alleen je eigen woorden staan hier nog.`;
    const empty =
      view === 'kept'
        ? 'Er is nog niets bewaard. Tikken jullie bij een bladzijde allebei op Bewaar, dan komt die hier te staan.'
        : 'Het is nog leeg. Hier komt wat jullie allebei beantwoorden.';
    return paragraphs(
      fmt`${bold('Jullie boek.')} Wat jullie voor elkaar openden. Je partner ziet niet dat je bladert.`,
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
      isPaired ? null : bold('Wat jij schreef.'),
      pageHeader(openedAt, scenario, language, about),
      question === null ? null : italic(question),
      lines(bold(isShared ? 'Jullie allebei' : 'Jij'), show(own)),
      isShared || theirs === null || partnerName === null ? null : lines(bold(partnerName), show(theirs)),
      isReminded === null ? null : italic(reminds[isReminded ? 'on' : 'off']),
      keptUntil === null || theirs === null
        ? null
        : italic(`Jullie bewaren dit allebei, hoogstens tot ${date(keptUntil, language, about.zone)}.`),
    );
  },
  keepNoted: ({ partner }) =>
    `Dat blijft onder ons. Wil ${partner ?? 'je partner'} dit ook bewaren, dan staat het hoogstens een half jaar bij Bewaard in /boek.`,
  keepDropped: () => 'Goed, toch niet.',
  pageKept: ({ scenario }, about) => {
    const title = about.scenarios.get(scenario)?.title?.[language];
    const what = title === undefined ? '' : fmt`: ${bold(title)}`;
    return fmt`Jullie willen dit allebei bewaren${what}. Het staat in /boek, zolang jullie dat allebei willen, hoogstens een half jaar.`;
  },
  pageMissed: () => 'Deze bladzijde is er niet meer.',
  removalAsked: ({ partner }) =>
    partner === null
      ? 'Weg uit je boek? Wat in de chat staat, blijft daar.'
      : `Weg uit jullie boek, voor jullie allebei? ${partner} krijgt geen bericht, maar kan het merken. Wat in de chats staat, blijft daar.`,
  pageRemoved: () => 'Weg uit het boek.',
};
