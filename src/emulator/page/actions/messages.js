// @ts-check
/** @import { ChatView, MessageView, PersonSends } from '../../contract.ts' */
/** @import { Basics } from './actions.js' */
/** @import { PhoneUi } from '../state.js' */
import { control } from '../control.js';
import { speakerIn } from '../groups.js';
import { phoneUi, pressKey, settlePresses, shownChats, spoilerKey } from '../state.js';

const BUSY_AT_MOST_MS = 10_000;

/**
 * What a person does in their own chat.
 * @param {Basics} basics
 */
export function messageActions({ model, changed, attempt }) {
  /** @param {ChatView} chat */
  const ui = (chat) => phoneUi(model, chat.person.id);

  /**
   * @param {ChatView} chat
   * @param {Partial<PhoneUi>} changes
   */
  const change = (chat, changes) => {
    Object.assign(ui(chat), changes);
    changed();
  };

  /**
   * On a phone of their own a person acts, in a group whoever holds it.
   * @param {ChatView} chat
   * @returns {import('../control.js').Where}
   */
  const at = ({ person: { id } }) => {
    const group = model.server?.groups.find((one) => one.id === id);
    if (!group) return { path: `/people/${id}`, who: {} };
    const personId = speakerIn(model, group)?.person.id;
    return { path: `/groups/${id}`, who: personId === undefined ? {} : { personId } };
  };

  /**
   * Whoever writes wants to see what comes of it.
   * @param {ChatView} chat
   */
  const toEnd = (chat) => document.querySelector(`[data-person="${chat.person.id}"] .log`)?.scrollTo({ top: 0 });

  /**
   * @param {ChatView} chat
   * @param {PersonSends} sends
   */
  const send = (chat, sends) => {
    change(chat, { panel: null, isScrolledUp: false });
    toEnd(chat);
    return attempt(chat.person.id, () => control.send(at(chat), sends));
  };

  return {
    change,
    send,

    /**
     * Sends what stands in the composer, or saves the edit. A draft that could not be sent stays.
     * @param {ChatView} chat
     */
    async submit(chat) {
      const { draft, editing, replyTo } = ui(chat);
      const text = draft.trim();
      if (text === '') return;
      change(chat, { draft: '', editing: null, replyTo: null, panel: null });
      const done =
        editing === null
          ? await send(chat, { text, ...(replyTo === null ? {} : { replyToMessageId: replyTo }) })
          : await attempt(chat.person.id, () => control.edit(at(chat), editing, text));
      if (done === null && ui(chat).draft === '') change(chat, { draft, editing, replyTo });
    },

    /**
     * @param {ChatView} chat
     * @param {MessageView} message
     * @param {string} callbackData
     */
    async press(chat, message, callbackData) {
      const key = pressKey(message, callbackData);
      const { presses } = ui(chat);
      presses.set(key, '');
      changed();
      const pressed = await attempt(chat.person.id, () => control.press(at(chat), message.messageId, callbackData));
      if (pressed === null) presses.delete(key);
      else presses.set(key, String(pressed.callbackQueryId));
      settlePresses(model, model.server?.calls ?? []);
      changed();
      setTimeout(() => presses.delete(key) && changed(), BUSY_AT_MOST_MS);
    },

    /**
     * @param {ChatView} chat
     * @param {MessageView} message
     */
    reply(chat, message) {
      change(chat, { replyTo: message.messageId, editing: null, menuFor: null });
    },

    /**
     * @param {ChatView} chat
     * @param {MessageView} message
     */
    startEdit(chat, message) {
      change(chat, { editing: message.messageId, replyTo: null, menuFor: null, draft: message.text });
    },

    /** @param {ChatView} chat */
    leaveReplyOrEdit(chat) {
      change(chat, { replyTo: null, editing: null, ...(ui(chat).editing === null ? {} : { draft: '' }) });
    },

    /**
     * @param {ChatView} chat
     * @param {MessageView} message
     */
    remove(chat, message) {
      change(chat, { menuFor: null });
      return attempt(chat.person.id, () => control.remove(at(chat), message.messageId));
    },

    /**
     * Reacting with what is already there takes it away.
     * @param {ChatView} chat
     * @param {MessageView} message
     * @param {string} emoji
     */
    react(chat, message, emoji) {
      change(chat, { menuFor: null });
      const isMine = message.reactions.some((reaction) => reaction.by === 'person' && reaction.emoji === emoji);
      return attempt(chat.person.id, () => control.react(at(chat), message.messageId, isMine ? null : emoji));
    },

    /**
     * Opens every spoiler of the message, as a messenger does.
     * @param {ChatView} chat
     * @param {MessageView} message
     */
    openSpoilers(chat, message) {
      ui(chat).openSpoilers.add(spoilerKey(message));
      changed();
    },

    /**
     * Somebody looks at this phone: what was new there has been read.
     * @param {0 | 1 | 2} index
     */
    lookAt(index) {
      const isNew = model.active !== index;
      model.active = index;
      model.isAttended = true;
      const chat = index === 2 ? undefined : shownChats(model)[index];
      if (chat && chat.unreadCount > 0 && document.visibilityState === 'visible') {
        chat.unreadCount = 0;
        control.read(chat.person.id).catch(() => undefined);
        changed();
      } else if (isNew) changed();
    },
  };
}
