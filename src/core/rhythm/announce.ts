import { edit, isSilentFor, reminderCard, send, toast } from '../compose.js';
import { nobody } from '../announcers.js';
import { type Announcers } from '../announcers.js';
import { key } from '../keyboard.js';
import { say, type Notice } from '../notice.js';
import { membersIn } from '../person.js';
import type { Stage } from '../stage.js';
import type { RhythmEvent } from './event.js';
import { isOnHoliday, sharedDays } from './rhythm.js';
import { askedCard, cityQuestionRemoved, settingsCard } from './settings-card.js';

/** Who hears of the rhythm, a reminder and the settings. */

/** A reminder that could not be sent within this time is not sent at all. */
const reminderLifeMs = 3_600_000;

export const rhythmAnnouncers: Announcers<RhythmEvent> = {
  rhythmTold: (event, stage) => rhythm(event.couple, stage),
  rhythmAccepted: (event) => [edit(event.person, 'rhythm', null), toast(event.person, say('rhythmAccepted', {}))],
  settingsShown: (event, stage) => settingsCard(event, stage),
  asked: (event, stage) => askedCard(event, stage),
  zoneChanged: (event, stage) => [
    ...cityQuestionRemoved(event.person, stage),
    edit(event.person, 'rhythm', null),
    send(event.person, say('zoneChanged', { zone: event.zone, at: event.at }), { board: 'none' }),
  ],
  askedDropped: (event, stage) => cityQuestionRemoved(event.person, stage),
  reminded: (event) => [
    send(event.person, say('reminder', {}), {
      lane: 'scheduled',
      card: reminderCard(event.round),
      keys: [[key('later', event.round)]],
      dropAfter: event.at + reminderLifeMs,
      isNudge: true,
    }),
  ],
  daysChosen: nobody,
  hourChosen: nobody,
  quietHoursChosen: nobody,
  holidayChosen: nobody,
  remindersSwitched: nobody,
  slotMet: nobody,
  dateServed: nobody,
};

function rhythm(coupleId: number, { after, now }: Stage): readonly Notice[] {
  const present = membersIn(after, coupleId).filter((person) => !isOnHoliday(person, now));
  return present.map((person) =>
    send(person.id, say('rhythm', { days: sharedDays([person]), minute: person.rhythm.minute }), {
      lane: 'scheduled',
      card: 'rhythm',
      keys: [[key('rhythmFits')], [key('otherRhythm'), key('otherZone')]],
      isSilent: isSilentFor(person, after, now),
      isNudge: true,
    }),
  );
}
