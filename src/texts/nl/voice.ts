import type { VoiceSayParams } from '../../core/voice/say.js';
import { paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** Voice messages in Dutch: the first yes, and where they cannot arrive. */

export const voiceLabels = {
  allowVoice: 'Ja, dat mag',
  refuseVoice: 'Liever typen',
} satisfies Labels;

export const voiceSay: Says<keyof VoiceSayParams> = {
  voiceAsked: () =>
    paragraphs(
      'Je sprak iets in. Daarvan bewaar ik alleen een verwijzing; het geluid zelf blijft bij Telegram. Je partner hoort het pas als het opengaat, of als jij het in een luisterronde doorgeeft. Kiest iemand in Telegram voor ‹omzetten naar tekst›, dan kan het geluid naar Google gaan.',
      'Mag dat, ook de volgende keren? Wat je insprak, wacht hier een dag op je.',
    ),
  voiceAllowed: () => 'Goed. Inspreken kan voortaan gewoon.',
  voiceLetGo: () => 'Goed, wat je insprak, heb ik weggegooid. Typen kan altijd.',
  voiceReturned: ({ partner }) =>
    `${partner} kan van mij geen spraakberichten krijgen. Dat ligt aan een instelling in Telegram. Wil je het typen?`,
};
