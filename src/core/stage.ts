import type { Given } from './given.js';
import type { Instant } from './ids.js';
import type { Protocols } from './listening/protocol.js';
import type { PathPlans } from './path/plan.js';
import type { Scenarios } from './round/scenario.js';
import type { Scene } from './scene.js';

/** The kinds of notice, so that announcing reads as who hears what. */

/** What an event is announced against: the scene just before it and just after it. */
export interface Stage {
  readonly before: Scene;
  readonly after: Scene;
  readonly now: Instant;
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly paths: PathPlans;
  readonly spreadMs: number;
  readonly rooms?: Given['rooms'];
}
