import { edit, send } from '../compose.js';
import type { Announcers } from '../announcers.js';
import { key } from '../keyboard.js';
import { say } from '../notice.js';
import type { PhotoEvent } from './event.js';

/** Who hears of the first photo: whoever sent it, and nobody else. */

export const photoAnnouncers: Announcers<PhotoEvent> = {
  photoHeld: ({ person, isEdit }) =>
    isEdit === true
      ? []
      : [
          edit(person, 'photo', null),
          send(person, say('photoAsked', {}), { card: 'photo', keys: [[key('allowPhoto'), key('refusePhoto')]] }),
        ],
  photoAllowed: ({ person }) => [edit(person, 'photo', say('photoAllowed', {}))],
  photoLetGo: ({ person }) => [edit(person, 'photo', say('photoLetGo', {}))],
};
