import { addDays, weekday } from '../time/calendar.js';
import type { LocalDate } from '../ids.js';

/** Until when a holiday lasts, that day included, or why what was typed is none. */
export type HolidayRead =
  { readonly until: LocalDate } | { readonly problem: 'unknown-date' | 'date-past' | 'date-too-far' };

/** Nobody needs more for a day; what is longer is not looked through. */
const maxUnits = 60;
const longestDays = 366;
/** A day and month without a year are taken for the next one there is, unless they have only just gone by. */
const justPastDays = 31;

const months = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february', 'febr'],
  ['mrt', 'maart', 'mar', 'march', 'maa'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
] as const;
const monthByName: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const dayByName: ReadonlyMap<string, number> = new Map(
  [
    ['maandag', 'monday'],
    ['dinsdag', 'tuesday'],
    ['woensdag', 'wednesday'],
    ['donderdag', 'thursday'],
    ['vrijdag', 'friday'],
    ['zaterdag', 'saturday'],
    ['zondag', 'sunday'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const amounts: ReadonlyMap<string, number> = new Map([
  ...(['een', 'twee', 'drie', 'vier', 'vijf', 'zes'] as const).map((name, index) => [name, index + 1] as const),
  ...(['one', 'two', 'three', 'four', 'five', 'six'] as const).map((name, index) => [name, index + 1] as const),
  ['a', 1],
]);

/** «12 december», «12-12», «12/12/2026», «2026-12-12», «zondag», «2 weken», «tot en met 3 januari»; the day comes first. */
export function readHoliday(text: string, today: LocalDate): HolidayRead {
  if (text.length > maxUnits) return { problem: 'unknown-date' };
  const plain = tidy(text);
  const until = readSpan(plain, today) ?? readDate(plain, today);
  if (until === null) return { problem: 'unknown-date' };
  if (until < today) return { problem: 'date-past' };
  return until > addDays(today, longestDays) ? { problem: 'date-too-far' } : { until };
}

/** Everything that may stand before the day: «vakantie tot en met komende zondag». */
const lead =
  /^(?:(?:vakantie|holiday) )?(?:(?:tot en met|t\/m|tot|until|till|through|to) )?(?:(?:op|on|the) )?(?:(?:volgende|komende|next) )?/;

function tidy(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(lead, '')
    .replace(/[!?.,]+$/, '')
    .trim();
}

function readSpan(plain: string, today: LocalDate): LocalDate | null {
  if (plain === 'vandaag' || plain === 'today') return today;
  if (plain === 'morgen' || plain === 'tomorrow') return addDays(today, 1);
  if (plain === 'overmorgen') return addDays(today, 2);
  const day = dayByName.get(plain);
  if (day !== undefined) return addDays(today, ((day - weekday(today) + 6) % 7) + 1);
  const span = /^(?:over |in |for )?(\d{1,4}|[a-z]+) (dag|dagen|days?|weken|week|weeks|maand|maanden|months?)$/.exec(
    plain,
  );
  if (span === null) return null;
  const [, amountText = '', unit = ''] = span;
  const amount = amounts.get(amountText) ?? Number(amountText);
  if (!(amount > 0)) return null;
  return addDays(today, amount * (unit.startsWith('da') ? 1 : unit.startsWith('we') ? 7 : 30));
}

function readDate(plain: string, today: LocalDate): LocalDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d{4}|\d{2}))?$/.exec(plain);
  if (figures !== null) return inYear(figures[3], Number(figures[2]), Number(figures[1]), today);
  const dayFirst = /^(\d{1,2})(?:e|de|ste|st|nd|rd|th)? (?:of )?([a-z]+)\.?(?:,? (\d{4}))?$/.exec(plain);
  const monthFirst = /^([a-z]+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(plain);
  const [day, name, year] =
    dayFirst !== null ? [dayFirst[1], dayFirst[2], dayFirst[3]] : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  return inYear(year, monthByName.get(name ?? '') ?? 0, Number(day), today);
}

function inYear(yearText: string | undefined, month: number, day: number, today: LocalDate): LocalDate | null {
  if (yearText !== undefined) return dateOf(Number(yearText.length === 2 ? `20${yearText}` : yearText), month, day);
  const year = Number(today.slice(0, 4));
  const here = dateOf(year, month, day);
  if (here !== null && here >= addDays(today, -justPastDays)) return here;
  return dateOf(year + 1, month, day);
}

/** Null for a day or a month that there is not. */
function dateOf(year: number, month: number, day: number): LocalDate | null {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return addDays(date, 0) === date ? date : null;
}
