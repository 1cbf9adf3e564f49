import type { GroupView, MessageView, NewGroup, PersonSends } from '../../src/emulator/contract.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair, type Pair } from './couple.js';
import type { Someone, World } from './world.js';

const { labels } = nl;

/** A group in Telegram with people and perhaps the bot: what happens to it, and what stands there. */
export interface Group {
  /** The id it has now. */
  id(): number;
  view(): GroupView;
  /** What the bot has standing there, oldest first. */
  posts(): readonly MessageView[];
  /** As `posts`, in one string. */
  reads(): string;
  sees(text: string | RegExp): Promise<MessageView>;
  /** Waits until nothing of the bot there says this. */
  loses(text: string): Promise<void>;
  sends(who: Someone, what: PersonSends): Promise<number>;
  taps(who: Someone, label: string): Promise<void>;
  /** Somebody comes, goes, is promoted: one of the control routes of a group. */
  happens(what: string, body?: object): Promise<void>;
  /** Waits until the bot has left it, or was thrown out. */
  isLeft(): Promise<void>;
  /** How often the bot tried to write there. */
  attempts(): number;
}

export function groupWith(world: World, first: number): Group {
  const view = () => {
    const found = world.group(first);
    if (found === undefined) throw new Error(`nobody knows a group ${String(first)}`);
    return found;
  };
  const posts = () => view().messages.filter(({ from }) => from === 'bot');
  const group: Group = {
    view,
    posts,
    id: () => view().id,
    reads: () =>
      posts()
        .map(({ text }) => text)
        .join('\n'),
    sees: (text) =>
      world.until(`${String(text)} to stand in the group`, () =>
        posts().findLast((one) => (typeof text === 'string' ? one.text.includes(text) : text.test(one.text))),
      ),
    loses: async (text) => {
      await world.until(`«${text}» to be gone from the group`, () => (group.reads().includes(text) ? undefined : true));
    },
    sends: async (who, what) => {
      const sent = await world.control<{ messageId: number }>('POST', `/groups/${String(group.id())}/send`, {
        personId: who.id,
        ...what,
      });
      return sent.messageId;
    },
    taps: async (who, label) => {
      const { messageId, callbackData } = await world.until(`${label} to stand in the group`, () =>
        posts()
          .toReversed()
          .flatMap((one) => one.keyboard.flat().map((button) => ({ ...button, messageId: one.messageId })))
          .find(({ text }) => text === label),
      );
      await world.control('POST', `/groups/${String(group.id())}/press`, { personId: who.id, messageId, callbackData });
    },
    happens: async (what, body = {}) => {
      await world.control('POST', `/groups/${String(group.id())}/${what}`, body);
    },
    isLeft: async () => {
      await world.until('the bot to be out of the group', () =>
        ['left', 'kicked'].includes(view().bot.status) ? true : undefined,
      );
    },
    attempts: () => {
      const ids = [first, group.id()];
      return world.calls.filter(({ method, chatId }) => /^(send|copy)/.test(method) && ids.includes(chatId ?? 0))
        .length;
    },
  };
  return group;
}

/** A group as people make it by hand, with the bot in it unless said. */
export async function makes(world: World, maker: Someone, others: readonly Someone[], rest: Partial<NewGroup> = {}) {
  const made = await world.control<GroupView>('POST', '/groups', {
    title: 'Wij twee',
    creatorId: maker.id,
    memberIds: others.map(({ id }) => id),
    ...rest,
  });
  await world.until('the group', () => world.group(made.id));
  return groupWith(world, made.id);
}

/** The way of a phone: /kamer, the key below, a new group with the other ticked. */
export async function makesByPhone(world: World, maker: Someone, other: Someone): Promise<Group> {
  await maker.says('/kamer');
  const requestId = await world.until(
    'a key that asks for a group',
    () =>
      maker
        .chat()
        ?.replyKeyboard?.rows.flat()
        .find(({ requestsChat }) => requestsChat !== null)?.requestsChat?.requestId,
  );
  const { groupId } = await world.control<{ groupId: number }>('POST', `/people/${String(maker.id)}/share-chat`, {
    requestId,
    title: 'Wij twee',
    memberIds: [other.id],
  });
  await world.until('the group', () => world.group(groupId));
  return groupWith(world, groupId);
}

export interface WithRoom extends Pair {
  readonly room: Group;
}

/** Two who have opened their first question to each other, in their own chats. */
export async function acquainted(world: World): Promise<Pair> {
  const couple = await pair(world);
  for (const someone of [couple.anne, couple.bram]) await answers(someone, `het begin van ${someone.name}`);
  for (const someone of [couple.anne, couple.bram]) await someone.sees('Jullie antwoorden zijn open.');
  // Two minutes later comes a note by itself: on a busy machine in the place of what is waited for next.
  await world.later(3 * 60_000);
  for (const someone of [couple.anne, couple.bram]) await someone.sees('Voortaan stel ik');
  return couple;
}

/** What comes some time after the first answers has come to all of them, so that it tells no two lives apart. */
export async function settled(world: World, couples: readonly Pair[]): Promise<void> {
  await world.later(3 * 3_600_000);
  for (const { anne, bram } of couples) for (const someone of [anne, bram]) await someone.sees('Voortaan stel ik');
}

/** Anne makes a group, Bram says yes: what opens from now on opens there. */
export async function withRoom(world: World, rest: Partial<NewGroup> = {}): Promise<WithRoom> {
  const { anne, bram } = await acquainted(world);
  const room = await makes(world, anne, [bram], rest);
  await bram.taps(labels.roomYes);
  for (const someone of [anne, bram]) await someone.sees('De kamer is in gebruik.');
  await room.sees('Hier leg ik neer wat open is.');
  return { anne, bram, room };
}

/** A light question lies before both of them, to open in the room. Gives back its first line. */
export async function asks(world: World, { anne, bram }: Pair, language: 'nl' | 'en' = 'nl'): Promise<string> {
  const before = bram.messages().at(-1)?.messageId ?? 0;
  await anne.says('/vraag');
  await anne.taps((language === 'nl' ? nl : en).labels.askLight);
  const card = await world.until('a question for Bram', () =>
    bram.messages().find(({ from, messageId }) => from === 'bot' && messageId > before),
  );
  const question = card.text.split('\n')[0] ?? '';
  await anne.sees(question);
  return question;
}

/** One round that both answer at once. */
export async function bothAnswer(world: World, couple: Pair, words: { readonly anne: string; readonly bram: string }) {
  await asks(world, couple);
  await answers(couple.anne, words.anne);
  await answers(couple.bram, words.bram);
}

/** What stands on a phone from a message on, with its minute and its sound: by this two lives are compared. */
export function lifeOf(someone: Someone, since: number, startMs: number): readonly string[] {
  const minute = (atMs: number | null) => (atMs === null ? '-' : String(Math.floor((atMs - startMs) / 60_000)));
  return someone
    .messages()
    .filter(({ messageId }) => messageId > since)
    .map(({ from, text, atMs, editedAtMs, isSilent, isPinned, keyboard }) =>
      JSON.stringify({
        from,
        text,
        at: minute(atMs),
        edited: minute(editedAtMs),
        isSilent,
        isPinned,
        keys: keyboard.flat().map((button) => button.text),
      }),
    );
}
