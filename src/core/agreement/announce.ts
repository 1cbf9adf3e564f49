import { nobody, type Announcers } from '../announcers.js';
import { isSilentFor, send } from '../compose.js';
import type { CoupleId } from '../ids.js';
import { say, type Notice, type Say } from '../notice.js';
import { membersIn } from '../person.js';
import type { Stage } from '../stage.js';
import type { AgreementEvent } from './event.js';

/** Both are told at once, in the same words, what follows from looking back, below the answers that it follows from. */
export const agreementAnnouncers: Announcers<AgreementEvent> = {
  keepingSet: nobody,
  keepingLapsed: nobody,
  agreementLetGo: ({ couple }, stage) => toBoth(couple, say('agreementLetGo', {}), stage),
  agreementReopened: ({ couple }, stage) => toBoth(couple, say('agreementReopened', {}), stage),
  agreementsForgotten: nobody,
};

function toBoth(couple: CoupleId, words: Say, { after, now }: Stage): readonly Notice[] {
  return membersIn(after, couple).map((me) =>
    send(me.id, words, { lane: 'reveal', isSilent: isSilentFor(me, after, now) }),
  );
}
