import {
  inviteCard,
  listeningIn,
  parkedCard,
  present,
  putAside,
  readyCard,
  startCard,
  whereOf,
  type ListeningAnnouncers,
  type ListeningEventOf,
} from './cards.js';
import {
  hourKeys,
  invitationKeys,
  menuKeys,
  readyKeys,
  recallKeys,
  scheduledKeys,
  startKeys,
  tenseKeys,
} from './keyboard.js';
import type { Listening } from './scene.js';
import { brief } from '../help/announce.js';
import { say, type Notice } from '../notice.js';
import { edit, isSilentFor, nameOfOther, send } from '../compose.js';
import { type Stage } from '../stage.js';
import { membersIn, personOf } from '../person.js';
import type { Person } from '../scene.js';
import type { CoupleId } from '../ids.js';

/** Before a listening round: the invitation, the hour, and who is there. */
export const beforeListening = {
  listeningOffered: (event, stage) => offered(event, stage),
  listeningInvited: ({ couple, listening }, stage) => [
    edit(listening.starter, startCard, null),
    ...membersIn(stage.after, couple).flatMap((me) => invitation(me, listening, stage)),
  ],
  listeningHoursShown: ({ couple, person }, stage) => {
    const listening = listeningIn(stage.after, couple);
    const partner = nameOfOther(stage.after, person);
    const keys = hourKeys(listening, personOf(stage.after, person), stage.now);
    const card = listening.phase === 'parked' ? parkedCard : inviteCard;
    return [edit(person, card, say('listenHours', { partner }), { keys })];
  },
  listeningDeclined: ({ person }) => [edit(person, inviteCard, say('listenDeclined', {}))],
  listeningScheduled: ({ couple, at }, stage) => scheduled(couple, at, stage),
  readyAsked: ({ couple }, stage) => {
    const before = listeningIn(stage.before, couple);
    return present(couple, stage).flatMap((me) => [...putAside(me.id, before), ...askReady(me, couple, stage)]);
  },
  readyGiven: ({ person }, { after }) => [
    edit(person, readyCard, say('listenReadyNoted', { partner: nameOfOther(after, person) })),
  ],
  // How tense somebody said to be is not for whoever takes this phone in hand later.
  tensionHinted: ({ couple, person }, stage) =>
    brief(person, say('listenTense', {}), tenseKeys(listeningIn(stage.after, couple)), 0, stage, { as: 't' }),
} satisfies Partial<ListeningAnnouncers>;

function offered(
  { person, protocol: id, about, where, isHearing = false }: ListeningEventOf<'listeningOffered'>,
  stage: Stage,
): readonly Notice[] {
  const partner = nameOfOther(stage.after, person);
  const protocol = id === null ? undefined : stage.protocols.get(id);
  const [words, keys] =
    protocol === undefined
      ? [say('listenMenu', {}), menuKeys(stage.protocols, about)]
      : [
          say('listenStart', { protocol: protocol.id, partner, isAbout: about !== null, isHearing }),
          startKeys(protocol, { about, others: stage.protocols.size - 1, isHearing, partner }),
        ];
  return where === 'in-place'
    ? [edit(person, startCard, words, { keys })]
    : [edit(person, startCard, null), send(person, words, { card: startCard, keys })];
}

export function invitation(me: Person, listening: Listening, { after, now }: Stage): readonly Notice[] {
  const { protocol, pace, starter, speaker, about } = listening;
  const partner = nameOfOther(after, me.id);
  if (me.id === starter) {
    return [send(me.id, say('listenInvited', { partner, pace }), { card: inviteCard, keys: recallKeys(listening) })];
  }
  return [
    send(
      me.id,
      say('listenInvite', { protocol, pace, partner, isSpeaker: speaker === me.id, isAbout: about !== null }),
      {
        lane: 'reveal',
        card: inviteCard,
        keys: invitationKeys(listening),
        isSilent: isSilentFor(me, after, now),
      },
    ),
  ];
}

export function scheduled(couple: CoupleId, at: number, stage: Stage): readonly Notice[] {
  const before = listeningIn(stage.before, couple);
  const listening = listeningIn(stage.after, couple);
  return present(couple, stage).flatMap((me) => {
    const partner = nameOfOther(stage.after, me.id);
    const words =
      listening.turn > 1 && listening.resume === null
        ? say('listenTurnScheduled', { at, partner, isSpeaker: listening.speaker === me.id })
        : say('listenScheduled', { at, partner, isAgain: listening.resume !== null });
    return [
      ...putAside(me.id, before),
      send(me.id, words, {
        lane: 'reveal',
        card: inviteCard,
        keys: scheduledKeys(listening),
        isSilent: isSilentFor(me, stage.after, stage.now),
      }),
    ];
  });
}

export function askReady(me: Person, couple: CoupleId, stage: Stage): readonly Notice[] {
  const listening = listeningIn(stage.after, couple);
  const partner = nameOfOther(stage.after, me.id);
  const isAgain = listening.resume !== null;
  const isForBoth = whereOf(couple, stage)?.step.pen === 'both';
  const ready = { partner, isSpeaker: listening.speaker === me.id, isForBoth, pace: listening.pace, isAgain };
  return [
    // Where it was: what was last mirrored and found right.
    ...(isAgain && listening.confirmed.length > 0
      ? [
          send(me.id, say('listenConfirmed', { pieces: listening.confirmed }), {
            lane: 'reveal' as const,
            isProtected: true,
            isSilent: true,
          }),
        ]
      : []),
    send(me.id, say('listenReady', ready), {
      lane: 'reveal',
      card: readyCard,
      keys: readyKeys(listening),
      isSilent: isSilentFor(me, stage.after, stage.now),
    }),
  ];
}
