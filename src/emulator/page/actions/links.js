// @ts-check
/** @import { ButtonView, ChatView, MessageView } from '../../contract.ts' */
/** @import { Basics } from './actions.js' */
/** @import { messageActions } from './messages.js' */
import { readLink } from '../links.js';
import { shownChats } from '../state.js';
import { wordsIn } from '../words.js';

/**
 * Links and buttons. An invitation is for the other person, so it opens on the other phone.
 * @param {Basics} basics
 * @param {ReturnType<typeof messageActions>} messages
 */
export function linkActions({ model, note }, { change, press, send }) {
  const words = () => wordsIn(model.language);

  /** @param {ChatView} chat */
  const otherThan = (chat) => shownChats(model).find((shown) => shown && shown.person.id !== chat.person.id);

  /**
   * @param {ChatView} chat
   * @param {string} code
   */
  const startWith = (chat, code) => {
    change(chat, { sharedLink: null });
    return send(chat, { text: code === '' ? '/start' : `/start ${code}` });
  };

  /**
   * @param {ChatView} chat whose phone the link stands on
   * @param {string} address
   */
  const openLink = (chat, address) => {
    const link = readLink(address, model.server?.bot?.username);
    if (!link) return;
    if (link.kind === 'web') {
      window.open(link.url, '_blank', 'noopener,noreferrer');
      return;
    }
    if (link.kind === 'group') {
      change(chat, { panel: 'groups', asksGroup: { payload: link.code } });
      return;
    }
    const other = otherThan(chat);
    if (!other) return note(chat.person.id, words().nobodyElse);
    if (link.kind === 'start') {
      void startWith(other, link.code);
      note(chat.person.id, words().openedOn(other.person.firstName));
    } else {
      change(other, { sharedLink: { from: chat.person.firstName, url: link.url, text: link.text } });
      note(chat.person.id, words().sharedWith(other.person.firstName));
    }
  };

  /**
   * @param {ChatView} chat
   * @param {string} text
   */
  const copy = async (chat, text) => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    note(chat.person.id, isCopied ? words().copied : words().notCopied);
  };

  return {
    otherThan,
    openLink,
    copy,

    /**
     * A link somebody shared opens where it was received; the open web opens in a tab of its own.
     * @param {ChatView} chat
     * @param {string} address
     */
    openSharedLink(chat, address) {
      const link = readLink(address, model.server?.bot?.username);
      if (link?.kind === 'start') return startWith(chat, link.code);
      change(chat, { sharedLink: null });
      if (link?.kind === 'web') window.open(link.url, '_blank', 'noopener,noreferrer');
      return undefined;
    },

    /**
     * @param {ChatView} chat
     * @param {MessageView} message
     * @param {ButtonView} button
     */
    tap(chat, message, button) {
      if (button.callbackData !== undefined) return press(chat, message, button.callbackData);
      if (button.copyText !== undefined) return copy(chat, button.copyText);
      if (button.url !== undefined) openLink(chat, button.url);
      return undefined;
    },
  };
}
