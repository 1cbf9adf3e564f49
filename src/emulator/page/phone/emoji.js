// @ts-check
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { icons } from '../icons.js';

/** Those that people send each other most, without a search: four rows on the narrowest phone. */
const common = [
  ...['❤️', '🥰', '😘', '😊', '🙂', '😉'],
  ...['😄', '😂', '😅', '🤗', '🙏', '👍'],
  ...['🎉', '🌹', '☀️', '🌧️', '☕', '🍷'],
  ...['🤔', '😬', '😴', '🥱', '🤒', '💪'],
  ...['😢', '😭', '😔', '😟', '😤', '😡'],
  ...['💔', '❤️‍🩹'],
];

/**
 * The key in the text field that opens and closes the panel.
 * @param {Phone} phone
 */
export function emojiKey({ chat, ui, act, words }) {
  const isOpen = ui.panel === 'emoji';
  return html`<button
    class="composer-button emoji-key"
    aria-label=${words.emoji}
    title=${words.emoji}
    aria-expanded=${isOpen}
    @mousedown=${keepFocus}
    @click=${(/** @type {PointerEvent & { currentTarget: HTMLElement }} */ event) => {
      act.change(chat, { panel: isOpen ? null : 'emoji' });
      if (!isOpen && isByKeyboard(event)) enterPanel(event.currentTarget);
    }}
  >
    ${icons.smile()}
  </button>`;
}

/**
 * One stop for Tab; arrows walk through them, and Escape leads back to the text.
 * @param {Phone} phone
 */
export function emojiPanel({ chat, ui, act, words }) {
  if (ui.panel !== 'emoji') return nothing;
  const onKey = (/** @type {KeyboardEvent & { currentTarget: HTMLElement }} */ event) => {
    if (event.key === 'Escape') {
      fieldBeside(event.currentTarget)?.focus();
      act.change(chat, { panel: null });
    } else walk(event);
  };
  const pick = (/** @type {Event & { currentTarget: HTMLElement }} */ event, /** @type {string} */ emoji) => {
    const draft = put(emoji, fieldBeside(event.currentTarget));
    if (draft !== null) act.change(chat, { draft, suggestion: null });
  };
  return html`
    <div class="panel emoji" role="group" aria-label=${words.emojis} @mousedown=${keepFocus} @keydown=${onKey}>
      ${common.map(
        (emoji, at) => html`
          <button
            tabindex=${at === 0 ? 0 : -1}
            @click=${(/** @type {Event & { currentTarget: HTMLElement }} */ event) => pick(event, emoji)}
          >
            ${emoji}
          </button>
        `,
      )}
    </div>
  `;
}

/**
 * A mouse leaves the caret where one writes.
 * @param {Event} event
 */
function keepFocus(event) {
  event.preventDefault();
}

const isByKeyboard = (/** @type {PointerEvent} */ { detail }) => detail === 0;

/**
 * Once it is drawn.
 * @param {HTMLElement} key
 */
function enterPanel(key) {
  queueMicrotask(() => {
    /** @type {HTMLElement | null | undefined} */ (key.closest('.composer')?.querySelector('.emoji button'))?.focus();
  });
}

/**
 * @param {HTMLElement} element
 * @returns {HTMLTextAreaElement | null | undefined}
 */
const fieldBeside = (element) => element.closest('.composer')?.querySelector('textarea');

/**
 * Where the caret is, also while something else has the focus. The field holds the text already when the page is drawn
 * anew: written by that, it would send the caret to the end.
 * @param {string} emoji
 * @param {HTMLTextAreaElement | null | undefined} field
 */
function put(emoji, field) {
  if (!field) return null;
  const { selectionStart: from, selectionEnd: to, value } = field;
  const at = from + emoji.length;
  field.value = `${value.slice(0, from)}${emoji}${value.slice(to)}`;
  field.setSelectionRange(at, at);
  return field.value;
}

/** @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
function walk(event) {
  const keys = [...event.currentTarget.querySelectorAll('button')];
  const at = keys.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  const columns = keys.filter(({ offsetTop }) => offsetTop === keys[0]?.offsetTop).length;
  /** @type {Record<string, number>} */
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  const step = steps[event.key];
  if (step === undefined) return;
  keys[Math.min(Math.max(at + step, 0), keys.length - 1)]?.focus();
  event.preventDefault();
}
