import type { EventOf } from '../event.js';
import { changedTermsKeys, key, welcomeKeys } from '../keyboard.js';
import { say, type Key, type Notice } from '../notice.js';
import { edit, isSilentFor, nameOfOther, remove, send, sendPhoto } from '../compose.js';
import type { Stage } from '../stage.js';
import { slotOf } from './pairing.js';
import { coupleIn, coupleOf, personOf } from '../person.js';
import { whenFree } from '../rhythm/rhythm.js';
import type { Scene } from '../scene.js';
import type { PersonId } from '../ids.js';
import { inviteCard, statusCards } from './status-cards.js';
import { nobody } from '../announcers.js';
import { type Announcers } from '../announcers.js';
import { passing, removeKeys } from '../help/announce.js';
import { hasAgreed } from './consent.js';
import type { PairingEvent } from './event.js';

/** An invite in the chat of whoever made it: its card, its picture, and what is said of it later. */

const qrCard = 'invite-qr';
/** That nobody has come yet, or that the invite has expired. */
const noteCard = 'invite-note';
/** It is for two people who sit together; Telegram takes nothing away that is older than two days. */
const qrLifeMs = 24 * 3_600_000;
const removableMs = 48 * 3_600_000;
/** Asked this late, it is not asked at all. */
const askLifeMs = 3_600_000;

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

export const pairingAnnouncers: Announcers<PairingEvent> = {
  welcomed: (event, { after }) => {
    const host = after.invited === null ? undefined : after.couples[after.invited];
    const inviter = event.code === null || host?.members[0] === undefined ? null : personOf(after, host.members[0]);
    const { language } = personOf(after, event.person);
    if (event.code !== null && hasAgreed(personOf(after, event.person))) {
      return [
        remove(event.person, 'welcome'),
        send(event.person, say('pairAsked', { inviter: inviter?.name ?? null }), {
          card: 'welcome',
          keys: [[key('pairUp', event.code), key('notNow', event.code)]],
        }),
      ];
    }
    return [
      send(event.person, say('welcome', { name: event.name, inviter: inviter?.name ?? null }), {
        card: 'welcome',
        keys: welcomeKeys(event.code, event.typed, inviter !== null, language),
      }),
    ];
  },
  termsShown: (event) => [
    send(event.person, say('terms', {}), { keys: [[key('agree', event.code ?? '', event.typed)]] }),
  ],
  declined: (event, { after }) => [
    edit(event.person, 'welcome', null),
    send(event.person, hasAgreed(personOf(after, event.person)) ? say('pairDeclined', {}) : say('declined', {})),
  ],
  guessedWrong: (event) => [send(event.person, say('codeUnknown', {}))],
  consentGiven: (event) => [edit(event.person, 'welcome', null)],
  termsChanged: (event, { before }) => [
    edit(event.person, 'welcome', null),
    send(event.person, say('termsChanged', { isSaid: event.isSaid }), {
      card: 'welcome',
      keys: changedTermsKeys(personOf(before, event.person)),
    }),
  ],
  statusTold: (event, stage) => statusCards(event.person, stage),
  partnerJoined: (event, stage) => joined(event.couple, event.person, stage),
  undoAsked: (event, stage) => undo(event, stage),
  undoDropped: (event, stage) => undo(event, stage),
  pairingUndone: (event, stage) => undo(event, stage),
  beginningAsked: ({ person }) => [
    edit(person, 'begin-again', null),
    send(person, say('beginningAsked', {}), { card: 'begin-again', keys: [[key('beginAgain')], [key('helplines')]] }),
  ],
  languageChosen: nobody,
  houseOpened: nobody,
  coupleFounded: nobody,
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

function joined(coupleId: number, joiner: PersonId, { after, now }: Stage): readonly Notice[] {
  const keys = [[key('undoPairing', slotOf(coupleId))]];
  return coupleIn(after, coupleId).members.map((member) => {
    const partner = nameOfOther(after, member);
    return member === joiner
      ? send(member, say('paired', { partner }), { card: 'paired', keys })
      : send(member, say('joined', { partner }), {
          card: 'paired',
          keys,
          lane: 'reveal',
          isSilent: isSilentFor(personOf(after, member), after, now),
        });
  });
}

function undo(
  event: EventOf<'undoAsked'> | EventOf<'undoDropped'> | EventOf<'pairingUndone'>,
  stage: Stage,
): readonly Notice[] {
  const { before } = stage;
  const me = event.type === 'pairingUndone' ? event.by : event.person;
  const partner = nameOfOther(before, me);
  const slot = slotOf(personOf(before, me).coupleId ?? 0);
  switch (event.type) {
    case 'undoAsked':
      return [
        send(me, say('undoAsked', { partner }), {
          card: 'undo',
          keys: [[key('confirmUndo', slot), key('keepPairing', slot)], removeKeys('undo')],
        }),
      ];
    case 'undoDropped':
      return passing(me, 'undo', say('undoDropped', { partner }), stage);
    case 'pairingUndone':
      return [edit(me, 'paired', null), ...passing(me, 'undo', say('undone', { partner }), stage)];
  }
}
