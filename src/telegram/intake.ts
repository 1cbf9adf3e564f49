import { readCode } from '../core/reading/code.js';
import { rowOf } from '../core/buttons.js';
import type { Command, Sender } from '../core/command.js';
import { marksOf } from '../core/reading/marks.js';
import type { Mark, Wording } from '../core/piece.js';
import type { Language } from '../core/round/scenario.js';
import { isVisible } from '../core/reading/visible.js';
import type { Inbound } from '../store/store.js';
import { readCommand } from './commands.js';
import { readGroup } from './groups.js';
import { decodeButton } from './keyboard.js';
import { zoneAt } from './place.js';
import { hasMedia, isForwarded, shapes, type Message, type Person, type Reaction } from './updates.js';

export interface Me {
  readonly username: string;
  /** Set where couples may have rooms: then groups are heard of. */
  readonly inGroups?: { readonly id: number };
}

/** The buttons whose slot can be the code of an invite. */
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
    readEdit(fields['edited_message'], me) ??
    readPress(fields['callback_query']) ??
    readHeart(fields['message_reaction']) ??
    readMembership(fields['my_chat_member']) ??
    (me.inGroups === undefined ? null : readGroup(fields, { username: me.username, ...me.inGroups }));
  return asked === null ? null : { updateId: fields.update_id, ...asked };
}

type Asked = Omit<Inbound, 'updateId'>;

function readMessage(part: unknown, me: Me): Asked | null {
  const message = shapes.message.safeParse(part).data;
  // `sender_chat` is set when somebody writes in the name of a chat.
  if (message === undefined || message['sender_chat'] != null) return null;
  const command = commandOf(message, me);
  if (command === null) return null;
  const repliedTo =
    command.type === 'say' || command.type === 'sendPhoto' ? (message.reply_to_message?.message_id ?? null) : null;
  return from(message.from, command, { messageId: repliedTo, ownMessageId: message.message_id });
}

function commandOf(message: Message, me: Me): Command | null {
  const { voice, message_id: messageId } = message;
  const sender = senderOf(message.from);
  const code = codeIn(message);
  if (isForwarded(message)) {
    return code === null ? unsupported(message, 'forwarded') : { type: 'passInvite', sender, code, messageId };
  }
  // A command below a picture is a command: whoever writes /stop means it wherever it stands.
  const text = message.text ?? (readCommand(message.caption ?? '', me.username) === null ? undefined : message.caption);
  if (text !== undefined) {
    const typed = readCommand(text, me.username);
    if (typed === 'elsewhere') return null;
    if (typed?.command === 'start') return begin(typed.rest, message, sender);
    if (typed !== null && goesAway(typed.command)) return { ...typed.command, messageId };
    if (typed !== null) return typed.command;
    return { type: 'say', sender, speech: { kind: 'text', text, ...marked(message) }, messageId, code };
  }
  if (voice !== undefined && voice !== null) {
    const speech = { kind: 'voice', fileId: voice.file_id, seconds: voice.duration } as const;
    const { caption } = message;
    return { type: 'say', sender, speech, messageId, code: null, ...(caption === undefined ? {} : { caption }) };
  }
  const largest = message.photo?.at(-1);
  if (largest !== undefined) {
    const together = message.media_group_id === undefined ? {} : { together: message.media_group_id };
    return { type: 'sendPhoto', fileId: largest.file_id, caption: captionOf(message), messageId, ...together };
  }
  // A venue has a location too, but is a place somebody sends, not where they are.
  if (message.location != null && message['venue'] == null) {
    return { type: 'shareZone', zone: zoneAt(message.location) };
  }
  return hasMedia(message) ? unsupported(message, 'media') : null;
}

/** How the words were set: those of a message, or those below a photo. */
function marked({ text, entities, caption, caption_entities: below }: Message): { readonly marks?: readonly Mark[] } {
  const marks = text !== undefined ? marksOf(text, entities) : marksOf(caption ?? '', below);
  return marks.length === 0 ? {} : { marks };
}

function captionOf(message: Message): Wording | null {
  const { caption } = message;
  return caption === undefined ? null : { text: caption, ...marked(message) };
}

/** /start: with a code, with something that was meant as one, or with nothing. */
function begin(rest: string, message: Message, sender: Sender): Command {
  const code = readCode(rest) ?? (rest === '' ? null : codeIn(message));
  const isUnread = code === null && isVisible(rest);
  return { type: 'start', sender, code, messageId: message.message_id, ...(isUnread ? { isUnread } : {}) };
}

/** The code in what stands there, or behind a link that shows other words. */
function codeIn({ text, caption, entities }: Message): string | null {
  const places = [text ?? caption ?? '', ...entities.map((one) => one?.url ?? '')];
  return places.map(readCode).find((code) => code !== null) ?? null;
}

/** Ten photos in one album are one thing sent, and so are ten messages passed on in one second. */
function unsupported(message: Message, what: 'media' | 'forwarded'): Command {
  const together = message.media_group_id ?? (what === 'forwarded' ? message.date : undefined);
  // Below what is passed on stand somebody else's words.
  const text = what === 'media' ? message.caption : undefined;
  return {
    type: 'sendUnsupported',
    what,
    ...(together === undefined ? {} : { together: String(together) }),
    ...(text === undefined ? {} : { caption: { text, messageId: message.message_id } }),
  };
}

/** What is answered with something that goes away, together with what was typed for it. */
function goesAway(command: Command): command is Extract<Command, { type: 'inform' | 'stop' | 'exportData' }> {
  return command.type === 'inform' || command.type === 'stop' || command.type === 'exportData';
}

function readEdit(part: unknown, me: Me): Asked | null {
  const edited = shapes.message.safeParse(part).data;
  const photo = edited?.photo?.at(-1)?.file_id;
  // Words below a photo can be taken away again.
  const text = edited?.text ?? edited?.caption ?? (photo === undefined ? undefined : '');
  if (edited === undefined || text === undefined) return null;
  const now = commandOf(edited, me);
  if (now === null) return null;
  // What a caption stands under was answered once; only a command in it counts anew.
  const isNews = edited.text !== undefined || !isOfCaption(now);
  return from(edited.from, {
    type: 'editSaid',
    messageId: edited.message_id,
    text,
    ...marked(edited),
    ...(photo === undefined ? {} : { photo }),
    ...(isNews ? { now } : {}),
  });
}

function isOfCaption({ type }: Command): boolean {
  return (
    type === 'say' ||
    type === 'sendUnsupported' ||
    type === 'sendPhoto' ||
    type === 'passInvite' ||
    type === 'shareZone'
  );
}

function readPress(part: unknown): Asked | null {
  const query = shapes.callbackQuery.safeParse(part).data;
  if (query === undefined) return null;
  const button = decodeButton(query.data ?? '');
  const about = { callbackQueryId: query.id, messageId: query.message?.message_id ?? null };
  if (button === null) return from(query.from, { type: 'pressUnknown' }, about);
  const code = rowOf(button).slot === 'code' ? readCode(button.slot) : null;
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

/** Without what would break a line, turn its direction or hide in it; empty when nobody could see it. What emoji are joined with stays. */
function tidyName(name: string): string {
  const visible = name
    .slice(0, 1024)
    .replace(
      /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{2800}]|(?![\u{200c}\u{200d}\u{fe0e}\u{fe0f}\u{e0020}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu,
      ' ',
    );
  const tidy = Array.from(visible.replace(/\s+/g, ' ').trim()).slice(0, maxNameLength).join('').trim();
  return isVisible(tidy) ? tidy : '';
}

function hasHeart(reactions: readonly Reaction[]): boolean {
  return reactions.some(({ emoji }) => emoji !== undefined && hearts.includes(emoji.replaceAll('\u{fe0f}', '')));
}
