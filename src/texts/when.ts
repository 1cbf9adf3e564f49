import { localMoment } from '../core/calendar.js';
import type { Language } from '../core/scenario.js';
import type { About } from './texts.js';

const formats = new Map<string, Intl.DateTimeFormat>();
const formatsKept = 500;
const dayMs = 86_400_000;

/** `20:00` in the reader's zone. */
export function clock(at: number, zone: string): string {
  return format('nl', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** A moment soon to come, as one says it: «20:00», «morgen om 20:00», «woensdag om 20:00», «12 december om 20:00». */
export function soon(at: number, language: Language, { now, zone }: About): string {
  const time = clock(at, zone);
  const day = localMoment(at, zone).date;
  const at_ = language === 'nl' ? 'om' : 'at';
  if (day === localMoment(now, zone).date) return language === 'nl' ? `vandaag om ${time}` : `today at ${time}`;
  if (day === localMoment(now + dayMs, zone).date) {
    return language === 'nl' ? `morgen om ${time}` : `tomorrow at ${time}`;
  }
  const isThisWeek = at - now < 6 * dayMs;
  const date = format(language, zone, isThisWeek ? { weekday: 'long' } : { day: 'numeric', month: 'long' }).format(at);
  return `${language === 'en' ? 'on ' : ''}${date} ${at_} ${time}`;
}

/** The end of a stretch that has begun: «21:10», «morgen om 09:00». */
export function until(at: number, language: Language, about: About): string {
  return soon(at, language, about).replace(/^(?:vandaag om|today at) /, '');
}

/** «maandag, woensdag en zaterdag»; 1 is Monday. */
export function weekdays(days: readonly number[], language: Language): string {
  const monday = Date.UTC(2024, 0, 1);
  const names = days.map((day) => format(language, 'UTC', { weekday: 'long' }).format(monday + (day - 1) * dayMs));
  return new Intl.ListFormat(language === 'nl' ? 'nl' : 'en-GB', { type: 'conjunction' }).format(names);
}

/** A minute of the day as a clock shows it. */
export function minuteOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `Europe/Amsterdam` as people say it. */
export function place(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  if (formats.size >= formatsKept) formats.clear();
  const made = new Intl.DateTimeFormat(language === 'nl' ? 'nl' : 'en-GB', { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}
