import type { OwnDataSayParams } from '../../core/own-data/say.js';
import { paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** In Dutch: what is kept, having it sent, having it erased, and whether it may stay. */

export const ownDataLabels = {
  keepingView: 'Hoe lang ik bewaar',
  keep7: 'Een week',
  keep30: '30 dagen',
  keep90: '90 dagen',
  keep365: 'Een jaar',
  exportData: 'Mijn gegevens',
  exportAll: 'Ook wat nog dicht is',
  exportAllNow: 'Ja, stuur alles',
  eraseData: 'Wissen',
  eraseAnswers: 'Mijn antwoorden',
  eraseChat: 'De laatste 48 uur hier',
  eraseEverything: 'Alles wissen',
  eraseNow: 'Ja, wis dit',
  keepIt: 'Laat maar',
  stay: 'Bewaren',
} satisfies Labels;

export const keptFor: Readonly<Record<number, string>> = {
  7: 'een week',
  30: '30 dagen',
  90: '90 dagen',
  365: 'een jaar',
};

export const ownDataSay: Says<keyof OwnDataSayParams> = {
  exported: ({ as, data }) =>
    as === 'page'
      ? `${data.scope === 'open' ? 'Hierin staat wat van jou al open is. Wat nog dicht is, en wat je alleen aan mij vertelde, stuur ik pas als je daar nog eens om vraagt.' : 'Dit is alles wat ik van je bewaar, ook wat nog dicht is.'} Open het in je browser; internet is niet nodig. Wat je partner schreef, staat er niet in: dat is van je partner. Over vijf minuten haal ik dit bestand hier weg. Bewaar het voor die tijd ergens anders.`
      : 'Dezelfde gegevens als JSON, voor een ander programma.',
  exportAllAsked: () =>
    'Dan staat er ook in wat je partner niet weet: antwoorden die nog dicht zijn, notities, en wat je alleen voor jezelf instelde. Kijkt er niemand mee?',
  eraseAsked: () => 'Wat wil je wissen? Ik vertel eerst wat je niet meer terugkrijgt. Daarna tik je nog een keer.',
  eraseExplained: ({ what, partner, hasFolds, hasRoom }) => {
    const folds = hasFolds ? 'Wat hier nog dicht ligt, kun je daarna niet meer openen.' : null;
    switch (what) {
      case 'answers':
        return paragraphs(
          'Ik wis al je eigen woorden: wat je aan het schrijven bent, wat verzegeld is, en wat ik bewaar van wat open ging. Terugdraaien kan niet.',
          partner === null
            ? 'Wat hier in de chat staat, blijft in Telegram tot je het daar weghaalt.'
            : `${partner} hoort hier niets van: een vraag die nog dicht was, blijft gewoon stil. Wat al open is, staat nog in de chat van ${partner}, en ook hier in Telegram.`,
          hasRoom === true ? `Uit jullie kamer haal ik het wel weg, en dat kan ${String(partner)} zien.` : null,
          partner === null
            ? null
            : 'Bladzijden in jullie boek verdwijnen voor jullie allebei, met de herinneringen die erbij horen.',
          folds,
        );
      case 'everything':
        return paragraphs(
          'Ik wis alles: je naam, je instellingen en al je antwoorden, ook wat nog dicht is. Terugdraaien kan niet.',
          partner === null
            ? 'Wat in deze chat staat, blijft in Telegram tot je het daar zelf verwijdert. De laatste 48 uur kan ik weghalen, maar dan wel vóór je alles wist.'
            : `${partner} hoort alleen dat jullie hier niet meer gekoppeld zijn, en houdt wat die zelf schreef. Wat al open is, blijft in de chat van ${partner} staan. Uit deze chat kan ik de laatste 48 uur weghalen, maar dan wel vóór je alles wist.`,
          hasRoom === true ? 'Uit jullie kamer haal ik weg wat ik daar schreef, en ik ga eruit.' : null,
          folds,
          partner === null ? null : `Wil je dat ${partner} niets merkt? Kies dan bij /stop voor Stil blijven.`,
          '[Nu weghalen] haalt alleen dit bericht weg, en wist verder niets.',
        );
      case 'chat':
        return paragraphs(
          'Ik haal uit deze chat weg wat jij en ik hier de laatste 48 uur stuurden. Terughalen kan niet.',
          'Wat ouder is, mag een bot niet weghalen: dat doe je zelf, in Telegram. Wat ik van je bewaar, wis ik hiermee niet.',
          partner === null ? null : `In de chat van ${partner} verandert er niets.`,
          folds,
        );
    }
  },
  eraseDropped: () => 'Goed, alles blijft zoals het is.',
  answersErased: ({ partner }) =>
    partner === null
      ? 'Je antwoorden zijn gewist.'
      : `Je antwoorden zijn gewist. ${partner} krijgt daar geen bericht van.`,
  chatCleared: () => 'De laatste 48 uur zijn hier weg. Stond er nog een vraag open, dan zie je die terug met /vraag.',
  erased: () => 'Alles is gewist. Het ga je goed.',
  stayAsked: ({ isPaired }) =>
    isPaired
      ? 'Het is hier al een half jaar stil. Dat mag. Zal ik bewaren wat ik van je heb? Als jullie allebei een maand niets laten weten, wis ik het, en dan zijn jullie hier niet meer gekoppeld.'
      : 'Het is hier al een half jaar stil. Dat mag. Zal ik bewaren wat ik van je heb? Als je een maand niets laat weten, wis ik het.',
  stayed: () => 'Goed, ik bewaar het.',
  erasedInSilence: () =>
    'Het bleef stil, dus ik heb gewist wat ik van je had. Wil je ooit opnieuw beginnen, dan kan dat met /start. Het ga je goed.',
};
