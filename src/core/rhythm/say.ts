import type { RoomState } from '../room/scene.js';
import type { Noted, SettingsView } from './event.js';
import type { Instant, LocalDate } from '../ids.js';
import type { Language } from '../round/scenario.js';
import type { Asked, KeepDays, Rhythm } from '../scene.js';

/** The sentences about when questions come, and the settings card; see notice.ts. */
export interface RhythmSayParams {
  rhythm: { readonly days: readonly number[]; readonly minute: number };
  rhythmAccepted: object;
  settings: SettingsSaid;
  asked: { readonly what: SettingAsked };
  reminder: object;
  zoneChanged: { readonly zone: string; readonly at: Instant };
}

/** What the settings card asks to type. */
export type SettingAsked = Exclude<Asked, 'plan' | 'reply' | 'row' | 'postcard'>;

export interface SettingsSaid {
  readonly view: SettingsView;
  readonly noted: Noted | null;
  readonly language: Language;
  readonly rhythm: Rhythm;
  readonly zone: string;
  readonly at: Instant;
  readonly holidayUntil: LocalDate | null;
  readonly wantsReminders: boolean;
  readonly isDiscreet: boolean;
  readonly opensMinute: number | null;
  readonly isDeeper: boolean;
  /** Null for whoever is in no couple: there is nobody to be apart from. */
  readonly isApart: boolean | null;
  readonly keepDays: KeepDays;
  readonly wantsPostcards: boolean;
  /** How their room stands; null where there is none to be had. */
  readonly room: RoomState | 'none' | null;
}
