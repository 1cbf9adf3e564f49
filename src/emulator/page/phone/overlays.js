// @ts-check
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { ref } from '/vendor/lit-html/directives/ref.js';
import { focusOnce } from '../focus.js';
import { icons } from '../icons.js';

const TOAST_MS = 4_000;

/**
 * The other person shared a link, outside the bot's chat: it waits here until it is opened.
 * @param {Phone} phone
 */
export function sharedLink({ chat, ui, act, words }) {
  const shared = ui.sharedLink;
  return html`
    <div class="shared-space" role="status">
      ${
        shared === null
          ? nothing
          : html`
              <div class="shared-link card">
                <div>
                  <b>${words.sharedBy(shared.from)}</b>
                  ${shared.text === '' ? nothing : html`<p>${shared.text}</p>`}
                  <p class="shared-address">${shared.url}</p>
                </div>
                <div class="shared-buttons">
                  <button class="primary" @click=${() => act.openSharedLink(chat, shared.url)}>
                    ${words.openShared}
                  </button>
                  <button
                    class="quiet-button"
                    aria-label=${words.close}
                    @click=${() => act.change(chat, { sharedLink: null })}
                  >
                    ${icons.close()}
                  </button>
                </div>
              </div>
            `
      }
    </div>
  `;
}

/**
 * What a callback answer says: a toast that leaves by itself, or an alert that waits for «OK». And the page's own notes.
 * @param {Phone} phone
 */
export function toasts(phone) {
  const { chat, ui } = phone;
  const toast = chat.toast && chat.toast.text !== '' && chat.toast.atMs > ui.toastSeenAtMs ? chat.toast : null;
  if (toast && !toast.isAlert) leaveLater(phone, toast.atMs);
  const text = toast && !toast.isAlert ? toast.text : ui.note;
  return html`
    <div class="toast-space" role="status">${text === null ? nothing : html`<p class="toast">${text}</p>`}</div>
    ${toast?.isAlert ? alert(phone, toast) : nothing}
  `;
}

/** @type {WeakMap<import('../state.js').PhoneUi, number>} */
const leaving = new WeakMap();

/**
 * @param {Phone} phone
 * @param {number} atMs
 */
function leaveLater({ chat, ui, act }, atMs) {
  if (leaving.get(ui) === atMs) return;
  leaving.set(ui, atMs);
  setTimeout(() => act.change(chat, { toastSeenAtMs: atMs }), TOAST_MS);
}

/**
 * @param {Phone} phone
 * @param {{ text: string, atMs: number }} toast
 */
function alert({ chat, act, words }, toast) {
  const id = `alert-${chat.person.id}`;
  const close = () => act.change(chat, { toastSeenAtMs: toast.atMs });
  return html`
    <div
      class="alert-veil"
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Tab') event.preventDefault();
      }}
    >
      <div class="alert card" role="alertdialog" aria-modal="true" aria-labelledby=${id}>
        <p id=${id}>${toast.text}</p>
        <button class="primary" @click=${close} ${ref(focusOnce)}>${words.ok}</button>
      </div>
    </div>
  `;
}
