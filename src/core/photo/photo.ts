import type { Command } from '../command.js';
import { isRefusal, type Decision, type Event } from '../event.js';
import { evolveAll } from '../evolve.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { refusalAsEvent } from '../leaving/exits.js';
import { hasAllowed } from '../pairing/consent.js';
import { answerOf, coupleOf, personOf } from '../person.js';
import { isForPostcard } from '../postcard/postcard.js';
import { isChoosing } from '../round/choosing.js';
import { isFinal, questionFor } from '../round/live-round.js';
import { sealedAlready } from '../round/sealing.js';
import { addToDraft } from '../round/draft.js';
import { repliedRound } from '../routing.js';
import { piecesOf } from './pieces.js';
import type { Couple, HeldPhoto, Person, Scene } from '../scene.js';

/**
 * A photo beside words: in an answer in free words and nowhere else, one each. Of it only Telegram's reference is kept;
 * the first waits for a yes of its own, as the first voice note does.
 */

/** Without that yes it is let go. */
const photoHeldMs = 24 * 3_600_000;

export function sendPhoto(
  scene: Scene,
  me: Person,
  command: Extract<Command, { type: 'sendPhoto' }>,
  given: Given,
): Decision {
  if (me.consent === null) return { refusal: 'media-unsupported' };
  if (isForPostcard(scene, me, given.now)) return { refusal: 'photo-not-here' };
  const round = repliedRound(scene, me) ?? questionFor(coupleOf(scene, me), me);
  const scenario = round === null ? undefined : given.scenarios.get(round.scenario);
  if (round === null || scenario?.answer.kind !== 'text' || isChoosing(scenario)) return { refusal: 'photo-not-here' };
  const answer = answerOf(me, round.id);
  if (isFinal(answer)) return sealedAlready(round, answer);
  if (answer.pieces.some(({ kind }) => kind === 'photo')) return { refusal: 'one-photo' };
  const { messageId, fileId, caption } = command;
  const said = addToDraft(me, round, piecesOf({ messageId, fileId, caption }), given.scenarios);
  if (hasAllowed(me, 'photo') || isRefusal(said)) return said;
  const photo: HeldPhoto = { messageId, fileId, caption, card: scene.card, at: given.now };
  return [{ type: 'photoHeld', person: me.id, photo }];
}

/** The one yes to photos; what waited for it goes where it would have gone. */
export function allowPhoto(scene: Scene, me: Person, given: Given): Decision {
  const { heldPhoto } = me;
  if (heldPhoto === null) return hasAllowed(me, 'photo') ? [] : { refusal: 'stale-button' };
  const allowed: Event = { type: 'photoAllowed', person: me.id, at: given.now };
  const now = { ...evolveAll(scene, [allowed]), card: heldPhoto.card };
  const { messageId, fileId, caption } = heldPhoto;
  const sent = sendPhoto(now, personOf(now, me.id), { type: 'sendPhoto', fileId, caption, messageId }, given);
  return [allowed, ...refusalAsEvent(me, sent)];
}

export function refusePhoto(me: Person): Decision {
  return me.heldPhoto === null ? { refusal: 'stale-button' } : [{ type: 'photoLetGo', person: me.id }];
}

export function photoHeldUntil({ heldPhoto }: Person): Instant | null {
  return heldPhoto === null ? null : heldPhoto.at + photoHeldMs;
}

export function letPhotosGo(scene: Scene, couple: Couple, now: Instant): readonly Event[] {
  return couple.members.flatMap((member): readonly Event[] => {
    const until = photoHeldUntil(personOf(scene, member));
    return until !== null && until <= now ? [{ type: 'photoLetGo', person: member }] : [];
  });
}
