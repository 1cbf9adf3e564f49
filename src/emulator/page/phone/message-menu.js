// @ts-check
/** @import { MessageView } from '../../contract.ts' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { ref } from '/vendor/lit-html/directives/ref.js';
import { icons } from '../icons.js';
import { hasText, isOwn } from './bubble.js';

/** As Telegram names them: the heart has no variation selector. */
const EMOJI = ['❤', '👍', '🙏', '🥰', '😢', '🤗'];
const EDGE_PX = 10;

/**
 * What can be done with one message: react, answer, copy, edit, delete.
 * @param {Phone} phone
 */
export function messageMenu(phone) {
  const { chat, ui, act, words, group } = phone;
  const message = chat.messages.find(({ messageId }) => messageId === ui.menuFor);
  if (!message) return nothing;
  const close = () => {
    act.change(chat, { menuFor: null });
    elementOf(phone, message)?.focus({ preventScroll: true });
  };
  return html`
    <div class="menu-veil" @click=${close} @contextmenu=${(/** @type {Event} */ event) => event.preventDefault()}></div>
    <div
      class="menu"
      role="menu"
      aria-label=${words.menuOf}
      @keydown=${(/** @type {KeyboardEvent & { currentTarget: HTMLElement }} */ event) => walkMenu(event, close)}
      ${ref((menu) => menu instanceof HTMLElement && settle(menu, elementOf(phone, message)))}
    >
      ${group === null ? emojiRow(phone, message) : nothing} ${items(phone, message)}
    </div>
  `;
}

/**
 * A group's reactions reach no bot that is an ordinary member, so the row is left out there.
 * @param {Phone} phone
 * @param {MessageView} message
 */
function emojiRow({ chat, act, words }, message) {
  return html`
    <div class="menu-emoji" role="group" aria-label=${words.react}>
      ${EMOJI.map(
        (emoji) => html`
          <button
            role="menuitemcheckbox"
            aria-checked=${message.reactions.some((one) => one.by === 'person' && one.emoji === emoji)}
            aria-label="${words.react} ${emoji}"
            @click=${() => act.react(chat, message, emoji)}
          >
            ${emoji}
          </button>
        `,
      )}
    </div>
  `;
}

/**
 * @param {Phone} phone
 * @param {MessageView} message
 */
function items(phone, message) {
  const { chat, act, words, group } = phone;
  const isMine = isOwn(phone, message);
  const isText = hasText(message);
  const toComposer = (/** @type {() => void} */ change) => () => {
    change();
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-person="${chat.person.id}"] textarea`))?.focus();
  };
  const copyText = () => {
    act.change(chat, { menuFor: null });
    void act.copy(chat, message.text);
  };
  return html`
    ${item(
      icons.reply(),
      words.reply,
      toComposer(() => act.reply(chat, message)),
    )}
    ${isText && !message.isProtected ? item(icons.copy(), words.copy, copyText) : nothing}
    ${
      isMine && isText && !message.media
        ? item(
            icons.pencil(),
            words.edit,
            toComposer(() => act.startEdit(chat, message)),
          )
        : nothing
    }
    ${group === null || isMine ? item(icons.bin(), words.remove, () => act.remove(chat, message)) : nothing}
  `;
}

/**
 * @param {unknown} icon
 * @param {string} text
 * @param {() => void} onClick
 */
const item = (icon, text, onClick) =>
  html`<button class="menu-item" role="menuitem" @click=${onClick}>${icon}<span>${text}</span></button>`;

/**
 * @param {Phone} phone
 * @param {MessageView} message
 */
function elementOf({ chat }, message) {
  return document.getElementById(`message-${chat.person.id}-${message.messageId}`);
}

/**
 * Lays the menu beside its message, inside the phone, and moves the focus into it.
 * @param {HTMLElement} menu
 * @param {HTMLElement | null} message
 */
function settle(menu, message) {
  if (menu.dataset['settled'] === 'yes') return;
  menu.dataset['settled'] = 'yes';
  queueMicrotask(() => {
    const phone = menu.parentElement?.getBoundingClientRect();
    const bubble = message?.querySelector('.bubble')?.getBoundingClientRect();
    if (!phone || !bubble) return;
    const isRight = message?.classList.contains('from-person');
    const left = isRight ? bubble.right - phone.left - menu.offsetWidth : bubble.left - phone.left;
    const below = bubble.bottom - phone.top + 6;
    const top =
      below + menu.offsetHeight + EDGE_PX > phone.height ? bubble.top - phone.top - menu.offsetHeight - 6 : below;
    menu.style.left = `${clamp(left, EDGE_PX, phone.width - menu.offsetWidth - EDGE_PX)}px`;
    menu.style.top = `${clamp(top, EDGE_PX, phone.height - menu.offsetHeight - EDGE_PX)}px`;
    menu.querySelector('button')?.focus({ preventScroll: true });
  });
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

/**
 * @param {KeyboardEvent & { currentTarget: HTMLElement }} event
 * @param {() => void} close
 */
function walkMenu(event, close) {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const step = steps[/** @type {keyof typeof steps} */ (event.key)];
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
