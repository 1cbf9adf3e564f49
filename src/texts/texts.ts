import type { BreatherTip } from '../core/breather/event.js';
import type { BreatherChoice } from '../core/breather/scene.js';
import type { Length, MomentName } from '../core/breather/times.js';
import type { LabelOf } from '../core/buttons.js';
import type { Protocols } from '../core/listening/protocol.js';
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
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
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
  /** What goes along with a shared invite link. */
  readonly inviteToShare: string;
}

/** The sentences about what the two decide together; they have a file of their own in each language. */
export type SharedSay = Pick<
  Texts['say'],
  | 'folded'
  | 'yesAsked'
  | 'yesNoted'
  | 'choices'
  | 'nextPicked'
  | 'openingHourAsked'
  | 'openingHourChosen'
  | 'deeperAsked'
  | 'deeperChosen'
  | 'apartChosen'
  | 'helpAsked'
  | 'helpChosen'
>;
export type SharedLabels = Pick<
  Texts['labels'],
  | 'openPrompt'
  | 'openYes'
  | 'chooseNext'
  | 'openingHour'
  | 'openAtOnce'
  | 'openTogether'
  | 'deeper'
  | 'notDeeper'
  | 'canSayNo'
  | 'cannotSayNo'
  | 'unsure'
  | 'apart'
  | 'together'
  | 'helpLess'
  | 'helpOther'
  | 'helpShorter'
  | 'helpRest'
>;

export type DiscreetSay = Pick<Texts['say'], 'unopened' | 'unopenedGone' | 'discreetOffered' | 'discreetChosen'>;
export type DiscreetLabels = Pick<
  Texts['labels'],
  'unfold' | 'discreetYes' | 'discreetNo' | 'discreetOn' | 'discreetOff'
>;

/** The sentences about what is kept. */
export type DataSay = Pick<
  Texts['say'],
  | 'exported'
  | 'exportAllAsked'
  | 'eraseAsked'
  | 'eraseExplained'
  | 'eraseDropped'
  | 'answersErased'
  | 'chatCleared'
  | 'erased'
  | 'stayAsked'
  | 'stayed'
  | 'erasedInSilence'
>;
export type DataLabels = Pick<Texts['labels'], DataLabel>;
type DataLabel = LabelOf<'data'> | 'keepingView' | 'keep7' | 'keep30' | 'keep90' | 'keep365';

/** The sentences about agreeing, leaving and help; they have a file of their own in each language. */
export type ExitSay = Pick<
  Texts['say'],
  | 'termsChanged'
  | 'voiceAsked'
  | 'voiceAllowed'
  | 'voiceLetGo'
  | 'helpOffered'
  | 'whoseAsked'
  | 'wordsSettled'
  | 'stopped'
  | 'silenceKept'
  | 'leavingSet'
  | 'leavingDropped'
  | 'wentOn'
  | 'unpaired'
  | 'beginningAsked'
  | 'unpairedSelf'
>;
export type ExitLabels = Pick<
  Texts['labels'],
  | 'showHelp'
  | 'removeNow'
  | 'otherCountries'
  | 'ownCountry'
  | 'forPartner'
  | 'forMe'
  | 'wipeTyped'
  | 'allowVoice'
  | 'refuseVoice'
  | 'unpair'
  | 'unpairLater'
  | 'keepPaired'
  | 'staySilent'
  | 'goOn'
  | 'askErase'
  | 'beginAgain'
>;

/** Lengths, the menu, what next, and a time to come back to it. */
type BreatherLabel =
  | LabelOf<'breather'>
  | 'callBreather'
  | 'askBreather'
  | 'beginBreather'
  | 'noBreather'
  | Length
  | BreatherTip
  | BreatherChoice
  | MomentName;
export type BreatherLabels = Readonly<Record<BreatherLabel, string>>;

type ListeningLabel =
  | Exclude<LabelOf<'listeningTurn' | 'listeningCard' | 'afterwards'>, 'back'>
  | 'talkAbout'
  | 'listenApart'
  | 'listenLive';
export type ListeningLabels = Readonly<Record<ListeningLabel, string>>;

/** Of buttons that app/label.ts words by a rule of its own, and of keys that are no buttons of ours. */
type OtherLabel =
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
  | 'sharePlace';

export type LabelName = LabelOf | DataLabel | BreatherLabel | ListeningLabel | OtherLabel;
