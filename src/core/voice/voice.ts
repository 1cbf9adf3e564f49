import { hasAllowed } from '../pairing/consent.js';
import type { Command } from '../command.js';
import { isRefusal, type Decision, type Event } from '../event.js';
import { isAboutPostcard } from '../postcard/postcard.js';
import { voiceLimit } from '../round/limits.js';
import type { Couple, HeldVoice, Person, Scene } from '../scene.js';
import type { Instant } from '../ids.js';
import { isTakenUp } from '../listening/scene.js';
import { coupleOf, partnerOf, personOf } from '../person.js';

/** The first voice note: what it means is said, and it waits for one tap, so that nothing has to be said twice. */

/** Without that tap it is let go. */
export const voiceHeldMs = 24 * 3_600_000;

/**
 * A voice note of somebody who did not allow it yet is held wherever it would have been kept: the decision is made again
 * once they have. What would have gone nowhere is answered as ever.
 */
export function askForVoice(scene: Scene, me: Person, command: Command, decision: Decision, now: Instant): Decision {
  if (command.type !== 'say' || command.speech.kind !== 'voice' || hasAllowed(me, 'voice')) return decision;
  const { messageId } = command;
  const { fileId, seconds } = command.speech;
  if (isRefusal(decision) || !decision.some((event) => carries(event, fileId))) return decision;
  if (me.heldVoices.length >= voiceLimit) return { refusal: 'too-many-voices', limit: voiceLimit };
  // Once it was allowed it goes on the postcard, however long that took.
  const card = isAboutPostcard(decision) ? 'postcard' : scene.card;
  const listening = listeningOf(coupleOf(scene, me));
  return [{ type: 'voiceHeld', person: me.id, voice: { messageId, fileId, seconds, card, listening, at: now } }];
}

/** Whatever would keep the reference, in a draft, an addition, a reaction or anything to come. */
function carries(event: Event, fileId: string): boolean {
  return JSON.stringify(event).includes(JSON.stringify(fileId));
}

/** What was said in a listening round belongs to that one alone, and nothing said elsewhere may end up in one. */
export function listeningOf(couple: Couple | null): string | null {
  const listening = couple?.listening ?? null;
  return isTakenUp(listening) ? (listening?.id ?? null) : null;
}

/** What was held is said again, as it were, in the state there is now. */
export function heldAsCommand(
  me: Person,
  { messageId, fileId, seconds }: HeldVoice,
): Extract<Command, { type: 'say' }> {
  const speech = { kind: 'voice', fileId, seconds } as const;
  return { type: 'say', sender: { name: me.name }, speech, messageId, code: null };
}

export function voiceHeldUntil({ heldVoices }: Person): Instant | null {
  const first = heldVoices[0];
  return first === undefined ? null : first.at + voiceHeldMs;
}

export function letVoicesGo(scene: Scene, couple: Couple, now: Instant): readonly Event[] {
  return couple.members.flatMap((member): readonly Event[] => {
    const until = voiceHeldUntil(personOf(scene, member));
    return until !== null && until <= now ? [{ type: 'voiceLetGo', person: member }] : [];
  });
}

/** The receiver's settings refuse voice notes: their partner is told, so that it can be typed. */
export function voiceRefused(scene: Scene, receiver: Person): Decision {
  const speaker = partnerOf(scene, receiver);
  return speaker === null ? [] : [{ type: 'voiceReturned', person: speaker.id }];
}
