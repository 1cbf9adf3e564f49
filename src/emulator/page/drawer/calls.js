// @ts-check
/** @import { CallView } from '../../contract.ts' */
/** @import { View } from '../app.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { repeat } from '/vendor/lit-html/directives/repeat.js';
import { shownChats } from '../state.js';
import { logTime } from '../time.js';

const SHOWN = 60;

/**
 * The bot's latest calls, newest first.
 * @param {View} view
 */
export function calls(view) {
  const { model, act, words } = view;
  const shown = (model.server?.calls ?? [])
    .filter((call) => model.showsPolling || call.method.toLowerCase() !== 'getupdates')
    .slice(-SHOWN)
    .reverse();
  return html`
    <section>
      <h3>${words.calls}</h3>
      <label class="check">
        <input type="checkbox" .checked=${model.showsPolling} @change=${() => act.toggle('showsPolling')} />
        ${words.showPolling}
      </label>
      ${shown.length === 0 ? html`<p class="queue">${words.noCalls}</p>` : nothing}
      <ol class="calls">
        ${repeat(
          shown,
          ({ seq }) => seq,
          (call) => callRow(view, call),
        )}
      </ol>
    </section>
  `;
}

/**
 * @param {View} view
 * @param {CallView} call
 */
function callRow({ model, words }, call) {
  const name =
    model.server?.chats.find(({ person }) => person.id === call.chatId)?.person.firstName ??
    model.server?.groups.find(({ id }) => id === call.chatId)?.title;
  const zone = shownChats(model)[0]?.person.timeZone ?? 'UTC';
  const state = call.isWrongCall ? 'wrong' : call.isOk ? 'ok' : 'failed';
  return html`
    <li class="call" data-state=${state}>
      <details>
        <summary>
          <time>${logTime(call.atMs, zone)}</time>
          <code>${call.method}</code>
          ${name === undefined ? nothing : html`<span class="call-person">${name}</span>`}
          <span class="call-result">${call.isOk ? 'ok' : (call.errorCode ?? '×')}</span>
          ${call.isWrongCall ? html`<b class="call-wrong">${words.wrongCall}</b>` : nothing}
          ${call.error === null ? nothing : html`<span class="call-error">${call.error}</span>`}
        </summary>
        <pre tabindex="0" aria-label=${words.parameters}>${JSON.stringify(call.params, null, 2)}</pre>
      </details>
    </li>
  `;
}
