import type { CoupleId, LocalDate, RoundId, PersonId, Instant } from '../ids.js';
import type { Rhythm, Asked } from '../scene.js';

export type RhythmEvent =
  | { readonly type: 'slotMet'; readonly couple: CoupleId; readonly date: LocalDate; readonly round: RoundId | null }
  | { readonly type: 'dateServed'; readonly person: PersonId; readonly date: LocalDate }
  | { readonly type: 'rhythmTold'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'rhythmAccepted'; readonly person: PersonId }
  | { readonly type: 'reminded'; readonly person: PersonId; readonly round: RoundId; readonly at: Instant }
  | {
      readonly type: 'settingsShown';
      readonly person: PersonId;
      readonly view: SettingsView;
      /** What was just changed. */
      readonly noted: Noted | null;
      readonly where: CardPlace;
    }
  | { readonly type: 'daysChosen'; readonly person: PersonId; readonly days: Rhythm['days'] }
  | { readonly type: 'hourChosen'; readonly person: PersonId; readonly minute: number }
  | {
      readonly type: 'quietHoursChosen';
      readonly person: PersonId;
      readonly fromMinute: number;
      readonly untilMinute: number;
    }
  | { readonly type: 'holidayChosen'; readonly person: PersonId; readonly until: LocalDate | null }
  | { readonly type: 'remindersSwitched'; readonly person: PersonId; readonly isOn: boolean }
  | {
      readonly type: 'asked';
      readonly person: PersonId;
      readonly what: Exclude<Asked, 'reply' | 'row' | 'postcard'>;
      readonly until: Instant;
      readonly where: CardPlace;
    }
  | { readonly type: 'askedDropped'; readonly person: PersonId }
  | { readonly type: 'zoneChanged'; readonly person: PersonId; readonly zone: string; readonly at: Instant };

/** Which part of the settings card is in view. */
export type SettingsView = 'all' | 'rhythm' | 'days' | 'hour' | 'quiet' | 'holiday' | 'keeping';

/** A card of its own, the one that was tapped, or a new one below what was typed. */
export type CardPlace = 'new' | 'in-place' | 'below';

/** A change that the settings card confirms; `other` is the hour that may have been meant instead. */
export type Noted =
  | { readonly what: 'days' | 'quiet' | 'holiday' | 'reminder' | 'discreet' | 'postcards' | 'keeping' }
  | { readonly what: 'hour'; readonly other: number | null };
