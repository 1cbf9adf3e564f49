import type { Decision } from '../event.js';
import type { Given } from '../given.js';
import { answerOf, coupleOf } from '../person.js';
import type { Couple, Person, Scene } from '../scene.js';
import { chooseScenario, membersOf } from './choose.js';
import { isFinal, questionFor } from './live-round.js';
import { beginForBoth } from './round.js';

/** /vraag: the open one again, or a new one for both. */
export function askQuestion(scene: Scene, me: Person, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null) return { refusal: 'not-paired' };
  const known = couple.round === null && hasMetDate(couple, me) ? null : questionFor(couple, me);
  if (known !== null && isFinal(answerOf(me, known.id))) return [{ type: 'statusTold', person: me.id }];
  const round = known ?? couple.round;
  if (round !== null) {
    const why = known === null ? 'asked' : 'again';
    return [{ type: 'promptShown', person: me.id, round: round.id, why, at: given.now, date: null }];
  }
  if (couple.pairedAt === null) return { refusal: 'not-paired' };
  const scenario = chooseScenario(couple, membersOf(scene, couple), given);
  return scenario === null ? { refusal: 'no-scenario' } : beginForBoth(scene, me, couple, scenario, given);
}

/** Whether this person's own hour of the date that was dealt with last is behind them. */
export function hasMetDate({ slot }: Couple, { servedDate }: Person): boolean {
  return slot === null || (servedDate !== null && servedDate >= slot.date);
}
