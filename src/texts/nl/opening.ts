import { whenOpens } from '../room.js';
import type { OpeningSayParams, Opens } from '../../core/round/say.js';
import { bold } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { choiceOf, questionOf } from '../question.js';
import type { About, Labels, Says } from '../texts.js';
import { minuteOfDay, soon } from '../when.js';

/** In Dutch: how deep, when it opens, what comes next, and what helps when questions are left. */

export const openingLabels = {
  openPrompt: 'Openen',
  openYes: 'Ja, open',
  chooseNext: 'Kies de volgende',
  openingHour: 'Wanneer het opengaat',
  openAtOnce: 'Open meteen',
  openTogether: 'Samen om',
  deeper: 'Iets dieper',
  notDeeper: 'Zet uit',
  canSayNo: 'Ja, dat kan',
  cannotSayNo: 'Nee',
  unsure: 'Weet ik niet',
  apart: 'We zijn even niet bij elkaar',
  together: 'We zijn weer bij elkaar',
  helpLess: 'Minder vaak',
  helpOther: 'Een andere soort',
  helpShorter: 'Korter',
  helpRest: 'Even rust',
} satisfies Labels;

export const openingSay: Says<keyof OpeningSayParams> = {
  folded: () => 'Er staat een vraag voor je klaar die wat meer tijd vraagt. Open hem als het uitkomt.',
  yesAsked: () =>
    'Je antwoord staat al een paar uur klaar. Mag het nog steeds open? Het gaat pas open als jullie allebei ja zeggen. Liever niet? Dan hoef je niets te doen. Met /intrek neem je het terug.',
  yesNoted: () => 'Genoteerd. Zeggen jullie allebei ja, dan gaan jullie antwoorden open.',
  choices: ({ scenarios }, about) =>
    paragraphs(
      'Kies een vraag voor de volgende keer. Kies je niet, dan kies ik er een.',
      ...scenarios.map((id) => choiceOf(id, 'nl', about)),
    ),
  nextPicked: ({ scenario }, about) =>
    lines(bold('De volgende vraag wordt:'), questionOf(scenario, 'nl', about) ?? 'de vraag die je koos.'),
  openingHourAsked: () =>
    'Wanneer gaan jullie antwoorden open? Op een vast uur zie je niet wie het eerst klaar was. Kiezen jullie verschillend, dan geldt het vaste uur, en van twee uren het laatste.',
  openingHourChosen: ({ minute, question }) =>
    minute === null
      ? 'Genoteerd: open zodra jullie allebei verzegeld hebben.'
      : `Genoteerd: samen open om ${minuteOfDay(minute)}.${question === null ? '' : ` Je vraag komt om ${minuteOfDay(question)}, dus dan gaan jullie antwoorden pas de dag erna open. Liever dezelfde avond? Kies een later uur.`}`,
  deeperAsked: ({ isOn }) =>
    isOn
      ? '«Iets dieper» staat bij jou aan. Uitzetten kan altijd; je partner hoort daar niets van.'
      : paragraphs(
          'Soms iets kwetsbaarders, als jullie dat allebei willen. Het komt pas als het bij jullie allebei aan staat. Je partner hoort niet wat jij kiest.',
          'Eerst een vraag die alleen voor jou is. Kun je nee zeggen tegen je partner, zonder bang te zijn voor wat er dan gebeurt?',
        ),
  deeperChosen: ({ how }) =>
    ({
      on: 'Goed, het staat bij jou aan. Je partner hoort daar niets van.',
      off: 'Goed, het staat bij jou uit. Je partner hoort daar niets van.',
    })[how],
  apartChosen: ({ isApart }) =>
    isApart
      ? 'Goed. Ik laat vragen waarvoor je bij elkaar moet zijn weg, tot je dit weer uitzet.'
      : 'Fijn. Ik stel weer vragen waarvoor je bij elkaar moet zijn.',
  helpAsked: () =>
    'Ik stuur nu even geen vragen, en dat is prima. Wat zou voor jou fijn zijn? Wat je tikt, blijft tussen ons. Typ je iets, of vraag je er zelf een met /vraag, dan gaan we ook weer verder.',
  helpChosen: ({ help }) =>
    ({
      less: 'Goed, dan vraag ik wat minder vaak.',
      other: 'Goed, de komende maand zoek ik iets van een andere soort.',
      shorter: 'Goed, de komende maand liever vragen waarop je met een tik antwoordt.',
      rest: 'Goed, geen vragen. Wil je er toch een, dan is er /vraag.',
    })[help],
};

/** What sealing does, on the draft card. */
export function sealing(opens: Opens, isAlone: boolean, about: About): string {
  if (isAlone) {
    return 'Verzegel je, dan gaan jullie antwoorden open zodra jullie allebei verzegeld hebben. Je partner doet nog niet mee.';
  }
  if (opens === 'at-once') {
    return 'Verzegel je, dan gaan jullie antwoorden open zodra jullie allebei verzegeld hebben. Dat kan meteen zijn.';
  }
  if (opens === 'by-clock')
    return 'Verzegelen kan hier maar één keer. Over een paar dagen, op een vast moment, lezen jullie wat jullie allebei aantikten. Wat maar een van jullie aantikte, ziet de ander niet en wis ik.';
  if (opens === 'asked') {
    return 'Verzegel je, dan vraag ik je een paar uur later of je antwoord open mag. Het gaat alleen open als jullie allebei ja zeggen. Groot nieuws kun je beter zelf vertellen.';
  }
  if (typeof opens === 'object') {
    return opens.inRoom === null
      ? 'Verzegel je, dan gaan jullie antwoorden open in jullie kamer, zodra jullie allebei verzegeld hebben. Dat kan meteen zijn.'
      : `Verzegel je, dan gaan jullie antwoorden ${soon(opens.inRoom, 'nl', about)} open in jullie kamer, als jullie dan allebei verzegeld hebben.`;
  }
  return `Verzegel je, dan gaan jullie antwoorden ${soon(opens, 'nl', about)} open, als jullie dan allebei verzegeld hebben.`;
}

export function sealed(how: Opens, about: About): string {
  if (how === 'by-clock')
    return 'Verzegeld. Over een paar dagen, op een vast moment, lees je wat jullie allebei aantikten. Is dat niets, dan gaat de vraag gewoon voorbij.';
  // Taking it back is the same wherever it opens.
  const opens = whenOpens(how);
  if (opens === 'at-once') return 'Verzegeld. Tot je antwoord opengaat, kun je het terugnemen.';
  if (opens === 'asked') {
    return 'Verzegeld. Voor jullie antwoorden opengaan, vraag ik het jullie allebei nog eens. Tot dan kun je het jouwe terugnemen.';
  }
  return `Verzegeld. Jullie antwoorden gaan ${soon(opens, 'nl', about)} open, als jullie dan allebei klaar zijn. Tot dan kun je het jouwe terugnemen.`;
}

export const depths = { 3: 'Kwetsbaar', 4: 'Teer' } as const;
