import { quoteAnswer } from '../crossing/listening.js';
import {
  draftCard,
  heldCard,
  listeningIn,
  present,
  putAside,
  stepCard,
  whereIn,
  type ListeningEventOf,
  type Where,
} from './cards.js';
import { draftKeys, heldKeys, otherKeys, penKeys } from './keyboard.js';
import { draftOf } from './scene.js';
import { pensOf, takesNow } from './steps.js';
import { say, type Notice } from '../notice.js';
import { edit, isSilentFor, nameOfOther, remove, send } from '../compose.js';
import { type Stage } from '../stage.js';
import { isEmpty, personOf } from '../person.js';
import type { Person } from '../scene.js';
import type { PersonId } from '../ids.js';

/** The cards of a step: whose turn it is, what is written so far, and what is held. */

/** A step begins: to both, whose turn it is and what there is to do. */
export function stepCards(event: ListeningEventOf<'stepBegan'>, stage: Stage): readonly Notice[] {
  const at = whereIn(event.couple, stage);
  const before = listeningIn(stage.before, event.couple);
  const isNewTurn = event.turn !== before.turn || before.resume === null;
  const isFirst = before.resume === null && event.turn === 1;
  return [
    ...(isFirst ? quoteAnswer(at.couple, at.listening, stage) : []),
    ...present(event.couple, stage).flatMap((me) => [
      ...putAside(me.id, before),
      ...ownStep(me, at, isNewTurn),
      ...(event.isResumed ? draftCards(me, at, 'said') : []),
    ]),
  ];
}

export function ownStep(me: Person, { listening, step, couple, stage }: Where, isNewTurn: boolean): readonly Notice[] {
  const isPen = pensOf(couple, listening, step).includes(me.id);
  return [
    send(
      me.id,
      say('listenStep', {
        protocol: listening.protocol,
        step: step.id,
        partner: nameOfOther(stage.after, me.id),
        isPen,
        isSpeaker: listening.speaker === me.id,
        pace: listening.pace,
        draw: listening.draw,
        until: listening.timeUpAt,
        isNewTurn,
        turn: listening.turn,
      }),
      {
        lane: 'reveal',
        card: stepCard,
        keys: isPen ? penKeys(listening, step, me.id, '') : otherKeys(listening, step, me.id),
        isSilent: isSilentFor(me, stage.after, stage.now),
      },
    ),
  ];
}

export function drafted({ couple, person, how }: ListeningEventOf<'segmentDrafted'>, stage: Stage): readonly Notice[] {
  const at = whereIn(couple, stage);
  const me = personOf(stage.after, person);
  if (how === 'cleared') return [edit(person, draftCard, say('listenCleared', {}))];
  const group = groupOfPicks(at, stage, person);
  return [
    ...(how === 'picked'
      ? [edit(person, stepCard, null, { keys: penKeys(at.listening, at.step, person, group) })]
      : []),
    ...draftCards(me, at, how),
  ];
}

/** The group that the newest feeling came from stays open. */
function groupOfPicks({ listening, step, couple }: Where, { before }: Stage, person: PersonId): string {
  const was = draftOf(listeningIn(before, couple.id), person).picks;
  const { picks } = draftOf(listening, person);
  const changed = [...picks, ...was].find((id) => picks.includes(id) !== was.includes(id));
  return step.groups.find(({ options }) => options.some(({ id }) => id === changed))?.id ?? '';
}

/** The draft card is always the lowest message: words bring a new one, taps and edits change the one there is. */
export function draftCards(
  me: Person,
  { listening, step, stage }: Where,
  how: 'said' | 'edited' | 'picked',
): readonly Notice[] {
  const draft = draftOf(listening, me.id);
  if (isEmpty(draft) || listening.phase === 'held') return [];
  const words = say('listenDraft', {
    protocol: listening.protocol,
    step: step.id,
    partner: nameOfOther(stage.after, me.id),
    option: listening.option,
    pieces: draft.pieces,
    picks: draft.picks,
    isLetter: takesNow(step, listening) === 'letters',
  });
  const keys = draftKeys(listening, step, me.id);
  if (how === 'edited') return [edit(me.id, draftCard, words, { keys })];
  return [remove(me.id, draftCard), send(me.id, words, { card: draftCard, keys })];
}

export function held({ couple, person }: ListeningEventOf<'segmentHeld'>, stage: Stage): readonly Notice[] {
  const { listening, step } = whereIn(couple, stage);
  const isLetter = step.pen === 'both';
  const holders = isLetter ? present(couple, stage).map(({ id }) => id) : [person];
  return holders.flatMap((id) => {
    const words = say('listenHeld', { partner: nameOfOther(stage.after, id), isLetter });
    const keys = heldKeys(listening);
    return isLetter
      ? [edit(id, heldCard, words, { keys })]
      : [remove(id, draftCard), edit(id, stepCard, null), send(id, words, { card: heldCard, keys })];
  });
}
