import type { VoiceSayParams } from '../../core/voice/say.js';
import { paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** Voice messages in English: the first yes, and where they cannot arrive. */

export const voiceLabels = {
  allowVoice: 'Yes, that’s fine',
  refuseVoice: 'I’d rather type',
} satisfies Labels;

export const voiceSay: Says<keyof VoiceSayParams> = {
  voiceAsked: () =>
    paragraphs(
      'You recorded something. Of that I keep only a reference; the sound itself stays with Telegram. Your partner hears it only once it opens, or once you pass it on in a listening round. If somebody chooses ‹convert to text› in Telegram, the sound may go to Google.',
      'Is that all right, from now on too? What you recorded waits here for a day.',
    ),
  voiceAllowed: () => 'All right. From now on you can just record.',
  voiceLetGo: () => 'All right, I’ve thrown away what you recorded. You can always type.',
  voiceReturned: ({ partner }) =>
    `${partner} can’t get voice messages from me. That’s a setting in Telegram. Would you like to type it?`,
};
