import type { Event } from '../event.js';
import { type Loud } from '../pairing/limits.js';
import { isSpent } from '../pairing/spent.js';
import { isMessage, type Notice } from '../notice.js';
import type { Scene } from '../scene.js';
import type { Instant } from '../ids.js';

/**
 * How often one person makes the other's phone ring. It is counted from what is really sent, so that whatever is added
 * to the bot counts from its first day.
 */

/** What has a limit of its own besides the common one. */
const ringsOf: Readonly<Partial<Record<Event['type'], Loud>>> = {
  partnerJoined: 'ringJoin',
  listeningInvited: 'ringListen',
  breatherBegan: 'ringBreather',
  breatherSettled: 'ringBreather',
  promptShown: 'ringQuestion',
};

/** A message without a sound where the one who causes it has made the other's phone ring often enough. */
export function hushed(notice: Notice, event: Event, after: Scene, now: Instant): Notice {
  const actor = rings(notice, after) ? after.people[after.actor ?? 0] : undefined;
  if (actor === undefined) return notice;
  return ringLimits(event).some((limit) => isSpent(actor, limit, now)) ? { ...notice, isSilent: true } : notice;
}

/** What an event's messages use up of what its actor may make ring; null when nothing rang. */
export function rung(event: Event, notices: readonly Notice[], after: Scene, now: Instant): Event | null {
  const { actor } = after;
  if (actor === null || after.people[actor]?.consent == null) return null;
  if (!notices.some((notice) => rings(notice, after))) return null;
  return { type: 'rang', person: actor, limits: ringLimits(event), at: now };
}

function ringLimits({ type }: Event): readonly Loud[] {
  const own = ringsOf[type];
  return own === undefined ? ['ring'] : ['ring', own];
}

/** Whether it makes the phone of somebody ring who did not do this themselves. */
function rings(notice: Notice, { actor }: Scene): boolean {
  return actor !== null && notice.to !== actor && isMessage(notice) && !notice.isSilent;
}
