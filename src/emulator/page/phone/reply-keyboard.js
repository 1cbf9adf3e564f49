// @ts-check
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { insiders, liveGroups } from '../groups.js';

/**
 * The keyboard a bot put in place of the person's own.
 * @param {Phone} phone
 */
export function replyKeyboard({ chat, act }) {
  if (chat.replyKeyboard?.isOpen !== true) return nothing;
  return html`
    <div class="reply-keys">
      ${chat.replyKeyboard.rows.map(
        (row) => html`
          <div class="keyboard-row">
            ${row.map(
              ({ text, requestsChat }) => html`
                <button
                  class="key"
                  @click=${() =>
                    requestsChat
                      ? act.change(chat, { panel: 'groups', asksGroup: { requestId: requestsChat.requestId } })
                      : act.send(chat, { text })}
                >
                  <span>${text}</span>
                </button>
              `,
            )}
          </div>
        `,
      )}
    </div>
  `;
}

/**
 * Which group: one they are in already, or a new one with the other.
 * @param {Phone} phone
 */
export function groupPanel({ chat, ui, act, words, model, otherName }) {
  if (ui.panel !== 'groups') return nothing;
  const own = liveGroups(model).filter((group) => insiders(group).some(({ person }) => person.id === chat.person.id));
  return html`
    <div class="panel commands" role="group" aria-label=${words.whichGroup}>
      <button @click=${() => act.chooseGroup(chat, null)}>
        <b>${otherName === undefined ? words.newGroup : words.newGroupWith(otherName)}</b>
      </button>
      ${own.map((group) => html`<button @click=${() => act.chooseGroup(chat, group)}><span>${group.title}</span></button>`)}
    </div>
  `;
}
