import { anne, asks, botId, bram, cor, group, openRoomHouse, withRoom, type RoomHouse } from '../support/room-house.js';
import { opening, prompt } from '../core/prompts.js';
import { createChance } from './chance.js';

/**
 * A couple with a room, and somebody who may come in: what they do is drawn, with Telegram failing now and then. After
 * each deed the promises about a room are looked at, by what was really sent and by who was really there.
 */

export interface RoomBreach {
  readonly promise: string;
  readonly what: string;
  readonly at: number;
}

export interface RoomReport {
  readonly breach: RoomBreach | null;
  readonly deeds: readonly string[];
  readonly days: number;
  readonly posts: number;
  readonly calls: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** More than one life has days for. */
const questions = [opening, ...Array.from({ length: 90 }, (_, index) => prompt(`vraag-${String(index)}`))];

class Broken extends Error {
  constructor(
    readonly promise: string,
    what: string,
  ) {
    super(what);
  }
}

interface World {
  readonly house: RoomHouse;
  /** Words of answers by round and writer, and of talk in the group. */
  readonly said: Map<string, string>;
  readonly talk: string[];
  readonly away: Set<number>;
  /** When each left or came back last: what opened before may have gone to the other alone. */
  readonly leftAt: Map<number, number>;
  word: number;
  isFailing: boolean;
  /** Since when Telegram answers. */
  soundSince: number;
  isOver: boolean;
}

/** Something unlike anything else that is said. */
function newWord(world: World, kind: string): string {
  world.word += 1;
  return `${kind}woord${String(world.word)}einde`;
}

type Deed = (world: World, n: number) => Promise<void>;

const other = (who: number) => (who === anne ? bram : anne);
const one = (n: number) => (n % 2 === 0 ? anne : bram);

async function answer(world: World, who: number): Promise<void> {
  const round = world.house.couple().round;
  if (round === null || world.away.has(who) || isSealed(world, who, round.id)) return;
  const words = newWord(world, 'antwoord');
  const key = `${round.id} ${String(who)}`;
  await world.house.says(who, words);
  // Known before the tap: it may be laid within it.
  world.said.set(key, words);
  await world.house.taps(who, 'seal').finally(() => {
    if (!isSealed(world, who, round.id)) world.said.delete(key);
  });
}

function isSealed({ house }: World, who: number, round: string): boolean {
  const found = [...house.data.people.values()].find(({ address }) => address === String(who));
  return found?.person.answers[round]?.state === 'sealed';
}

async function question(world: World, n: number): Promise<void> {
  await asks(world.house, one(n));
  await answer(world, one(n >> 1));
  await answer(world, other(one(n >> 1)));
}

function leaves({ house, away, leftAt }: World, who: number): void {
  away.add(who);
  leftAt.set(who, house.now());
}

function fails(world: World, isFailing: boolean): void {
  const methods = ['getChat', 'getChatMemberCount', 'getChatMember', 'sendMessage'];
  for (const method of methods) world.house.fails(method, isFailing ? 'unheard' : null);
  world.isFailing = isFailing;
  world.soundSince = world.house.now();
}

const there = (world: World) => {
  try {
    return world.house.groupOf();
  } catch {
    return null;
  }
};

/** All is as it should be again, and both say yes to it. */
const heals: Deed = async (world, n) => {
  const { house } = world;
  fails(world, false);
  await deeds['goesOn']?.(world, n);
  await deeds['putsRight']?.(world, n);
  if (house.couple().breather !== null) await house.later(dayMs);
  if (house.couple().room === null) await house.makes([one(n), other(one(n))], group);
  else await house.taps(one(n), 'roomLook').catch(unlessNoButton);
  await deeds['agrees']?.(world, n);
};

/** A question that both answer, in whichever order, and time for it to be laid. */
const opens: Deed = async (world, n) => {
  await question(world, n).catch(unlessNoButton);
  await world.house.later(minuteMs);
};

const deeds: Readonly<Record<string, Deed>> = {
  opens,
  heals,
  // No update tells of it: only the look does.
  opensChanged: async (world, n) => {
    await deeds[['swaps', 'swaps', 'slipsIn', 'goesPublic'][n % 4] ?? 'swaps']?.(world, n >> 3);
    await opens(world, n >> 4);
  },
  answers: (world, n) => answer(world, one(n)),
  minutes: ({ house }, n) => house.later((1 + (n % 12)) * minuteMs),
  hours: ({ house }, n) => house.later((1 + (n % 40)) * hourMs),
  days: ({ house }, n) => house.later((1 + (n % 5)) * dayMs),
  joins: async ({ house }) => house.joins(cor),
  parts: async ({ house }) => house.parts(cor),
  slipsIn: async (world) => {
    there(world)?.members.set(cor, { status: 'member' });
    return Promise.resolve();
  },
  swaps: async (world, n) => {
    there(world)?.members.delete(one(n));
    there(world)?.members.set(cor, { status: 'member' });
    return Promise.resolve();
  },
  putsRight: async (world) => {
    const open = there(world);
    open?.members.delete(cor);
    for (const who of [anne, bram]) open?.members.set(who, { status: who === anne ? 'creator' : 'member' });
    open?.members.set(botId, { status: 'member' });
    if (open !== null) delete open.about['username'];
    return Promise.resolve();
  },
  goesPublic: async (world) => {
    Object.assign(there(world)?.about ?? {}, { username: 'wij' });
    return Promise.resolve();
  },
  promotes: async (world, n) => {
    there(world)?.members.set(botId, { status: 'administrator' });
    if (n % 2 === 0) await world.house.member(anne, 'member', 'administrator');
  },
  looks: ({ house }, n) => house.taps(one(n), 'roomLook'),
  agrees: async ({ house }) => {
    for (const who of [anne, bram]) {
      await house.says(who, '/kamer');
      if (house.couple().room?.state === 'proposed') await house.taps(who, 'roomYes').catch(unlessNoButton);
    }
  },
  makes: ({ house }, n) => house.makes([one(n), other(one(n))]),
  replies: async (world, n) => {
    const text = newWord(world, 'praat');
    world.talk.push(text);
    await world.house.hears({
      from: { id: one(n), is_bot: false, first_name: 'x' },
      text,
      reply_to_message: { message_id: 1 },
    });
  },
  chats: async (world, n) => {
    const text = newWord(world, 'praat');
    world.talk.push(text);
    await world.house.says(one(n), text, group);
  },
  apart: ({ house }, n) => house.taps(n % 7 === 0 ? cor : one(n), 'roomApart', undefined, group),
  breathes: ({ house }, n) => house.says(one(n), '/adempauze', n % 3 === 0 ? group : one(n)),
  stops: async (world, n) => {
    await world.house.says(one(n), '/stop');
    leaves(world, one(n));
  },
  goesOn: async (world) => {
    for (const who of [...world.away]) {
      await world.house.taps(who, 'goOn');
      world.away.delete(who);
      world.leftAt.set(who, world.house.now());
    }
  },
  failsFor: async (world) => {
    fails(world, !world.isFailing);
    return Promise.resolve();
  },
  // What is on its way when somebody stops is seen only where it could not be laid at once.
  stopsMeanwhile: async (world, n) => {
    fails(world, true);
    await question(world, n);
    await world.house.says(one(n), '/stop');
    leaves(world, one(n));
    fails(world, false);
    await world.house.later(3 * minuteMs);
  },
  // Between the first question to Telegram and the send.
  stopsWhileLookedFor: async (world, n) => {
    const who = one(n >> 2);
    world.house.during('getChatMemberCount', async () => {
      const from = { id: who, is_bot: false, first_name: 'x', language_code: 'nl' };
      await world.house.comes({
        message: { message_id: 900_001, date: 1, from, chat: { id: who, type: 'private' }, text: '/stop' },
      });
      leaves(world, who);
    });
    await question(world, n);
  },
  erasesAnswers: async (world, n) => {
    const { house } = world;
    await house.says(one(n), '/wis');
    await house.taps(one(n), 'erase', 'answers');
    await house.taps(one(n), 'eraseNow');
    // What was on its way is gone for both.
    for (const who of [anne, bram]) world.leftAt.set(who, house.now());
  },
  kicks: async (world) => {
    const open = there(world);
    if (open === null) return;
    open.isKicked = true;
    await world.house.member(anne, 'member', 'kicked');
  },
};

/** A button that nobody was shown is none to tap, and a question that does not come is none to answer. */
function unlessNoButton(error: unknown): void {
  const isNothing = error instanceof Error && /^(?:no button|no question|there is no such group)/.test(error.message);
  if (!isNothing) throw error;
}

/** Who is there at this moment, as it really is: exactly the two, and the bot as an ordinary member, unseen by others. */
function isAsPromised(world: World): boolean {
  const open = there(world);
  if (open === null) return false;
  const ids = [...open.members.keys()].toSorted((a, b) => a - b);
  const isTwo = JSON.stringify(ids) === JSON.stringify([anne, bram, botId]);
  return isTwo && open.members.get(botId)?.status === 'member' && open.about['username'] === undefined;
}

/** Looked at in the moment of each send to the group. */
function watchSends(world: World): void {
  world.house.onPost((text) => {
    if (!isAsPromised(world)) throw new Broken('19', 'a word was laid in a room without exactly the two there');
    for (const who of world.away) {
      throw new Broken('7', `a word was laid in a room after ${String(who)} had stopped: a message to them too`);
    }
    const round = [...world.said].find(([, words]) => text.includes(words))?.[0].split(' ')[0];
    const opened = world.house.couple().opened.find((each) => each.round.id === round);
    if (opened?.round.room === undefined) return;
    const first = world.said.get(
      `${opened.round.id} ${String(opened.round.room.first === ids(world)[0] ? anne : bram)}`,
    );
    const second = [...world.said].find(
      ([key, words]) => key.startsWith(`${opened.round.id} `) && words !== first,
    )?.[1];
    if (first !== undefined && second !== undefined && text.indexOf(first) > text.indexOf(second)) {
      throw new Broken('6', 'the order in a room is not that of the coin');
    }
  });
}

const ids = ({ house }: World) => house.couple().members;

/** Looked at when all has come to rest. */
function look(world: World): void {
  const { house } = world;
  const couple = [...house.data.couples.values()]
    .map((each) => each.couple)
    .find(({ members }) => members.length === 2);
  const kept = JSON.stringify([
    [...house.data.people.values()],
    [...house.data.couples.values()],
    house.said.map(({ row }) => row.params),
  ]);
  for (const talk of world.talk) {
    if (kept.includes(talk)) throw new Broken('20', 'what was typed in a room was kept or sent');
  }
  for (const { person } of house.data.people.values()) {
    if (person.isUnreachable) throw new Broken('19', 'somebody is out of reach for what happened to a group');
  }
  if (couple === undefined) {
    world.isOver = true;
    return;
  }
  const isSound = !world.isFailing && house.now() - world.soundSince > minuteMs;
  const open = there(world);
  const isShut = couple.room === null || couple.room.state === 'shut';
  if (isShut && isSound && open !== null && !open.isKicked) {
    const left = [...open.messages.values()].find(({ text }) =>
      [...world.said.values()].some((words) => text.includes(words)),
    );
    if (left !== undefined) throw new Broken('19', 'words still lie in a room that is none any more');
  }
  for (const { round, room, openedAt } of couple.opened) {
    if (room === 'coming' && house.now() - openedAt > 11 * minuteMs) {
      throw new Broken('2', 'what both sealed lies neither in the room nor in their own chats');
    }
    const reader = [anne, bram].find((who) => !world.away.has(who) && (world.leftAt.get(who) ?? 0) < openedAt);
    const theirs = reader === undefined ? undefined : world.said.get(`${round.id} ${String(other(reader))}`);
    if (reader === undefined || theirs === undefined || room !== undefined) continue;
    const isRead =
      house.heardBy(reader).some((text) => text.includes(theirs)) || house.laid.some((text) => text.includes(theirs));
    if (!isRead && house.now() - openedAt > 11 * minuteMs) throw new Broken('2', 'what both sealed was read by nobody');
  }
}

export async function liveInRoom(seed: number, steps: number): Promise<RoomReport> {
  const chance = createChance(seed, 'room');
  const house = openRoomHouse({ rooms: 'on' }, questions, seed);
  const began = house.now();
  const world: World = {
    ...{
      house,
      said: new Map(),
      talk: [],
      away: new Set(),
      leftAt: new Map(),
      word: 0,
      isFailing: false,
      soundSince: began,
      isOver: false,
    },
  };
  const done: string[] = [];
  const names = Object.keys(deeds);
  let breach: RoomBreach | null = null;
  try {
    await withRoom(house);
    watchSends(world);
    for (let step = 0; step < steps && !world.isOver; step += 1) {
      const name =
        chance.below(2) === 0 ? chance.pick(['opens', 'opens', 'heals', 'opensChanged']) : chance.pick(names);
      done.push(name);
      await deeds[name]?.(world, chance.below(1 << 16)).catch(unlessNoButton);
      look(world);
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    breach = { promise: error.promise, what: error.message, at: house.now() };
  }
  const days = Math.ceil((house.now() - began) / dayMs);
  return { breach, deeds: done, days, posts: house.posts().length, calls: house.calls.length };
}
