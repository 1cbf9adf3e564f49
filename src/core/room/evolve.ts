import type { EventOf } from '../event.js';
import { withCouple, withOpened, withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { CoupleId, PersonId, RoundId } from '../ids.js';
import { agreedNow } from '../pairing/consent.js';
import { spend } from '../pairing/spent.js';
import { personOf } from '../person.js';
import type { OpenedRound, Scene } from '../scene.js';
import type { RoomEvent } from './event.js';
import type { Room } from './scene.js';

/** The scene after each event of a room. */

export const roomEvolvers: Evolvers<RoomEvent> = {
  roomShown: unchanged,
  roomDropped: unchanged,
  roomLinked: unchanged,
  roomDeclined: unchanged,
  roomStillShut: unchanged,
  roomTooOften: unchanged,
  groupLeft: unchanged,
  strangerPressed: unchanged,
  roomFound: (scene, event) => found(scene, event),
  roomLookedAt: (scene, { couple }) => withRoom(scene, couple, () => ({ lookAt: null })),
  roomLookSet: (scene, { couple, at }) => withRoom(scene, couple, () => ({ lookAt: at })),
  roomMissing: (scene, { couple }) => withRoom(scene, couple, () => ({ isMissingTold: true })),
  roomProposed: (scene, { couple, at }) =>
    withRoom(scene, couple, () => ({ state: 'proposed', since: at, reason: null, lookAt: null })),
  roomAgreed: (scene, { person, at }) => withYes(scene, person, at),
  roomOpened: (scene, { couple, at }) =>
    withRoom(scene, couple, () => ({ state: 'open', since: at, usedAt: at, lookAt: null })),
  roomShut: (scene, { couple, reason, at }) =>
    withRoom(withoutYes(scene, couple), couple, () => ({
      ...{ state: 'shut', since: at, reason, lookAt: null, posts: [] },
    })),
  roomMoved: (scene, { couple, chat }) =>
    withRoom(scene, couple, ({ posts, hasStranded }) => ({
      chat,
      posts: [],
      hasStranded: hasStranded || posts.length > 0,
    })),
  roomSpoken: (scene, { couple, language }) => withRoom(scene, couple, () => ({ language })),
  roomLeft: (scene, { couple }) => withCouple(withoutYes(scene, couple), couple, () => ({ room: null })),
  roomLaid: (scene, event) => laid(scene, event),
  roomGivenUp: (scene, { couple, round }) => withOpenedOf(scene, couple, round, () => ({ room: undefined })),
  roomApart: (scene, { couple, round }) =>
    withRoom(
      withOpenedOf(scene, couple, round, () => ({ room: undefined })),
      couple,
      ({ posts }) => ({ posts: posts.filter((post) => post.round !== round) }),
    ),
  roomCleared: (scene, { couple, chat, posts: gone }) =>
    withRoom(scene, couple, ({ chat: own, posts }) =>
      own === chat ? { posts: posts.filter((one) => !gone.some(({ messageId }) => messageId === one.messageId)) } : {},
    ),
};

function found(scene: Scene, { couple, person, chat, at }: EventOf<'roomFound'>): Scene {
  const { language } = personOf(scene, person);
  const room: Room = {
    ...{ state: 'found', chat, maker: person, language, since: at, reason: null, lookAt: null },
    ...{ isMissingTold: false, hasStranded: false, posts: [], usedAt: at },
  };
  // Whoever made it has asked for it.
  const begun = withCouple(withoutYes(scene, couple), couple, () => ({ room }));
  return withYes(
    withPerson(begun, person, (me) => spend(me, 'room', at)),
    person,
    at,
  );
}

function laid(scene: Scene, { couple: id, round, messageId, at }: EventOf<'roomLaid'>): Scene {
  const opened = scene.couples[id]?.opened.find((one) => one.round.id === round);
  const keeping = { askedAt: opened?.round.startedAt ?? at, keepDays: opened?.keepDays ?? 90 } as const;
  const lies = round === null ? scene : withOpenedOf(scene, id, round, () => ({ room: 'laid' }));
  return withRoom(lies, id, ({ posts, usedAt }) => ({
    posts: [...posts, { round, messageId, at, ...keeping }],
    usedAt: round === null ? usedAt : at,
  }));
}

function withRoom(scene: Scene, couple: CoupleId, change: (room: Room) => Partial<Room>): Scene {
  return withCouple(scene, couple, ({ room }) => (room === null ? {} : { room: { ...room, ...change(room) } }));
}

function withOpenedOf(
  scene: Scene,
  couple: CoupleId,
  round: RoundId,
  change: (opened: OpenedRound) => Partial<OpenedRound>,
): Scene {
  const [person] = scene.couples[couple]?.members ?? [];
  return person === undefined ? scene : withOpened(scene, { person, round }, change);
}

function withYes(scene: Scene, person: PersonId, at: number): Scene {
  return withPerson(scene, person, ({ consents }) => ({ consents: { ...consents, room: agreedNow('room', at) } }));
}

/** Only a new yes of both opens it again: a friend could be let in for a minute. */
function withoutYes(scene: Scene, couple: CoupleId): Scene {
  return (scene.couples[couple]?.members ?? []).reduce(
    (now, member) =>
      withPerson(now, member, ({ consents }) =>
        consents.room === undefined ? {} : { consents: { ...consents, room: undefined } },
      ),
    scene,
  );
}
