import type { SettingAsked, SettingsSaid } from '../../core/rhythm/say.js';
import { settingNames, type SettingName } from '../../core/rhythm/setting-names.js';
import type { Rhythm } from '../../core/scene.js';
import { bold, type FmtString } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import type { About } from '../texts.js';
import { clock, dayNamed, minuteOfDay, place } from '../when.js';
import { keptFor } from './own-data.js';

/** The settings card in English, and the questions that go with it. */

export function settingsCard(said: SettingsSaid, about: About): string | FmtString {
  switch (said.view) {
    case 'all':
      return paragraphs(noted(said, about), overview(said));
    case 'rhythm':
      return paragraphs(noted(said, about), rhythm(said, about));
    case 'days':
      return 'How often would you like a question? If the two of you choose differently, the calmer rhythm counts.';
    case 'hour':
      return `What time would you like a question? It’s ${minuteOfDay(said.rhythm.minute)} now.`;
    case 'quiet':
      return `When would you rather not be disturbed? It’s ${span(said.rhythm)} now. Anything your partner sends you then comes without a sound.`;
    case 'keeping':
      return `How long shall I keep your answers once they’re open? It’s ${kept(said)} now, counted from the question. If the two of you choose differently, the shorter one counts. Choose a shorter time and what is older goes; choose a longer one and it counts for what opens from now on.${said.room === 'open' ? ' What’s too old goes from your room as well, and that shows there.' : ''}`;
    case 'holiday':
      return 'Until which day are you away? Until it’s over I won’t send you anything unless you ask, and the questions rest for both of you.';
  }
}

export function askedFor(what: SettingAsked): string {
  switch (what) {
    case 'city':
      return 'Where are you? Type a city, such as Ghent or Lisbon. You can also share your location; I only look up what time it is there, and don’t keep the place.';
    case 'hour':
      return 'What time? Type it the way you’d say it, such as “half past seven” or “7:30 pm”.';
    case 'quiet':
      return 'From when until when? Type something like “22:00-08:00”.';
    case 'holiday':
      return 'Up to and including which day? Type something like “12 December” or “12/12”.';
  }
}

const howOften: Readonly<Record<Rhythm['days'], string>> = {
  daily: 'something light every day',
  three: 'three times a week',
  weekly: 'once a week',
  rest: 'no questions for now',
};

/** A line for each setting; null for one that does not apply. */
const settingLines: Readonly<Record<SettingName, (said: SettingsSaid) => string | null>> = {
  rhythm: ({ rhythm: { days, minute } }) =>
    `Rhythm: ${howOften[days]}${days === 'rest' ? '' : `, at ${minuteOfDay(minute)}`}`,
  zone: ({ zone, at }) => `Time zone: ${place(zone, 'en')}, where it’s ${clock(at, zone)} now`,
  reminder: ({ wantsReminders }) => `Reminder: ${onOff(wantsReminders)}`,
  discreet: ({ isDiscreet }) => `Neutral notifications: ${onOff(isDiscreet)}`,
  postcards: ({ wantsPostcards, isApart }) => (isApart === null ? null : `Cards: ${onOff(wantsPostcards)}`),
  opening: ({ opensMinute, isApart }) =>
    isApart === null
      ? null
      : `Answers open: ${opensMinute === null ? 'as soon as you’re both done' : `together at ${minuteOfDay(opensMinute)}`}`,
  deeper: ({ isDeeper, isApart }) => (isApart === null ? null : `A little deeper: ${onOff(isDeeper)}`),
  apart: ({ isApart }) => (isApart === null ? null : `Away from each other for now: ${isApart ? 'yes' : 'no'}`),
  room: ({ room }) => (room === null ? null : `Room: ${rooms[room]}`),
  keeping: (said) => `Kept for: ${kept(said)}`,
  language: () => 'Language: English',
};

/** While one is being made it is not said who has yet to say yes to it. */
const rooms: Readonly<Record<NonNullable<SettingsSaid['room']>, string>> = {
  ...{ none: 'none', found: 'not in use yet', proposed: 'not in use yet', open: 'in use', shut: 'closed' },
};

const onOff = (is: boolean) => (is ? 'on' : 'off');

function overview(said: SettingsSaid): FmtString {
  return lines(bold('Settings'), ...settingNames.flatMap((name) => settingLines[name](said) ?? []));
}

function rhythm(said: SettingsSaid, about: About): FmtString {
  const { rhythm: own, zone, at, wantsReminders } = said;
  return lines(
    bold('Your rhythm'),
    `Questions: ${howOften[own.days]}`,
    `Time: ${minuteOfDay(own.minute)}`,
    `Quiet: ${span(own)}`,
    `Time zone: ${place(zone, 'en')}, where it’s ${clock(at, zone)} now`,
    `Holiday: ${holiday(said, about) ?? 'none'}`,
    `Reminder: ${wantsReminders ? 'on' : 'off'}`,
  );
}

/** What was understood of a change, before the whole. */
function noted(said: SettingsSaid, about: About): string | null {
  if (said.noted === null) return null;
  switch (said.noted.what) {
    case 'days':
      return said.rhythm.days === 'rest'
        ? 'Noted: no questions for now. If you’d like one anyway, there’s /question.'
        : `Noted: ${howOften[said.rhythm.days]}. If the two of you choose differently, the calmer rhythm counts.`;
    case 'hour': {
      const { other } = said.noted;
      const instead = other === null ? '' : ` Did you mean ${minuteOfDay(other)}? Then tap it below.`;
      return `Noted: at ${minuteOfDay(said.rhythm.minute)}.${instead}`;
    }
    case 'quiet':
      return `Noted: quiet from ${span(said.rhythm, ' to ')}.`;
    case 'holiday': {
      const until = holiday(said, about);
      return until === null ? 'Noted: no holiday.' : `Noted: away ${until}. Enjoy it.`;
    }
    case 'reminder':
      return said.wantsReminders
        ? 'Noted: if a question is still there the next day, I’ll remind you once. Only you will see that.'
        : 'Noted: no reminders.';
    case 'discreet':
      return said.isDiscreet
        ? 'Noted: what I send you stays closed until you tap it. Your partner won’t notice any of this.'
        : 'Noted: ordinary notifications.';
    case 'postcards':
      return said.wantsPostcards
        ? 'Noted: cards reach you again.'
        : 'Noted: no cards for you. Your partner won’t notice any of this.';
    case 'keeping':
      return `Noted: ${kept(said)}. If the two of you choose differently, the shorter one counts.`;
  }
}

function kept({ keepDays }: SettingsSaid): string {
  return keptFor[keepDays] ?? '';
}

function holiday({ holidayUntil }: SettingsSaid, about: About): string | null {
  return holidayUntil === null ? null : `until the end of ${dayNamed(holidayUntil, 'en', about)}`;
}

function span({ quietFromMinute, quietUntilMinute }: Rhythm, between = '–'): string {
  return `${minuteOfDay(quietFromMinute)}${between}${minuteOfDay(quietUntilMinute)}`;
}
