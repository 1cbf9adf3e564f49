import type { PostcardSayParams } from '../../core/postcard/say.js';
import { italic } from '../../telegram/format.js';
import { answerText, lines, paragraphs, stemSoFar } from '../answer.js';
import { arrivalOf, formOf, lineToFinish, linesToFinish, exampleOf, replyText } from '../question.js';
import type { Labels, Says } from '../texts.js';

/** Postcards in English: what one of the two gives the other without being asked. */

const language = 'en';

export const postcardLabels = {
  give: 'Give',
  postcardsOn: 'Cards again',
  postcardsOff: 'No cards',
} satisfies Labels;

export const postcardSay: Says<keyof PostcardSayParams> = {
  postcardAsked: ({ form, partner, isFirst }, about) =>
    paragraphs(
      formOf(form, partner, language, about) ?? 'This card is no longer there. Choose another.',
      linesToFinish(form, language, about, {
        quoted: (line) => `“${line}”`,
        how: 'Bit by bit, or all at once.',
      }),
      exampleOf(form, 0, language, about, 'For example'),
      isFirst
        ? 'What you give I keep just like an answer that’s open. One card a day, and nobody has to answer.'
        : null,
    ),
  postcardDraft: ({ form, partner, answer }, about) =>
    paragraphs(
      lines(`This is how it’ll reach ${partner}:`, answerText(answer, form, about.scenarios, language)),
      italic('Once you give it, you still have 20 seconds to take it back.'),
    ),
  postcardUnfinished: ({ form, answer, line, isBegun, canGive }, about) => {
    const soFar = stemSoFar(answer, form, about.scenarios, language);
    const next = isBegun ? 'Now the second part.' : `Now this one: “${lineToFinish(form, line, language, about)}”`;
    return paragraphs(
      soFar.text === '' ? null : lines('Here’s what you have:', soFar),
      canGive ? `${next} You can also leave it here.` : next,
    );
  },
  postcardWhy: () => 'A question with “how” or “what” is easier to answer.',
  postcardHeld: ({ partner }) => `It’ll be with ${partner} in 20 seconds.`,
  postcardReturned: ({ why }) =>
    why === 'breather'
      ? 'It’s a breather. Your card is still with you. You’ll find it afterwards at /appreciate.'
      : 'You’re in the middle of a talk. Your card is still with you. You’ll find it afterwards at /appreciate.',
  postcardGiven: () => 'Given.',
  postcardCame: ({ form, partner, answer }, about) =>
    paragraphs(
      lines(`A card from ${partner}.`, ...arrivalOf(form, partner, language, about)),
      answerText(answer, form, about.scenarios, language),
    ),
  postcardThanks: ({ partner }) => `❤️ ${partner} thanks you for your card.`,
  postcardReply: ({ partner, form, reply, pieces }, about) =>
    lines(`${partner} answers your card:`, replyText({ scenario: form, reply, pieces }, language, about)),
};
