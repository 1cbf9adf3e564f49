import type { RhythmSayParams } from '../../core/rhythm/say.js';
import type { Labels, Says } from '../texts.js';
import { clock, minuteOfDay, place, weekdays } from '../when.js';
import { askedFor, settingsCard } from './settings.js';

/** When questions come, in English; the settings card itself is in settings.ts. */

const language = 'en';

export const rhythmLabels = {
  rhythmFits: 'That’s right',
  otherRhythm: 'Another rhythm',
  otherZone: 'Another time zone',
  daily: 'Something light every day',
  three: 'Three times a week',
  weekly: 'Once a week',
  rest: 'No questions for now',
  rhythmView: 'Rhythm',
  daysView: 'Days',
  hourView: 'Time',
  quietView: 'Quiet hours',
  holidayView: 'Holiday',
  typeHour: 'Type a time',
  typeQuiet: 'Type quiet hours',
  typeHoliday: 'Type a date',
  oneWeek: '1 week',
  twoWeeks: '2 weeks',
  noHoliday: 'No holiday',
  reminderOn: 'Reminder on',
  reminderOff: 'Reminder off',
  sharePlace: 'Share my location',
} satisfies Labels;

export const rhythmSay: Says<keyof RhythmSayParams> = {
  rhythm: ({ days, minute }, { zone }) =>
    days.length === 0
      ? 'For now I won’t send questions unless you ask. /question gives you both one. If it ever gets too much: /breather.'
      : `From now on I’ll ask a question ${onDays(days)} at ${minuteOfDay(minute)}. Your time zone is set to ${place(zone, language)}. Is that right? If it ever gets too much: /breather.`,
  rhythmAccepted: () => 'Good. Until then.',
  settings: (said, about) => settingsCard(said, about),
  asked: ({ what }) => askedFor(what),
  reminder: () => 'This question is still here. Not now is fine too.',
  zoneChanged: ({ zone, at }) => `All right, ${place(zone, 'en')} time. It’s ${clock(at, zone)} there now.`,
};

/** «on Monday, Wednesday and Saturday»; a single day and all seven are said as people say them. */
export function onDays(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  return `${days.length === 1 ? 'every' : 'on'} ${weekdays(days, 'en')}`;
}
