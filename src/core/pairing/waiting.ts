import { hasAgreed } from './consent.js';
import { isRefusal, type Decision, type Event } from '../event.js';
import { partnerOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import type { Given, Waiting } from '../given.js';

/** What answers a welcome, or takes the place of an answer. */
const settledBy: readonly Event['type'][] = ['consentGiven', 'partnerJoined', 'coupleFounded', 'declined', 'erased'];

/** What somebody was asked to agree to after these events: the last welcome that was not answered yet. */
export function waitingAfter(events: readonly Event[], before: Waiting | null): Waiting | null {
  return events.reduce<Waiting | null>((waiting, event) => {
    if (event.type === 'welcomed') return { code: event.code };
    return settledBy.includes(event.type) ? null : waiting;
  }, before);
}

/** Where nobody can read an answer yet while a code waits for a yes, that is said again. */
const remindedBy: readonly Event['type'][] = ['answerSealed', 'statusTold', 'inviteShown', 'promptShown'];

export function remindOfCode(scene: Scene, me: Person, decision: Decision, { waiting }: Given): Decision {
  if (isRefusal(decision) || waiting?.code == null || !hasAgreed(me) || partnerOf(scene, me) !== null) return decision;
  const isDue = waitingAfter(decision, waiting) === waiting && decision.some(({ type }) => remindedBy.includes(type));
  if (!isDue) return decision;
  return [...decision, { type: 'welcomed', person: me.id, name: me.name, code: waiting.code, typed: 0 }];
}
