import type { PersonCommand } from './commands.js';
import type { Decision, Event } from './event.js';
import type { Given } from './given.js';
import type { Instant } from './ids.js';
import type { Notice } from './notice.js';
import type { Couple, Person, Scene } from './scene.js';

/** The rules of a part that commands and the clock meet on its own, before those of a question. */
export interface Slot {
  /** What a command comes to meanwhile; null where it makes no difference. */
  readonly during: (scene: Scene, me: Person, command: PersonCommand, given: Given) => Decision | null;
  /** What the clock does to it. */
  readonly meet: (scene: Scene, couple: Couple, given: Given) => readonly Event[];
  /** When it needs the clock next. What erases or ends something for good waits while the clock is not believed. */
  readonly times: (couple: Couple) => {
    readonly goOn: readonly (Instant | null)[];
    readonly wait: readonly (Instant | null)[];
  };
  /** The unsent messages to both that an event of it takes back, by event and lanes. */
  readonly recalls: { readonly [T in Event['type']]?: readonly Notice['lane'][] };
  /** The bot was away for more than a day while it held all else. */
  readonly cameBack: (couple: Couple, given: Given) => readonly Event[];
}
