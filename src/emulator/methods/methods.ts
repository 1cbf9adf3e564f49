import type { Method } from './call.js';
import { answerCallbackQuery } from './callback.js';
import * as chat from './chat.js';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.js';
import { copyMessage, forwardMessage } from './copy.js';
import { deleteMessage, deleteMessages } from './delete.js';
import { editMessageCaption, editMessageMedia, editMessageReplyMarkup, editMessageText } from './edit.js';
import { getFile } from './get-file.js';
import * as members from './members.js';
import { restrictChatMember, setChatPermissions } from './permissions.js';
import * as profile from './profile.js';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './receive.js';
import { sendAnimation, sendDocument, sendPhoto, sendVoice } from './send-media.js';
import { sendMessage } from './send-text.js';

/** The methods that work here, as Telegram spells them. */
export const methods: Record<string, Method | undefined> = {
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  getMe: profile.getMe,
  sendMessage,
  sendPhoto,
  sendVoice,
  sendAnimation,
  sendDocument,
  copyMessage,
  forwardMessage,
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  answerCallbackQuery,
  sendChatAction: chat.sendChatAction,
  setMessageReaction: chat.setMessageReaction,
  pinChatMessage: chat.pinChatMessage,
  unpinChatMessage: chat.unpinChatMessage,
  unpinAllChatMessages: chat.unpinAllChatMessages,
  getFile,
  getChat: chat.getChat,
  getChatMember: members.getChatMember,
  getChatMemberCount: members.getChatMemberCount,
  getChatAdministrators: members.getChatAdministrators,
  setChatPermissions,
  restrictChatMember,
  leaveChat: members.leaveChat,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: profile.setMyName,
  getMyName: profile.getMyName,
  setMyDescription: profile.setMyDescription,
  getMyDescription: profile.getMyDescription,
  setMyShortDescription: profile.setMyShortDescription,
  getMyShortDescription: profile.getMyShortDescription,
};
