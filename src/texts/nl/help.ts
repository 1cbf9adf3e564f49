import type { HelpSayParams } from '../../core/help/say.js';
import { lines, paragraphs } from '../answer.js';
import { helpCard, helplines } from '../helplines.js';
import type { Labels, Says } from '../texts.js';
import { developerPage, helpPage, privacyPage } from './long.js';

/** Help and information in Dutch: the one line when something sounds heavy, and the pages. */

const language = 'nl';

export const helpLabels = {
  helplines: 'Bekijk de hulplijnen',
  showHelp: 'Bekijk',
  removeNow: 'Nu weghalen',
  otherCountries: 'Andere landen',
  ownCountry: 'Mijn land',
  forPartner: 'Voor mijn partner',
  forMe: 'Alleen voor mij',
  wipeTyped: 'Wis wat ik typte',
} satisfies Labels;

export const helpSay: Says<keyof HelpSayParams> = {
  helpOffered: ({ about, words, isAsking, partner }) =>
    paragraphs(
      about === 'suicide'
        ? 'Dit klinkt zwaar. Er zijn mensen met wie je nu kunt praten. Alleen jij ziet dit; ik meld het aan niemand.'
        : 'Dit klinkt onveilig. Er zijn mensen die met je meedenken. Alleen jij ziet dit; ik meld het aan niemand.',
      lines(
        {
          answer: 'Wat je typte, staat nog in je antwoord.',
          elsewhere: 'Wat je typte, heb ik nog niet doorgegeven.',
          note: 'Wat je typte, staat alleen in je eigen notities.',
          nowhere: 'Wat je typte, bewaar ik niet. Het staat alleen nog in deze chat.',
          unsaid: 'Voor je partner verandert hier niets door.',
        }[words],
        ...(isAsking ? [`Is dit voor ${partner ?? 'je partner'}, of alleen voor jou?`] : []),
      ),
    ),
  whoseAsked: ({ partner }) => `Is wat je net typte voor ${partner ?? 'je partner'}, of alleen voor jou?`,
  wordsSettled: ({ how, about }) =>
    paragraphs(
      {
        forPartner: 'Goed. Wat je schreef, staat hieronder. Er gaat pas iets verder als jij daar tikt.',
        forMe: 'Goed. Je partner krijgt het niet, en ik bewaar het niet. In deze chat staat het nog.',
        wiped: 'Gewist, ook uit deze chat.',
        wipedHere: 'Uit deze chat gewist. Wat je eerder had verzegeld, is niet veranderd.',
      }[how],
      about === null ? null : 'Praten kan nog steeds, ook later: zie /hulp.',
    ),
  commandOffered: ({ command }) =>
    ({
      stop: 'Wil je stoppen? Eén tik en het is stil.',
      helplines: 'Zoek je hulp? Er zijn mensen die je kunt bellen.',
      callBreather: 'Wil je een adempauze? Eén tik en de pauze begint, voor jullie allebei.',
    })[command],
  informed: ({ about: topic, lands, isTyped }, about) => {
    switch (topic) {
      case 'help':
        return helpPage(about);
      case 'helplines':
        return helplines(language, about.zone, lands, isTyped);
      case 'violence':
      case 'suicide':
        return helpCard(topic, language, about.zone, lands);
      case 'privacy':
        return privacyPage(about);
      case 'developer':
        return developerPage(about);
    }
  },
};
