import type { Crisis } from './command.js';
import type { Instant, PersonId } from './ids.js';
import type { Protocols } from './listening/protocol.js';
import type { PathPlans } from './path/plan.js';
import type { Scenarios } from './round/scenario.js';

/** What a decision may lean on besides the scene; everything that varies arrives here as data. */
export interface Moment {
  readonly now: Instant;
  /** Fresh random bytes for this one command; see chance.ts. */
  readonly chance: Uint8Array;
}

/** All a decision is given besides scene and command. */
export interface Given extends Moment {
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly paths: PathPlans;
  /** For the demo, where an author tries out a path: what every couple begins as soon as they are two. */
  readonly playedPath?: string;
  readonly openTo: 'couple' | 'everyone';
  /** Whether a couple hears what an update brought; see news.ts. */
  readonly tellsNews: boolean;
  /** Whether this bot offers rooms; `unfit`: it is to, and its settings at @BotFather are in the way. Absent: it does not. */
  readonly rooms?: 'on' | 'unfit';
  /** Over how long the scheduled prompts of many couples are spread; 0 for none. */
  readonly spreadMs: number;
  /** What is known in passing of those in the scene, and kept nowhere. */
  readonly passing?: Readonly<Record<PersonId, Passing>>;
  /** The clock may be wrong: until then it asks nothing of anybody, and erases nothing. Null while it is believed. */
  readonly doubtedUntil: Instant | null;
  /** Set while this person was shown a welcome and did not answer it; known in passing too. */
  readonly waiting: Waiting | null;
}

/** `code`: the one that came with it. */
export interface Waiting {
  readonly code: string | null;
}

/** What is known of somebody in passing: it stands in no document, and a restart forgets it. */
export interface Passing {
  /** What help was offered for in the last day, each kind apart, so that one does not hide the other. */
  readonly offered: readonly Crisis[];
  /** A message with heavy words of which they have not said whom they are for. */
  readonly unsettled: number | null;
}
