import type { BreatherTip } from './event.js';
import type { Words } from '../piece.js';
import type { Instant } from '../ids.js';

/** The sentences of a breather; see notice.ts. */
export interface BreatherSayParams {
  breatherAsked: object;
  /** To the caller, with the choice of a length. `hasRoom`: what they type in the room they have goes on. */
  breatherBegan: { readonly until: Instant; readonly hasRoom?: true };
  /** To the other. */
  breatherCalled: { readonly caller: string; readonly until: Instant; readonly hasRoom?: true };
  /** How long it lasts, with the menu. */
  breatherRest: { readonly until: Instant };
  /** The time has changed, by whoever's wish. */
  breatherMoved: { readonly until: Instant };
  breatherTimes: object;
  breatherTip: { readonly tip: Exclude<BreatherTip, 'breathe'> };
  breathingPicture: object;
  breatherHush: { readonly partner: string; readonly until: Instant };
  breatherLeft: object;
  breatherReturn: { readonly canExtend: boolean };
  breatherBackNoted: object;
  breatherNotToday: object;
  breatherChoice: object;
  breatherChoiceNoted: object;
  breatherLineAsked: object;
  breatherLine: { readonly line: Words };
  breatherLineSealed: { readonly line: Words };
  breatherLineTakenBack: object;
  breatherOpened: { readonly own: Words; readonly partner: Words; readonly partnerName: string };
  breatherRested: object;
  /** The time is over and not both came back. */
  breatherOver: { readonly hadCameBack: boolean };
  momentPicked: { readonly at: Instant };
  momentAgreed: { readonly at: Instant };
  momentCame: object;
}
