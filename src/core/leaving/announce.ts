import { edit, isSilentFor, nameOfOther, partnerName, remove, roomOf, send } from '../compose.js';
import { nobody } from '../announcers.js';
import { type Announcers } from '../announcers.js';
import { brief, passing, removeKeys } from '../help/announce.js';
import type { PersonId } from '../ids.js';
import { farewellKeys, key } from '../keyboard.js';
import { say, type Notice } from '../notice.js';
import { coupleIn, isGone, personOf } from '../person.js';
import { cityQuestionRemoved } from '../rhythm/settings-card.js';
import type { Stage } from '../stage.js';
import type { LeavingEvent } from './event.js';

/** Who hears of a stop, an end and a return. */

export const leavingAnnouncers: Announcers<LeavingEvent> = {
  stopped: ({ person, typed = 0 }, { before, after }) => {
    const [partner, isLeaving] = [partnerName(after, person), personOf(after, person).leaving !== null];
    return [
      ...cityQuestionRemoved(person, { before }),
      send(person, say('stopped', { partner, isLeaving, ...roomOf(personOf(after, person), after) }), {
        card: 'farewell',
        keys: [...farewellKeys(partner !== null, isLeaving, typed), removeKeys('farewell', typed)],
      }),
    ];
  },
  silenceKept: ({ person, typed }, stage) =>
    passing(person, 'farewell', say('silenceKept', { partner: partnerName(stage.after, person) }), stage, { typed }),
  leavingSet: ({ person, typed }, stage) =>
    passing(person, 'farewell', say('leavingSet', { partner: nameOfOther(stage.after, person) }), stage, {
      typed,
      keys: [[key('keepPaired', '', typed)]],
    }),
  leavingDropped: ({ person, typed }, stage) =>
    passing(person, 'farewell', say('leavingDropped', { partner: partnerName(stage.after, person) }), stage, { typed }),
  wentOn: (event, stage) => [
    remove(event.person, 'farewell'),
    ...brief(event.person, say('wentOn', {}), [], 0, stage, { as: 'w' }),
  ],
  unpaired: (event, stage) => unpaired(event.couple, event.by, stage),
  becameUnreachable: nobody,
  becameReachable: nobody,
};

/**
 * The one who leaves is answered; the other hears that it ended, and nothing of why. No name is said: whoever erased
 * everything has none any more, so a name would tell a parting from an erasure.
 */
function unpaired(coupleId: number, by: PersonId, { before, after, now }: Stage): readonly Notice[] {
  const { members } = coupleIn(before, coupleId);
  const isErased = personOf(after, by).consent === null;
  return members.flatMap((member) => {
    if (isGone(personOf(before, member))) return [];
    if (member !== by) {
      const isSilent = isSilentFor(personOf(after, member), after, now);
      return [send(member, say('unpaired', {}), { lane: 'reveal', isSilent, keys: [[key('helplines')]] })];
    }
    return isErased
      ? []
      : [edit(by, 'farewell', null), send(by, say('unpairedSelf', { partner: partnerName(before, by) }))];
  });
}
