import type { BreatherSayParams } from '../../core/breather/say.js';
import { bold } from '../../telegram/format.js';
import { covered, lines, paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';
import { soon, until } from '../when.js';

/** A breather in Dutch. Calm, short, without blame; nothing says who asked for more time or who stayed away. */

const language = 'nl';

/** What a breather does not reach. */
const roomGoesOn = ' Jullie kamer kan ik niet dichtdoen. Zet hem gerust zolang op stil.';
const offer =
  'Wil je er later rustig op terugkomen? Kies een moment. Het telt als jullie allebei kiezen, en dan geldt het laatste.';

export const breatherLabels = {
  callBreather: 'Even adem',
  askBreather: 'Even adem',
  beginBreather: 'Ja, begin',
  noBreather: 'Toch niet',
  m20: '20 minuten',
  m30: '30 minuten',
  m60: '1 uur',
  tonight: 'Vanavond 21:00',
  tomorrow: 'Morgen 9:00',
  breathe: 'Ademen',
  words: 'Liever in woorden',
  move: 'Bewegen',
  senses: 'Zintuigen',
  music: 'Muziek',
  nothing: 'Niets',
  breathLonger: 'Ik heb langer nodig',
  breathUnsafe: 'Ik voel me niet veilig',
  breathBack: 'Ik ben er weer',
  breathMore: 'Nog even',
  breathNotToday: 'Vandaag niet meer',
  letRest: 'Laten rusten',
  oneLine: 'Elk één zin, samen open',
  talkNow: 'Verder praten',
  breathSeal: 'Verzegel',
  morning: 'Morgen 10:00',
  evening: 'Morgen 20:00',
} satisfies Labels;

export const breatherSay: Says<keyof BreatherSayParams> = {
  breatherAsked: () => 'Een adempauze voor jullie allebei. Beginnen?',
  breatherBegan: (said, about) =>
    `Jullie hebben pauze tot ${until(said.until, language, about)}. Dan vraag ik jullie allebei hoe het gaat. Hoe lang wil je? Kies je niets, dan blijft het een half uur.${said.hasRoom === true ? roomGoesOn : ''}`,
  breatherCalled: ({ caller, ...said }, about) =>
    `${caller} neemt even adem, tot ${until(said.until, language, about)}. Dan vraag ik jullie allebei hoe het gaat.${said.hasRoom === true ? roomGoesOn : ''}`,
  breatherRest: (said, about) =>
    `Pauze tot ${until(said.until, language, about)}. Dan vraag ik jullie allebei hoe het gaat. Doe intussen iets waar je kalm van wordt. Probeer het gesprek even los te laten, ook in andere apps.`,
  breatherMoved: (said, about) =>
    `Er is meer tijd, tot ${until(said.until, language, about)}. Dan vraag ik jullie allebei hoe het gaat.`,
  breatherTimes: () => 'Hoeveel langer?',
  breatherTip: ({ tip }) =>
    ({
      words:
        'Adem in en tel tot vier. Adem uit en tel tot zes. Een paar minuten is genoeg. Word je er onrustig van, kies dan iets anders.',
      move: 'Loop een blokje om, of rek je uit. Rustig aan, het hoeft geen sport te worden. Laat de telefoon thuis. Ga liever niet rijden.',
      senses:
        'Zet je voeten op de grond. Noem vijf dingen die je ziet, vier die je voelt, drie die je hoort, twee die je ruikt en één die je proeft.',
      music: 'Zet muziek op waar je rustig van wordt. Eén nummer, of een heel album. Luisteren is genoeg.',
      nothing: 'Niets is ook goed. Ga zitten of liggen. Het hoeft even nergens over te gaan.',
    })[tip],
  breathingPicture: () => 'Adem in als de cirkel groeit, vier tellen. Adem uit als hij kleiner wordt, zes tellen.',
  breatherHush: ({ partner, ...said }, about) =>
    `Dit gaat niet naar ${partner}. Wat je tot ${until(said.until, language, about)} typt, bewaar ik niet.`,
  breatherLeft: () => 'Voor jou is deze adempauze voorbij. Terugkomen hoeft niet, en ik zeg er niemand iets over.',
  breatherReturn: ({ canExtend }) =>
    `De tijd is om. Hoe is het nu met je? Terugkomen betekent alleen: even contact. Het gesprek zelf mag wachten tot morgen.${canExtend ? '' : ' Meer tijd geven gaat niet meer. Liever niet meer vandaag mag wel.'}`,
  breatherBackNoted: () => 'Fijn dat je er bent. Binnen een half uur hoor je hoe het verdergaat.',
  breatherNotToday: () => paragraphs('Dat is goed. Vandaag hoeft er niets meer.', offer),
  breatherChoice: () =>
    'Jullie zijn er allebei weer. Wat nu? Kies elk voor jezelf: kiezen jullie verschillend, dan geldt de rustigste keuze, en ik zeg niet van wie die was.',
  breatherChoiceNoted: () => 'Genoteerd. Binnen een half uur hoor je het.',
  breatherLineAsked: () =>
    'Elk één zin: hoe je je voelt, en wat je nu fijn zou vinden. Typ hem hier. Jullie zinnen gaan pas open als jullie allebei verzegeld hebben.',
  breatherLine: ({ line }) =>
    paragraphs(
      lines('Zo krijgt je partner het straks te lezen:', covered(line)),
      'Typ je een andere zin, dan vervangt die deze.',
    ),
  breatherLineSealed: ({ line }) =>
    paragraphs('Verzegeld. Tot jullie zinnen opengaan, kun je de jouwe terugnemen met /intrek.', covered(line)),
  breatherLineTakenBack: () => 'Teruggenomen. Typ een andere zin als je wilt; het hoeft niet.',
  breatherOpened: ({ own, partner, partnerName }) =>
    paragraphs(
      'Jullie zinnen zijn open.',
      lines(bold('Jij'), covered(own)),
      lines(bold(partnerName), covered(partner)),
      'De adempauze is voorbij. Rustig verder praten mag, stil bij elkaar zijn ook.',
    ),
  breatherRested: () =>
    'Jullie laten het rusten. De adempauze is voorbij, en er hoeft nu niets. Niet-geopende zinnen zijn gewist.',
  breatherOver: ({ hadCameBack }) =>
    paragraphs(
      hadCameBack
        ? 'De tijd is voorbij. Je hoeft niet te wachten. Doe gerust iets voor jezelf, of bel iemand bij wie je je op je gemak voelt.'
        : 'De tijd is voorbij. Vandaag hoeft er niets meer.',
      offer,
    ),
  momentPicked: ({ at }, about) =>
    `Genoteerd: ${soon(at, language, about)}. Het telt zodra jullie allebei gekozen hebben; dan hoor je het.`,
  momentAgreed: ({ at }, about) =>
    `Jullie komen er allebei op terug, ${soon(at, language, about)}. Tot dan hoeft er niets.`,
  momentCame: () =>
    'Dit is het moment dat jullie kozen. Begin klein: wat merk je, en wat zou je graag willen? Wordt het te veel: /adempauze.',
};
