import { keepChoices } from '../own-data/book.js';
import type { EventOf } from '../event.js';
import type { SettingsView } from './event.js';
import { hasAllowed } from '../pairing/consent.js';
import { key } from '../keyboard.js';
import { say, type Key, type Notice } from '../notice.js';
import { edit, remove, send } from '../compose.js';
import { type Stage } from '../stage.js';
import { coupleOf, personOf } from '../person.js';
import { roomSeenBy } from '../room/seen.js';
import { rhythmDays } from './rhythm.js';
import { isWithin } from '../time/calendar.js';
import { settingNames, type SettingName } from './setting-names.js';
import type { Couple, KeepDays, Person } from '../scene.js';

/** The settings card: one message, changed where it stands, and the questions whose answer is typed. */

type Rows = readonly (readonly Key[])[];

/** What a setting is asked on where it stands; one that opens a card of its own comes back to it. */
export const settingsCardName = 'settings';
const card = settingsCardName;
/** What asks for a city carries the key to share a place; with it goes the keyboard. */
export const cityCard = 'city';

/** Minutes of the day that most people choose from; the rest is typed. */
const hours: readonly number[] = [450, 480, 750, 1080, 1140, 1170, 1200, 1230, 1260];
const quietHours: readonly (readonly [number, number])[] = [
  [1320, 480],
  [1260, 420],
  [1380, 420],
  [1260, 540],
];

export function settingsCard(
  { person, view, noted, where }: EventOf<'settingsShown'>,
  stage: Stage,
): readonly Notice[] {
  const me = personOf(stage.after, person);
  const couple = coupleOf(stage.after, me);
  const words = say('settings', {
    view,
    noted,
    language: me.language,
    rhythm: me.rhythm,
    zone: me.zone,
    at: stage.now,
    holidayUntil: me.holidayUntil,
    wantsReminders: me.wantsReminders,
    isDiscreet: me.discreet === true,
    opensMinute: me.revealMinute,
    isDeeper: hasAllowed(me, 'deeper'),
    isApart: couple?.pairedAt == null ? null : couple.isApart,
    keepDays: me.keepDays,
    wantsPostcards: me.wantsPostcards,
    room: hasRooms(me, couple, stage) ? (roomSeenBy(couple, me)?.state ?? 'none') : null,
  });
  const other = noted?.what === 'hour' && noted.other !== null ? [[hourKey(noted.other)]] : [];
  return [
    ...cityQuestionRemoved(me.id, stage),
    ...placed(me, words, [...other, ...keysOf(view, me, couple, stage)], where, stage),
  ];
}

export function askedCard({ person, what, where }: EventOf<'asked'>, stage: Stage): readonly Notice[] {
  const me = personOf(stage.after, person);
  if (what === 'plan') return [send(me.id, say('listenPlanAsked', {}))];
  const words = say('asked', { what });
  if (what !== 'city') return placed(me, words, [[view('rhythm', 'back')]], where, stage);
  return [...cityQuestionRemoved(me.id, stage), send(me.id, words, { card: cityCard, board: 'share-place' })];
}

/** The question for a city goes away, and the key to share a place with it. */
export function cityQuestionRemoved(id: number, { before }: Pick<Stage, 'before'>): readonly Notice[] {
  return personOf(before, id).asked?.what === 'city' ? [remove(id, cityCard)] : [];
}

function placed(
  me: Person,
  words: NonNullable<Notice['say']>,
  keys: Rows,
  where: 'new' | 'in-place' | 'below',
  { after }: Stage,
): readonly Notice[] {
  if (where === 'in-place') return [edit(me.id, card, words, { keys })];
  const note = after.card === 'rhythm' ? [edit(me.id, 'rhythm', null)] : [];
  const earlier = where === 'below' ? remove(me.id, card) : edit(me.id, card, null);
  return [...note, earlier, send(me.id, words, { card, keys })];
}

function keysOf(shown: SettingsView, me: Person, couple: Couple | null, stage: Stage): Rows {
  switch (shown) {
    case 'all':
      return [
        ...inRows(
          settingNames.flatMap((name) => settingKeys[name](me, couple, stage) ?? []),
          2,
        ),
        [key('exportData'), key('eraseData')],
      ];
    case 'rhythm':
      return [
        [view('days'), view('hour')],
        [view('quiet'), view('holiday')],
        [key('otherZone'), reminderKey(me)],
        [view('all', 'back')],
      ];
    case 'days':
      return [...rhythmDays.map((days) => [key('days', '', 0, days)]), [view('rhythm', 'back')]];
    case 'hour':
      return [...inRows(hours.filter((minute) => !isQuietAt(me, minute)).map(hourKey)), ...typedOrBack('hour')];
    case 'quiet':
      return [
        ...inRows(
          quietHours
            .filter(([from, until]) => !isWithin(me.rhythm.minute, from, until))
            .map(([from, until]) => key('quiet', '', 0, `${from}-${until}`)),
          2,
        ),
        ...typedOrBack('quiet'),
      ];
    case 'holiday':
      return [
        [key('holiday', '', 0, '7'), key('holiday', '', 0, '14')],
        ...(me.holidayUntil === null ? [] : [[key('holiday', '', 0, 'none')]]),
        ...typedOrBack('holiday'),
      ];
    case 'keeping':
      return [
        ...inRows(
          keepChoices.map((days) => keepKey(days, me)),
          2,
        ),
        [view('all', 'back')],
      ];
  }
}

/** How each setting is changed, on the card itself; null for what does not apply. */
const settingKeys: Readonly<Record<SettingName, (me: Person, couple: Couple | null, stage: Stage) => Key | null>> = {
  rhythm: () => view('rhythm'),
  // The one that asks below: a card cannot carry the key to share a place.
  zone: () => key('otherZone'),
  reminder: reminderKey,
  discreet: ({ discreet }) => key('discreet', '', 0, discreet === true ? 'off' : 'on'),
  postcards: ({ wantsPostcards }, couple) =>
    couple?.pairedAt == null ? null : key('postcards', '', 0, wantsPostcards ? 'off' : 'on'),
  opening: (_, couple) => (couple?.pairedAt == null ? null : key('openingHour')),
  deeper: (_, couple) => (couple?.pairedAt == null ? null : key('deeper')),
  apart: (_, couple) => (couple?.pairedAt == null ? null : key(couple.isApart ? 'together' : 'apart')),
  room: (me, couple, stage) => (hasRooms(me, couple, stage) ? key('ourRoom') : null),
  keeping: () => view('keeping'),
  language: ({ language }) => key('speak', '', 0, language === 'nl' ? 'en' : 'nl'),
};

/** Where this bot offers rooms to two who are paired; one that they have is always there to be closed. */
function hasRooms(me: Person, couple: Couple | null, { rooms }: Stage): boolean {
  return couple?.pairedAt != null && (rooms !== undefined || roomSeenBy(couple, me) !== null);
}

/** To another view of the card; a way back is labelled as one. */
function view(to: SettingsView, slot: '' | 'back' = ''): Key {
  return key('settings', slot, 0, to);
}

function hourKey(minute: number): Key {
  return key('hour', '', 0, String(minute));
}

function keepKey(days: KeepDays, { keepDays }: Person): Key {
  const button = { name: 'keeping', slot: '', step: 0, arg: String(days) } as const;
  return { kind: 'press', button, label: null, isOn: days === keepDays };
}

/** Says what it wants, so that a double tap does not undo itself. */
function reminderKey({ wantsReminders }: Person): Key {
  return key('reminder', '', 0, wantsReminders ? 'off' : 'on');
}

function typedOrBack(what: 'hour' | 'quiet' | 'holiday'): Rows {
  return [[key('type', '', 0, what)], [view('rhythm', 'back')]];
}

function isQuietAt({ rhythm }: Person, minute: number): boolean {
  return isWithin(minute, rhythm.quietFromMinute, rhythm.quietUntilMinute);
}

function inRows(keys: readonly Key[], width = 3): Rows {
  return keys.flatMap((_, index) => (index % width === 0 ? [keys.slice(index, index + width)] : []));
}
