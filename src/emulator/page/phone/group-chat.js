// @ts-check
/** @import { ChatView, GroupView, MessageView } from '../../contract.ts' */
/** @import { Model } from '../state.js' */
import { speakerIn } from '../groups.js';

/** Far below any id: what stands in the group that this one was before can be read, and nothing done with it. */
const OLD_IDS = -1_000_000_000;

/**
 * A group in the shape of a chat, as it looks on the phone of whoever holds it.
 * @param {Model} model
 * @param {GroupView} group
 * @returns {ChatView}
 */
export function groupAsChat(model, group) {
  const speaker = speakerIn(model, group);
  const holder = speaker?.person ?? group.members[0]?.person;
  const old = model.server?.groups.find(({ id }) => id === group.migratedFrom)?.messages ?? [];
  return {
    person: {
      id: group.id,
      firstName: group.title,
      username: group.username,
      languageCode: holder?.languageCode ?? model.language,
      timeZone: holder?.timeZone ?? 'UTC',
      allowsVoice: true,
      isBot: false,
    },
    hasStarted: true,
    hasBlockedBot: false,
    unreadCount: group.unreadCount,
    isBotTyping: group.isBotTyping,
    toast: group.toast?.personId === speaker?.person.id ? group.toast : null,
    menu: speaker?.menu ?? [],
    replyKeyboard: null,
    description: '',
    messages: [...old.map(outOfReach), ...group.messages],
  };
}

/**
 * @param {MessageView} message
 * @returns {MessageView}
 */
const outOfReach = (message) => ({ ...message, messageId: message.messageId + OLD_IDS, keyboard: [] });
