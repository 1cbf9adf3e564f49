import type { PostcardSayParams } from '../../core/postcard/say.js';
import { italic } from '../../telegram/format.js';
import { answerText, lines, paragraphs, stemSoFar } from '../answer.js';
import { arrivalOf, formOf, lineToFinish, linesToFinish, exampleOf, replyText } from '../question.js';
import type { Labels, Says } from '../texts.js';

/** Postcards in Dutch: what one of the two gives the other without being asked. */

const language = 'nl';

export const postcardLabels = {
  give: 'Geef',
  postcardsOn: 'Weer kaartjes',
  postcardsOff: 'Geen kaartjes',
} satisfies Labels;

export const postcardSay: Says<keyof PostcardSayParams> = {
  postcardAsked: ({ form, partner, isFirst }, about) =>
    paragraphs(
      formOf(form, partner, language, about) ?? 'Dit kaartje is er niet meer. Kies een ander.',
      linesToFinish(form, language, about, {
        quoted: (line) => `«${line}»`,
        how: 'Stuk voor stuk, of in één keer.',
      }),
      exampleOf(form, 0, language, about, 'Bijvoorbeeld'),
      isFirst
        ? 'Wat je geeft, bewaar ik net als een antwoord dat open is. Eén kaartje per dag; antwoorden hoeft niemand.'
        : null,
    ),
  postcardDraft: ({ form, partner, answer }, about) =>
    paragraphs(
      lines(`Zo komt het aan bij ${partner}:`, answerText(answer, form, about.scenarios, language)),
      italic('Geef je het, dan kun je het nog 20 seconden terugnemen.'),
    ),
  postcardUnfinished: ({ form, answer, line, isBegun, canGive }, about) => {
    const soFar = stemSoFar(answer, form, about.scenarios, language);
    const next = isBegun ? 'Nu het tweede stuk.' : `Nu deze: «${lineToFinish(form, line, language, about)}»`;
    return paragraphs(
      soFar.text === '' ? null : lines('Zo staat het er:', soFar),
      canGive ? `${next} Zo laten mag ook.` : next,
    );
  },
  postcardWhy: () => 'Met «hoe» of «wat» antwoordt het makkelijker.',
  postcardHeld: ({ partner }) => `Over 20 seconden is het bij ${partner}.`,
  postcardReturned: ({ why }) =>
    why === 'breather'
      ? 'Het is adempauze. Je kaartje ligt nog bij jou. Daarna vind je het terug met /waardeer.'
      : 'Jullie zijn in gesprek. Je kaartje ligt nog bij jou. Daarna vind je het terug met /waardeer.',
  postcardGiven: () => 'Gegeven.',
  postcardCame: ({ form, partner, answer }, about) =>
    paragraphs(
      lines(`Een kaartje van ${partner}.`, ...arrivalOf(form, partner, language, about)),
      answerText(answer, form, about.scenarios, language),
    ),
  postcardThanks: ({ partner }) => `❤️ ${partner} dankt je voor je kaartje.`,
  postcardReply: ({ partner, form, reply, pieces }, about) =>
    lines(`${partner} antwoordt op je kaartje:`, replyText({ scenario: form, reply, pieces }, language, about)),
};
