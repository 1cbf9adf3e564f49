// @ts-check
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { icons } from '../icons.js';
import { attachPanel } from './attach.js';
import { isOwn, summary } from './bubble.js';
import { commandPanel, commandText, suggestedCommands } from './commands.js';
import { emojiKey, emojiPanel } from './emoji.js';
import { groupPanel, replyKeyboard } from './reply-keyboard.js';
import { recordingBar, voiceButton } from './voice-button.js';

/**
 * The foot of the phone: START, the way back from a block, or where one writes.
 * @param {Phone} phone
 */
export function composer(phone) {
  const { chat, act, words, ui, model } = phone;
  if (chat.hasBlockedBot) {
    return html`<footer class="composer is-wide">
      <p>${words.blocked}</p>
      <button class="primary wide" @click=${() => act.toggleBlock(chat)}>${words.unblock}</button>
    </footer>`;
  }
  if (!chat.hasStarted) {
    return html`<footer class="composer is-wide">
      <button class="primary wide" ?disabled=${!model.server?.bot} @click=${() => act.send(chat, { text: '/start' })}>
        ${words.start}
      </button>
    </footer>`;
  }
  return html`<footer class="composer">
    ${context(phone)} ${commandPanel(phone)} ${attachPanel(phone)} ${emojiPanel(phone)} ${groupPanel(phone)}
    ${ui.recording === null ? writing(phone) : recordingBar(phone)} ${replyKeyboard(phone)}
  </footer>`;
}

/**
 * What is being answered or edited.
 * @param {Phone} phone
 */
function context({ chat, ui, act, words }) {
  const id = ui.editing ?? ui.replyTo;
  const message = chat.messages.find(({ messageId }) => messageId === id);
  if (id === null || !message) return nothing;
  return html`
    <div class="context">
      ${ui.editing === null ? icons.reply() : icons.pencil()}
      <div>
        <b>${ui.editing === null ? words.replyingTo : words.editing}</b>
        <span>${summary(message, words)}</span>
      </div>
      <button class="quiet-button" aria-label=${words.cancel} @click=${() => act.leaveReplyOrEdit(chat)}>
        ${icons.close()}
      </button>
    </div>
  `;
}

/** @param {Phone} phone */
function writing(phone) {
  const { chat, ui, act, words } = phone;
  const suggestions = suggestedCommands(phone);
  const listId = `commands-${chat.person.id}`;
  const togglePanel = (/** @type {'commands' | 'attach'} */ panel) =>
    act.change(chat, { panel: ui.panel === panel ? null : panel });
  return html`
    <div class="writing">
      <button
        class="composer-button menu-button"
        aria-label="Menu: ${words.commands}"
        title=${words.commands}
        aria-expanded=${ui.panel === 'commands'}
        @click=${() => togglePanel('commands')}
      >
        ${ui.panel === 'commands' ? icons.close() : icons.menu()} ${ui.draft === '' ? html`<span>Menu</span>` : nothing}
      </button>
      <div class="field">
        <textarea
          rows="1"
          placeholder=${words.message}
          aria-label=${words.message}
          aria-autocomplete="list"
          aria-controls=${suggestions.length > 0 ? listId : nothing}
          aria-activedescendant=${suggestions.length > 0 && ui.suggestion !== null ? `${listId}-${ui.suggestion}` : nothing}
          .value=${ui.draft}
          @input=${(/** @type {Event & { currentTarget: HTMLTextAreaElement }} */ event) =>
            act.change(chat, { draft: event.currentTarget.value, suggestion: null, panel: null })}
          @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(phone, event)}
        ></textarea>
        ${emojiKey(phone)}
      </div>
      <button
        class="composer-button"
        aria-label=${words.attach}
        title=${words.attach}
        aria-expanded=${ui.panel === 'attach'}
        @click=${() => togglePanel('attach')}
      >
        ${icons.attach()}
      </button>
      ${
        ui.draft.trim() === '' && ui.editing === null
          ? voiceButton(phone)
          : html`<button
              class="composer-button is-send"
              aria-label=${ui.editing === null ? words.send : words.saveEdit}
              @click=${() => act.submit(chat)}
            >
              ${icons.send()}
            </button>`
      }
    </div>
  `;
}

/**
 * Enter sends, Shift+Enter breaks the line; an arrow chooses a suggested command, and
 * without one what was typed goes as it is; arrow up in an empty field edits the last message.
 * @param {Phone} phone
 * @param {KeyboardEvent} event
 */
function onKey(phone, event) {
  const { chat, ui, act } = phone;
  if (event.isComposing) return;
  const suggestions = suggestedCommands(phone);
  const chosen = ui.suggestion === null ? undefined : suggestions[ui.suggestion];
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (event.key === 'Enter' && !event.shiftKey) {
    if (chosen) {
      act.change(chat, { draft: '', suggestion: null });
      void act.send(chat, { text: commandText(phone, `/${chosen.command}`) });
    } else void act.submit(chat);
  } else if (event.key === 'Escape') {
    if (ui.panel !== null) act.change(chat, { panel: null });
    else if (suggestions.length > 0) act.change(chat, { draft: '', suggestion: null });
    else act.leaveReplyOrEdit(chat);
  } else if (step !== 0 && suggestions.length > 0) {
    const from = ui.suggestion ?? (step === 1 ? -1 : 0);
    act.change(chat, { suggestion: (from + step + suggestions.length) % suggestions.length });
  } else if (event.key === 'ArrowUp' && ui.draft === '' && ui.editing === null) {
    const last = chat.messages.findLast((message) => isOwn(phone, message) && !message.media);
    if (!last) return;
    act.startEdit(chat, last);
  } else return;
  event.preventDefault();
}
