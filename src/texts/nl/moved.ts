import type { MovedSayParams } from '../../core/moved/say.js';
import type { Says } from '../texts.js';
import { dayAndClock } from '../when.js';

/** In Dutch: the bot goes on elsewhere, as another bot or with a copy of an earlier moment. */

export const movedSay: Says<keyof MovedSayParams> = {
  voiceLost: ({ partner, isPhoto }) =>
    isPhoto
      ? `Een foto van ${partner} kan ik niet meer laten zien. Ik vraag ${partner} om een andere, of om woorden.`
      : `Een spraakbericht van ${partner} kan ik niet meer laten horen. Ik vraag ${partner} of typen lukt.`,
  ownVoiceLost: ({ partner, isPhoto }) =>
    isPhoto
      ? `Een foto van jou is niet meer bij ${partner} aangekomen: ik kan er niet meer bij. Wil je vertellen wat erop staat?`
      : `Een spraakbericht van jou is niet meer bij ${partner} aangekomen: ik kan er niet meer bij. Wil je het typen?`,
  botChanged: ({ partner }, { botUsername }) =>
    [
      'Ik ben verhuisd: dit is vanaf nu onze chat. Wat je schreef en hoe je alles had ingesteld, weet ik nog. Alleen spraakberichten en foto’s die nog dicht waren, kan ik niet meer doorgeven.',
      ...(partner === null
        ? []
        : [`${partner} moet hier ook één keer op Start tikken. Geef je dit door? https://t.me/${botUsername}`]),
    ].join('\n\n'),
  restored: ({ from }, about) =>
    `Er is iets misgegaan. Ik ben teruggezet naar een kopie${from === null ? ' van eerder' : ` van ${dayAndClock(from, 'nl', about.zone)}`}; wat je daarna stuurde, heb ik niet meer. Staat er nog een vraag open? Stuur je antwoord dan nog eens. Nalezen kan met /vraag.`,
};
