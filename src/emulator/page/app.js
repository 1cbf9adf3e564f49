// @ts-check
/** @import { ChatView, GroupView } from '../contract.ts' */
/** @import { Actions } from './actions/actions.js' */
/** @import { Model } from './state.js' */
/** @import { Words } from './words.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { drawer } from './drawer/drawer.js';
import { showPhone, showsOnePhone, whenSwiped } from './pager.js';
import { shownGroup } from './groups.js';
import { groupPhone } from './phone/group-phone.js';
import { phone } from './phone/phone.js';
import { nowMs, shownChats } from './state.js';
import { clockTime } from './time.js';
import { topBar } from './top-bar.js';

/**
 * What every part of the page is given.
 * @typedef {object} View
 * @property {Model} model
 * @property {Actions} act
 * @property {Words} words
 * @property {boolean} isDark
 */

/** @param {View} view */
export function app(view) {
  const { model } = view;
  const chats = shownChats(model);
  const group = shownGroup(model);
  return html`
    <div class="frame" data-active=${model.active} data-drawer=${model.isDrawerOpen ? 'open' : 'closed'}>
      ${topBar(view)} ${connectionNotice(view)} ${tabs(view, chats, group)}
      <main
        class="phones"
        ?inert=${model.isDrawerOpen && showsOnePhone()}
        @scroll=${whenSwiped((index) => view.act.lookAt(index))}
      >
        ${model.server === null ? waiting(view) : [phone(view, chats[0], 0), phone(view, chats[1], 1), group ? groupPhone(view, group) : nothing]}
      </main>
      ${drawer(view)}
    </div>
  `;
}

/** @param {View} view */
function waiting({ model, words }) {
  return model.connection === 'lost' ? nothing : html`<p class="waiting">${words.connecting}</p>`;
}

/** @param {View} view */
function connectionNotice({ model, words }) {
  const isLost = model.connection === 'lost';
  return html`<div class="connection" role="status">${isLost ? html`<p>${words.lost}</p>` : nothing}</div>`;
}

/**
 * On a narrow screen one phone shows at a time; these switch, and tell of what is new on the other.
 * @param {View} view
 * @param {[ChatView | undefined, ChatView | undefined]} chats
 * @param {GroupView | undefined} group
 */
function tabs({ model, words, act }, chats, group) {
  const tab = (
    /** @type {0 | 1 | 2} */ index,
    /** @type {string} */ name,
    /** @type {number} */ unreadCount,
    /** @type {unknown} */ detail,
  ) => html`
    <button
      class="tab person-${index}"
      aria-current=${model.active === index ? 'true' : 'false'}
      @click=${() => {
        act.lookAt(index);
        showPhone(index);
      }}
    >
      <span class="tab-name">${name}</span>
      ${detail}
      ${
        unreadCount > 0
          ? html`<span class="badge" aria-label=${words.unread(unreadCount)}>${unreadCount}</span>`
          : nothing
      }
    </button>
  `;
  return html`
    <nav class="tabs" aria-label=${words.phones}>
      ${
        /** @type {const} */ ([0, 1]).map((index) => {
          const chat = chats[index];
          if (!chat) return nothing;
          const { firstName, timeZone } = chat.person;
          const time = clockTime(nowMs(model), timeZone, model.language);
          return tab(index, firstName, chat.unreadCount, html`<small>${time}</small>`);
        })
      }
      ${group ? tab(2, words.group, group.unreadCount, nothing) : nothing}
    </nav>
  `;
}
