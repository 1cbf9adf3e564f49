import type { Event } from '../event.js';
import { answerOf, personOf } from '../person.js';
import type { Couple, Round, Scene } from '../scene.js';
import { lookAnswers } from './scene.js';

/**
 * What follows from looking back together, once both answers are open to both. One answer alone changes nothing, so that
 * letting go, not answering and having stopped look the same to the other.
 */
export function outcomeOf(scene: Scene, couple: Couple, { id, about }: Round): readonly Event[] {
  if (about?.how !== 'look' || !couple.agreements.some(({ page }) => page === about.page)) return [];
  const answers = couple.members.map((member) => answerOf(personOf(scene, member), id));
  // An answer that stayed closed, because the other had none, changes nothing.
  if (!answers.every(({ state }) => state === 'sealed')) return [];
  const [, change, letGo] = lookAnswers;
  const at = { couple: couple.id, round: about.page };
  if (answers.some(({ picks }) => picks.includes(change))) return [{ type: 'agreementReopened', ...at }];
  return answers.every(({ picks }) => picks.includes(letGo)) ? [{ type: 'agreementLetGo', ...at }] : [];
}
