import type { Card } from './cards.js';
import type { AgreementSayParams } from './agreement/say.js';
import type { RitualSayParams } from './ritual/say.js';
import type { BookSayParams } from './book/say.js';
import type { BreatherSayParams } from './breather/say.js';
import type { Button } from './buttons.js';
import type { DiscreetSayParams } from './discreet/say.js';
import type { Refusal } from './event.js';
import type { HelpSayParams } from './help/say.js';
import type { Instant, LocalDate, PersonId } from './ids.js';
import type { LeavingSayParams } from './leaving/say.js';
import type { ListeningSayParams } from './listening/say.js';
import type { MovedSayParams } from './moved/say.js';
import type { NewsSayParams } from './news/say.js';
import type { OwnDataSayParams } from './own-data/say.js';
import type { PairingSayParams } from './pairing/say.js';
import type { PathSayParams } from './path/say.js';
import type { PostcardSayParams } from './postcard/say.js';
import type { RoomSayParams } from './room/say.js';
import type { RhythmSayParams } from './rhythm/say.js';
import type { OpeningSayParams, RoundSayParams } from './round/say.js';
import type { InBoth } from './round/scenario.js';
import type { PhotoSayParams } from './photo/say.js';
import type { VoiceSayParams } from './voice/say.js';

/** One message to one person, before it is put into words. */
export type Notice = Way & What & { readonly to: PersonId };

/** What is done, and with which words. An edit and what takes a message away name its card. */
type What =
  /** A `toast` is shown over the chat in answer to a tap; where nothing was tapped it is a message. */
  | { readonly act: 'send' | 'toast' | 'animation'; readonly card: Card | null; readonly say: Say }
  | { readonly act: 'voice'; readonly card: Card | null; readonly say: Named<'partnerVoice'> }
  | { readonly act: 'photo'; readonly card: Card | null; readonly say: Named<Pictured> }
  | { readonly act: 'editPhoto'; readonly card: Card; readonly say: Named<'sheetPage'> }
  | { readonly act: 'document'; readonly card: Card | null; readonly say: Named<'exported'> }
  | { readonly act: 'edit' | 'unfold'; readonly card: Card; readonly say: Say }
  | { readonly act: 'editKeys' | 'delete'; readonly card: Card; readonly say: null };

/** What is said with a picture. */
export type Pictured = 'inviteQr' | 'loop' | 'words' | 'sheetPage' | 'partnerPhoto';

/** How it comes: when, with which keys and which sound. */
export interface Way {
  /** Replies to a tap go first, then reveals, then what the clock starts, then what takes a message away again. */
  readonly lane: 'reply' | 'reveal' | 'scheduled' | 'sweep';
  /** A message of the person's own, by its number, for a notice that takes it away; null for one of the bot's. */
  readonly messageId: number | null;
  /** It takes away the very message that was tapped, whatever is known of that one. */
  readonly isTapped: boolean;
  readonly keys: readonly (readonly Key[])[];
  /** Telegram keeps protected content from being forwarded or saved. */
  readonly isProtected: boolean;
  readonly isSilent: boolean;
  readonly notBefore: Instant | null;
  readonly dropAfter: Instant | null;
  readonly localDate: LocalDate | null;
  readonly isNudge: boolean;
  /** The folded message it lies in until its reader opens that, and no longer than `until`; see fold.ts. */
  readonly fold: { readonly card: Card; readonly until: Instant } | null;
  /** The keyboard below the chat: one key that shares where somebody is, or picks a group, once; or away with it. */
  readonly board: 'share-place' | 'make-room' | 'none' | null;
}

export type Act = Notice['act'];

/** Each way to say something, and whether it makes a new message. */
const makesMessage = {
  ...{ send: true, toast: true, voice: true, animation: true, photo: true, document: true },
  ...{ edit: false, editPhoto: false, editKeys: false, delete: false, unfold: false },
} as const satisfies Readonly<Record<Act, boolean>>;
export const isMessage = ({ act }: Pick<Notice, 'act'>): boolean => makesMessage[act];

/** A label is the button's own unless it names an option. */
export interface PressKey {
  readonly kind: 'press';
  readonly button: Button;
  readonly label: InBoth | null;
  readonly isOn: boolean;
  /** Stands for {partner} in its label. */
  readonly partner?: string;
}

/** Something to tap under a message. */
export type Key =
  | PressKey
  | { readonly kind: 'shareInvite'; readonly code: string }
  | { readonly kind: 'copyInvite'; readonly code: string }
  /** Adds the bot to a group, where no key below the chat can make one. */
  | { readonly kind: 'addToGroup' };

/** What each sentence needs to know, by the room it belongs to; texts/ has one function for each, in each language. */
export interface SayParams
  extends
    AgreementSayParams,
    BookSayParams,
    RitualSayParams,
    BreatherSayParams,
    DiscreetSayParams,
    HelpSayParams,
    LeavingSayParams,
    ListeningSayParams,
    MovedSayParams,
    NewsSayParams,
    OpeningSayParams,
    OwnDataSayParams,
    PairingSayParams,
    PathSayParams,
    PostcardSayParams,
    RhythmSayParams,
    RoomSayParams,
    RoundSayParams,
    PhotoSayParams,
    VoiceSayParams {
  cameBack: object;
  refused: Refusal;
  failed: object;
}

export type SayName = keyof SayParams;
export type Say = { readonly [Name in SayName]: { readonly name: Name; readonly params: SayParams[Name] } }[SayName];
/** The sentence of this name, with what it needs to know. */
export type Named<Name extends SayName> = Extract<Say, { name: Name }>;

export function say<Name extends SayName>(name: Name, params: SayParams[Name]): Named<Name> {
  return { name, params } as Named<Name>;
}
