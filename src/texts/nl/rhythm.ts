import type { RhythmSayParams } from '../../core/rhythm/say.js';
import type { Labels, Says } from '../texts.js';
import { clock, minuteOfDay, place, weekdays } from '../when.js';
import { askedFor, settingsCard } from './settings.js';

/** When questions come, in Dutch; the settings card itself is in settings.ts. */

const language = 'nl';

export const rhythmLabels = {
  rhythmFits: 'Klopt',
  otherRhythm: 'Ander ritme',
  otherZone: 'Andere tijdzone',
  daily: 'Elke dag iets lichts',
  three: 'Drie keer per week',
  weekly: 'Eén keer per week',
  rest: 'Even geen vragen',
  rhythmView: 'Ritme',
  daysView: 'Dagen',
  hourView: 'Uur',
  quietView: 'Stille uren',
  holidayView: 'Vakantie',
  typeHour: 'Typ een uur',
  typeQuiet: 'Typ stille uren',
  typeHoliday: 'Typ een datum',
  oneWeek: '1 week',
  twoWeeks: '2 weken',
  noHoliday: 'Geen vakantie',
  reminderOn: 'Herinnering aan',
  reminderOff: 'Herinnering uit',
  sharePlace: 'Deel mijn locatie',
} satisfies Labels;

export const rhythmSay: Says<keyof RhythmSayParams> = {
  rhythm: ({ days, minute }, { zone }) =>
    days.length === 0
      ? 'Voorlopig stuur ik uit mezelf geen vragen. Met /vraag krijgen jullie er wel een. Wordt het ooit te veel: /adempauze.'
      : `Voortaan stel ik ${onDays(days)} om ${minuteOfDay(minute)} een vraag. Je tijdzone staat op ${place(zone, language)}. Klopt dat? Wordt het ooit te veel: /adempauze.`,
  rhythmAccepted: () => 'Mooi. Tot dan.',
  settings: (said, about) => settingsCard(said, about),
  asked: ({ what }) => askedFor(what),
  reminder: () => 'Deze vraag staat nog open. Niet nu is ook goed.',
  zoneChanged: ({ zone, at }) => `Goed. Bij jou is het nu ${clock(at, zone)}.`,
};

/** «op maandag, woensdag en zaterdag»; a single day and all seven are said as people say them. */
export function onDays(days: readonly number[]): string {
  if (days.length === 7) return 'elke dag';
  return `${days.length === 1 ? 'elke' : 'op'} ${weekdays(days, 'nl')}`;
}
