import type { Scene } from '../../src/core/scene.js';
import type { PersonId } from '../../src/core/ids.js';
import type { Outcome, Outgoing } from '../../src/store/store.js';

/** A message as the simplest there is, but for what is named. */
export function outgoing(to: PersonId, more: Partial<Outgoing> = {}): Outgoing {
  return {
    to,
    lane: 'reply',
    kind: 'send',
    method: 'sendMessage',
    params: { text: 'Dag' },
    card: null,
    isTapped: false,
    notBefore: null,
    dropAfter: null,
    quiet: null,
    localDate: null,
    isNudge: false,
    fold: null,
    unfolds: false,
    ...more,
  };
}

/** An outcome that changes nothing but what is named. */
export function outcome(scene: Scene, more: Partial<Outcome> = {}): Outcome {
  return {
    scene,
    outgoing: [],
    recalls: [],
    releases: [],
    foldings: [],
    wakeAt: {},
    aloneWakeAt: {},
    book: [],
    rekeyed: [],
    cleared: [],
    ...more,
  };
}
