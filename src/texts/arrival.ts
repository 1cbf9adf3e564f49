import type { SayName } from '../core/notice.js';
import type { Says } from './texts.js';
import { dayAndClock } from './when.js';

/** What is said when the bot goes on elsewhere: as another bot, or with a copy of an earlier moment. */

type ArrivalSays = Says<Extract<SayName, 'voiceLost' | 'ownVoiceLost' | 'botChanged' | 'restored'>>;

export const arrivalNl: ArrivalSays = {
  voiceLost: ({ partner }) =>
    `Een spraakbericht van ${partner} kan ik niet meer laten horen. Ik vraag ${partner} of typen lukt.`,
  ownVoiceLost: ({ partner }) =>
    `Een spraakbericht van jou is niet meer bij ${partner} aangekomen: ik kan er niet meer bij. Wil je het typen?`,
  botChanged: ({ partner }, { botUsername }) =>
    [
      'Ik ben verhuisd: dit is vanaf nu onze chat. Wat je schreef en hoe je alles had ingesteld, weet ik nog. Alleen spraakberichten die nog dicht waren, kan ik niet meer laten horen.',
      ...(partner === null
        ? []
        : [`${partner} moet hier ook één keer op Start tikken. Geef je dit door? https://t.me/${botUsername}`]),
    ].join('\n\n'),
  restored: ({ from }, about) =>
    `Er is iets misgegaan. Ik ben teruggezet naar een kopie${from === null ? ' van eerder' : ` van ${dayAndClock(from, 'nl', about.zone)}`}; wat je daarna stuurde, heb ik niet meer. Staat er nog een vraag open? Stuur je antwoord dan nog eens. Nalezen kan met /vraag.`,
};

export const arrivalEn: ArrivalSays = {
  voiceLost: ({ partner }) =>
    `I can no longer play a voice message from ${partner}. I’ll ask ${partner} whether typing works.`,
  ownVoiceLost: ({ partner }) =>
    `A voice message of yours never reached ${partner}: I can’t get at it any more. Would you type it?`,
  botChanged: ({ partner }, { botUsername }) =>
    [
      'I’ve moved: from now on this is our chat. I still have what you wrote and how you set things up. Only voice messages that hadn’t opened yet can no longer be played.',
      ...(partner === null
        ? []
        : [`${partner} has to tap Start here once too. Will you pass this on? https://t.me/${botUsername}`]),
    ].join('\n\n'),
  restored: ({ from }, about) =>
    `Something went wrong, and I’m now working from a copy${from === null ? ' of some time ago' : ` from ${dayAndClock(from, 'en', about.zone)}`}. I no longer know what you sent after that. Is there still a question? Then send your answer again. /question shows it once more.`,
};
