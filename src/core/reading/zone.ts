import { placesByName } from './places.js';
import { withoutHidden } from './visible.js';

/** Nobody needs more for a place; what is longer is not looked through. */
const longestUnits = 100;

/** The zone of a place as people type it, or of an IANA name typed out; null when it is not known. */
export function findZone(text: string): string | null {
  if (text.length > longestUnits) return null;
  const asked = withoutHidden(text).replace(/\s+/g, ' ').trim();
  return zoneNamed(asked) ?? firstKnown(readings(asked));
}

/** What this machine's Intl calls a zone of this name, whatever its capitals, and be it an older or a newer name. */
export function zoneNamed(name: string): string | null {
  // A bare offset is no zone: it knows nothing of summer time.
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** «+2», «UTC+2», «GMT -3:30»: a difference, which stays right until the clock is next put forward or back. */
export function isOffset(text: string): boolean {
  return /^(?:utc|gmt)? ?[+\-\u2212\u2013] ?\d{1,2}(?:[:.]?\d{2})?(?: ?(?:u|h|uur|uren|hours?))?[.!]?$/i.test(
    withoutHidden(text).replace(/\s+/g, ' ').trim(),
  );
}

/** The place as typed; then without what people say around it, and without the country. */
function readings(asked: string): readonly string[] {
  const place = asked.replace(/^(?:(?:ik|wij|we|i)\b.{0,20}? )?(?:in|te|from|uit|near|bij) (?=\S)/i, '');
  const beforeCountry = place.split(/[,;(/]/)[0] ?? '';
  const names = [asked, place, beforeCountry].map(plain);
  return [...names, ...names.flatMap((name) => withoutCountry(name) ?? [])];
}

function firstKnown(names: readonly string[]): string | null {
  for (const name of names) {
    const zone = placesByName.get(name) ?? zoneOfCity(name);
    if (zone !== null) return zoneNamed(zone) ?? zone;
  }
  return null;
}

let cities: { readonly zones: ReadonlyMap<string, string>; readonly areas: readonly string[] } | null = null;

/** The last part of a zone's name is a city. The names it had before, or has since, are asked for area by area. */
function zoneOfCity(name: string): string | null {
  if (name === '') return null;
  cities ??= knownCities();
  const known = cities.zones.get(name);
  if (known !== undefined) return known;
  const spellings = [name.replaceAll(' ', '_'), name.replaceAll(' ', '-')];
  for (const area of ['', ...cities.areas.map((one) => `${one}/`)]) {
    for (const city of spellings) {
      const zone = zoneNamed(`${area}${city}`);
      if (zone !== null) return zone;
    }
  }
  return null;
}

function knownCities() {
  const zones = Intl.supportedValuesOf('timeZone');
  return {
    zones: new Map(
      zones.flatMap((zone) => [
        [plain(zone.split('/').at(-1) ?? zone), zone],
        [plain(zone), zone],
      ]),
    ),
    areas: [...new Set(zones.filter((zone) => zone.includes('/')).map((zone) => zone.replace(/\/[^/]+$/, '')))],
  };
}

let countries: ReadonlySet<string> | null = null;

/** «antwerpen belgie» as «antwerpen». */
function withoutCountry(name: string): string | null {
  countries ??= countryNames();
  const words = name.split(' ');
  for (let size = 1; size < Math.min(words.length, 5); size++) {
    if (countries.has(words.slice(-size).join(' '))) return words.slice(0, -size).join(' ');
  }
  return null;
}

/** In both languages, and the two and three letters that people write. */
function countryNames(): ReadonlySet<string> {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = ['nl', 'en'].flatMap((language) => {
    const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => regions.of(code) ?? []);
  });
  return new Set([...names.map(plain), 'usa', 'us', 'uk', 'nl', 'be', 'de', 'fr', 'vs', 'vk', 'holland', 'engeland']);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^['’‘`´]s(?=[\s-])/, 's')
    .replace(/[.,!?'’‘`´"“”«»()]/g, '')
    .replace(/[_\s-]+/g, ' ')
    .trim();
}
