import type { AgreementEvent } from './agreement/event.js';
import type { BookEvent } from './book/event.js';
import type { HelpEvent } from './help/event.js';
import type { PairingEvent } from './pairing/event.js';
import type { PhotoEvent } from './photo/event.js';
import type { VoiceEvent } from './voice/event.js';
import type { PathEvent } from './path/event.js';
import type { PostcardEvent } from './postcard/event.js';
import type { RitualEvent } from './ritual/event.js';
import type { RoundEvent } from './round/event.js';
import type { RhythmEvent } from './rhythm/event.js';
import type { DiscreetEvent } from './discreet/event.js';
import type { RoomEvent } from './room/event.js';
import type { LeavingEvent } from './leaving/event.js';
import type { OwnDataEvent } from './own-data/event.js';
import type { ArrivalEvent } from './moved/event.js';
import type { BreatherEvent } from './breather/event.js';
import type { QuietHours } from './reading/hour.js';
import type { Limited } from './pairing/limits.js';
import type { NewsEvent } from './news/event.js';
import type { ListeningEvent } from './listening/event.js';
import type { Instant, PersonId, RoundId } from './ids.js';

/**
 * What happened: the vocabulary of `evolve`, `announce` and the tests. Events carry what was drawn or chosen; none is
 * ever stored.
 */
type Happened =
  /** Something this person did made the other's phone ring. */
  | { readonly type: 'rang'; readonly person: PersonId; readonly limits: readonly Limited[]; readonly at: Instant }
  | { readonly type: 'refused'; readonly person: PersonId; readonly refusal: Refusal }
  | HelpEvent
  | PairingEvent
  | VoiceEvent
  | PhotoEvent
  | RoundEvent
  | RhythmEvent
  | PathEvent
  | BookEvent
  | AgreementEvent
  | RitualEvent
  | PostcardEvent
  | DiscreetEvent
  | LeavingEvent
  | OwnDataEvent
  | ArrivalEvent
  | BreatherEvent
  | ListeningEvent
  | NewsEvent
  | RoomEvent;

/**
 * An event whose cards send words on is announced without them to whoever is asked whom their words are for: `typed` is
 * the message with the words, and `isAsked` says that the same decision asks it already.
 */
export type Event = Happened & { readonly withheld?: readonly Withheld[] };
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;
export interface Withheld {
  readonly person: PersonId;
  readonly typed: number;
  readonly isAsked: boolean;
}

/** An expected no, named as the person meets it; each has a sentence of its own. */
export type Refusal =
  | { readonly refusal: 'agree-first' }
  /** The welcome that asks for it stands above. */
  | { readonly refusal: 'agree-above' }
  | { readonly refusal: 'not-open' }
  | { readonly refusal: 'code-unreadable' }
  | { readonly refusal: 'code-expired' }
  | { readonly refusal: 'code-used' }
  | { readonly refusal: 'code-replaced' }
  | { readonly refusal: 'code-own' }
  | { readonly refusal: 'too-many-guesses' }
  | { readonly refusal: 'too-many-invites' }
  | { readonly refusal: 'too-many-joins' }
  | { readonly refusal: 'too-fast' }
  | { readonly refusal: 'has-stopped' }
  | { readonly refusal: 'already-paired'; readonly partner: string }
  | { readonly refusal: 'not-paired' }
  | { readonly refusal: 'too-late-to-undo' }
  | { readonly refusal: 'stale-button' }
  | { readonly refusal: 'sealed-already'; readonly round: RoundId; readonly step: number }
  | { readonly refusal: 'no-question' }
  | { readonly refusal: 'no-scenario' }
  /** Nor is there much left that comes once. */
  | { readonly refusal: 'run-out' }
  /** There is no path to choose from yet. */
  | { readonly refusal: 'no-path' }
  /** The last step began only just. */
  | { readonly refusal: 'step-today' }
  | { readonly refusal: 'nothing-to-withdraw' }
  | { readonly refusal: 'empty-draft' }
  /** All gaps of a stem are filled: more words have nowhere to go. */
  | { readonly refusal: 'sentence-full' }
  /** Nothing was tapped that may open. */
  | { readonly refusal: 'choose-first' }
  /** Of a sheet exactly so many themes are chosen. */
  | { readonly refusal: 'choose-exactly'; readonly count: number }
  /** What is sealed once cannot be taken back, added to or begun anew. */
  | { readonly refusal: 'sealed-once' }
  /** Words, where only taps count. */
  | { readonly refusal: 'tap-here-only' }
  /** What was to be shown again is not kept any more. */
  | { readonly refusal: 'page-gone' }
  /** No line of a stem is whole yet. */
  | { readonly refusal: 'line-needed' }
  /** Of what fills a gap. */
  | { readonly refusal: 'part-too-long'; readonly units: number; readonly limit: number }
  | { readonly refusal: 'too-long'; readonly units: number; readonly limit: number }
  | { readonly refusal: 'too-many-voices'; readonly limit: number }
  | { readonly refusal: 'too-many-picks'; readonly limit: number }
  /** A photo goes with an answer in free words, and nowhere else. */
  | { readonly refusal: 'photo-not-here' }
  | { readonly refusal: 'one-photo' }
  | { readonly refusal: 'media-unsupported' }
  | { readonly refusal: 'forwarded-unsupported' }
  | { readonly refusal: 'unknown-command' }
  | { readonly refusal: 'edit-too-late' }
  | { readonly refusal: 'unknown-city' }
  | { readonly refusal: 'zone-offset' }
  | { readonly refusal: 'unknown-hour' }
  | { readonly refusal: 'hour-in-quiet'; readonly minute: number; readonly quiet: QuietHours }
  | { readonly refusal: 'unknown-quiet-hours' }
  | { readonly refusal: 'quiet-over-hour'; readonly minute: number }
  | { readonly refusal: 'unknown-date' }
  | { readonly refusal: 'date-past' }
  | { readonly refusal: 'date-too-far' }
  | { readonly refusal: 'reaction-sent-already' }
  | { readonly refusal: 'replied-already' }
  | { readonly refusal: 'breather-needs-two' }
  | { readonly refusal: 'in-breather' }
  | { readonly refusal: 'breather-full' }
  | { readonly refusal: 'line-too-long'; readonly units: number; readonly limit: number }
  | { readonly refusal: 'line-typed-only' }
  | { readonly refusal: 'nothing-kept' }
  | { readonly refusal: 'export-too-soon'; readonly minutes: number }
  | { readonly refusal: 'listen-too-soon'; readonly minutes: number }
  | { readonly refusal: 'too-many-plans' }
  | { readonly refusal: 'listening-needs-two' }
  | { readonly refusal: 'in-listening' }
  | { readonly refusal: 'say-it-aloud' }
  | { readonly refusal: 'tap-only' }
  | { readonly refusal: 'voice-too-long'; readonly seconds: number }
  | { readonly refusal: 'edit-after-delivery' }
  /** One postcard a day, of whatever kind. */
  | { readonly refusal: 'gave-today' }
  /** An edit of one that is given. */
  | { readonly refusal: 'postcard-given' };

export type Decision = readonly Event[] | Refusal;

export function isRefusal(decision: Decision): decision is Refusal {
  return 'refusal' in decision;
}
