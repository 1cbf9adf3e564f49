import { withCouple, withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { RhythmEvent } from './event.js';

/** The scene after each event of the rhythm and the settings. */

export const rhythmEvolvers: Evolvers<RhythmEvent> = {
  rhythmAccepted: unchanged,
  slotMet: (scene, event) =>
    withCouple(scene, event.couple, () => ({ slot: { date: event.date, round: event.round } })),
  dateServed: (scene, event) => withPerson(scene, event.person, () => ({ servedDate: event.date })),
  rhythmTold: (scene, event) => withCouple(scene, event.couple, () => ({ tellRhythmAt: null })),
  daysChosen: (scene, event) =>
    withPerson(scene, event.person, (person) => ({ rhythm: { ...person.rhythm, days: event.days } })),
  hourChosen: (scene, event) =>
    withPerson(scene, event.person, ({ rhythm }) => ({ rhythm: { ...rhythm, minute: event.minute } })),
  quietHoursChosen: (scene, event) =>
    withPerson(scene, event.person, ({ rhythm }) => ({
      rhythm: { ...rhythm, quietFromMinute: event.fromMinute, quietUntilMinute: event.untilMinute },
    })),
  holidayChosen: (scene, event) => withPerson(scene, event.person, () => ({ holidayUntil: event.until })),
  remindersSwitched: (scene, event) => withPerson(scene, event.person, () => ({ wantsReminders: event.isOn })),
  reminded: (scene, event) => withPerson(scene, event.person, () => ({ remindedOf: event.round })),
  settingsShown: (scene, event) => withPerson(scene, event.person, () => ({ asked: null })),
  asked: (scene, event) => withPerson(scene, event.person, () => ({ asked: { what: event.what, until: event.until } })),
  askedDropped: (scene, event) => withPerson(scene, event.person, () => ({ asked: null })),
  zoneChanged: (scene, event) => withPerson(scene, event.person, () => ({ zone: event.zone, asked: null })),
};
