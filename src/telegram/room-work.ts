import type { RoomCheck, RoomReason } from '../core/room/scene.js';
import type { RoomRow, RoomTask } from '../store/store.js';
import { TelegramRefusal, TelegramUnheard } from './errors.js';
import { isDeletable } from './deletable.js';

/**
 * What is done in a group: first a look at who is there, just before anything is laid there; or taking away, and
 * leaving.
 */

export type RoomResult =
  | { readonly kind: 'checked'; readonly found: RoomCheck }
  | { readonly kind: 'laid'; readonly messageId: number }
  | { readonly kind: 'lost'; readonly reason: RoomReason }
  | { readonly kind: 'migrated'; readonly to: string }
  | { readonly kind: 'done' }
  /** Nobody answered, or not yet; `delayMs` is what Telegram asks for. */
  | { readonly kind: 'again'; readonly delayMs: number | null };

export interface RoomWorkOptions {
  readonly call: (
    method: string,
    params: Readonly<Record<string, unknown>>,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ) => Promise<unknown>;
  readonly botId: number;
  readonly now: () => number;
  /** Milliseconds that have passed, however the clock was set. */
  readonly elapsedMs: () => number;
  /** Waits for the group's turn: what is sent or changed there shares one limit. */
  readonly turn: (chat: string) => Promise<void>;
  /** Whether a row was not called back since it was claimed; rejects where another process leads by now. */
  readonly isWanted: (row: number) => Promise<boolean>;
}

export type RoomWork = (row: Pick<RoomRow, 'id' | 'task' | 'people'>, signal?: AbortSignal) => Promise<RoomResult>;

const timeoutMs = 15_000;
/** When Telegram asks to wait without saying how long. */
const defaultRetryMs = 3_000;
/** A check that took longer is out of date: Telegram answered slowly, or this process was suspended. */
const freshMs = 4_000;
/** The two, and the bot. */
const peopleThere = 3;
const gone = /chat not found|was kicked|not a member|was deleted|CHANNEL_PRIVATE|CHAT_FORBIDDEN|PEER_ID_INVALID/i;
const unknown = /user not found|member not found|PARTICIPANT_ID_INVALID|USER_NOT_PARTICIPANT/i;

/** Thrown to end a task early with this result. */
class Ends extends Error {
  constructor(readonly result: RoomResult) {
    super('the work in a group ended early');
  }
}

export function createRoomWork({ call, ...rest }: RoomWorkOptions): RoomWork {
  return async ({ id, task, people }, signal) => {
    const ask = (method: string, params: Readonly<Record<string, unknown>>) =>
      call(
        method,
        { chat_id: Number(task.chat), ...params },
        { timeoutMs, ...(signal === undefined ? {} : { signal }) },
      );
    try {
      return await work(task, people, { ...rest, ask, isWanted: () => rest.isWanted(id) });
    } catch (error) {
      if (error instanceof Ends) return error.result;
      return resultOf(error);
    }
  };
}

interface Means extends Omit<RoomWorkOptions, 'call' | 'isWanted'> {
  readonly isWanted: () => Promise<boolean>;
  readonly ask: (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

async function work(task: RoomTask, people: readonly string[], means: Means): Promise<RoomResult> {
  switch (task.kind) {
    case 'check':
      return { kind: 'checked', found: await look(people, means) };
    case 'post':
      return post(task, people, means);
    case 'takeAway':
      return takeAway(task, means);
    case 'leave':
      await means.ask('leaveChat', {}).catch(unlessUnanswered);
      return { kind: 'done' };
  }
}

/**
 * It first waits for the group's turn. After the check it asks whether the post was called back meanwhile and whether
 * another process leads, so that the send follows directly on what is known.
 */
async function post(
  task: Extract<RoomTask, { kind: 'post' }>,
  people: readonly string[],
  means: Means,
): Promise<RoomResult> {
  await means.turn(task.chat);
  if (means.now() > task.until) return { kind: 'done' };
  const since = means.elapsedMs();
  const found = await look(people, means);
  if (found !== 'fits') return { kind: 'lost', reason: found === 'missing' ? 'not-two' : found };
  if (!(await means.isWanted())) return { kind: 'done' };
  if (means.elapsedMs() - since > freshMs) return { kind: 'again', delayMs: null };
  const messageId = numberIn(await means.ask('sendMessage', task.params), 'message_id');
  return messageId === null ? { kind: 'again', delayMs: null } : { kind: 'laid', messageId };
}

/**
 * Checks that exactly these two and the bot, as an ordinary member, are in a group that nobody can find. Anything
 * unexpected, including an answer that this does not understand, counts as no. All is asked at once, for one moment.
 */
async function look(people: readonly string[], { ask, botId }: Means): Promise<RoomCheck> {
  const [one, other] = people;
  if (one === undefined || other === undefined || one === other) return 'unsure';
  const [chat, counted, own, ...there] = await Promise.all([
    ask('getChat', {}).then(fieldsOf),
    ask('getChatMemberCount', {}),
    ask('getChatMember', { user_id: botId }).then(fieldsOf),
    isThere(one, ask),
    isThere(other, ask),
  ]);
  const count = Number(counted);
  if (!isPrivate(chat)) return 'public';
  if (own['status'] === 'administrator' || own['status'] === 'creator') return 'promoted';
  if (own['status'] !== 'member') return 'unsure';
  if (count > peopleThere) return 'joined';
  if (there.includes('unsure')) return 'unsure';
  // Nobody said that they are not there: with all three seats taken it may well be theirs.
  if (there.includes('unknown')) return count < peopleThere ? 'missing' : 'unsure';
  if (there.every((is) => is === 'in')) return count === peopleThere ? 'fits' : 'unsure';
  return count === peopleThere ? 'joined' : 'missing';
}

function isPrivate(chat: Readonly<Record<string, unknown>>): boolean {
  const { type, username, active_usernames: names, paid_message_star_count: stars } = chat;
  if (type !== 'group' && type !== 'supergroup') return false;
  if (username !== undefined || (Array.isArray(names) && names.length > 0) || Number(stars ?? 0) > 0) return false;
  return ['linked_chat_id', 'location', 'community', 'is_forum', 'is_direct_messages'].every(
    (field) => chat[field] === undefined || chat[field] === false,
  );
}

async function isThere(address: string, ask: Means['ask']): Promise<'in' | 'out' | 'unknown' | 'unsure'> {
  const member = await ask('getChatMember', { user_id: Number(address) }).then(fieldsOf, unlessAboutGroup);
  if (typeof member === 'string') return member;
  // An anonymous administrator writes in the name of the group: nobody can tell who does.
  if (fieldsOf(member['user'])['id'] !== Number(address) || member['is_anonymous'] === true) return 'unsure';
  const { status } = member;
  if (status === 'left' || status === 'kicked') return 'out';
  if (status === 'restricted') return member['is_member'] === true ? 'in' : 'out';
  return status === 'member' || status === 'administrator' || status === 'creator' ? 'in' : 'unsure';
}

/**
 * When Telegram refuses to tell about a person, that is about the person alone: the other questions show what is wrong
 * with the group.
 */
function unlessAboutGroup(error: unknown): 'unknown' | 'unsure' {
  if (!(error instanceof TelegramRefusal) || error.code !== 400 || error.migratedTo !== null) throw error;
  return unknown.test(error.description) ? 'unknown' : 'unsure';
}

/** A message that is young enough is deleted. One that is too old, or cannot be deleted, is edited to say nothing. */
async function takeAway(
  { chat, messages, blank }: Extract<RoomTask, { kind: 'takeAway' }>,
  means: Means,
): Promise<RoomResult> {
  const young = messages.filter(({ at }) => isDeletable(at, means.now()));
  const isDeleted =
    young.length > 0 &&
    (await means.ask('deleteMessages', { message_ids: young.map(({ messageId }) => messageId) }).then(
      () => true,
      (error: unknown) => (unlessUnanswered(error), false),
    ));
  for (const one of messages) {
    if (isDeleted && young.includes(one)) continue;
    await means.turn(chat);
    const changed = { message_id: one.messageId, text: blank, reply_markup: { inline_keyboard: [] } };
    await means.ask('editMessageText', changed).catch(unlessUnanswered);
  }
  return { kind: 'done' };
}

/** For deletions a refusal counts as done, because the message is gone or out of reach. No answer does not. */
function unlessUnanswered(error: unknown): void {
  const result = resultOf(error);
  if (result.kind === 'again') throw new Ends(result);
}

function resultOf(error: unknown): RoomResult {
  if (error instanceof TelegramUnheard) return { kind: 'again', delayMs: null };
  if (!(error instanceof TelegramRefusal)) throw error;
  if (error.migratedTo !== null) return { kind: 'migrated', to: error.migratedTo };
  if (error.code === 429) return { kind: 'again', delayMs: error.retryAfterMs ?? defaultRetryMs };
  if (error.code >= 500 || error.code === 401 || error.code === 404) return { kind: 'again', delayMs: null };
  return { kind: 'lost', reason: error.code === 403 || gone.test(error.description) ? 'removed' : 'unsure' };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function numberIn(value: unknown, field: string): number | null {
  const found = fieldsOf(value)[field];
  return typeof found === 'number' ? found : null;
}
