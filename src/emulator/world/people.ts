import type { Emulator } from '../emulator.js';
import { tellChat } from '../control/tell.js';
import { personText } from '../bot-api/text.js';
import type { PersonSends } from '../contract.js';
import { toSeconds } from './clock.js';
import type { StoredMessage } from './conversation.js';
import { botAsUser, chatFor, edit, post, remove, userOf } from './messages.js';
import { contentOf, type Impossible } from './person-message.js';
import { omit } from './omit.js';
import { canPress, openQuery } from './press.js';
import { makeUpdate } from './updates.js';
import { chatOf, currentBot, type Bot, type Chat, type Person } from './world.js';

export function sendFromPerson(
  emulator: Emulator,
  person: Person,
  sends: PersonSends,
): { messageId: number; updateId: number | null } | Impossible {
  const { bot, chat } = here(emulator, person);
  if (chat.hasBlockedBot) return { error: `${person.firstName} has blocked the bot` };
  const replyTo = sends.replyToMessageId === undefined ? null : chat.messages.get(sends.replyToMessageId);
  if (replyTo === undefined) return { error: `no message ${sends.replyToMessageId ?? ''} to reply to` };
  const made = contentOf(bot, sends, toSeconds(emulator.clock.nowMs()));
  if ('error' in made) return made;
  chat.hasStarted = true;
  attend(chat);
  closeUsedKeyboard(chat, sends);
  const { message } = post(emulator, bot, { kind: 'private', person, chat }, { sentBy: 'person', ...made, replyTo });
  return { messageId: message.message_id, updateId: makeUpdate(emulator, bot, 'message', message) };
}

export function pressButton(
  emulator: Emulator,
  person: Person,
  press: { messageId: number; callbackData: string },
): { callbackQueryId: string; updateId: number | null } | Impossible {
  const { bot, chat } = here(emulator, person);
  const stored = chat.messages.get(press.messageId);
  if (stored === undefined) return noMessage(press.messageId);
  if (!canPress(stored, press.callbackData)) {
    return { error: `message ${press.messageId} has no button with that callback data` };
  }
  attend(chat);
  const id = openQuery(bot, { chatId: person.id, personId: person.id, atMs: emulator.clock.nowMs() });
  tellChat(emulator, bot, person.id);
  const updateId = makeUpdate(emulator, bot, 'callback_query', {
    id,
    from: userOf(person),
    message: stored.message,
    chat_instance: `-${person.id}`,
    data: press.callbackData,
  });
  return { callbackQueryId: id, updateId };
}

export function editFromPerson(
  emulator: Emulator,
  person: Person,
  change: { messageId: number; text: string },
): { updateId: number | null } | Impossible {
  const { bot, chat } = here(emulator, person);
  const stored = chat.messages.get(change.messageId);
  if (stored?.sentBy !== 'person') return noMessage(change.messageId);
  if (stored.message.text === undefined) return { error: 'only a text can be edited' };
  const read = personText(change.text);
  if ('ok' in read) return { error: read.description };
  const entities = read.entities.length > 0 ? read.entities : undefined;
  const content = { text: read.text, ...(entities && { entities }) };
  stored.message = omit(stored.message, 'entities');
  const message = edit(emulator, bot, chat, stored, { content, keyboard: null });
  return { updateId: makeUpdate(emulator, bot, 'edited_message', message) };
}

/** A bot never hears of it. */
export function deleteFromPerson(emulator: Emulator, person: Person, messageId: number): Impossible | null {
  const { bot, chat } = here(emulator, person);
  if (!chat.messages.has(messageId)) return noMessage(messageId);
  remove(emulator, bot, chat, messageId);
  return null;
}

export function react(
  emulator: Emulator,
  person: Person,
  reaction: { messageId: number; emoji: string | null },
): { updateId: number | null } | Impossible {
  const { bot, chat } = here(emulator, person);
  const stored = chat.messages.get(reaction.messageId);
  if (stored === undefined) return noMessage(reaction.messageId);
  const before = stored.personReaction;
  if (before === reaction.emoji) return { updateId: null };
  stored.personReaction = reaction.emoji;
  tellChat(emulator, bot, person.id);
  const updateId = makeUpdate(emulator, bot, 'message_reaction', {
    chat: chatFor(person),
    message_id: reaction.messageId,
    user: userOf(person),
    date: toSeconds(emulator.clock.nowMs()),
    old_reaction: reactionList(before),
    new_reaction: reactionList(reaction.emoji),
  });
  return { updateId };
}

export function readChat(emulator: Emulator, person: Person): void {
  const { bot, chat } = here(emulator, person);
  chat.unreadCount = 0;
  tellChat(emulator, bot, person.id);
}

export function block(emulator: Emulator, person: Person, isBlocked: boolean): { updateId: number | null } {
  const { bot, chat } = here(emulator, person);
  if (chat.hasBlockedBot === isBlocked) return { updateId: null };
  chat.hasBlockedBot = isBlocked;
  tellChat(emulator, bot, person.id);
  const member = { status: 'member', user: botAsUser(bot) };
  const kicked = { status: 'kicked', user: botAsUser(bot), until_date: 0 };
  const updateId = makeUpdate(emulator, bot, 'my_chat_member', {
    chat: chatFor(person),
    from: userOf(person),
    date: toSeconds(emulator.clock.nowMs()),
    old_chat_member: isBlocked ? member : kicked,
    new_chat_member: isBlocked ? kicked : member,
  });
  return { updateId };
}

function here({ world }: Emulator, person: Person): { bot: Bot; chat: Chat } {
  const bot = currentBot(world);
  return { bot, chat: chatOf(bot, person.id) };
}

function closeUsedKeyboard(chat: Chat, { text }: PersonSends): void {
  const isUsed = chat.replyKeyboard?.rows.flat().some((key) => key.text === text);
  if (isUsed === true && chat.replyKeyboard?.isOneTime === true) {
    chat.replyKeyboard = { ...chat.replyKeyboard, isOpen: false };
  }
}

/** Whoever writes or presses has seen what stands above it. */
function attend(chat: Chat): void {
  chat.unreadCount = 0;
  chat.toast = null;
}

function noMessage(messageId: StoredMessage['message']['message_id']): Impossible {
  return { error: `there is no such message: ${messageId}` };
}

function reactionList(emoji: string | null) {
  return emoji === null ? [] : [{ type: 'emoji', emoji }];
}
