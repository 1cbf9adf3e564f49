import { nobody, type Announcers } from '../announcers.js';
import { edit, isSilentFor, openedOf, send, toast } from '../compose.js';
import type { PersonId, RoundId } from '../ids.js';
import { say, type Notice } from '../notice.js';
import { membersIn, personOf } from '../person.js';
import { keysUnder } from '../round/after.js';
import { openCard } from '../round/open-card.js';
import { spreadMoment } from '../rhythm/rhythm.js';
import type { Stage } from '../stage.js';
import type { RitualEvent } from './event.js';
import { lateMs, turnOf } from './moments.js';

export const ritualAnnouncers: Announcers<RitualEvent> = {
  ritualWished: ({ person, round }, stage) => [...under(person, round, stage), toast(person, say('ritualNoted', {}))],
  ritualDropped: ({ person, round }, stage) => [
    ...under(person, round, stage),
    toast(person, say('ritualDropped', {})),
  ],
  ritualAgreed: ({ couple, ritual: { id, scenario, moment } }, stage) =>
    membersIn(stage.after, couple).flatMap((me) => [
      ...under(me.id, id, stage),
      send(me.id, say('ritualAgreed', { scenario, moment }), {
        lane: 'reveal',
        isProtected: true,
        isSilent: isSilentFor(me, stage.after, stage.now),
      }),
    ]),
  // Both get the same words, without a button: nobody is asked whether they did it.
  ritualMet: ({ couple, ritual: id, person, date, isTold }, { after, now, spreadMs }) => {
    const ritual = after.couples[couple]?.rituals.find((one) => one.id === id);
    if (!isTold || ritual === undefined) return [];
    const { scenario, every } = ritual;
    return [
      send(person, say('ritualReminder', { scenario, idea: turnOf(date, every) }), {
        lane: 'scheduled',
        isNudge: true,
        notBefore: spreadMoment(personOf(after, person), now, spreadMs),
        dropAfter: now + lateMs,
      }),
    ];
  },
  // A tap on a page shows the page again; the rule that handled the tap does that.
  ritualSilenced: nobody,
  ritualsLapsed: nobody,
};

/** Other marks on the moments under what opened. */
function under(person: PersonId, round: RoundId, { after, scenarios, now }: Stage): readonly Notice[] {
  const me = personOf(after, person);
  const opened = openedOf(after, me, round);
  if (opened === null) return [];
  return [edit(person, openCard(opened), null, { keys: keysUnder(after, me, opened, { scenarios, now }, true) })];
}
