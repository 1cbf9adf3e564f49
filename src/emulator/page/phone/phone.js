// @ts-check
/** @import { ChatView, GroupView, PersonView } from '../../contract.ts' */
/** @import { View } from '../app.js' */
/** @import { PhoneUi } from '../state.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { icons } from '../icons.js';
import { nowMs, phoneUi } from '../state.js';
import { clockTime, weekday } from '../time.js';
import { afterTap } from '../tap.js';
import { composer } from './composer.js';
import { log } from './log.js';
import { messageMenu } from './message-menu.js';
import { sharedLink, toasts } from './overlays.js';
import { personTools } from './person-tools.js';

/**
 * One phone: the view of the page, and whose it is.
 * In a group, `chat` is the group in that shape, and `holder` whoever looks at it and writes there.
 * @typedef {View & { chat: ChatView, ui: PhoneUi, index: 0 | 1 | 2, otherName: string | undefined,
 *   group: GroupView | null, holder: PersonView | undefined }} Phone
 */

/**
 * @param {View} view
 * @param {ChatView | undefined} chat
 * @param {0 | 1} index
 */
export function phone(view, chat, index) {
  if (!chat) return emptyPlace(view, index);
  const { act, words, model } = view;
  const otherName = act.otherThan(chat)?.person.firstName;
  /** @type {Phone} */
  const self = {
    ...view,
    chat,
    index,
    otherName,
    ui: phoneUi(model, chat.person.id),
    group: null,
    holder: chat.person,
  };
  const look = () => afterTap(() => act.lookAt(index));
  return html`
    <section
      class="place person-${index}"
      aria-label=${words.phoneOf(chat.person.firstName)}
      @pointerdown=${look}
      @focusin=${look}
      @wheel=${{ handleEvent: look, passive: true }}
    >
      ${personTools(self)}
      <div class="phone" data-person=${chat.person.id}>
        ${statusBar({ ...self, name: chat.person.firstName })} ${titleBar(self)} ${pinnedBar(self)} ${sharedLink(self)}
        ${log(self)} ${composer(self)} ${toasts(self)} ${messageMenu(self)}
      </div>
    </section>
  `;
}

/**
 * @param {View} view
 * @param {0 | 1} index
 */
function emptyPlace({ act, words }, index) {
  return html`
    <section class="place is-empty person-${index}">
      <div class="phone">
        <div class="empty-place">
          <p>${words.secondPhone}</p>
          <button class="primary" @click=${() => act.addSecondPerson()}>${words.addPerson}</button>
        </div>
      </div>
    </section>
  `;
}

/** @param {Phone & { name: string }} phone */
export function statusBar({ chat, model, name }) {
  const { timeZone } = chat.person;
  return html`
    <div class="status-bar">
      <span class="status-time">${clockTime(nowMs(model), timeZone, model.language)}</span>
      <span class="status-name">${name}</span>
      <span class="status-day">${weekday(nowMs(model), timeZone, model.language)}</span>
    </div>
  `;
}

/** @param {Phone} phone */
function titleBar({ chat, model, act, words }) {
  const bot = model.server?.bot;
  const name = bot?.firstName ?? words.noBot;
  return html`
    <header class="title-bar">
      <span class="back">${icons.back()}</span>
      <span class="avatar" aria-hidden="true">${bot ? [...name][0] : '?'}</span>
      <div class="title">
        <h2>${name}</h2>
        <p>${chat.isBotTyping ? html`<span class="is-typing">${words.isTyping}</span>` : words.bot}</p>
      </div>
      ${
        chat.unreadCount > 0
          ? html`<span class="badge" role="img" aria-label=${words.unread(chat.unreadCount)}>${chat.unreadCount}</span>`
          : nothing
      }
      <button
        class="quiet-button only-narrow"
        aria-expanded=${model.isPersonOpen}
        aria-controls="person-${chat.person.id}"
        aria-label=${words.personTools(chat.person.firstName)}
        title=${words.personTools(chat.person.firstName)}
        @click=${() => act.toggle('isPersonOpen')}
      >
        ${icons.more()}
      </button>
    </header>
  `;
}

/** @param {Phone} phone */
export function pinnedBar({ chat, words }) {
  const pinned = chat.messages.findLast((message) => message.isPinned);
  if (!pinned) return nothing;
  const show = () => document.getElementById(`message-${chat.person.id}-${pinned.messageId}`)?.scrollIntoView();
  return html`
    <button class="pinned-bar" @click=${show}>
      <b>${words.pinned}</b>
      <span>${pinned.text || words.document}</span>
    </button>
  `;
}
