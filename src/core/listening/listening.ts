import { rowOf, type Button, type ButtonOf } from '../buttons.js';
import type { Command } from '../command.js';
import { isAlwaysThrough, type PersonCommand } from '../commands.js';
import { isMeantForBot } from '../held-back.js';
import type { Decision, Event } from '../event.js';
import { beyond, limitsOf, listeningMoves, optionNamed, takenBack, type Act } from './moves.js';
import { draftOf, isTakenUp, notesOf, type Listening } from './scene.js';
import { otherOf, stepOf } from './steps.js';
import { listeningTable, type ListeningCommand, type ListeningRole } from './table.js';
import { isWordedAs, reworded } from '../reading/marks.js';
import { coupleOf, isAway, isEmpty } from '../person.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Piece } from '../piece.js';
import { hasLet, stale } from './invite.js';

const commandOf = {
  listenNow: 'now',
  listenLater: 'later',
  listenNotNow: 'notNow',
  listenRecall: 'recall',
  listenCancel: 'cancel',
  listenReady: 'ready',
  listenDone: 'done',
  listenRestart: 'restart',
  listenTakeBack: 'takeBack',
  listenOption: 'option',
  listenPick: 'pick',
  listenGroup: 'group',
  listenSignal: 'signal',
  listenSwap: 'swap',
  listenGoOn: 'goOn',
  listenLetGo: 'letGo',
} as const satisfies Record<ButtonOf<'listeningTurn'>, ListeningCommand>;

/** The buttons that the table knows; one made for an earlier tick is stale. */
export function pressListeningTurn(
  scene: Scene,
  me: Person,
  button: Button<ButtonOf<'listeningTurn'>>,
  given: Given,
): Decision {
  const command: ListeningCommand = commandOf[button.name];
  const listening = coupleOf(scene, me)?.listening ?? null;
  if (listening?.id !== button.slot) return isDoneTwice(scene, me, button) ? [] : stale;
  // A feeling is put on or off, so that a double tap does not undo itself.
  const tick = command === 'pick' ? Math.floor(button.step / 2) : button.step;
  if (tick !== listening.tick) return isSaidTwice(listening, command, button) ? [] : stale;
  return act(scene, me, command, { ...button, said: null }, given) ?? stale;
}

/** A second tap on what passed the pen a moment ago: it is done, and there is nothing to say. */
function isSaidTwice(listening: Listening, command: ListeningCommand, { step, arg }: Button): boolean {
  if (step !== listening.tick - 1 || !isTakenUp(listening)) return false;
  const option = optionNamed(arg);
  const isTaken =
    Object.keys(listening.used).some((used) => used.endsWith(`/${option}`)) || listening.heldAs === option;
  return command === 'done' || (command === 'option' && isTaken);
}

/** The same of the tap with which it came to its end. */
function isDoneTwice(scene: Scene, me: Person, { name, slot }: Button): boolean {
  return coupleOf(scene, me)?.heard?.id === slot && (name === 'listenDone' || name === 'listenOption');
}

/** What the table has for this person now; null when it has nothing. */
function act(scene: Scene, me: Person, command: ListeningCommand, what: Act, given: Given): Decision | null {
  const couple = coupleOf(scene, me);
  const listening = couple?.listening ?? null;
  if (couple === null || listening === null || hasLet(listening, me)) return null;
  const protocol = given.protocols.get(listening.protocol);
  const step = protocol === undefined ? null : stepOf(protocol, listening.step);
  // Its file is gone since it began: there is no next step any more.
  if (protocol === undefined || step === null) {
    return [{ type: 'listeningEnded', couple: couple.id, how: 'over', at: given.now }];
  }
  const acting = { scene, couple, listening, protocol, step, me, given };
  const cell = listeningTable[listening.phase][command]?.[roleOf(couple, listening, step.pen, me)];
  return cell === undefined ? null : listeningMoves[cell.move](acting, what);
}

function roleOf(couple: Couple, listening: Listening, pen: 'speaker' | 'listener' | 'both', me: Person): ListeningRole {
  switch (listening.phase) {
    case 'step':
    case 'together':
    case 'held': {
      if (pen === 'both') return 'pen';
      const holder = pen === 'speaker' ? listening.speaker : otherOf(couple, listening.speaker);
      return holder === me.id ? 'pen' : 'other';
    }
    case 'invited':
    case 'scheduled':
    case 'ready':
    case 'swap':
    case 'parked':
    case 'paused':
      return listening.starter === me.id ? 'starter' : 'guest';
  }
}

/**
 * The one place where a listening round is looked at, before all other rules but a breather's. Null means that it makes
 * no difference to this command.
 */
export function duringListening(scene: Scene, me: Person, command: PersonCommand, given: Given): Decision | null {
  const couple = coupleOf(scene, me);
  const listening = couple?.listening ?? null;
  if (couple === null || listening === null || isAlwaysThrough(command)) return null;
  const isNow = isTakenUp(listening) && !hasLet(listening, me);
  switch (command.type) {
    case 'say':
      return isNow ? sayNow(scene, me, command, given) : null;
    case 'editSaid':
      return edit(couple, listening, me, command, given);
    case 'askQuestion':
    case 'appreciate':
      // Also of whoever left it: a question in the middle of it would tell the other that they did.
      return isTakenUp(listening) ? { refusal: 'in-listening' } : null;
    case 'start':
      return isNow && command.code === null && !isAway(me)
        ? [{ type: 'listeningTold', couple: couple.id, person: me.id }]
        : null;
    case 'withdraw':
      return isNow ? act(scene, me, 'takeBack', { arg: '', step: 0, said: null }, given) : null;
    case 'heart':
      return isNow ? [] : null;
    case 'press':
      return isTakenUp(listening) && rowOf(command.button).waits === 'both' ? { refusal: 'in-listening' } : null;
    case 'sendPhoto':
      return isTakenUp(listening) ? { refusal: 'photo-not-here' } : null;
    case 'listen':
    case 'sendUnsupported':
      return null;
  }
}

function sayNow(
  scene: Scene,
  me: Person,
  { speech, messageId }: Extract<Command, { type: 'say' }>,
  given: Given,
): Decision | null {
  if (isMeantForBot(me, speech, given.now)) return null;
  // Between two turns there is nothing to say to: it goes where it would go on any other day, and waits there.
  return act(scene, me, 'say', { arg: '', step: 0, said: { speech, messageId } }, given) ?? { refusal: 'in-listening' };
}

/** An edit before delivery counts; after it nothing changes, and whoever edited is told. */
function edit(
  couple: Couple,
  listening: Listening,
  me: Person,
  change: Extract<Command, { type: 'editSaid' }>,
  given: Given,
): Decision | null {
  const { messageId } = change;
  const isIt = (piece: Piece) => piece.messageId === messageId;
  if (
    listening.said.some(
      ({ by, pieces }) => by === me.id && pieces.some((piece) => isIt(piece) && piece.kind === 'text'),
    )
  ) {
    return { refusal: 'edit-after-delivery' };
  }
  const note = notesOf(listening, me.id).find(isIt);
  if (note?.kind === 'text') {
    return [{ type: 'noteChanged', couple: couple.id, person: me.id, messageId, piece: reworded(note, change) }];
  }
  const { pieces: before, picks } = draftOf(listening, me.id);
  const drafted = before.find(isIt);
  if (drafted?.kind !== 'text') return null;
  if (isWordedAs(drafted, change)) return [];
  const pieces = before.map((piece) => (isIt(piece) ? reworded(drafted, change) : piece));
  const protocol = given.protocols.get(listening.protocol);
  const step = protocol === undefined ? null : stepOf(protocol, listening.step);
  if (step === null) return null;
  // A letter that was ready is a draft again, as it is when more is said.
  const isReady = listening.phase === 'together' && listening.ready.includes(me.id);
  const how = isEmpty({ pieces, picks }) ? 'cleared' : 'edited';
  const edited: Event = { type: 'segmentDrafted', couple: couple.id, person: me.id, pieces, picks, how };
  return (
    beyond(pieces, limitsOf(step, listening)) ?? [
      ...(isReady ? [takenBack({ couple, listening, me, step, given })] : []),
      edited,
    ]
  );
}
