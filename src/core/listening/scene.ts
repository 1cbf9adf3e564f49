import type { Pace } from './protocol.js';
import type { Piece } from '../piece.js';
import type { Instant, PersonId, RoundId } from '../ids.js';

/** What a couple keeps of listening rounds. */
export interface ListeningPart {
  /** From its invitation until it is over. */
  readonly listening: Listening | null;
  /** The last one that came to its end, for a few days. */
  readonly heard: Heard | null;
}

/** A listening round, from the invitation until it is over. */
export interface Listening {
  readonly id: string;
  readonly protocol: string;
  readonly pace: Pace;
  /** Who asked for it. */
  readonly starter: PersonId;
  /** Who has the floor in this turn; the other listens. */
  readonly speaker: PersonId;
  /** The opened round whose answer it is about; null for none. */
  readonly about: RoundId | null;
  readonly phase: ListeningPhase;
  /** 1 for the first turn; the roles change with each. */
  readonly turn: number;
  /** The id of the protocol's step it is in, or will be in. */
  readonly step: string;
  /** Which of a step's questions was drawn, counted on from any number. */
  readonly draw: number;
  /** Grows with every phase and step: a button made for an earlier one is stale. */
  readonly tick: number;
  /** When the clock ends this phase, delivers what is held, or begins what was agreed. */
  readonly until: Instant;
  /** When whoever holds the pen is told, once, that it is their turn; null for never or not any more. */
  readonly nudgeAt: Instant | null;
  /** When both are told, once, that the time of a step is over. */
  readonly timeUpAt: Instant | null;
  /** For whom it is over: declined, let go, stopped. To the other it looks like silence. */
  readonly left: readonly PersonId[];
  /** Who is there, who is done, or who wants to go on; empty at the start of every phase. */
  readonly ready: readonly PersonId[];
  readonly drafts: Readonly<Record<PersonId, Draft>>;
  /** A way on that was tapped and needs words of its own; null for none. */
  readonly option: string | null;
  /** The way on that what is held takes; null for the next step. */
  readonly heldAs: string | null;
  /** How often each way on was taken in this turn, by `step/option`. */
  readonly used: Readonly<Record<string, number>>;
  /** What was mirrored last, and what of it was last said to be right. */
  readonly mirrored: readonly Piece[];
  readonly confirmed: readonly Piece[];
  /** What each said out of turn: seen by nobody else, ever. */
  readonly notes: Readonly<Record<PersonId, readonly Piece[]>>;
  /** How often each spoke out of turn in this step. */
  readonly strays: Readonly<Record<PersonId, number>>;
  /** Signs given in this step, as `person/signal`. */
  readonly signals: readonly string[];
  readonly swaps: Readonly<Record<PersonId, SwapWish>>;
  /** What was delivered, in order. */
  readonly said: readonly Said[];
  /** The phase it is in while it goes on, and comes back to after a hold, a parking or a breather; null before its first. */
  readonly resume: ResumePhase | null;
  readonly parkings: number;
}

export const listeningPhases = [
  'invited',
  'scheduled',
  'ready',
  'step',
  'together',
  'held',
  'swap',
  'parked',
  'paused',
] as const;
export type ListeningPhase = (typeof listeningPhases)[number];
export type ResumePhase = 'step' | 'together' | 'swap';

export interface Draft {
  readonly pieces: readonly Piece[];
  readonly picks: readonly string[];
  /** Grows with every change; [Klaar] under an earlier draft is stale. */
  readonly version: number;
}

/** The gentlest first: the gentlest of both counts. */
export const swapWishes = ['no', 'tomorrow', 'now'] as const;
export type SwapWish = (typeof swapWishes)[number];

export const signals = ['here', 'slower', 'time'] as const;
export type Signal = (typeof signals)[number];

export const tensions = ['calm', 'some', 'high'] as const;
export type Tension = (typeof tensions)[number];

export interface Said {
  readonly by: PersonId;
  readonly step: string;
  readonly option: string | null;
  readonly pieces: readonly Piece[];
  readonly picks: readonly string[];
}

/** The last listening round that ended well: what can still be thanked for, agreed on and read again. */
export interface Heard {
  readonly id: string;
  readonly protocol: string;
  readonly endedAt: Instant;
  /** When its words are erased. */
  readonly until: Instant;
  readonly said: readonly Said[];
  readonly thanked: readonly PersonId[];
  /** How tense each says to be afterwards; shown to nobody. */
  readonly tension: Readonly<Record<PersonId, Tension>>;
  /** Agreements that are being written, were proposed or agreed, in order: each of the two may have one of their own. */
  readonly plans: readonly Plan[];
}

export interface Plan {
  readonly by: PersonId;
  readonly text: string;
  /** The message it was said in. */
  readonly messageId: number;
  readonly phase: 'draft' | 'proposed' | 'agreed';
}

/** What somebody is writing for the other to agree to; seen by nobody else yet. */
export function planDraftOf({ plans }: Heard, person: PersonId): Plan | null {
  return plans.find(({ by, phase }) => by === person && phase === 'draft') ?? null;
}

export const emptyDraft: Draft = { pieces: [], picks: [], version: 0 };

export function draftOf({ drafts }: Listening, person: PersonId): Draft {
  return drafts[person] ?? emptyDraft;
}

export function notesOf({ notes }: Listening, person: PersonId): readonly Piece[] {
  return notes[person] ?? [];
}

/** While it is, nothing else of the two begins or opens. */
const takenUp: ReadonlySet<ListeningPhase> = new Set(['step', 'together', 'held', 'swap']);

export function isTakenUp(listening: Listening | null): boolean {
  return listening !== null && takenUp.has(listening.phase);
}
