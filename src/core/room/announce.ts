import type { EventOf } from '../event.js';
import type { Announcers } from '../announcers.js';
import { nobody } from '../announcers.js';
import { edit, isSilentFor, nameOfOther, remove, send, toast } from '../compose.js';
import { revealInChats } from '../crossing/reveal.js';
import { key } from '../keyboard.js';
import { say, type Key, type Notice, type Say } from '../notice.js';
import { answerOf, coupleIn, coupleOf, membersIn, personOf } from '../person.js';
import { openInRoomCards } from '../round/open-card.js';
import { hasAllowed } from '../pairing/consent.js';
import type { PersonId, RoundId } from '../ids.js';
import type { Couple, Person } from '../scene.js';
import type { Stage } from '../stage.js';
import type { RoomEvent } from './event.js';
import type { Room } from './scene.js';
import { roomSeenBy } from './seen.js';

/** What the two are told about a room, each in their own chat. What the bot says in the room is in errands.ts. */

type Rows = readonly (readonly Key[])[];

const card = 'room';
const makingCard = 'room-making';

export const roomAnnouncers: Announcers<RoomEvent> = {
  roomShown: (event, stage) => shown(event, stage),
  roomLinked: ({ person }, { after }) => [
    edit(person, card, null),
    send(person, say('roomLink', { partner: nameOfOther(after, person) }), { keys: [[{ kind: 'addToGroup' }]] }),
  ],
  roomDropped: ({ person }) => [
    edit(person, card, null),
    remove(person, makingCard),
    send(person, say('roomDropped', {}), { board: 'none' }),
  ],
  roomTooOften: ({ person }) => [send(person, say('roomTooOften', {}), { board: 'none' })],
  roomFound: nobody,
  roomLookedAt: ({ asked }) => (asked === null ? [] : [toast(asked, say('roomLooking', {}))]),
  roomLookSet: nobody,
  roomMissing: ({ couple }, stage) => {
    const { maker } = roomIn(couple, stage);
    return made(maker, say('roomMissing', { partner: nameOfOther(stage.after, maker) }), stage);
  },
  roomProposed: ({ couple }, stage) => {
    const room = roomIn(couple, stage);
    return coupleIn(stage.after, couple).members.flatMap((id) => proposed(personOf(stage.after, id), room, stage));
  },
  roomAgreed: ({ person }) => [edit(person, card, say('roomYesNoted', {}))],
  roomDeclined: ({ person }) => [edit(person, card, say('roomNoNoted', {}))],
  roomOpened: ({ couple }, stage) => toBoth(couple, stage, (id) => inUse(id, roomIn(couple, stage), stage)),
  roomShut: ({ couple, reason }, stage) => {
    const { hasStranded } = roomIn(couple, stage);
    return toBoth(couple, stage, () => say('roomShut', { reason, hasStranded }), shutKeys);
  },
  roomStillShut: ({ person, reason }) => [send(person, say('roomStillShut', { reason }), { card, keys: shutKeys })],
  // Only the card of whoever changes it is edited: the other reads the new language in the room.
  roomSpoken: ({ couple, person }, stage) => {
    const room = roomIn(couple, stage);
    return [edit(person, card, inUse(person, room, stage), { keys: openKeys(room) })];
  },
  roomMoved: nobody,
  roomLeft: (event, stage) => left(event, stage),
  groupLeft: nobody,
  strangerPressed: ({ person }) => [toast(person, say('roomNotYours', {}))],
  roomLaid: ({ couple, round }, stage) => (round === null ? [] : openInRoomCards(couple, round, stage)),
  roomGivenUp: ({ couple, round }, stage) => (isWhole(couple, round, stage) ? revealInChats(couple, round, stage) : []),
  roomApart: ({ couple, round, person }, stage) => [
    ...(isWhole(couple, round, stage) ? revealInChats(couple, round, stage, { isSilent: true }) : []),
    toast(person, say('roomApartSaid', {})),
  ],
  roomCleared: nobody,
};

/** Whether both answers are still sealed. If not, one of the two has erased their words. */
function isWhole(couple: Couple['id'], round: RoundId, { after }: Stage): boolean {
  return membersIn(after, couple).every((person) => answerOf(person, round).state === 'sealed');
}

const askedKeys: Rows = [[key('roomYes'), key('roomNo')]];
const openKeys = ({ language }: Room): Rows => [
  [key('roomSpeak', '', 0, language === 'nl' ? 'en' : 'nl'), key('roomClose')],
];
const shutKeys: Rows = [[key('roomLook'), key('roomClose')]];

function inUse(person: PersonId, { language }: Room, { after }: Stage): Say {
  return say('roomOpen', { partner: nameOfOther(after, person), language });
}

/** /kamer: how it stands, and never what the other said to it. */
function shown({ person, isUnfit }: EventOf<'roomShown'>, stage: Stage): readonly Notice[] {
  const me = personOf(stage.after, person);
  const room = roomSeenBy(coupleOf(stage.after, me), me);
  const partner = nameOfOther(stage.after, person);
  const fresh = (words: Say, keys: Rows = []) => [edit(person, card, null), send(person, words, { card, keys })];
  if (room === null && isUnfit) return [send(person, say('roomUnfit', {}), { board: 'none' })];
  switch (room?.state) {
    case undefined:
      return [
        ...fresh(say('roomExplained', { partner }), [[key('roomOnComputer'), key('roomDrop')]]),
        send(person, say('roomMaking', { partner }), { card: makingCard, board: 'make-room' }),
      ];
    case 'found':
      return fresh(say('roomMissing', { partner }));
    case 'proposed':
      return hasAllowed(me, 'room')
        ? fresh(say('roomYesNoted', {}))
        : fresh(say('roomAsked', { partner, isAgain: false }), askedKeys);
    case 'open':
      return fresh(inUse(person, room, stage), openKeys(room));
    case 'shut':
      return fresh(say('roomShut', { reason: room.reason ?? 'unsure', hasStranded: room.hasStranded }), shutKeys);
  }
}

/** To whoever made it: the key that picks a group goes with it. */
function made(to: PersonId, words: Say, { after, now }: Stage): readonly Notice[] {
  const isSilent = isSilentFor(personOf(after, to), after, now);
  return [edit(to, card, null), remove(to, makingCard), send(to, words, { lane: 'reveal', isSilent, board: 'none' })];
}

/** Whoever made the room has asked for it and is told; the other is asked. After it was shut, both are asked again. */
function proposed(me: Person, { maker }: Room, stage: Stage): readonly Notice[] {
  const partner = nameOfOther(stage.after, me.id);
  if (hasAllowed(me, 'room')) return made(me.id, say('roomFits', { partner }), stage);
  const isAgain = me.id === maker || !hasAllowed(personOf(stage.after, maker), 'room');
  return [
    edit(me.id, card, null),
    send(me.id, say('roomAsked', { partner, isAgain }), {
      lane: 'reveal',
      isSilent: isSilentFor(me, stage.after, stage.now),
      card,
      keys: askedKeys,
    }),
  ];
}

function left({ couple, why, reason }: EventOf<'roomLeft'>, stage: Stage): readonly Notice[] {
  const { maker } = roomBefore(couple, stage);
  switch (why) {
    case 'asked':
      return toBoth(couple, stage, () => say('roomEmpty', {}));
    case 'off':
      return toBoth(couple, stage, () => say('roomOff', {}));
    case 'lapsed':
    case 'unfit':
      return made(maker, say('roomNotMade', { reason: reason ?? null }), stage);
    case 'quietly':
      return [];
  }
}

/** Both get the same words at once, and the card of before loses its buttons. */
function toBoth(
  couple: Couple['id'],
  { after, now }: Stage,
  words: (id: PersonId) => Say,
  keys: Rows = [],
): readonly Notice[] {
  return coupleIn(after, couple).members.flatMap((id) => [
    edit(id, card, null),
    send(id, words(id), { lane: 'reveal', isSilent: isSilentFor(personOf(after, id), after, now), card, keys }),
  ]);
}

function roomIn(couple: Couple['id'], { after }: Stage): Room {
  const { room } = coupleIn(after, couple);
  if (room === null) throw new Error('an event of a room comes without one');
  return room;
}

function roomBefore(couple: Couple['id'], { before }: Stage): Room {
  return roomIn(couple, { after: before } as Stage);
}
