import { chanceLength } from '../core/time/chance.js';
import { evolveAll } from '../core/evolve.js';
import type { Couple, Scene } from '../core/scene.js';
import type { Given } from '../core/given.js';
import type { Instant } from '../core/ids.js';
import { wake, wakeAt } from '../core/wake.js';
import type { Clock } from '../clock.js';
import { fromWithin } from '../store/inbound.js';
import type { Inbound, Outcome, Duty } from '../store/store.js';

/** For the demo, whose people can set the clock to it: when the next question comes. */

export type Foreseen = Pick<Given, 'scenarios' | 'protocols' | 'paths' | 'openTo' | 'tellsNews' | 'spreadMs'>;

/** A couple is woken a few times between two questions; a programme that rests is woken for ever without one. */
const wakesAhead = 60;
const peopleLookedAt = 100;

/**
 * When a question next reaches somebody of this couple, if nobody does anything meanwhile; null when none will. The days
 * to come are lived ahead by the rules themselves, and nothing of it is kept.
 */
export function foresee(scene: Scene, couple: Couple, given: Foreseen, now: Instant): Instant | null {
  let ahead = scene;
  let at = now;
  for (let count = 0; count < wakesAhead; count += 1) {
    const one = ahead.couples[couple.id];
    const next = one === undefined ? null : wakeAt(ahead, one, at);
    if (next === null) return null;
    at = Math.max(at, next);
    const chance = new Uint8Array(chanceLength).fill(count);
    const inPassing = { waiting: null, doubtedUntil: null };
    const events = wake(ahead, couple.id, { ...given, ...inPassing, now: at, chance });
    if (events.some(({ type }) => type === 'promptShown' || type === 'stepShown')) return at;
    ahead = evolveAll(ahead, events);
  }
  return null;
}

/** The earliest of all couples; the store is only read. */
export async function nextQuestionAt(
  store: Pick<Duty, 'apply' | 'peopleAfter'>,
  clock: Clock,
  given: Foreseen,
): Promise<Instant | null> {
  const now = clock.now();
  const times: Instant[] = [];
  const look = (scene: Scene): Outcome => {
    const seen = Object.values(scene.couples).map((couple) => foresee(scene, couple, given, now));
    times.push(...seen.filter((at) => at !== null));
    return unchanged(scene);
  };
  const people = await store.peopleAfter(0, peopleLookedAt);
  await store.apply(people.map(about), look, now, () => []);
  return times.length === 0 ? null : Math.min(...times);
}

function about(person: number): Inbound {
  return fromWithin({ from: 'person', person }, { type: 'wake' });
}

function unchanged(scene: Scene): Outcome {
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
  };
}
