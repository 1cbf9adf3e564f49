import { edit, isSilentFor, nameOfOther, send } from '../compose.js';
import type { Announcers } from '../announcers.js';
import { key } from '../keyboard.js';
import { say } from '../notice.js';
import { personOf } from '../person.js';
import type { VoiceEvent } from './event.js';

/** Who hears of the first voice note, and of one that could not be played. */

export const voiceAnnouncers: Announcers<VoiceEvent> = {
  voiceHeld: (event) => [
    edit(event.person, 'voice', null),
    send(event.person, say('voiceAsked', {}), { card: 'voice', keys: [[key('allowVoice'), key('refuseVoice')]] }),
  ],
  voiceAllowed: (event) => [edit(event.person, 'voice', say('voiceAllowed', {}))],
  voiceLetGo: (event) => [edit(event.person, 'voice', say('voiceLetGo', {}))],
  voiceReturned: (event, { after, now }) => [
    send(event.person, say('voiceReturned', { partner: nameOfOther(after, event.person) }), {
      lane: 'reveal',
      isSilent: isSilentFor(personOf(after, event.person), after, now),
    }),
  ],
};
