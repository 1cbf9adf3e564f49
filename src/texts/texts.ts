import type { BreatherTip } from '../core/breather/event.js';
import type { BreatherChoice } from '../core/breather/scene.js';
import type { Length, MomentName } from '../core/breather/times.js';
import type { LabelOf } from '../core/buttons.js';
import type { Protocols } from '../core/listening/protocol.js';
import type { PathPlans } from '../core/path/plan.js';
import type { Language, Scenarios } from '../core/round/scenario.js';
import type { SayName, SayParams } from '../core/notice.js';
import type { MenuCommand } from '../telegram/commands.js';
import type { FmtString } from '../telegram/format.js';

/** What a sentence may need besides its own parameters: who runs the bot, and the reader's own zone. */
export interface About {
  readonly operator: string;
  readonly operatorContact: string | null;
  /** Where the operator published the privacy policy. */
  readonly policyUrl: string | null;
  readonly botUsername: string;
  /** Open to one couple: then whoever runs it is mostly one of the two. */
  readonly isForTwo?: boolean;
  /** Couples may have a room here. */
  readonly hasRooms?: boolean;
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly paths: PathPlans;
  readonly now: number;
  readonly zone: string;
}

/** Sentences by their names. */
export type Says<Names extends SayName> = {
  readonly [Name in Names]: (params: SayParams[Name], about: About) => string | FmtString;
};

/** A catalogue: one function for everything the bot can say, so that a missing sentence does not compile. */
export interface Texts {
  readonly language: Language;
  readonly say: Says<SayName>;
  readonly labels: Readonly<Record<LabelName, string>>;
  /** The line in the menu behind «/». */
  readonly commands: Readonly<Record<MenuCommand, string>>;
  readonly description: string;
  readonly shortDescription: string;
  /** The line in the menu of a group. */
  readonly roomCommand: string;
  /** In the place of what was taken away in a room, where it can no longer be deleted. */
  readonly blank: string;
  /** What goes along with a shared invite link. */
  readonly inviteToShare: string;
}

/** The labels of one room. */
export type Labels = Partial<Texts['labels']>;

/** What a button carries, where its label goes by that: a length, what is on the menu, what next, a time to come back. */
type ArgLabel = Length | BreatherTip | BreatherChoice | MomentName;

/** Of buttons that app/label.ts words by a rule of its own, and of keys that are no buttons of ours. */
type OtherLabel =
  | 'listenApart'
  | 'listenHear'
  | 'listenTell'
  | 'yourPartner'
  | 'listenLive'
  | 'keepingView'
  | 'openAtOnce'
  | 'openTogether'
  | 'rhythmView'
  | 'daysView'
  | 'hourView'
  | 'quietView'
  | 'holidayView'
  | 'discreetYes'
  | 'discreetNo'
  | 'discreetOn'
  | 'discreetOff'
  | 'shareInvite'
  | 'copyInvite'
  | 'sharePlace'
  | 'makeRoom'
  | 'addToGroup';

export type LabelName = LabelOf | ArgLabel | OtherLabel;
