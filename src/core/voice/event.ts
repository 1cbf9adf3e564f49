import type { PersonId, Instant } from '../ids.js';
import type { HeldVoice } from '../scene.js';

export type VoiceEvent =
  | { readonly type: 'voiceHeld'; readonly person: PersonId; readonly voice: HeldVoice }
  | { readonly type: 'voiceAllowed'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'voiceLetGo'; readonly person: PersonId }
  | { readonly type: 'voiceReturned'; readonly person: PersonId };
