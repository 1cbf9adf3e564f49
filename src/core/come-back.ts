import type { Decision, Event } from './event.js';
import type { Given } from './given.js';
import { answerOf } from './person.js';
import { membersOf } from './round/choose.js';
import { isFinal, questionFor } from './round/live-round.js';
import type { Scene } from './scene.js';
import { cameBackToSlots } from './slots.js';

/**
 * The bot was away for more than a day, and Telegram keeps what people send for one day only. Whoever has not sealed, or
 * has the floor in a listening round, is told that words may not have arrived.
 */
export function comeBack(scene: Scene, given: Given): Decision {
  const couple = scene.about === null ? null : (scene.couples[scene.about] ?? null);
  if (couple === null) return [];
  const held = cameBackToSlots(couple, given);
  if (held !== null) return held;
  return membersOf(scene, couple).flatMap((member): readonly Event[] => {
    const round = questionFor(couple, member);
    return round === null || isFinal(answerOf(member, round.id)) ? [] : [{ type: 'cameBack', person: member.id }];
  });
}
