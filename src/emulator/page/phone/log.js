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
 * @property {MessageView | null} message null for the line above what is unread
 * @property {boolean} isLastOfGroup
 *
 * @typedef {{ key: string, date: string, title: string, rows: Row[] }} Day
 */

/**
 * The conversation. The list is anchored at its end by the style sheet, so new messages need no scrolling by hand.
 * @param {Phone} phone
 */
export function log(phone) {
  const { chat, ui, act, words, group } = phone;
  return html`
    <div class="log-space">
      <div
        class="log"
        role="log"
        aria-live="polite"
        aria-label=${group ? words.groupConversation(group.title) : words.conversation(chat.person.firstName)}
        aria-description=${words.logHelp}
        tabindex="0"
        @keydown=${walkMessages}
        @scroll=${(/** @type {Event & { currentTarget: HTMLElement }} */ event) => {
          const isScrolledUp = event.currentTarget.scrollTop < -SCROLLED_UP_PX;
          if (isScrolledUp !== ui.isScrolledUp) act.change(chat, { isScrolledUp });
        }}
        @pointerdown=${followGestures(phone)}
        @click=${(/** @type {Event & { target: Element }} */ { target }) => {
          // A link or a button may have opened the panel just now.
          if (ui.panel !== null && !target.closest('a, button')) act.change(chat, { panel: null });
        }}
      >
        <ol class="messages">
          ${chat.messages.length === 0 ? beginning(phone) : nothing}
          ${repeat(
            days(phone),
            (day) => day.key,
            (day) => html`
              <li class="day-space">
                <p class="day"><span>${day.title}</span></p>
                <ol class="day-messages">
                  ${repeat(
                    day.rows,
                    (row) => row.key,
                    (row) =>
                      row.message ? bubble(phone, row.message, row.isLastOfGroup) : unreadLine(phone.words.unreadLine),
                  )}
                </ol>
              </li>
            `,
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
 * The messages of each local day, with a line above the first unread one. A day's title stays within its day, so that the
 * next one pushes it out of the way.
 * @param {Phone} phone
 * @returns {Day[]}
 */
function days({ chat, model }) {
  const { timeZone } = chat.person;
  const firstUnread = firstUnreadId(chat.messages, chat.unreadCount);
  /** @type {Day[]} */
  const made = [];
  chat.messages.forEach((message, index) => {
    const date = localDate(message.atMs, timeZone);
    if (made.at(-1)?.date !== date) {
      // A clock that was set back can bring the same date twice.
      made.push({
        key: `${made.length} ${date}`,
        date,
        title: dayTitle(message.atMs, nowMs(model), timeZone, model.language),
        rows: [],
      });
    }
    const rows = made.at(-1)?.rows ?? [];
    if (message.messageId === firstUnread) rows.push({ key: 'unread', message: null, isLastOfGroup: false });
    const next = chat.messages[index + 1];
    const isLastOfGroup =
      next?.from !== message.from || next.author?.id !== message.author?.id || localDate(next.atMs, timeZone) !== date;
    rows.push({ key: `message ${message.messageId}`, message, isLastOfGroup });
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

/** @param {string} text */
const unreadLine = (text) => html`<li class="unread-line"><span>${text}</span></li>`;

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
