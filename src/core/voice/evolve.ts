import { withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import { agreedNow } from '../pairing/consent.js';
import type { VoiceEvent } from './event.js';

/** The scene after each event of the first voice note. */

export const voiceEvolvers: Evolvers<VoiceEvent> = {
  voiceReturned: unchanged,
  voiceHeld: (scene, event) =>
    withPerson(scene, event.person, ({ heldVoices }) => ({
      heldVoices: [...heldVoices.filter(({ messageId }) => messageId !== event.voice.messageId), event.voice],
    })),
  voiceAllowed: (scene, event) =>
    withPerson(scene, event.person, ({ consents }) => ({
      consents: { ...consents, voice: agreedNow('voice', event.at) },
      heldVoices: [],
    })),
  voiceLetGo: (scene, event) => withPerson(scene, event.person, () => ({ heldVoices: [] })),
};
