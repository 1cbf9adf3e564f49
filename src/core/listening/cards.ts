import type { Card } from '../cards.js';
import type { ListeningEvent } from './event.js';
import { draftOf, notesOf, type Listening } from './scene.js';
import { stepOf } from './steps.js';
import { say, type Notice } from '../notice.js';
import { edit } from '../compose.js';
import { type Stage } from '../stage.js';
import { coupleIn, isEmpty, membersIn } from '../person.js';
import type { Step } from './protocol.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { CoupleId, PersonId } from '../ids.js';

/** What the messages of a listening round have in common: their cards, whom it still concerns, and where it is. */

export const startCard = 'listen';
export const inviteCard = 'listen-invite';
export const readyCard = 'listen-ready';
export const stepCard = 'listen-step';
export const draftCard = 'listen-draft';
export const heldCard = 'listen-held';
export const swapCard = 'listen-swap';
export const parkedCard = 'listen-parked';
export const doneCard = 'listen-done';
export const moreCard = 'listen-more';
export const planCard = 'listen-plan';

/** Under each thing said out of turn, by the message it was said in. */
export const asideCard = (messageId: number): Card => `listen-aside:${String(messageId)}`;

export type ListeningEventOf<T extends ListeningEvent['type']> = Extract<ListeningEvent, { type: T }>;

/** Each event of a listening round with its messages; announce.ts puts them together. */
export type ListeningAnnouncers = {
  readonly [T in ListeningEvent['type']]: (event: ListeningEventOf<T>, stage: Stage) => readonly Notice[];
};

/** A round and the step it is in, as a stage's scene has them. */
export interface Where {
  readonly listening: Listening;
  readonly step: Step;
  readonly couple: Couple;
  readonly stage: Stage;
}

/** Null when the files have changed since, and the round or its step is no longer among them. */
export function whereOf(coupleId: CoupleId, stage: Stage): Where | null {
  const couple = coupleIn(stage.after, coupleId);
  const listening = listeningIn(stage.after, coupleId);
  const protocol = stage.protocols.get(listening.protocol);
  const step = protocol === undefined ? null : stepOf(protocol, listening.step);
  return step === null ? null : { listening, step, couple, stage };
}

/** Where somebody just did something, which takes a step that is known. */
export function whereIn(coupleId: CoupleId, stage: Stage): Where {
  const at = whereOf(coupleId, stage);
  if (at === null) throw new Error('something was done in a step that nobody knows');
  return at;
}

/** The round that an event of one is about. */
export function listeningIn(scene: Scene, coupleId: CoupleId): Listening {
  const { listening } = coupleIn(scene, coupleId);
  if (listening === null) throw new Error('an event of a listening round comes without one');
  return listening;
}

/** Whom it still concerns. */
export function present(couple: CoupleId, { after }: Stage): readonly Person[] {
  const { left } = listeningIn(after, couple);
  return membersIn(after, couple).filter(({ id }) => !left.includes(id));
}

/** What was said out of turn can be kept or erased no longer. */
export function asidesPutAway(id: PersonId, before: Listening): readonly Notice[] {
  return notesOf(before, id).map(({ messageId }) => edit(id, asideCard(messageId), null));
}

/** A breather keeps back what was about to go: the card that promised it says so. */
export function keptBack(id: PersonId, { listening }: Couple): readonly Notice[] {
  const isOnItsWay = listening?.phase === 'held' && !isEmpty(draftOf(listening, id));
  return isOnItsWay ? [edit(id, heldCard, say('listenTakenBack', {}))] : [];
}

/** The buttons of the phase that is left behind go away. */
export function putAside(id: PersonId, before: Listening): readonly Notice[] {
  switch (before.phase) {
    case 'invited':
    case 'scheduled':
      return [edit(id, inviteCard, null)];
    case 'ready':
      return before.ready.includes(id) ? [] : [edit(id, readyCard, null)];
    case 'step':
    case 'together':
    case 'held': {
      // A hold ends with its words delivered, and its own card says so.
      const hasDraft = !isEmpty(draftOf(before, id)) && before.phase !== 'held';
      return [edit(id, stepCard, null), ...(hasDraft ? [edit(id, draftCard, null)] : [])];
    }
    case 'swap':
      return before.swaps[id] === undefined ? [edit(id, swapCard, null)] : [];
    case 'parked':
      return before.ready.includes(id) ? [] : [edit(id, parkedCard, null)];
    case 'paused':
      return [];
  }
}
