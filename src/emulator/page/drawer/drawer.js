// @ts-check
/** @import { Fault } from '../../contract.ts' */
/** @import { View } from '../app.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { ref } from '/vendor/lit-html/directives/ref.js';
import { isSwitchFor } from '../actions/operator.js';
import { focusOnce } from '../focus.js';
import { liveGroups } from '../groups.js';
import { icons } from '../icons.js';
import { shownChats } from '../state.js';
import { calls } from './calls.js';

/** @type {Record<'latency' | 'tooMany' | 'down', Fault>} */
const switches = {
  latency: { kind: 'latency', delayMs: 1500 },
  tooMany: { kind: 'too-many-requests', retryAfterSeconds: 5 },
  down: { kind: 'server-error' },
};

/**
 * What an operator would like to see, beside the phones.
 * @param {View} view
 */
export function drawer(view) {
  const { model, act, words } = view;
  if (!model.isDrawerOpen || !model.server) return nothing;
  const close = () => {
    act.toggle('isDrawerOpen');
    /** @type {HTMLElement | null} */ (document.querySelector('.drawer-button'))?.focus();
  };
  return html`
    <aside
      id="drawer"
      class="drawer"
      aria-label=${words.drawer}
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && close()}
    >
      <header class="drawer-head">
        <h2>${words.drawer}</h2>
        <button class="quiet-button" aria-label=${words.close} @click=${close} ${ref(focusOnce)}>
          ${icons.close()}
        </button>
      </header>
      <div class="drawer-body" tabindex="0" role="region" aria-label=${words.drawer}>
        ${faults(view)} ${group(view)} ${queue(view)} ${calls(view)}
        <footer>
          <button class="danger-button" @click=${() => act.reset()}>
            ${model.isResetArmed ? words.resetSure : words.reset}
          </button>
        </footer>
      </div>
    </aside>
  `;
}

/** @param {View} view */
function faults({ model, act, words }) {
  const known = model.server?.faults ?? [];
  const others = known.filter((fault) => !Object.values(switches).some((wanted) => isSwitchFor(wanted, fault)));
  const faultSwitch = (/** @type {Fault} */ fault, /** @type {string} */ title, /** @type {string} */ help) =>
    toggle(title, help, known.some((one) => isSwitchFor(fault, one)), () => act.toggleFault(fault)); // prettier-ignore
  return html`
    <section>
      <h3>${words.faults}</h3>
      ${faultSwitch(switches.latency, words.faultLatency, words.faultLatencyHelp)}
      ${faultSwitch(switches.tooMany, words.faultTooMany, words.faultTooManyHelp)}
      ${faultSwitch(switches.down, words.faultDown, words.faultDownHelp)}
      ${toggle(words.limits, words.limitsHelp, model.server?.limits ?? false, () => act.toggleLimits())}
      <button class="plain-button" @click=${() => act.duplicateNextUpdate()}>${words.duplicateNext}</button>
      ${
        others.length === 0
          ? nothing
          : html`
              <h4>${words.otherFaults}</h4>
              <ul class="other-faults">
                ${others.map(
                  (fault) => html`
                    <li>
                      <code>${describe(fault)}</code>
                      <button class="plain-button" @click=${() => act.removeFault(fault.id ?? 0)}>
                        ${words.removeFault}
                      </button>
                    </li>
                  `,
                )}
              </ul>
            `
      }
    </section>
  `;
}

/** @param {Fault} fault */
function describe({ id: _id, kind, ...rest }) {
  return [kind, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)].join(' ');
}

/**
 * @param {string} title
 * @param {string} help
 * @param {boolean} isOn
 * @param {() => void} onClick
 */
function toggle(title, help, isOn, onClick) {
  return html`
    <button class="switch" role="switch" aria-checked=${isOn} @click=${onClick}>
      <span><b>${title}</b><small>${help}</small></span>
      <span class="track"></span>
    </button>
  `;
}

/**
 * For a bot that does not ask for a group itself.
 * @param {View} view
 */
function group({ model, act, words }) {
  const [first] = shownChats(model);
  if (!first || liveGroups(model).length > 0) return nothing;
  return html`
    <section>
      <h3>${words.group}</h3>
      <button class="plain-button" @click=${() => act.makeGroup(first)}>${words.makeGroup}</button>
    </section>
  `;
}

/** @param {View} view */
function queue({ model, words }) {
  return html`
    <section>
      <h3>${words.queue}</h3>
      <p class="queue">${words.queueOf(model.server?.queue.pending ?? 0)}</p>
    </section>
  `;
}
