import { layDown } from '../crossing/reveal.js';
import type { Event } from '../event.js';
import { key } from '../keyboard.js';
import { say, type Key, type Say } from '../notice.js';
import { coupleIn, coupleOf, isAway, membersIn, personOf } from '../person.js';
import { isQuiet } from '../rhythm/rhythm.js';
import type { Language } from '../round/scenario.js';
import type { Couple, OpenedRound, Scene } from '../scene.js';
import type { CoupleId, Instant, PersonId, RoundId } from '../ids.js';
import type { Stage } from '../stage.js';
import type { Room } from './scene.js';
import { patienceMs } from './times.js';

/** What an event has the bot do in a group: the counterpart of a notice, which is for one person. */
export type RoomErrand =
  /** What was not sent there yet is not: of one round, or all of it. */
  | { readonly do: 'recall'; readonly couple: CoupleId; readonly round: RoundId | null }
  | { readonly do: 'check'; readonly couple: CoupleId; readonly chat: string; readonly asked: PersonId | null }
  | {
      readonly do: 'post';
      readonly couple: CoupleId;
      readonly chat: string;
      readonly round: RoundId | null;
      readonly say: Say;
      readonly keys: readonly (readonly Key[])[];
      readonly language: Language;
      readonly isSilent: boolean;
      /** What has not been laid there by then will not be. */
      readonly until: Instant;
    }
  | {
      readonly do: 'takeAway';
      readonly chat: string;
      readonly posts: readonly { readonly messageId: number; readonly at: Instant }[];
      readonly language: Language;
    }
  | { readonly do: 'leave'; readonly chat: string };

type Errands = {
  readonly [T in Event['type']]?: (event: Extract<Event, { type: T }>, stage: Stage) => readonly RoomErrand[];
};

const errands: Errands = {
  answersRevealed: ({ couple, round }, stage) => posts(couple, stage, (id) => id === round.id),
  roomLookedAt: ({ couple, asked }, { after }) =>
    ofRoom(after, couple, ({ chat }) => [{ do: 'check', couple, chat, asked }]),
  roomOpened: ({ couple }, stage) =>
    ofRoom(stage.after, couple, (room) => [post(stage, couple, room, say('roomGreeting', {}))]),
  roomShut: ({ couple }, { before }) => ofRoom(before, couple, (room) => [recall(couple), ...takeAway(room)]),
  // What was on its way to the old group goes to the new one, which is looked at before anything is laid there.
  roomMoved: ({ couple }, stage) => [recall(couple), ...posts(couple, stage, () => true)],
  roomLeft: ({ couple }, { before }) => ofRoom(before, couple, (room) => leave(couple, room)),
  groupLeft: ({ chat }) => [{ do: 'leave', chat }],
  // A copy that would go after a crash is none too many: it lies there.
  roomLaid: ({ couple, round }) => (round === null ? [] : [recall(couple, round)]),
  roomGivenUp: ({ couple, round }, { before }) => [recall(couple, round), ...ofRound(before, couple, round)],
  roomApart: ({ couple, round }, { before, now }) => [
    recall(couple, round),
    ...ofRound(before, couple, round),
    ...tapped(before, couple, now),
  ],
  roomCleared: ({ couple, chat, posts: gone }, { before }) => [
    { do: 'takeAway', chat, posts: gone, language: before.couples[couple]?.room?.language ?? 'nl' },
  ],
  answersErased: ({ person }, { before }) =>
    ofPerson(before, person, (couple, room) => [recall(couple), ...takeAway(room)]),
  // A post is a message to each of the two, so none goes out once either has left.
  stopped: ({ person }, { before }) => ofPerson(before, person, (couple) => [recall(couple)]),
  becameUnreachable: ({ person }, { before }) => ofPerson(before, person, (couple) => [recall(couple)]),
  unpaired: ({ couple }, { before }) => ofRoom(before, couple, (room) => leave(couple, room)),
  pairingUndone: ({ couple }, { before }) => ofRoom(before, couple, (room) => leave(couple, room)),
  erased: ({ person }, { before }) => ofPerson(before, person, leave),
};

export function errandsOf(event: Event, stage: Stage): readonly RoomErrand[] {
  const of = errands[event.type] as ((event: Event, stage: Stage) => readonly RoomErrand[]) | undefined;
  return of?.(event, stage) ?? [];
}

function recall(couple: CoupleId, round: RoundId | null = null): RoomErrand {
  return { do: 'recall', couple, round };
}

function leave(couple: CoupleId, room: Room): readonly RoomErrand[] {
  return [recall(couple), ...takeAway(room), { do: 'leave', chat: room.chat }];
}

function takeAway({ chat, language, posts: lying }: Pick<Room, 'chat' | 'language' | 'posts'>): readonly RoomErrand[] {
  return lying.length === 0 ? [] : [{ do: 'takeAway', chat, posts: lying, language }];
}

/** The posts of one round that are in the room. */
function ofRound(scene: Scene, couple: CoupleId, round: RoundId): readonly RoomErrand[] {
  return ofRoom(scene, couple, (room) => takeAway({ ...room, posts: room.posts.filter((one) => one.round === round) }));
}

/** The message that was tapped, also when it is not a known post: a crash can have sent a copy of one. */
function tapped(scene: Scene, couple: CoupleId, now: Instant): readonly RoomErrand[] {
  const messageId = scene.inRoom?.tapped ?? null;
  return ofRoom(scene, couple, (room) =>
    messageId === null || room.posts.some((one) => one.messageId === messageId)
      ? []
      : takeAway({ ...room, posts: [{ round: null, messageId, at: now, askedAt: now, keepDays: 90 }] }),
  );
}

/** The posts for the room. There are none while either is away, because a post is a message to both. */
function posts(couple: CoupleId, stage: Stage, isOne: (round: RoundId) => boolean): readonly RoomErrand[] {
  if (membersIn(stage.after, couple).some(isAway)) return [];
  return ofRoom(stage.after, couple, (room) =>
    coupleIn(stage.after, couple).opened.flatMap((opened) => {
      if (opened.room !== 'coming' || !isOne(opened.round.id)) return [];
      const words = layDown(couple, opened, stage);
      return words === null ? [] : [post(stage, couple, room, words, opened)];
    }),
  );
}

/** It is one message for both, so it makes no sound if either wants none in the time in which it may be sent. */
function post(
  { after, now }: Stage,
  couple: CoupleId,
  { chat, language }: Room,
  words: Say,
  opened: OpenedRound | null = null,
): RoomErrand {
  const until = (opened?.openedAt ?? now) + patienceMs;
  const isSilent = coupleIn(after, couple).members.some((id) =>
    [now, until].some((at) => isQuiet(personOf(after, id), at)),
  );
  const round = opened?.round.id ?? null;
  const keys = round === null ? [] : [[key('roomApart', round)]];
  return { do: 'post', couple, chat, round, say: words, keys, language, isSilent, until };
}

function ofRoom(scene: Scene, id: CoupleId, give: (room: Room) => readonly RoomErrand[]): readonly RoomErrand[] {
  const room = scene.couples[id]?.room ?? null;
  return room === null ? [] : give(room);
}

function ofPerson(
  scene: Scene,
  id: PersonId,
  give: (couple: Couple['id'], room: Room) => readonly RoomErrand[],
): readonly RoomErrand[] {
  const couple = coupleOf(scene, personOf(scene, id));
  return couple?.room == null ? [] : give(couple.id, couple.room);
}
