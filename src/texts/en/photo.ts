import type { PhotoSayParams } from '../../core/photo/say.js';
import { paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** Photos in English: the first yes, and how one arrives. */

export const photoLabels = {
  allowPhoto: 'Yes, that’s fine',
  refusePhoto: 'I’d rather not',
} satisfies Labels;

export const photoSay: Says<keyof PhotoSayParams> = {
  photoAsked: () =>
    paragraphs(
      'You sent a photo. Of that I keep only a reference; the photo itself stays with Telegram. Your partner sees it only once your answers open, covered, and it can’t be forwarded. A screenshot is always possible.',
      'Is that all right, from now on too? The photo waits here for a day.',
    ),
  photoAllowed: () => 'All right. From now on you can just add a photo to an answer in your own words, one each time.',
  photoLetGo: () => 'All right, I’ve thrown the photo away. You can always tell it in words.',
  partnerPhoto: ({ partner }) => partner,
};
