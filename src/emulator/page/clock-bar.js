// @ts-check
/** @import { View } from './app.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { nowMs, shownChats } from './state.js';
import { clockTime, instantOf, nextEvening, wallClockOf, weekday } from './time.js';

const HOUR_MS = 3_600_000;

/**
 * Both local times, and the ways to move on. Named moments are in the first phone's zone.
 * @param {View} view
 */
export function clockBar(view) {
  const { model, act, words } = view;
  const chats = shownChats(model).filter((chat) => chat !== undefined);
  const zone = chats[0]?.person.timeZone;
  if (zone === undefined) return nothing;
  const now = nowMs(model);
  return html`
    <section id="clock-bar" class="clock-bar" data-open=${model.isClockOpen} aria-label=${words.clock}>
      <div class="clock-times">
        ${chats.map(({ person }, index) => {
          const time = clockTime(now, person.timeZone, model.language);
          return html`<p class="clock-time person-${index}">
            <span class="visually-hidden">${words.clockOf(person.firstName, time)}</span>
            <span aria-hidden="true"
              ><b>${time}</b> <span class="clock-day">${weekday(now, person.timeZone, model.language)}</span></span
            >
          </p>`;
        })}
      </div>
      <div class="clock-steps">
        <button @click=${() => act.moveClock({ advanceMs: HOUR_MS })}>${words.nextHour}</button>
        <button @click=${() => act.moveClock({ setToMs: nextEvening(nowMs(model), zone) })}>
          ${words.nextEvening}
        </button>
        ${nextQuestion(view, zone)} ${otherTime(view, zone)}
      </div>
    </section>
  `;
}

/**
 * The way to what the bot does next of itself, where the bot says when that is; the page knows nothing of its rhythm.
 * @param {View} view
 * @param {string} zone
 */
function nextQuestion({ model, act, words }, zone) {
  const atMs = model.server?.nextAtMs ?? null;
  if (atMs === null || atMs <= nowMs(model)) return nothing;
  const when = `${weekday(atMs, zone, model.language)}, ${clockTime(atMs, zone, model.language)}`;
  return html`<button title=${when} @click=${() => act.moveClock({ setToMs: atMs })}>${words.nextQuestion}</button>`;
}

/**
 * @param {View} view
 * @param {string} zone
 */
function otherTime({ model, act, words }, zone) {
  const setClock = (/** @type {SubmitEvent & { currentTarget: HTMLFormElement }} */ event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('moment'));
    const ms = field.value === '' ? Number.NaN : instantOf(field.value.slice(0, 16), zone);
    field.setCustomValidity(ms > nowMs(model) ? '' : words.clockBackwards);
    if (!form.reportValidity()) return;
    void act.moveClock({ setToMs: ms });
    form.closest('details')?.removeAttribute('open');
  };
  return html`
    <details
      class="other-time"
      @keydown=${(/** @type {KeyboardEvent & { currentTarget: HTMLDetailsElement }} */ event) => {
        if (event.key === 'Escape') event.currentTarget.open = false;
      }}
      @focusout=${(/** @type {FocusEvent & { currentTarget: HTMLDetailsElement }} */ event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) event.currentTarget.open = false;
      }}
    >
      <summary>${words.otherTime}</summary>
      <form class="card" novalidate @submit=${setClock}>
        <label>
          ${words.otherTime} (${zone.replaceAll('_', ' ')})
          <input
            type="datetime-local"
            name="moment"
            value=${wallClockOf(nowMs(model), zone)}
            @input=${(/** @type {Event & { target: HTMLInputElement }} */ event) => event.target.setCustomValidity('')}
          />
        </label>
        <button class="primary">${words.setClock}</button>
      </form>
    </details>
  `;
}
