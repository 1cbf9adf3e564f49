import type { CoupleId, LocalDate, PersonId, RoundId } from '../ids.js';
import type { Wish } from '../path/scene.js';
import type { Ritual } from './scene.js';

export type RitualEvent =
  /** A tap on a moment: a private yes, or taken back. */
  | { readonly type: 'ritualWished'; readonly person: PersonId; readonly wish: Wish; readonly round: RoundId }
  | { readonly type: 'ritualDropped'; readonly person: PersonId; readonly subject: string; readonly round: RoundId }
  /** Both said yes to the same moment. `replaced`: earlier ones of the same kind. */
  | {
      readonly type: 'ritualAgreed';
      readonly couple: CoupleId;
      readonly ritual: Ritual;
      readonly replaced: readonly RoundId[];
    }
  /** Its hour has come for one of them; `isTold` says whether they are reminded. */
  | {
      readonly type: 'ritualMet';
      readonly couple: CoupleId;
      readonly ritual: RoundId;
      readonly person: PersonId;
      readonly date: LocalDate;
      readonly isTold: boolean;
    }
  | {
      readonly type: 'ritualSilenced';
      readonly person: PersonId;
      readonly ritual: RoundId;
      readonly isSilent: boolean;
    }
  /** Its time is over; nobody hears of it. */
  | { readonly type: 'ritualsLapsed'; readonly couple: CoupleId; readonly rituals: readonly RoundId[] };
