// @ts-check
import { render } from '/vendor/lit-html/lit-html.js';
import { createActions } from './actions/actions.js';
import { app } from './app.js';
import { keepingFocus } from './focus.js';
import { listen } from './live.js';
import { showsOnePhone } from './pager.js';
import { ensureTwoPeople } from './people.js';
import { applyEvent, newModel } from './state.js';
import { isDark, rememberedLanguage, rememberedTheme, showTheme } from './theme.js';
import { wordsIn } from './words.js';

const MINUTE_MS = 60_000;

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const model = newModel(rememberedLanguage(), rememberedTheme());
const act = createActions(model, changed);
let isScheduled = false;

/** Draws once, after everything that happens in this turn. */
function changed() {
  if (isScheduled) return;
  isScheduled = true;
  queueMicrotask(() => {
    isScheduled = false;
    draw();
  });
}

function draw() {
  const words = wordsIn(model.language);
  const botName = model.server?.bot?.firstName;
  document.documentElement.lang = model.language;
  document.title = botName === undefined ? words.title : `${botName} · ${words.title}`;
  keepingFocus(() => {
    render(app({ model, act, words, isDark: isDark(model.theme) }), root);
  });
}

/** The clocks on the page turn with the minute. */
function turnClocks() {
  changed();
  setTimeout(turnClocks, MINUTE_MS - ((Date.now() + model.clockSkewMs) % MINUTE_MS) + 20);
}

showTheme(model.theme);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
turnClocks();
listen({
  onEvent(event) {
    applyEvent(model, event);
    changed();
    if (model.isAttended || showsOnePhone()) act.lookAt(model.active);
    if (event.type === 'state' && event.state.chats.length === 0)
      ensureTwoPeople(model.language).catch(() => undefined);
  },
  onLost() {
    model.connection = 'lost';
    changed();
  },
});
