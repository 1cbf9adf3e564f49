// @ts-check
/** @import { ButtonView, MessageView } from '../../contract.ts' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { repeat } from '/vendor/lit-html/directives/repeat.js';
import { icons } from '../icons.js';
import { readLink } from '../links.js';
import { pressKey } from '../state.js';

/**
 * The rows of buttons under a message.
 * @param {Phone} phone
 * @param {MessageView} message
 */
export function inlineKeyboard(phone, message) {
  if (message.keyboard.length === 0) return nothing;
  return html`
    <div class="keyboard">
      ${message.keyboard.map(
        (row) => html`
          <div class="keyboard-row">
            ${repeat(
              row,
              // Another button in this place is another element: the focus never slides from one meaning to the next.
              (button, at) => `${at} ${button.callbackData ?? button.url ?? button.copyText} ${button.text}`,
              (button) => keyboardButton(phone, message, button),
            )}
          </div>
        `,
      )}
    </div>
  `;
}

/**
 * @param {Phone} phone
 * @param {MessageView} message
 * @param {ButtonView} button
 */
function keyboardButton(phone, message, button) {
  const { chat, ui, act, words } = phone;
  const isBusy = button.callbackData !== undefined && ui.presses.has(pressKey(message, button.callbackData));
  return html`
    <button
      class="key"
      aria-busy=${isBusy}
      title=${hint(phone, button) ?? nothing}
      @click=${() => act.tap(chat, message, button)}
    >
      <span>${button.text}</span>
      ${isBusy ? html`<span class="visually-hidden">(${words.waiting})</span>` : nothing} ${corner(button)}
    </button>
  `;
}

/** @param {ButtonView} button */
function corner(button) {
  if (button.copyText !== undefined) return html`<span class="corner">${icons.copy()}</span>`;
  if (button.url !== undefined) return html`<span class="corner">${icons.leave()}</span>`;
  return nothing;
}

/**
 * @param {Phone} phone
 * @param {ButtonView} button
 */
function hint({ words, otherName, model }, button) {
  if (button.copyText !== undefined) return `${words.copyButton}: ${button.copyText}`;
  if (button.url === undefined) return null;
  const link = readLink(button.url, model.server?.bot?.username);
  return link?.kind === 'start' && otherName !== undefined ? words.opensOn(otherName) : button.url;
}
