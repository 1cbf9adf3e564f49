import type { PhotoSayParams } from '../../core/photo/say.js';
import { paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** Photos in Dutch: the first yes, and how one arrives. */

export const photoLabels = {
  allowPhoto: 'Ja, dat mag',
  refusePhoto: 'Liever niet',
} satisfies Labels;

export const photoSay: Says<keyof PhotoSayParams> = {
  photoAsked: () =>
    paragraphs(
      'Je stuurde een foto. Daarvan bewaar ik alleen een verwijzing; de foto zelf blijft bij Telegram. Je partner ziet hem pas als jullie antwoorden opengaan, afgedekt en zonder dat hij door te sturen is. Een schermafdruk kan altijd.',
      'Mag dat, ook de volgende keren? De foto wacht hier een dag op je.',
    ),
  photoAllowed: () => 'Goed. Een foto bij een vrij antwoord kan voortaan gewoon, één per antwoord.',
  photoLetGo: () => 'Goed, de foto heb ik weggegooid. Vertellen kan altijd.',
  partnerPhoto: ({ partner }) => partner,
};
