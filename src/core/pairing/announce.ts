import { key } from '../keyboard.js';
import type { Event } from '../event.js';
import { say, type Key, type Notice } from '../notice.js';
import { edit, remove, send, sendPhoto } from '../compose.js';
import { type Stage } from '../stage.js';
import { slotOf } from './pairing.js';
import { coupleIn, coupleOf, personOf } from '../person.js';
import { whenFree } from '../rhythm/rhythm.js';
import type { Scene } from '../scene.js';
import type { PersonId } from '../ids.js';
import { inviteCard } from './status-cards.js';

/** An invite in the chat of whoever made it: its card, its picture, and what is said of it later. */

type InviteEvents = 'inviteShown' | 'inviteQrShown' | 'partnerAwaited' | 'inviteExpired' | 'inviteRenewed';
type Announce<T extends InviteEvents> = (event: Extract<Event, { type: T }>, stage: Stage) => readonly Notice[];

const qrCard = 'invite-qr';
/** That nobody has come yet, or that the invite has expired. */
const noteCard = 'invite-note';
/** It is for two people who sit together; Telegram takes nothing away that is older than two days. */
const qrLifeMs = 24 * 3_600_000;
const removableMs = 48 * 3_600_000;
/** Asked this late, it is not asked at all. */
const askLifeMs = 3_600_000;

export const inviteAnnouncers: { readonly [T in InviteEvents]: Announce<T> } = {
  inviteShown: (event, stage) => inviteCard(event.person, event, stage),
  inviteQrShown: ({ person }, { after, now }) => {
    const code = coupleOf(after, personOf(after, person))?.invite?.code;
    if (code === undefined) return [];
    return [
      remove(person, qrCard),
      sendPhoto(person, say('inviteQr', { code }), { card: qrCard }),
      remove(person, qrCard, { lane: 'sweep', notBefore: now + qrLifeMs, dropAfter: now + removableMs }),
    ];
  },
  partnerAwaited: ({ couple, at }, { after }) => {
    const { members, invite, id } = coupleIn(after, couple);
    if (invite === null) return [];
    const share: Key = { kind: 'shareInvite', code: invite.code };
    return members.map((member) =>
      send(member, say('partnerAwaited', { expiresAt: invite.expiresAt }), {
        lane: 'scheduled',
        card: noteCard,
        keys: [[share, key('qrCode', slotOf(id))]],
        isSilent: true,
        dropAfter: at + askLifeMs,
        isNudge: true,
      }),
    );
  },
  inviteExpired: (event, { after, now }) =>
    coupleIn(after, event.couple).members.map((member) =>
      send(member, say('inviteExpired', {}), {
        lane: 'scheduled',
        card: noteCard,
        keys: [[key('beginAgain', '', 0, 'new')]],
        notBefore: whenFree(personOf(after, member), now),
        isNudge: true,
      }),
    ),
  inviteRenewed: () => [],
};

/**
 * What stands in a chat of an invite that is used, replaced or expired offers nothing any more, whatever ended it:
 * buttons go, and so do a picture that somebody could still scan and a note about it. A note of more than two days ago
 * cannot be taken away, and loses its buttons all the same.
 */
export function spentInvites({ before, after }: Pick<Stage, 'before' | 'after'>): readonly Notice[] {
  if (before.couples === after.couples) return [];
  return Object.values(before.couples)
    .filter(({ pairedAt }) => pairedAt === null)
    .flatMap(({ members }) => members)
    .filter((member) => inviteOf(before, member) !== inviteOf(after, member))
    .flatMap((member) => [
      edit(member, 'invite', null),
      edit(member, noteCard, null),
      remove(member, noteCard),
      remove(member, qrCard),
    ]);
}

/** What tells one invite of somebody from another, and from being paired. */
function inviteOf(scene: Scene, id: PersonId): string {
  const person = scene.people[id];
  const couple = person === undefined ? null : coupleOf(scene, person);
  return `${String(couple?.id)} ${String(couple?.pairedAt)} ${couple?.invite?.code ?? ''}`;
}
