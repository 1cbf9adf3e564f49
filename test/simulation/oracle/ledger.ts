import type { Clock } from '../../../src/clock.js';
import type { Call } from '../phone.js';
import type { Kind, Pressed } from './reading.js';
import type { WrongClock } from './wrong-clock.js';

/** What the oracle knows: only what people did, what went over the wire, and what trouble there was. */

export interface Breach {
  readonly promise: string;
  readonly what: string;
  readonly at: number;
  /** Whose story it is. */
  readonly people: readonly number[];
}

/** Something a person did, once the bot was given it. */
export interface Deed {
  /** When the bot was given it, the first time. */
  readonly at: number;
  /** When they did it, where that is known. */
  readonly sentAt: number;
  readonly person: number;
  readonly text: string | null;
  readonly messageId: number | null;
  readonly isEdit: boolean;
  readonly isVoice: boolean;
  readonly pressed: Pressed | null;
  readonly data: string | null;
  readonly queryId: string | null;
  readonly isBlock: boolean;
  readonly words: readonly string[];
}

/** A call as it begins, read. */
export interface Said {
  readonly call: Call;
  readonly to: number;
  readonly kind: Kind | null;
  readonly buttons: readonly Pressed[];
  readonly words: readonly string[];
  /** Which message it made or changed, once it has arrived. */
  readonly messageId: number | null;
}

/** One thing that must happen, counted in time without trouble. */
export interface Duty {
  readonly promise: string;
  readonly what: string;
  readonly people: readonly number[];
  readonly withinMs: number;
  readonly isMet: () => boolean;
  readonly isExcused: () => boolean;
}

export interface Ledger {
  readonly clock: Clock;
  /** Time without trouble so far. */
  calmMs(): number;
  /** How much trouble there was since then. */
  troubledMs(since: number): number;
  /** How far the clocks of machines that share a store may be from the truth. */
  readonly apartMs: number;
  /** What the machine's clock says, which may be wrong. */
  readonly machine: WrongClock;
  breach(promise: string, what: string, ...people: readonly number[]): void;
  owe(duty: Duty): void;
  /** With whom somebody is paired, as far as the wire has told. */
  partnerOf(person: number): number | null;
  /** When somebody last did something that leads out of their pair, or pairs anew; -Infinity for never. */
  leftAt(person: number): number;
  stoppedAt(person: number): number | null;
  /** Whether somebody was stopped at any time since then. */
  wasStopped(person: number, since: number): boolean;
  isBlocked(person: number): boolean;
  /** When somebody last blocked the bot or let it in again. */
  blockedAt(person: number): number;
  /** Blocked the bot, and has not said since that they go on: until then it is as if they had stopped. */
  isAway(person: number): boolean;
  /** Whether somebody was away like that at any time since then. */
  wasAway(person: number, since: number): boolean;
}

/** One promise, looked after. */
export interface Watch {
  handed?(deed: Deed): void;
  called?(said: Said): void;
  delivered?(said: Said): void;
}

export const ownerOf = (word: string) => Number(/^w(\d+)x/.exec(word)?.[1]);

/** What ends a silence, be it of a stop or of a block; nothing else does. */
export function goesOn({ text, pressed }: Deed): boolean {
  return text?.startsWith('/start') === true || ['goOn', 'agree', 'pairUp'].includes(pressed?.name ?? '');
}
