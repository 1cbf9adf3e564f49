import { readCode } from '../core/code.js';
import type { Button, Command, Sender } from '../core/command.js';
import type { Language } from '../core/scenario.js';
import type { Inbound } from '../store/store.js';
import { readCommand } from './commands.js';
import { decodeButton } from './keyboard.js';
import { zoneAt } from './place.js';
import { hasMedia, isForwarded, shapes, type Message, type Person, type Reaction } from './updates.js';

export interface Me {
  readonly username: string;
}

/** The buttons whose slot can be the code of an invite. */
const codeButtons: readonly Button['name'][] = ['agree', 'readAll', 'language', 'notNow'];
const hearts = ['❤', '❤‍🔥', '🥰', '💘'];
const maxNameLength = 64;

/**
 * One update as what it asks of the bot, or null when it asks nothing: not from a person in a private chat, a service
 * message, malformed. Looks at the update only, never at state, and throws at nothing.
 */
export function intake(update: unknown, me: Me): Inbound | null {
  const fields = shapes.update.safeParse(update).data;
  if (fields === undefined) return null;
  const asked =
    readMessage(fields['message'], me) ??
    readEdit(fields['edited_message']) ??
    readPress(fields['callback_query']) ??
    readHeart(fields['message_reaction']) ??
    readMembership(fields['my_chat_member']);
  return asked === null ? null : { updateId: fields.update_id, ...asked };
}

type Asked = Omit<Inbound, 'updateId'>;

function readMessage(part: unknown, me: Me): Asked | null {
  const message = shapes.message.safeParse(part).data;
  // `sender_chat` is set when somebody writes in the name of a chat.
  if (message === undefined || message['sender_chat'] !== undefined) return null;
  const command = commandOf(message, me);
  if (command === null) return null;
  const repliedTo = command.type === 'say' ? (message.reply_to_message?.message_id ?? null) : null;
  return from(message.from, command, { messageId: repliedTo, ownMessageId: message.message_id });
}

function commandOf(message: Message, me: Me): Command | null {
  if (isForwarded(message)) return { type: 'sendUnsupported', what: 'forwarded' };
  const { text, voice, message_id: messageId } = message;
  const sender = senderOf(message.from);
  if (text !== undefined) {
    const typed = readCommand(text, me.username);
    if (typed === 'elsewhere') return null;
    if (typed?.command === 'start') return { type: 'start', sender, code: readCode(typed.rest), messageId };
    if (typed?.command.type === 'inform') return { ...typed.command, messageId };
    if (typed !== null) return typed.command;
    return { type: 'say', sender, speech: { kind: 'text', text }, messageId, code: readCode(text) };
  }
  if (voice !== undefined && voice !== null) {
    const speech = { kind: 'voice', fileId: voice.file_id, seconds: voice.duration } as const;
    return { type: 'say', sender, speech, messageId, code: null };
  }
  // A venue has a location too, but is a place somebody sends, not where they are.
  if (message.location != null && message['venue'] === undefined) {
    return { type: 'shareZone', zone: zoneAt(message.location) };
  }
  return hasMedia(message) ? { type: 'sendUnsupported', what: 'media' } : null;
}

function readEdit(part: unknown): Asked | null {
  const edited = shapes.editedMessage.safeParse(part).data;
  if (edited === undefined) return null;
  return from(edited.from, { type: 'editSaid', messageId: edited.message_id, text: edited.text });
}

function readPress(part: unknown): Asked | null {
  const query = shapes.callbackQuery.safeParse(part).data;
  if (query === undefined) return null;
  const button = decodeButton(query.data ?? '');
  const about = { callbackQueryId: query.id, messageId: query.message?.message_id ?? null };
  if (button === null) return from(query.from, { type: 'pressUnknown' }, about);
  const code = codeButtons.includes(button.name) ? readCode(button.slot) : null;
  // Of whoever had not agreed yet no message was noted: the one that began it comes with the yes.
  const ownMessageId = button.name === 'agree' && button.step > 0 ? button.step : null;
  return from(query.from, { type: 'press', sender: senderOf(query.from), button, code }, { ...about, ownMessageId });
}

function readHeart(part: unknown): Asked | null {
  const reaction = shapes.messageReaction.safeParse(part).data;
  if (reaction === undefined || !hasHeart(reaction.new_reaction) || hasHeart(reaction.old_reaction)) return null;
  return from(reaction.user, { type: 'heart' }, { messageId: reaction.message_id });
}

function readMembership(part: unknown): Asked | null {
  const change = shapes.myChatMember.safeParse(part).data;
  if (change?.new_chat_member.status === 'kicked') return from(change.from, { type: 'block' });
  if (change?.new_chat_member.status === 'member') return from(change.from, { type: 'unblock' });
  return null;
}

function from(
  person: Person,
  command: Command,
  about: Partial<Pick<Asked, 'callbackQueryId' | 'messageId' | 'ownMessageId'>> = {},
): Asked {
  const language = languageOf(person.language_code);
  const origin = { from: 'address', address: String(person.id), language } as const;
  return { origin, command, callbackQueryId: null, messageId: null, ownMessageId: null, ...about };
}

function senderOf(person: Person): Sender {
  return { name: tidyName(person.first_name) };
}

function languageOf(code: string | undefined): Language | null {
  const primary = code?.toLowerCase().split(/[-_]/)[0];
  return primary === 'nl' || primary === 'en' ? primary : null;
}

/** Without what would break a line, turn its direction or hide in it. Zero-width joiners stay: emoji are made with them. */
function tidyName(name: string): string {
  const visible = name
    .slice(0, 1024)
    .replace(
      /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{61c}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}]/gu,
      ' ',
    );
  return Array.from(visible.replace(/\s+/g, ' ').trim()).slice(0, maxNameLength).join('').trim();
}

function hasHeart(reactions: readonly Reaction[]): boolean {
  return reactions.some(({ emoji }) => emoji !== undefined && hearts.includes(emoji.replaceAll('\u{fe0f}', '')));
}
