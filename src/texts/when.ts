import { instantAt, localMoment } from '../core/time/calendar.js';
import type { Language } from '../core/round/scenario.js';
import type { LocalDate } from '../core/ids.js';
import type { About } from './texts.js';
import { dayMs } from '../core/time/durations.js';

const formats = new Map<string, Intl.DateTimeFormat>();
const formatsKept = 500;

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

/** A moment that is past: «23 november om 19:30». */
export function dayAndClock(at: number, language: Language, zone: string): string {
  const day = format(language, zone, { day: 'numeric', month: 'long' }).format(at);
  return `${day} ${language === 'nl' ? 'om' : 'at'} ${clock(at, zone)}`;
}

/** «maandag, woensdag en zaterdag»; 1 is Monday. */
export function weekdays(days: readonly number[], language: Language): string {
  const monday = Date.UTC(2024, 0, 1);
  const names = days.map((day) => format(language, 'UTC', { weekday: 'long' }).format(monday + (day - 1) * dayMs));
  return new Intl.ListFormat(language === 'nl' ? 'nl' : 'en-GB', { type: 'conjunction' }).format(names);
}

/** «verdrietig, eenzaam of boos» */
export function eitherOf(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'nl' ? 'nl' : 'en-GB', { type: 'disjunction' }).format(words);
}

/** A local day, as one says it: «zondag 12 december», with its year when that is another. */
export function dayNamed(date: LocalDate, language: Language, { now, zone }: About): string {
  const isThisYear = date.slice(0, 4) === localMoment(now, zone).date.slice(0, 4);
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return format(language, 'UTC', isThisYear ? options : { ...options, year: 'numeric' }).format(
    instantAt(date, 0, 'UTC'),
  );
}

/** A day in full, as it stands in a document: «22 november 2026». */
export function date(at: number, language: Language, zone: string): string {
  return format(language, zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** A minute of the day as a clock shows it. */
export function minuteOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The city of `Europe/Amsterdam`, as people say it today and in their language. */
export function place(zone: string, language: Language): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const today = newNames[city] ?? city;
  return language === 'nl' ? (dutchNames[today] ?? today) : today;
}

/** Zones that this machine's Intl still calls by an older name. */
const newNames: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
};
const dutchNames: Readonly<Record<string, string>> = {
  ...{ Athens: 'Athene', Berlin: 'Berlijn', Brussels: 'Brussel', Bucharest: 'Boekarest', Budapest: 'Boedapest' },
  ...{ Cairo: 'Caïro', Copenhagen: 'Kopenhagen', Istanbul: 'Istanboel', Jerusalem: 'Jeruzalem', Lisbon: 'Lissabon' },
  ...{ London: 'Londen', Luxembourg: 'Luxemburg', Moscow: 'Moskou', Paris: 'Parijs', Prague: 'Praag' },
  ...{ Tokyo: 'Tokio', Vienna: 'Wenen', Warsaw: 'Warschau', 'Mexico City': 'Mexico-Stad', Curacao: 'Curaçao' },
  ...{ Canary: 'de Canarische Eilanden', Azores: 'de Azoren' },
};

function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  if (formats.size >= formatsKept) formats.clear();
  const made = new Intl.DateTimeFormat(language === 'nl' ? 'nl' : 'en-GB', { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}
