import {
  asidesPutAway,
  draftCard,
  heldCard,
  inviteCard,
  listeningIn,
  parkedCard,
  putAside,
  readyCard,
  stepCard,
  swapCard,
  whereOf,
  type ListeningAnnouncers,
} from './cards.js';
import { heldKeys, parkedKeys, scheduledKeys } from './keyboard.js';
import { afterListening } from './announce-after.js';
import { askReady, beforeListening, invitation } from './announce-before.js';
import { askSwap, betweenTurns } from './announce-between.js';
import { onTheFloor } from './announce-floor.js';
import { draftOf, type Listening } from './scene.js';
import { draftCards, ownStep } from './step-cards.js';
import { pensOf, takesNow } from './steps.js';
import { say, type Notice, type Say } from '../notice.js';
import { edit, nameOfOther, remove, send } from '../compose.js';
import { type Stage } from '../stage.js';
import { isEmpty, personOf } from '../person.js';
import type { Person } from '../scene.js';
import type { CoupleId, PersonId } from '../ids.js';

/**
 * Who hears what of a listening round; part of announce.ts. What carries one's words to the other stands in crossing/.
 * Nothing here says who waited, declined or let it go.
 */

export const listeningAnnouncers: ListeningAnnouncers = {
  listeningTold: ({ couple, person }, stage) => stands(personOf(stage.after, person), couple, stage),
  ...beforeListening,
  ...onTheFloor,
  ...betweenTurns,
  ...afterListening,
};

/** How it stands, for whoever asks. */
function stands(me: Person, coupleId: CoupleId, stage: Stage): readonly Notice[] {
  const listening = listeningIn(stage.after, coupleId);
  const partner = nameOfOther(stage.after, me.id);
  switch (listening.phase) {
    case 'invited':
      return [edit(me.id, inviteCard, null), ...invitation(me, listening, stage)];
    case 'scheduled':
      return [
        edit(me.id, inviteCard, null),
        send(me.id, say('listenScheduled', { at: listening.until, partner, isAgain: listening.resume !== null }), {
          card: inviteCard,
          keys: scheduledKeys(listening),
        }),
      ];
    case 'ready':
      return listening.ready.includes(me.id)
        ? [send(me.id, say('listenReadyNoted', { partner }))]
        : [edit(me.id, readyCard, null), ...askReady(me, coupleId, stage)];
    case 'step':
    case 'together':
    case 'held':
      return onTheWay(me, coupleId, stage) ?? floorAgain(me, coupleId, stage);
    case 'swap':
      return [edit(me.id, swapCard, null), ...askSwap(me, coupleId, stage)];
    case 'parked':
    case 'paused':
      return [
        edit(me.id, parkedCard, null),
        send(me.id, say('listenParked', {}), { card: parkedCard, keys: parkedKeys(listening) }),
      ];
  }
}

/** Whoever let something go sees that, with the tap that still stops it; null when nothing of theirs is on its way. */
function onTheWay(me: Person, couple: CoupleId, stage: Stage): readonly Notice[] | null {
  const at = whereOf(couple, stage);
  if (at === null) return null;
  const { listening, step } = at;
  const partner = nameOfOther(stage.after, me.id);
  const isLetter = step.pen === 'both';
  const again = (words: Say) => [
    edit(me.id, heldCard, null),
    send(me.id, words, { card: heldCard, keys: heldKeys(listening) }),
  ];
  if (listening.phase === 'held') {
    return pensOf(at.couple, listening, step).includes(me.id) ? again(say('listenHeld', { partner, isLetter })) : null;
  }
  if (!listening.ready.includes(me.id)) return null;
  return takesNow(step, listening) === 'letters'
    ? again(say('listenLetterSealed', { partner }))
    : [send(me.id, say('listenDoneNoted', { partner }))];
}

function floorAgain(me: Person, couple: CoupleId, stage: Stage): readonly Notice[] {
  const at = whereOf(couple, stage);
  if (at === null) return [];
  return [edit(me.id, stepCard, null), ...ownStep(me, at, false), ...draftCards(me, at, 'said')];
}

/** Whose words were erased while it went on: the cards that show them go too. */
export function withdrawn(id: PersonId, before: Listening): readonly Notice[] {
  return [
    ...putAside(id, before),
    ...(isEmpty(draftOf(before, id)) ? [] : [remove(id, draftCard), remove(id, heldCard)]),
    ...asidesPutAway(id, before),
  ];
}
