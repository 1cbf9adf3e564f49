// @ts-check
/** @import { MessageView } from '../../contract.ts' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { repeat } from '/vendor/lit-html/directives/repeat.js';
import { icons } from '../icons.js';
import { nowMs } from '../state.js';
import { dayTitle, localDate } from '../time.js';
import { bubble } from './bubble.js';
import { followGestures } from './gestures.js';

const SCROLLED_UP_PX = 160;

/**
 * @typedef {object} Row
 * @property {string} key
 * @property {MessageView | null} message null for a separator
 * @property {string} title of a separator
 * @property {boolean} isLastOfGroup
 */

/**
 * The conversation. The list is anchored at its end by the style sheet, so new messages need no scrolling by hand.
 * @param {Phone} phone
 */
export function log(phone) {
  const { chat, ui, act, words } = phone;
  return html`
    <div class="log-space">
      <div
        class="log"
        role="log"
        aria-live="polite"
        aria-label=${words.conversation(chat.person.firstName)}
        aria-description=${words.logHelp}
        tabindex="0"
        @keydown=${walkMessages}
        @scroll=${(/** @type {Event & { currentTarget: HTMLElement }} */ event) => {
          const isScrolledUp = event.currentTarget.scrollTop < -SCROLLED_UP_PX;
          if (isScrolledUp !== ui.isScrolledUp) act.change(chat, { isScrolledUp });
        }}
        @pointerdown=${followGestures(phone)}
        @click=${() => ui.panel !== null && act.change(chat, { panel: null })}
      >
        <ol class="messages">
          ${chat.messages.length === 0 ? beginning(phone) : nothing}
          ${repeat(
            rows(phone),
            (row) => row.key,
            (row) => (row.message ? bubble(phone, row.message, row.isLastOfGroup) : separator(row)),
          )}
          ${
            chat.isBotTyping
              ? html`<li class="typing" aria-hidden="true"><span></span><span></span><span></span></li>`
              : nothing
          }
        </ol>
      </div>
      ${ui.isScrolledUp ? toBottom(phone) : nothing}
    </div>
  `;
}

/** @param {Phone} phone */
function toBottom({ words }) {
  return html`
    <button
      class="to-bottom"
      aria-label=${words.toBottom}
      @click=${(/** @type {Event & { currentTarget: HTMLElement }} */ event) =>
        event.currentTarget.parentElement?.querySelector('.log')?.scrollTo({ top: 0 })}
    >
      ${icons.down()}
    </button>
  `;
}

/** @param {Phone} phone */
function beginning({ chat, model, words }) {
  if (!model.server?.bot) {
    return html`<li class="beginning">
      <h3>${words.noBot}</h3>
      <p>${words.noBotHelp}</p>
      <code>${location.origin}</code>
    </li>`;
  }
  return html`<li class="beginning">
    ${
      chat.description === ''
        ? words.nothingYet
        : html`<h3>${words.whatCanItDo}</h3>
            <p>${chat.description}</p>`
    }
  </li>`;
}

/**
 * Messages with a line above each new day and above the first unread one.
 * @param {Phone} phone
 * @returns {Row[]}
 */
function rows({ chat, model, words }) {
  const { timeZone } = chat.person;
  const firstUnread = firstUnreadId(chat.messages, chat.unreadCount);
  /** @type {Row[]} */
  const made = [];
  let day = '';
  chat.messages.forEach((message, index) => {
    const date = localDate(message.atMs, timeZone);
    if (date !== day) {
      const title = dayTitle(message.atMs, nowMs(model), timeZone, model.language);
      made.push({ key: `day ${date}`, message: null, title, isLastOfGroup: false });
    }
    day = date;
    if (message.messageId === firstUnread) {
      made.push({ key: 'unread', message: null, title: words.unreadLine, isLastOfGroup: false });
    }
    const next = chat.messages[index + 1];
    const isLastOfGroup = next?.from !== message.from || localDate(next.atMs, timeZone) !== date;
    made.push({ key: `message ${message.messageId}`, message, title: '', isLastOfGroup });
  });
  return made;
}

/**
 * @param {MessageView[]} messages
 * @param {number} unreadCount
 */
function firstUnreadId(messages, unreadCount) {
  if (unreadCount === 0) return null;
  return messages.filter((message) => message.from !== 'person').at(-unreadCount)?.messageId ?? null;
}

/** @param {Row} row */
function separator(row) {
  return html`<li class=${row.key === 'unread' ? 'unread-line' : 'day'}><span>${row.title}</span></li>`;
}

/**
 * From the log itself, arrow up goes to the last message; from there arrows walk and Escape leaves.
 * @param {KeyboardEvent & { currentTarget: HTMLElement }} event
 */
function walkMessages(event) {
  const log = event.currentTarget;
  const messages = /** @type {HTMLElement[]} */ ([...log.querySelectorAll('.message')]);
  const at = messages.indexOf(/** @type {HTMLElement} */ (event.target));
  if (event.target !== log && at === -1) return;
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  const next = step === 0 ? undefined : at === -1 ? (step === -1 ? messages.at(-1) : undefined) : messages[at + step];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    event.preventDefault();
  } else if (event.key === 'Escape' && at !== -1) log.focus();
}
