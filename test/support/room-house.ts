import { createHash } from 'node:crypto';
import { createHandle } from '../../src/app/handle.js';
import { createRenderer } from '../../src/app/render.js';
import type { Button, ButtonName } from '../../src/core/buttons.js';
import type { Couple } from '../../src/core/scene.js';
import { createRoomErrands } from '../../src/courier/rooms.js';
import { createLog } from '../../src/log.js';
import type { Applied, Inbound, Row } from '../../src/store/store.js';
import { TelegramRefusal, TelegramUnheard } from '../../src/telegram/errors.js';
import { intake } from '../../src/telegram/intake.js';
import { decodeButton } from '../../src/telegram/keyboard.js';
import { createRoomWork } from '../../src/telegram/room-work.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { opening, prompt } from '../core/prompts.js';
import { createData } from '../store/memory/data.js';
import { createMemoryStore } from '../store/memory/memory-store.js';
import { allLanes } from '../store/support.js';

/**
 * The bot from an update to what stands in a group, over the store in memory: its own intake, rules, guard and errands.
 * Only Telegram is played, as far as a group of two people and a bot needs it.
 */

export const anne = 101;
export const bram = 102;
export const cor = 103;
export const botId = 900;
export const group = -4001;
const names: Readonly<Record<number, string>> = { [anne]: 'Anne', [bram]: 'Bram', [cor]: 'Cor' };
const username = 'SamenspraakBot';
const sundayNoon = 1_795_345_200_000;
const minuteMs = 60_000;
/** Light questions in free words, and one that is deep. */
const usual = [opening, ...['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg'].map((id) => prompt(id))];

interface Member {
  readonly status: string;
  readonly is_anonymous?: boolean;
}

interface Group {
  readonly members: Map<number, Member>;
  readonly about: Record<string, unknown>;
  readonly messages: Map<number, { readonly text: string; readonly entities: unknown; readonly isSilent: boolean }>;
  migratedTo: number | null;
  isKicked: boolean;
}

export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

class Killed extends Error {}

/** What somebody's chat shows in the end, and every sound. */
export interface Said {
  readonly chat: number;
  readonly at: number;
  readonly row: Row;
}

export function openRoomHouse(given: { readonly rooms?: 'on' | 'unfit' } = { rooms: 'on' }, prompts = usual, seed = 0) {
  const data = createData();
  const store = createMemoryStore(data);
  const scenarios = new Map(prompts.map((one) => [one.id, one]));
  const content = { scenarios, protocols: new Map(), paths: new Map() };
  const log = createLog('silent');
  const groups = new Map<number, Group>();
  const calls: Call[] = [];
  const said: Said[] = [];
  const shown = new Map<number, Button[]>();
  const fails = new Map<string, () => Error>();
  let [now, lastId, passedMs] = [sundayNoon, 1000, 0];
  const laid: string[] = [];
  let onPost: ((text: string) => void) | null = null;
  let broken: unknown = null;
  /** What happens while Telegram is being asked something, once. */
  const meanwhile = new Map<string, () => Promise<void>>();
  const nextId = () => (lastId += 1);

  const handle = createHandle({
    store,
    clock: { now: () => now },
    given: { ...content, ...given, openTo: 'everyone', tellsNews: false, spreadMs: 0 },
    renderer: createRenderer(
      { nl, en },
      { operator: 'Els', operatorContact: null, policyUrl: null, botUsername: username, ...content },
    ),
    defaults: { language: 'nl', zone: 'Europe/Amsterdam' },
    log,
    // Two lives of the same hours draw the same.
    chance: ({ command }) =>
      createHash('sha256')
        .update(`${String(seed)} ${String(now)} ${command.type}`)
        .digest(),
    onApplied: () => undefined,
  });

  const refusal = (code: number, description: string, to: number | null = null) =>
    new TelegramRefusal('', code, description, null, to !== null, to === null ? null : String(to));

  async function call(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> {
    calls.push({ method, params });
    const happens = meanwhile.get(method);
    meanwhile.delete(method);
    if (method !== 'sendMessage') await happens?.();
    const failure = fails.get(method);
    if (failure !== undefined) throw failure();
    const chat = Number(params['chat_id']);
    const there = groups.get(chat);
    if (there === undefined) throw refusal(400, 'Bad Request: chat not found');
    if (there.migratedTo !== null) {
      throw refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', there.migratedTo);
    }
    if (there.isKicked) throw refusal(403, 'Forbidden: bot was kicked from the group chat');
    const answered = answer(method, params, there);
    if (method === 'sendMessage') await happens?.();
    return answered;
  }

  function answer(method: string, params: Readonly<Record<string, unknown>>, there: Group): unknown {
    const id = Number(params['message_id'] ?? params['user_id']);
    switch (method) {
      case 'getChat':
        return { id: params['chat_id'], ...there.about };
      case 'getChatMemberCount':
        return there.members.size;
      case 'getChatMember': {
        const member = there.members.get(id);
        return { user: { id }, ...(member ?? { status: 'left' }) };
      }
      case 'sendMessage': {
        const message = {
          text: String(params['text']),
          entities: params['entities'],
          isSilent: params['disable_notification'] === true,
        };
        laid.push(message.text);
        try {
          onPost?.(message.text);
        } catch (error) {
          broken ??= error;
        }
        there.messages.set(nextId(), message);
        noteButtons(Number(params['chat_id']), params);
        return { message_id: lastId };
      }
      case 'deleteMessages':
        for (const one of params['message_ids'] as number[]) there.messages.delete(one);
        return true;
      case 'editMessageText':
        there.messages.set(id, { text: String(params['text']), entities: [], isSilent: true });
        return { message_id: id };
      case 'leaveChat':
        there.members.delete(botId);
        there.isKicked = true;
        return true;
      default:
        throw new Error(`nobody calls ${method} in a group`);
    }
  }

  const death = { isNear: false };
  const begins = () =>
    createRoomErrands({
      store: {
        nextRoomAt: () => store.nextRoomAt(),
        claimRooms: (at, limit, settlements) => {
          if (death.isNear && settlements !== undefined && settlements.length > 0) {
            death.isNear = false;
            throw new Killed();
          }
          return store.claimRooms(at, limit, settlements);
        },
      },
      work: createRoomWork({
        ...{ call, botId, now: () => now, elapsedMs: () => passedMs, turn: () => Promise.resolve() },
        isWanted: (row) => store.isRoomRowWanted(row),
      }),
      clock: { now: () => now },
      log,
      onReport: apply,
      onLanded: () => undefined,
      signal: new AbortController().signal,
    });
  let errands = begins();

  function noteButtons(chat: number, params: Readonly<Record<string, unknown>>): void {
    const { inline_keyboard: rows = [] } = (params['reply_markup'] ?? {}) as {
      inline_keyboard?: { callback_data?: string }[][];
    };
    const buttons = rows.flat().flatMap(({ callback_data: written }) => decodeButton(written ?? '') ?? []);
    shown.set(chat, [...(shown.get(chat) ?? []), ...buttons]);
  }

  async function apply(inbound: readonly Inbound[]): Promise<readonly Applied[]> {
    const applied = await handle(inbound);
    for (const one of applied) if (one.result === 'failed') throw one.error;
    return applied;
  }

  /** Everything that may go, goes. */
  async function send(): Promise<void> {
    for (let turns = 0; turns < 200; turns += 1) {
      const begun = await errands.pass();
      const rows = await store.claim(now, allLanes, 50);
      for (const row of rows) {
        const chat = Number(row.params['chat_id']);
        said.push({ chat, at: now, row });
        noteButtons(chat, row.params);
      }
      const ends = rows.map(({ id, kind }) => ({
        row: id,
        as: 'sent' as const,
        messageId: kind === 'send' ? nextId() : null,
      }));
      await store.settle(ends, now);
      await new Promise((resolve) => setImmediate(resolve));
      if (broken !== null) throw broken as Error;
      if (rows.length === 0 && !begun && errands.isIdle()) return;
    }
    throw new Error('it does not come to rest');
  }

  async function takes(update: object): Promise<void> {
    now += 1000;
    const inbound = intake({ update_id: nextId(), ...update }, { username, inGroups: { id: botId } });
    if (inbound !== null) await apply([inbound]);
    await send();
  }

  const user = (id: number) => ({ id, is_bot: id === botId, first_name: names[id] ?? 'bot', language_code: 'nl' });
  const inGroup = (chat: number) => ({ id: chat, type: 'group', title: 'wij' });

  const house = {
    store,
    data,
    calls,
    said,
    now: () => now,
    groupOf: (chat = group): Group => {
      const there = groups.get(chat);
      if (there === undefined) throw new Error('there is no such group');
      return there;
    },
    couple: (): Couple => {
      const [couple] = [...data.couples.values()].map((one) => one.couple).filter(({ members }) => members.length > 0);
      if (couple === undefined) throw new Error('there is no couple');
      return couple;
    },
    says: (who: number, text: string, chat = who) =>
      takes({
        message: {
          message_id: nextId(),
          date: 1,
          from: user(who),
          chat: chat < 0 ? inGroup(chat) : { id: who, type: 'private' },
          text,
        },
      }),
    hears: (message: object) => takes({ message: { message_id: nextId(), date: 1, chat: inGroup(group), ...message } }),
    takes,
    taps: async (who: number, name: ButtonName, arg?: string, chat = who) => {
      const known = shown.get(chat) ?? [];
      const button = known.findLast((one) => one.name === name && (arg === undefined || one.arg === arg));
      if (button === undefined) throw new Error(`no button ${name} was shown there`);
      const data = `${button.name}:${button.slot}:${button.step.toString(36)}:${button.arg}`;
      const message_id = chat < 0 ? ([...(groups.get(chat)?.messages.keys() ?? [])].at(-1) ?? nextId()) : nextId();
      const where = chat < 0 ? inGroup(chat) : { id: who, type: 'private' };
      await takes({
        callback_query: { id: String(nextId()), from: user(who), data, message: { chat: where, message_id } },
      });
    },
    /** A group of these, to which the first adds the bot. */
    makes: async (people: readonly number[], chat = group) => {
      const [maker = anne] = people;
      const members = new Map<number, Member>(people.map((id) => [id, { status: 'member' }]));
      members.set(maker, { status: 'creator' });
      members.set(botId, { status: 'member' });
      groups.set(chat, { members, about: { type: 'group' }, messages: new Map(), migratedTo: null, isKicked: false });
      await house.member(maker, 'left', 'member', chat);
    },
    member: (by: number, old: string, status: string, chat = group) =>
      takes({
        my_chat_member: {
          chat: inGroup(chat),
          from: user(by),
          date: 1,
          old_chat_member: { status: old, user: user(botId) },
          new_chat_member: { status, user: user(botId) },
        },
      }),
    joins: async (who: number, chat = group) => {
      house.groupOf(chat).members.set(who, { status: 'member' });
      await takes({
        message: { message_id: nextId(), date: 1, chat: inGroup(chat), from: user(who), new_chat_members: [user(who)] },
      });
    },
    parts: async (who: number, chat = group) => {
      house.groupOf(chat).members.delete(who);
      await takes({
        message: { message_id: nextId(), date: 1, chat: inGroup(chat), from: user(who), left_chat_member: user(who) },
      });
    },
    migrates: async (to: number, isTold = true) => {
      const old = house.groupOf();
      groups.set(to, { ...old, about: { type: 'supergroup' }, messages: new Map(), migratedTo: null, isKicked: false });
      old.migratedTo = to;
      if (isTold) {
        await takes({
          message: { message_id: nextId(), date: 1, chat: inGroup(group), from: user(anne), migrate_to_chat_id: to },
        });
      }
    },
    fails: (method: string, how: 'unheard' | 'kicked' | null) => {
      if (how === null) fails.delete(method);
      else {
        fails.set(method, () =>
          how === 'unheard'
            ? new TelegramUnheard(method, 'timeout', false)
            : refusal(403, 'Forbidden: bot was kicked from the group chat'),
        );
      }
    },
    /** All that ever lay in a group. */
    laid,
    /** Hears of each post in the moment it is laid; what it throws ends what is being done. */
    onPost: (hears: (text: string) => void) => {
      onPost = hears;
    },
    /** While Telegram is asked this, or has taken it and not yet answered. */
    during: (method: string, work: () => Promise<void>) => {
      meanwhile.set(method, work);
    },
    /** It ends in the moment when something that was done in a group is to be noted as done, and begins anew. */
    isKilledBeforeNoting: async (work: () => Promise<void>) => {
      death.isNear = true;
      const isStillNear = () => death.isNear;
      await work().catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      if (isStillNear()) throw new Error('nothing was to be noted');
      errands = begins();
      await store.recover(now);
      await send();
    },
    /** So long passes without anything being done. */
    standsStill: (ms: number) => {
      passedMs += ms;
    },
    apply,
    /** What comes in while something else is under way. */
    comes: async (update: object) => {
      const inbound = intake({ update_id: nextId(), ...update }, { username, inGroups: { id: botId } });
      if (inbound !== null) await apply([inbound]);
    },
    send,
    /** Time passes; what comes due is done at its minute. */
    later: async (ms: number) => {
      const until = now + ms;
      for (let turns = 0; turns < 5_000; turns += 1) {
        const times = [await store.nextDueAt(), await store.nextSendAt(), await store.nextRoomAt()];
        const next = Math.max(now, Math.min(...times.map((at) => at ?? Infinity)));
        if (next > until) break;
        now = next;
        const couples = await store.due(now, 20);
        await apply(
          couples.map((couple) => ({
            ...{ updateId: null, origin: { from: 'couple' as const, couple }, command: { type: 'wake' as const } },
            ...{ callbackQueryId: null, messageId: null, ownMessageId: null },
          })),
        );
        await send();
        now = Math.min(until, now + minuteMs / 4);
      }
      now = until;
      await send();
    },
    /** What was said to somebody since a moment, in their own chat. */
    heardBy: (who: number, since = 0) =>
      said
        .filter(({ chat, at, row }) => chat === who && at >= since && row.kind !== 'answer')
        .map(
          ({ row: { params, method } }) =>
            [params['text'], params['caption']].find((said) => typeof said === 'string') ?? method,
        ),
    /** What lies in the group. */
    lies: (chat = group) => [...house.groupOf(chat).messages.values()].map(({ text }) => text),
    posts: () => calls.filter(({ method }) => method === 'sendMessage'),
  };
  return house;
}

export type RoomHouse = ReturnType<typeof openRoomHouse>;

/** Anne and Bram, who opened their first question to each other. */
export async function paired(house: RoomHouse): Promise<void> {
  await house.says(anne, '/start');
  await house.taps(anne, 'agree');
  const code = house.couple().invite?.code ?? '';
  await house.says(bram, `/start ${code}`);
  await house.taps(bram, 'agree');
  for (const who of [anne, bram]) {
    if (house.couple().round === null) break;
    await house.says(who, `eerste van ${names[who] ?? ''}`);
    await house.taps(who, 'seal');
  }
  // With the note about the rhythm, which follows the first opening.
  await house.later(5 * minuteMs);
}

/** They have a room, by Anne. */
export async function withRoom(house: RoomHouse): Promise<void> {
  await paired(house);
  await house.makes([anne, bram]);
  await house.taps(bram, 'roomYes');
}

/** A question that both have before them. */
export async function asks(house: RoomHouse, who = anne): Promise<string> {
  await house.says(who, '/vraag');
  await house.taps(who, 'askQuestion', 'any');
  const { round } = house.couple();
  if (round === null) throw new Error('no question came');
  return round.id;
}

export async function answers(house: RoomHouse, who: number, words: string): Promise<void> {
  await house.says(who, words);
  await house.taps(who, 'seal');
}
