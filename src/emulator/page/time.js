// @ts-check
/** Wall-clock arithmetic in a person's own zone, with Intl alone. Instants are epoch milliseconds. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {string} locale
 * @param {string} zone
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(locale, zone, options) {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

/** @param {'nl' | 'en'} language */
const localeOf = (language) => (language === 'nl' ? 'nl-NL' : 'en-GB');

/**
 * @param {number} ms
 * @param {string} zone
 * @param {'nl' | 'en'} language
 */
export function clockTime(ms, zone, language) {
  return format(localeOf(language), zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
}

/**
 * To the second, for a log.
 * @param {number} ms
 * @param {string} zone
 */
export function logTime(ms, zone) {
  return format('nl-NL', zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(ms);
}

/**
 * @param {number} ms
 * @param {string} zone
 * @param {'nl' | 'en'} language
 */
export function weekday(ms, zone, language) {
  return format(localeOf(language), zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(ms);
}

/**
 * The local date as YYYY-MM-DD, to tell days apart.
 * @param {number} ms
 * @param {string} zone
 */
export function localDate(ms, zone) {
  return format('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);
}

/**
 * «vandaag», «gisteren», or the day in full.
 * @param {number} ms
 * @param {number} nowMs
 * @param {string} zone
 * @param {'nl' | 'en'} language
 */
export function dayTitle(ms, nowMs, zone, language) {
  const daysAgo = (Date.parse(localDate(nowMs, zone)) - Date.parse(localDate(ms, zone))) / DAY_MS;
  if (daysAgo === 0 || daysAgo === 1) {
    return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(-daysAgo, 'day');
  }
  return format(localeOf(language), zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(ms);
}

/**
 * The instant of a wall-clock time such as `2026-03-02T20:00`. A time that a clock change skips moves on by the gap.
 * @param {string} wallClock
 * @param {string} zone
 */
export function instantOf(wallClock, zone) {
  const asUtcMs = Date.parse(`${wallClock}Z`);
  const guessMs = asUtcMs - offsetMs(asUtcMs, zone);
  return asUtcMs - offsetMs(guessMs, zone);
}

/**
 * What a `datetime-local` field shows for this instant.
 * @param {number} ms
 * @param {string} zone
 */
export function wallClockOf(ms, zone) {
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 16);
}

/**
 * Today at 20:00, or tomorrow when that has been.
 * @param {number} nowMs
 * @param {string} zone
 */
export function nextEvening(nowMs, zone) {
  const evenings = [0, 1].map((days) => instantOf(`${dateAfter(nowMs, zone, days)}T20:00`, zone));
  return evenings.find((evening) => evening > nowMs) ?? nowMs;
}

/**
 * @param {number} nowMs
 * @param {string} zone
 * @param {number} days
 */
function dateAfter(nowMs, zone, days) {
  return new Date(Date.parse(localDate(nowMs, zone)) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * @param {number} ms
 * @param {string} zone
 */
function offsetMs(ms, zone) {
  const parts = format('en-US', zone, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(ms);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [
    'year',
    'month',
    'day',
    'hour',
    'minute',
    'second',
  ].map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
