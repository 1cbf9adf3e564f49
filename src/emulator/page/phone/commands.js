// @ts-check
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';

/**
 * The commands that begin with what is being typed after «/».
 * @param {Phone} phone
 */
export function suggestedCommands({ chat, ui }) {
  if (!/^\/[a-z0-9_]*$/i.test(ui.draft) || ui.editing !== null) return [];
  return chat.menu.filter(({ command }) => `/${command}`.startsWith(ui.draft.toLowerCase()));
}

/**
 * In a group a command says which bot it is for.
 * @param {Phone} phone
 * @param {string} command
 */
export function commandText({ group, model }, command) {
  const username = model.server?.bot?.username;
  return group === null || username === undefined || command.includes('@') ? command : `${command}@${username}`;
}

/**
 * The menu behind «/», or the suggestions while typing.
 * @param {Phone} phone
 */
export function commandPanel(phone) {
  const { chat, ui, act, words } = phone;
  const suggestions = suggestedCommands(phone);
  if (ui.panel !== 'commands' && suggestions.length === 0) return nothing;
  if (ui.panel === 'commands' && chat.menu.length === 0) {
    return html`<div class="panel" role="status"><p>${words.noCommands}</p></div>`;
  }
  const isTyping = suggestions.length > 0;
  const listId = `commands-${chat.person.id}`;
  const sendCommand = (/** @type {string} */ command) => {
    if (isTyping) act.change(chat, { draft: '', suggestion: null });
    void act.send(chat, { text: commandText(phone, `/${command}`) });
  };
  return html`
    <div class="panel commands" id=${listId} role="listbox" aria-label=${words.commands} @keydown=${walkOptions}>
      ${(isTyping ? suggestions : chat.menu).map(
        ({ command, description }, at) => html`
          <button
            role="option"
            id="${listId}-${at}"
            aria-selected=${isTyping && at === ui.suggestion}
            @click=${() => sendCommand(command)}
          >
            <b>/${command}</b> <span>${description}</span>
          </button>
        `,
      )}
    </div>
  `;
}

/** @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
function walkOptions(event) {
  const options = [...event.currentTarget.querySelectorAll('button')];
  const at = options.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  options[(at + step + options.length) % options.length]?.focus();
  event.preventDefault();
}
