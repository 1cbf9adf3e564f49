import { keepChoices } from '../own-data/book.js';
import { addDays, isWithin, localMoment } from '../time/calendar.js';
import type { Button, ButtonOf } from '../buttons.js';
import { isRefusal, type Decision, type Event } from '../event.js';
import { type CardPlace, type Noted, type SettingsView } from './event.js';
import { readHoliday } from '../reading/holiday.js';
import { readHour, readQuietHours, type QuietHours } from '../reading/hour.js';
import { chooseDays, letPastGo } from './rhythm.js';
import type { SettingAsked } from './say.js';
import type { Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant, LocalDate } from '../ids.js';
import { discreetOffer } from '../discreet/fold.js';
import { findZone, isOffset } from '../reading/zone.js';

/**
 * What each of the two sets for themselves: rhythm, hour, quiet hours, zone, holiday, reminders, language. Every change,
 * tapped or typed, ends on the settings card, which says what was understood.
 */

/** A question that the bot asked lasts this long. */
const askedForMs = 10 * 60_000;
const holidays: readonly number[] = [7, 14];
const views: readonly SettingsView[] = ['all', 'rhythm', 'days', 'hour', 'quiet', 'holiday', 'keeping'];
const typed: readonly SettingAsked[] = ['hour', 'quiet', 'holiday'];

export function showSettings(me: Person, view: SettingsView, where: CardPlace): readonly Event[] {
  return [{ type: 'settingsShown', person: me.id, view, noted: null, where }];
}

export function pressSettings(
  scene: Scene,
  me: Person,
  { name, slot, arg }: Button<ButtonOf<'settings'>>,
  { now }: Given,
): Decision {
  // A card that was sent too long ago to be known is answered with a new one.
  const where: CardPlace = scene.card === 'settings' ? 'in-place' : 'new';
  switch (name) {
    case 'otherRhythm':
      return showSettings(me, 'days', 'new');
    case 'otherZone':
      return ask(me, 'city', 'new', now);
    case 'settings': {
      const view = views.find((one) => one === arg);
      return view === undefined ? { refusal: 'stale-button' } : showSettings(me, view, where);
    }
    case 'days':
      return confirmed(me, chooseDays(scene, me, arg, now), { what: 'days' }, where);
    case 'hour':
      return confirmed(me, chooseHour(me, minuteOf(arg)), { what: 'hour', other: null }, where);
    case 'quiet': {
      const [from, until] = arg.split('-').map(minuteOf);
      return confirmed(me, chooseQuiet(me, quietOf(from, until)), { what: 'quiet' }, where);
    }
    case 'holiday':
      return confirmed(me, pressHoliday(scene, me, arg, now), { what: 'holiday' }, where);
    case 'reminder':
      return confirmed(
        me,
        [{ type: 'remindersSwitched', person: me.id, isOn: arg === 'on' }],
        { what: 'reminder' },
        where,
      );
    case 'discreet':
      return chooseDiscreet(me, slot, arg, where);
    case 'postcards':
      return [
        { type: 'postcardsSwitched', person: me.id, isOn: arg === 'on' },
        { type: 'settingsShown', person: me.id, view: 'all', noted: { what: 'postcards' }, where },
      ];
    case 'keeping':
      return chooseKeeping(me, arg, where);
    case 'speak':
      return [
        { type: 'languageChosen', person: me.id, language: arg === 'en' ? 'en' : 'nl' },
        ...showSettings(me, 'all', where),
      ];
    case 'type': {
      const what = typed.find((one) => one === arg);
      return what === undefined ? { refusal: 'stale-button' } : ask(me, what, where, now);
    }
  }
}

/** On the settings card, or by the one offer of it, whose slot says so. */
function chooseDiscreet(me: Person, slot: string, arg: string, where: CardPlace): Decision {
  const isOffer = slot === discreetOffer;
  const chosen = { type: 'discreetChosen', person: me.id, isOn: arg === 'on', isOffer } as const;
  return isOffer
    ? [chosen]
    : [chosen, { type: 'settingsShown', person: me.id, view: 'all', noted: { what: 'discreet' }, where }];
}

/** The shorter of both wishes counts, and nobody is told whose it was. */
function chooseKeeping(me: Person, arg: string, where: CardPlace): Decision {
  const days = keepChoices.find((one) => String(one) === arg);
  if (days === undefined) return { refusal: 'stale-button' };
  return [
    { type: 'keepDaysChosen', person: me.id, days },
    { type: 'settingsShown', person: me.id, view: 'all', noted: { what: 'keeping' }, where },
  ];
}

/** Words that answer what the bot just asked. What is not understood changes nothing, and the question stays. */
export function answerAsked(scene: Scene, me: Person, what: SettingAsked, text: string, now: Instant): Decision {
  switch (what) {
    case 'city': {
      const zone = findZone(text);
      return zone === null && isOffset(text) ? { refusal: 'zone-offset' } : chooseZone(me, zone, now);
    }
    case 'hour': {
      const read = readHour(text, me.language);
      if (read === null) return { refusal: 'unknown-hour' };
      // Of two hours that may be meant, the one outside the quiet hours is.
      const isSwapped = read.other !== null && isQuietAt(me, read.minute) && !isQuietAt(me, read.other);
      const [minute, other] = isSwapped ? [read.other, read.minute] : [read.minute, read.other];
      const offered = other !== null && !isQuietAt(me, other) ? other : null;
      return confirmed(me, chooseHour(me, minute), { what: 'hour', other: offered }, 'below');
    }
    case 'quiet':
      return confirmed(me, chooseQuiet(me, readQuietHours(text, me.language)), { what: 'quiet' }, 'below');
    case 'holiday': {
      const read = readHoliday(text, localMoment(now, me.zone).date);
      if ('problem' in read) return { refusal: read.problem };
      return confirmed(me, chooseHoliday(scene, me, read.until, now), { what: 'holiday' }, 'below');
    }
  }
}

/** A shared place answers the question for a city, also a little late; nothing else the bot asks for has a place. */
export function shareZone(me: Person, zone: string | null, now: Instant): Decision {
  return me.asked?.what === 'city' ? chooseZone(me, zone, now) : { refusal: 'media-unsupported' };
}

function ask(me: Person, what: SettingAsked, where: CardPlace, now: Instant): readonly Event[] {
  return [{ type: 'asked', person: me.id, what, until: now + askedForMs, where }];
}

function chooseZone(me: Person, zone: string | null, now: Instant): Decision {
  return zone === null ? { refusal: 'unknown-city' } : [{ type: 'zoneChanged', person: me.id, zone, at: now }];
}

/**
 * Another hour does not touch the dates: one that had its prompt has had it, and one whose new hour is already past still
 * gets its own, now or when the quiet hours end.
 */
function chooseHour(me: Person, minute: number | null): Decision {
  if (minute === null) return { refusal: 'stale-button' };
  if (isQuietAt(me, minute)) {
    const { quietFromMinute: fromMinute, quietUntilMinute: untilMinute } = me.rhythm;
    return { refusal: 'hour-in-quiet', minute, quiet: { fromMinute, untilMinute } };
  }
  return [{ type: 'hourChosen', person: me.id, minute }];
}

function chooseQuiet(me: Person, quiet: QuietHours | null): Decision {
  if (quiet === null) return { refusal: 'unknown-quiet-hours' };
  const { minute } = me.rhythm;
  if (isWithin(minute, quiet.fromMinute, quiet.untilMinute)) return { refusal: 'quiet-over-hour', minute };
  return [{ type: 'quietHoursChosen', person: me.id, ...quiet }];
}

function pressHoliday(scene: Scene, me: Person, arg: string, now: Instant): Decision {
  if (arg === 'none') return chooseHoliday(scene, me, null, now);
  const days = holidays.find((one) => String(one) === arg);
  if (days === undefined) return { refusal: 'stale-button' };
  return chooseHoliday(scene, me, addDays(localMoment(now, me.zone).date, days), now);
}

/** A holiday that is cut short brings back the days ahead, not the hours that went by in it. */
function chooseHoliday(scene: Scene, me: Person, until: LocalDate | null, now: Instant): readonly Event[] {
  return [{ type: 'holidayChosen', person: me.id, until }, ...letPastGo(scene, { ...me, holidayUntil: until }, now)];
}

function confirmed(me: Person, decision: Decision, noted: Noted, where: CardPlace): Decision {
  if (isRefusal(decision)) return decision;
  return [...decision, { type: 'settingsShown', person: me.id, view: 'rhythm', noted, where }];
}

function isQuietAt({ rhythm }: Person, minute: number): boolean {
  return isWithin(minute, rhythm.quietFromMinute, rhythm.quietUntilMinute);
}

function quietOf(from: number | null | undefined, until: number | null | undefined): QuietHours | null {
  return from == null || until == null ? null : { fromMinute: from, untilMinute: until };
}

function minuteOf(arg: string): number | null {
  return /^\d{1,4}$/.test(arg) && Number(arg) < 24 * 60 ? Number(arg) : null;
}
