// @ts-check
/** @import { View } from './app.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { clockBar } from './clock-bar.js';
import { icons } from './icons.js';

/** @param {View} view */
export function topBar(view) {
  const { model, act, words, isDark } = view;
  const wrong = model.server?.calls.filter((call) => call.isWrongCall).length ?? 0;
  return html`
    <header class="top-bar">
      <h1 class="brand">
        <img src="/page/icon.svg" alt="" width="28" height="28" />
        <span>${words.title}</span>
      </h1>
      ${botStatus(view)}
      <button
        class="quiet-button only-narrow"
        aria-expanded=${model.isClockOpen}
        aria-controls="clock-bar"
        aria-label=${words.clock}
        @click=${() => act.toggle('isClockOpen')}
      >
        ${icons.clock()}
      </button>
      ${clockBar(view)}
      <div class="page-tools">
        <select
          class="quiet-select"
          aria-label=${words.language}
          .value=${model.language}
          @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) =>
            act.speak(event.target.value === 'en' ? 'en' : 'nl')}
        >
          <option value="nl" ?selected=${model.language === 'nl'}>NL</option>
          <option value="en" ?selected=${model.language === 'en'}>EN</option>
        </select>
        <button
          class="quiet-button"
          aria-label=${isDark ? words.toLight : words.toDark}
          title=${isDark ? words.toLight : words.toDark}
          @click=${() => act.switchTheme()}
        >
          ${isDark ? icons.sun() : icons.moon()}
        </button>
        <button
          class="quiet-button drawer-button"
          aria-expanded=${model.isDrawerOpen}
          aria-controls="drawer"
          aria-label=${wrong > 0 ? `${words.openDrawer}: ${words.wrongCalls(wrong)}` : words.openDrawer}
          @click=${() => act.toggle('isDrawerOpen')}
        >
          ${icons.tools()}<span class="not-narrow">${words.openDrawer}</span>
          ${
            wrong > 0 ? html`<span class="badge is-bad" aria-label=${words.wrongCalls(wrong)}>${wrong}</span>` : nothing
          }
        </button>
      </div>
    </header>
  `;
}

/** @param {View} view */
function botStatus({ model, words }) {
  const bot = model.server?.bot;
  if (model.server === null) return nothing;
  const isHere = bot !== null && bot !== undefined && (bot.isPolling || bot.hasWebhook);
  const text = bot ? (isHere ? words.botListens : words.botAway) : words.noBot;
  return html`<p class="bot-status" data-here=${isHere} role="status" title=${text}>
    <span class="dot"></span><span class="not-narrow">${text}</span>
  </p>`;
}
