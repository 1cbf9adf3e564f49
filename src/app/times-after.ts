import { personOf } from '../core/person.js';
import { aloneWakeAt } from '../core/leaving/silence.js';
import { type Scene } from '../core/scene.js';
import { type Given } from '../core/given.js';
import { type CoupleId, type Instant, type PersonId } from '../core/ids.js';
import { keepsHours } from '../core/person-fields.js';
import { wakeAt } from '../core/wake.js';
import type { Outcome } from '../store/store.js';

/** When to look again at whom a command was about. */

/** Only for couples whose hours may have changed, or that the clock woke: those must not be woken for the same thing again. */
export function coupleTimes(
  before: Scene,
  after: Scene,
  { now, doubtedUntil }: Pick<Given, 'now' | 'doubtedUntil'>,
): Outcome['wakeAt'] {
  const times: Record<CoupleId, Instant | null> = {};
  for (const couple of Object.values(after.couples)) {
    const wasWoken = after.actor === null && couple.id === after.about;
    if (wasWoken || before.couples[couple.id] !== couple || !couple.members.every((one) => keeps(one, before, after))) {
      times[couple.id] = wakeAt(after, couple, now, doubtedUntil);
    }
  }
  return times;
}

/** Of whoever is in no couple any more, or yet again in one, or changed meanwhile, or was woken. */
export function aloneTimes(before: Scene, after: Scene, now: Instant): Outcome['aloneWakeAt'] {
  const times: Record<PersonId, Instant | null> = {};
  for (const person of Object.values(after.people)) {
    const was = before.people[person.id];
    const at = aloneWakeAt(person, now);
    const wasAlone = was !== undefined && aloneWakeAt(was, now) !== null;
    if (at !== null ? person !== was || after.actor === person.id : wasAlone) times[person.id] = at;
  }
  return times;
}

function keeps(member: PersonId, before: Scene, after: Scene): boolean {
  const earlier = before.people[member];
  return earlier !== undefined && keepsHours(earlier, personOf(after, member));
}
