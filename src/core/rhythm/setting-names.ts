import type { Couple, Person } from '../scene.js';

/** All that can be set, in the order of the settings card: each has a key there, and a line in each language. */
export const settingNames = [
  'rhythm',
  'zone',
  'reminder',
  'discreet',
  'opening',
  'deeper',
  'apart',
  'room',
  'keeping',
  'postcards',
  'language',
] as const;
export type SettingName = (typeof settingNames)[number];

/** Where each setting is stored: a new field does not compile until it is said which setting it is, if it is one. */
export const settingOf = {
  id: null,
  language: 'language',
  wrongGuesses: null,
  consent: null,
  consents: 'deeper',
  name: null,
  coupleId: null,
  zone: 'zone',
  rhythm: 'rhythm',
  revealMinute: 'opening',
  wish: null,
  isUnreachable: null,
  hasStopped: null,
  spent: null,
  servedDate: null,
  later: null,
  asked: null,
  pending: null,
  heldVoices: null,
  heldPhoto: null,
  holidayUntil: 'rhythm',
  wantsReminders: 'reminder',
  discreet: 'discreet',
  remindedOf: null,
  hinted: null,
  untold: null,
  keepDays: 'keeping',
  seenOn: null,
  askedToStayOn: null,
  exportedAt: null,
  leaving: null,
  leftAt: null,
  news: null,
  wishes: null,
  restsPath: null,
  postcard: null,
  gavePostcard: null,
  postcardsGot: null,
  wantsPostcards: 'postcards',
  quietRituals: null,
  answers: null,
} as const satisfies Record<keyof Person, SettingName | null>;

/** What the two have set together, kept with the couple. */
export const sharedSettingOf = { isApart: 'apart', room: 'room' } as const satisfies Partial<
  Record<keyof Couple, SettingName>
>;
