import {
  asideCard,
  draftCard,
  heldCard,
  inviteCard,
  listeningOf,
  parkedCard,
  putAside,
  readyCard,
  stepCard,
  swapCard,
  whereOf,
  type ListeningAnnouncers,
} from './cards.js';
import { parkedKeys, scheduledKeys } from './keys.js';
import { afterListening } from './notices-after.js';
import { askReady, beforeListening, invitation } from './notices-before.js';
import { askSwap, betweenTurns } from './notices-between.js';
import { onTheFloor } from './notices-floor.js';
import { draftOf, notesOf, type Listening } from './scene.js';
import { draftCards, ownStep } from './step-cards.js';
import { say, type Notice } from '../notice.js';
import { edit, partnerName, remove, send, type Stage } from '../notices.js';
import { personOf } from '../person.js';
import type { CoupleId, Person, PersonId } from '../scene.js';

/**
 * Who hears what of a listening round; part of announce.ts. What carries one's words to the other stands in crossing.ts.
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
  const listening = listeningOf(coupleId, stage.after);
  const partner = partnerName(stage.after, me.id) ?? '';
  if (listening === null) return [];
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
    case 'held': {
      const at = whereOf(coupleId, stage);
      if (at === null) return [];
      return [edit(me.id, stepCard, null), ...ownStep(me, at, false), ...draftCards(me, at, 'said')];
    }
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

/** Whose words were erased while it went on: the cards that show them go too. */
export function withdrawn(id: PersonId, before: Listening): readonly Notice[] {
  const { pieces, picks } = draftOf(before, id);
  return [
    ...putAside(id, before),
    ...(pieces.length + picks.length > 0 ? [remove(id, draftCard), remove(id, heldCard)] : []),
    ...(notesOf(before, id).length > 0 ? [edit(id, asideCard, null)] : []),
  ];
}
