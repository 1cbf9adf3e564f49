import type { Language } from '../round/scenario.js';

/**
 * Hours as people type them: «half acht», «19.30u», «7:30 pm», «kwart over zeven», «20», «8 uur 's avonds».
 *
 * An hour from 1 to 12 that names no part of the day is taken for the afternoon or evening, when most people have time
 * for a question; `other` is the reading in the morning, for whoever takes it up to offer or to prefer. Digits with
 * minutes are a clock in Dutch («7:30» is the morning), and so is everything with a leading zero.
 */
export interface Hour {
  /** Of the local day: 1200 is 20:00. */
  readonly minute: number;
  readonly other: number | null;
}

export interface QuietHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Nobody needs more for an hour; what is longer is not looked through. */
const maxUnits = 60;
const halfDay = 720;
const wholeDay = 1440;

type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** Before the hour or behind it: «’s avonds om acht uur», «8 uur ’s avonds». A «morgen» before it is tomorrow. */
const dayParts: readonly (readonly [RegExp, DayPart])[] = [
  [
    /(?<![a-z])(?:'?s ?(?:ochtends|morgens)|(?:in de |in the )?(?:ochtend|morgen$|morning)|a\.?m\.?|v\.?m\.?)(?![a-z])/,
    'morning',
  ],
  [/(?<![a-z])(?:'?s ?middags|(?:in de |in the )?(?:na)?(?:middag|afternoon)|p\.?m\.?|n\.?m\.?)(?![a-z])/, 'afternoon'],
  [/(?<![a-z])(?:'?s ?avonds|(?:in de |in the )?(?:avond|evening)|tonight|vanavond)(?![a-z])/, 'evening'],
  [/(?<![a-z])(?:'?s ?nachts|(?:in de |in the |at )?(?:nacht|night))(?![a-z])/, 'night'],
];

const dutch = numbered('een twee drie vier vijf zes zeven acht negen tien elf twaalf');
const english = numbered('one two three four five six seven eight nine ten eleven twelve');
const hours: ReadonlyMap<string, number> = new Map([...dutch, ...english, ...inFigures(12)]);
const minuteWords: ReadonlyMap<string, number> = new Map([
  ...[...dutch, ...english, ...inFigures(59)],
  ...named('kwart|quarter|a quarter|vijftien|fifteen', 15),
  ...named('twintig|twenty', 20),
  ...named('vijfentwintig|twenty-five|twenty five', 25),
  ...named('dertig|thirty', 30),
  ...named('vijfenveertig|forty-five|forty five', 45),
]);

/** Null for what is no hour. `language` decides what «half 8» and «7:30» mean. */
export function readHour(text: string, language: Language): Hour | null {
  if (text.length > maxUnits) return null;
  const plain = tidy(text);
  const byName = hoursByName.get(plain);
  if (byName !== undefined) return { minute: byName, other: null };
  const found = dayParts.find(([pattern]) => pattern.test(plain));
  const part = found?.[1] ?? null;
  const rest = found === undefined ? plain : tidy(plain.replace(found[0], ''));
  const time = readDigits(rest, language) ?? readSpoken(rest, language);
  return time === null ? null : inDayPart(time, part);
}

/** «22:00-08:00», «van 22 tot 8», «from 10 pm to 7 am»; null for what is none, and for hours that last a whole day. */
export function readQuietHours(text: string, language: Language): QuietHours | null {
  if (text.length > maxUnits * 2) return null;
  const plain = tidy(text).replace(/^(?:van|tussen|from|between) /, '');
  const sides = [/\s*[-–—]\s*/, / (?:tot|until|till) /, / to /, / (?:en|and) /].map((split) => plain.split(split));
  for (const [first = '', second = '', ...more] of sides) {
    if (more.length > 0) continue;
    const from = readHour(first, language);
    const until = readHour(second, language);
    if (from === null || until === null) continue;
    const quiet = { fromMinute: from.minute, untilMinute: until.other ?? until.minute };
    return quiet.fromMinute === quiet.untilMinute ? null : quiet;
  }
  return null;
}

/** Minutes on the clock; `isHalfDay` when the hour may be either of two. */
interface ClockTime {
  readonly minute: number;
  readonly isHalfDay: boolean;
}

function tidy(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:om|at|rond|about|around|tegen) /, '')
    .replace(/[!?,]+$/, '')
    .trim();
}

const hoursByName: ReadonlyMap<string, number> = new Map([
  ...named('middernacht|midnight', 0),
  ...named('noon|midday', halfDay),
]);

const digits = /^(\d{1,2})(?:(?: ?(?:[:.,hu]|uur) ?)(\d{2}))? ?(?:u|uur|uhr|h|hrs|hours|o'?clock)?\.?$/;

function readDigits(rest: string, language: Language): ClockTime | null {
  const compact = /^([01]\d|2[0-4])([0-5]\d)(?:u|h)?$/.exec(rest);
  const found = compact ?? digits.exec(rest);
  if (found === null) return null;
  const [, hourDigits = '', minuteDigits] = found;
  const hour = Number(hourDigits);
  const minute = Number(minuteDigits ?? '0');
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const isClock = hourDigits.startsWith('0') || (minuteDigits !== undefined && language === 'nl') || compact !== null;
  const isHalfDay = hour <= 12 && !isClock;
  return { minute: (isHalfDay ? hour % 12 : hour % 24) * 60 + minute, isHalfDay };
}

/** «half acht», «kwart voor acht», «tien over half acht», «half past seven», «seven thirty», «acht uur dertig». */
function readSpoken(rest: string, language: Language): ClockTime | null {
  const plain = rest.replace(/ ?(?:uur|o'?clock)(?![a-z])/, '');
  const whole = spokenHour(plain);
  if (whole !== null) return halfDayTime(whole);
  const half = /^half ?(past )?(.+)/.exec(plain);
  if (half !== null) return shifted(half[2], half[1] !== undefined || isEnglish(half[2], language) ? 30 : -30);
  const beside = /(.+?)(?: minuten| minutes)? (over|voor|past|to|na|after|before) (half )?(.+)/.exec(plain);
  if (beside !== null) {
    const [, amount = '', direction = '', isHalf, hour] = beside;
    const minutes = spokenMinutes(amount);
    if (minutes === 0) return null;
    const isBefore = ['voor', 'to', 'before'].includes(direction);
    return shifted(hour, (isBefore ? -minutes : minutes) - (isHalf === undefined ? 0 : 30));
  }
  const [hour, ...minute] = plain.split(' ');
  const minutes = spokenMinutes(minute.join(' '));
  return minutes < 10 ? null : shifted(hour, minutes);
}

/** In Dutch half is half before; whoever speaks English means half past. */
function isEnglish(hour: string | undefined, language: Language): boolean {
  return english.has(hour ?? '') || (language === 'en' && !dutch.has(hour ?? ''));
}

function spokenHour(word: string | undefined): number | null {
  return hours.get(word ?? '') ?? null;
}

/** 0 for what is no number of minutes. */
function spokenMinutes(amount: string): number {
  return minuteWords.get(amount) ?? 0;
}

function shifted(hour: string | undefined, minutes: number): ClockTime | null {
  const whole = spokenHour(hour);
  return whole === null ? null : halfDayTime(whole, minutes);
}

function halfDayTime(hour: number, minutes = 0): ClockTime {
  return { minute: ((hour % 12) * 60 + minutes + halfDay) % halfDay, isHalfDay: true };
}

function inDayPart({ minute, isHalfDay }: ClockTime, part: DayPart | null): Hour | null {
  if (part === null) {
    if (!isHalfDay) return { minute, other: null };
    return { minute: minute + halfDay, other: minute };
  }
  const inHalf = minute % halfDay;
  if (part === 'morning') return minute >= halfDay ? null : { minute: inHalf, other: null };
  if (part === 'night') return { minute: isLateEvening(inHalf) ? inHalf + halfDay : inHalf, other: null };
  // Twelve in the evening is midnight; twelve in the afternoon is noon.
  const isMidnight = part === 'evening' && inHalf < 60;
  return { minute: (isMidnight ? inHalf : inHalf + halfDay) % wholeDay, other: null };
}

function isLateEvening(inHalf: number): boolean {
  return inHalf >= 9 * 60;
}

function numbered(names: string): ReadonlyMap<string, number> {
  return new Map(names.split(' ').map((name, index) => [name, index + 1]));
}

function named(names: string, minutes: number): readonly (readonly [string, number])[] {
  return names.split('|').map((name) => [name, minutes] as const);
}

/** «8» and «08». */
function inFigures(last: number): readonly (readonly [string, number])[] {
  const numbers = Array.from({ length: last }, (_, index) => index + 1);
  return numbers.flatMap((one) => [[String(one), one] as const, [String(one).padStart(2, '0'), one] as const]);
}
