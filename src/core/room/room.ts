import type { Button, ButtonOf } from '../buttons.js';
import type { Command } from '../command.js';
import type { Decision, Event } from '../event.js';
import type { Given } from '../given.js';
import { isHeldBack } from '../held-back.js';
import type { Instant } from '../ids.js';
import { hasAllowed } from '../pairing/consent.js';
import { isSpent } from '../pairing/spent.js';
import { coupleOf, isAway, personOf } from '../person.js';
import type { Couple, Person, Scene } from '../scene.js';
import { leaves, toOwnChats } from './leaving.js';
import type { RoomCheck, RoomReason } from './scene.js';
import { roomSeenBy } from './seen.js';
import { roomTable, type RoomHappening } from './table.js';
import { calmMs, missingMs } from './times.js';

/** The rules of the room: how one comes to be, and what ends it. What lies in it is laying.ts. */

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** /kamer */
export function showRoom(scene: Scene, me: Person, { rooms }: Given): Decision {
  if (rooms === undefined) return { refusal: 'unknown-command' };
  if (coupleOf(scene, me)?.pairedAt == null) return { refusal: 'not-paired' };
  return [{ type: 'roomShown', person: me.id, isUnfit: rooms === 'unfit' }];
}

/**
 * The bot was added to a group. Whoever of a couple did that has asked for a room; in anybody else's it does not stay.
 */
export function roomAdded(scene: Scene, me: Person, { chat }: Of<'roomAdded'>, given: Given): Decision {
  const leave: Event = { type: 'groupLeft', chat };
  const [mine, theirs] = [coupleOf(scene, me), scene.inRoom?.couple ?? null];
  if (theirs !== null && theirs !== mine?.id) return happens(scene, scene.couples[theirs], 'joined', given.now);
  if (mine?.pairedAt == null || isAway(me)) return [leave];
  if (given.rooms !== 'on') return [leave, { type: 'roomShown', person: me.id, isUnfit: true }];
  if (roomSeenBy(mine, me) === null) {
    if (isSpent(me, 'room', given.now)) return [leave, { type: 'roomTooOften', person: me.id }];
    return [
      ...(mine.room === null ? [] : leaves(mine, 'quietly', given.now)),
      { type: 'roomFound', couple: mine.id, person: me.id, chat, at: given.now },
      { type: 'roomLookedAt', couple: mine.id, asked: null },
    ];
  }
  return mine.room?.chat === chat ? happens(scene, mine, 'added', given.now, { by: me.id }) : [leave];
}

/** What Telegram says of a group that is somebody's room. */
export function roomNews(scene: Scene, { news }: Of<'roomNews'>, now: Instant): readonly Event[] {
  const couple = roomCouple(scene);
  if (couple === undefined || scene.inRoom === undefined) return [];
  const { named } = scene.inRoom;
  const isOther = named.some((id) => id === null || !couple.members.includes(id));
  if (news === 'joined') return happens(scene, couple, isOther ? 'joined' : 'completed', now);
  // Whoever joined had it shut already.
  if (news === 'parted') return named.every((id) => id === null) ? [] : happens(scene, couple, 'parted', now);
  return happens(scene, couple, news, now);
}

export function roomMigrated(scene: Scene, { to }: Of<'roomMigrated'>): readonly Event[] {
  const couple = roomCouple(scene);
  if (couple === undefined || couple.room === null || couple.room.chat === to) return [];
  const moved: Event = { type: 'roomMoved', couple: couple.id, chat: to };
  // One that is shut is looked at when one of the two asks for that.
  return couple.room.state === 'shut' ? [moved] : [moved, { type: 'roomLookedAt', couple: couple.id, asked: null }];
}

/** A person's command from within a group; null when it is answered as if it came from their own chat. */
export function inRoom(scene: Scene, me: Person, command: Command, now: Instant): Decision | null {
  if (scene.inRoom === undefined || command.type === 'roomAdded') return null;
  const couple = roomCouple(scene);
  // A command typed somewhere else is none.
  if (couple === undefined) return [];
  if (couple.members.includes(me.id)) return null;
  const pressed: readonly Event[] = command.type === 'press' ? [{ type: 'strangerPressed', person: me.id }] : [];
  return [...pressed, ...happens(scene, couple, 'joined', now)];
}

/** The courier checked who is there. The finding counts only for the group that it checked. */
export function roomChecked(scene: Scene, { chat, found, asked }: Of<'roomChecked'>, now: Instant): readonly Event[] {
  const couple = roomCouple(scene);
  if (couple?.room?.chat !== chat) return [];
  if (found === 'fits' && isHeldBack(couple) && couple.room.state !== 'open') {
    return [{ type: 'roomLookSet', couple: couple.id, at: now + calmMs }];
  }
  const what = found === 'fits' || found === 'missing' ? found : 'unfit';
  return happens(scene, couple, what, now, { reason: reasonOf(found), by: asked });
}

/** A word was to be laid there, and must not. */
export function roomLost(scene: Scene, { chat, reason }: Of<'roomLost'>, now: Instant): readonly Event[] {
  const couple = roomCouple(scene);
  if (couple?.room?.chat !== chat) return [];
  return happens(scene, couple, reason === 'removed' ? 'removed' : 'unfit', now, { reason });
}

export function roomsEnded(scene: Scene, now: Instant): readonly Event[] {
  const couple = roomCouple(scene);
  return couple?.room == null ? [] : leaves(couple, 'off', now);
}

/** The buttons of a room, in one's own chat. */
export function pressRoom(scene: Scene, me: Person, button: Button<ButtonOf<'room'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (button.name === 'ourRoom') return showRoom(scene, me, given);
  if (button.name === 'roomDrop') return [{ type: 'roomDropped', person: me.id }];
  if (button.name === 'roomOnComputer') {
    return given.rooms === 'on' && couple?.pairedAt != null && roomSeenBy(couple, me) === null
      ? [{ type: 'roomLinked', person: me.id }]
      : { refusal: 'stale-button' };
  }
  if (couple?.room == null) return { refusal: 'stale-button' };
  const { room } = couple;
  switch (button.name) {
    case 'roomYes':
      return agree(scene, me, couple, given.now);
    case 'roomNo':
      return room.state === 'proposed' ? [{ type: 'roomDeclined', person: me.id }] : { refusal: 'stale-button' };
    case 'roomLook':
      return room.state === 'shut' && given.rooms === 'on'
        ? [{ type: 'roomLookedAt', couple: couple.id, asked: me.id }]
        : { refusal: 'stale-button' };
    case 'roomSpeak':
      return room.state === 'open' ? speaks(couple, me, button.arg) : { refusal: 'stale-button' };
    case 'roomClose':
      return room.state === 'open' || room.state === 'shut'
        ? leaves(couple, 'asked', given.now)
        : { refusal: 'stale-button' };
    case 'roomApart':
      return apart(scene, couple, me, button.slot, given.now);
  }
}

function speaks({ id }: Couple, me: Person, arg: string): Decision {
  const language = arg === 'nl' || arg === 'en' ? arg : null;
  return language === null
    ? { refusal: 'stale-button' }
    : [{ type: 'roomSpoken', couple: id, person: me.id, language }];
}

/** The second yes opens it. */
function agree(scene: Scene, me: Person, couple: Couple, now: Instant): Decision {
  if (couple.room?.state !== 'proposed') return { refusal: 'stale-button' };
  if (hasAllowed(me, 'room')) return [];
  const agreed: Event = { type: 'roomAgreed', person: me.id, at: now };
  const isBoth = couple.members.every((id) => id === me.id || hasAllowed(personOf(scene, id), 'room'));
  return isBoth ? [agreed, { type: 'roomOpened', couple: couple.id, at: now }] : [agreed];
}

/**
 * [Liever apart]: what lies there goes to their own chats. Whoever taps has it before them, also while the bot has yet to
 * hear that it arrived. What they have already goes from there all the same: a copy, since Telegram did not say that the
 * first had arrived.
 */
function apart(scene: Scene, { id, opened, room }: Couple, me: Person, round: string, now: Instant): Decision {
  if (opened.some((one) => one.round.id === round && one.room !== undefined)) {
    return [{ type: 'roomApart', couple: id, round, person: me.id }];
  }
  const messageId = scene.inRoom?.tapped ?? null;
  return messageId === null || room === null
    ? { refusal: 'stale-button' }
    : [{ type: 'roomCleared', couple: id, chat: room.chat, posts: [{ messageId, at: now }] }];
}

/** What comes of something that happened, by the table. */
function happens(
  scene: Scene,
  couple: Couple | undefined,
  what: RoomHappening,
  now: Instant,
  about: { readonly reason?: RoomReason | null; readonly by?: number | null } = {},
): readonly Event[] {
  if (couple === undefined || couple.room === null) return [];
  const { id, room } = couple;
  const reason = about.reason ?? reasons[what];
  switch (roomTable[room.state][what]) {
    case 'stay':
      return [];
    case 'look':
      return [{ type: 'roomLookedAt', couple: id, asked: about.by ?? null }];
    case 'wait':
      return [
        ...(room.isMissingTold ? [] : [{ type: 'roomMissing', couple: id } as const]),
        { type: 'roomLookSet', couple: id, at: now + missingMs },
      ];
    case 'propose':
      return [{ type: 'roomProposed', couple: id, at: now }];
    case 'leave':
      return leaves(couple, 'unfit', now, reason);
    case 'drop':
      return leaves(couple, 'quietly', now);
    case 'shut':
      return [{ type: 'roomShut', couple: id, reason, at: now }, ...toOwnChats(couple, now)];
    case 'answer':
      return about.by == null ? [] : [{ type: 'roomStillShut', person: about.by, reason }];
  }
}

const reasons: Readonly<Record<RoomHappening, RoomReason>> = {
  ...{ completed: 'unsure', joined: 'joined', parted: 'not-two', promoted: 'promoted', exposed: 'exposed' },
  ...{ removed: 'removed', added: 'unsure', fits: 'unsure', missing: 'not-two', unfit: 'unsure' },
};

function reasonOf(found: RoomCheck): RoomReason | null {
  if (found === 'fits') return null;
  return found === 'missing' ? 'not-two' : found;
}

/** Whose room the command speaks of. */
function roomCouple({ inRoom: where, about, couples }: Scene): Couple | undefined {
  const id = where === undefined ? about : where.couple;
  return id === null ? undefined : couples[id];
}
