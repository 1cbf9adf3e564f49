import { answerOf, isAway, personOf } from '../person.js';
import type { AnswerKind, Scenario } from '../round/scenario.js';
import type { Couple, Person, Round, Scene } from '../scene.js';
import type { Moment } from '../given.js';
import { tossCoin } from '../time/chance.js';

/** Which rounds open in the room that two people have. */

/** What is not so deep that it is better read alone. */
const deepest = 2;
/** Kinds of answers that read the same for both in one message; any other kind opens in their own chats. */
const kinds: readonly AnswerKind['kind'][] = ['text', 'choice', 'scale', 'multi', 'stem'];

/**
 * Fixed when a question is asked, by what it is and by whether they have a room: by nothing that either of them does, or
 * it would tell. Who is first there is a coin's: the order in which they sealed would tell too.
 */
export function opensAt(couple: Couple, scenario: Scenario, given: Moment): Pick<Round, 'room'> {
  const [one, other] = couple.members;
  if (couple.room?.state !== 'open' || one === undefined || other === undefined) return {};
  if (!kinds.includes(scenario.answer.kind) || scenario.depth > deepest) return {};
  if (scenario.visibility !== undefined || scenario.after !== undefined) return {};
  return { room: { first: tossCoin(given) ? one : other } };
}

/**
 * While either is away nothing of a round opens that was asked with a room: in their own chats it would open in another
 * place than was said, and so tell that somebody left. It rests as one that is not answered.
 */
export function mayOpenNow(members: readonly Person[], { room }: Round): boolean {
  return room === undefined || members.every((person) => !isAway(person) && person.consent !== null);
}

/**
 * Whether it opens in the room: both sealed it, in words or options alone. What is spoken, shown or passed does not.
 */
export function liesInRoom(scene: Scene, couple: Couple, round: Round): boolean {
  if (round.room === undefined || couple.room?.state !== 'open') return false;
  return couple.members.every((id) => {
    const { state, pieces } = answerOf(personOf(scene, id), round.id);
    return state === 'sealed' && pieces.every(({ kind }) => kind === 'text');
  });
}
