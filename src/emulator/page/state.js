// @ts-check
/** @import { CallView, ChatView, ControlEvent, MessageView, State } from '../contract.ts' */
/** @import { Recording } from './phone/recorder.js' */

const CALLS_KEPT = 200;
const STALE_TOAST_MS = 5_000;

/**
 * What one phone holds beside what the server knows.
 * @typedef {object} PhoneUi
 * @property {string} draft
 * @property {number | null} replyTo message id
 * @property {number | null} editing message id
 * @property {number | null} menuFor message id
 * @property {'commands' | 'attach' | 'emoji' | 'groups' | 'what-if' | null} panel
 * @property {{ requestId: number } | { payload: string } | null} asksGroup what the bot asked a group for
 * @property {number | null} suggestion which of the suggested commands an arrow chose; null sends what was typed
 * @property {Set<string>} openSpoilers keys of `spoilerKey`
 * @property {{ from: string, url: string, text: string } | null} sharedLink
 * @property {string | null} note a sentence of the page itself, shown for a moment
 * @property {Recording | 'asking' | 'refused' | null} recording
 * @property {Map<string, string>} presses callback query id by `pressKey`, until the bot answers; '' until it is known
 * @property {number} toastSeenAtMs
 * @property {boolean} isScrolledUp
 * @property {boolean} offersZones
 */

/**
 * @typedef {object} Model
 * @property {State | null} server
 * @property {'connecting' | 'open' | 'lost'} connection
 * @property {'nl' | 'en'} language
 * @property {'dark' | 'light' | null} theme
 * @property {number} clockSkewMs what to add to this machine's clock for the emulator's
 * @property {0 | 1 | 2} active the phone somebody is looking at; 2 is the group
 * @property {boolean} isAttended false until somebody touched a phone
 * @property {[number | null, number | null]} chosen person ids a phone was set to show
 * @property {number | null} group id of the group that was chosen to be shown
 * @property {number | null} speaker who writes in the group
 * @property {boolean} isDrawerOpen
 * @property {boolean} isClockOpen
 * @property {boolean} isPersonOpen on a narrow screen, where the bar above a phone is folded
 * @property {boolean} isResetArmed
 * @property {boolean} showsPolling
 * @property {Map<number, PhoneUi>} phones
 * @property {{ url: string, progress: number, isPlaying: boolean } | null} playing
 * @property {Set<string>} startedAnimations urls started by hand where motion is reduced
 */

/**
 * @param {'nl' | 'en'} language
 * @param {'dark' | 'light' | null} theme
 * @returns {Model}
 */
export function newModel(language, theme) {
  return {
    server: null,
    connection: 'connecting',
    language,
    theme,
    clockSkewMs: 0,
    active: 0,
    isAttended: false,
    chosen: [null, null],
    group: null,
    speaker: null,
    isDrawerOpen: false,
    isClockOpen: false,
    isPersonOpen: false,
    isResetArmed: false,
    showsPolling: false,
    phones: new Map(),
    playing: null,
    startedAnimations: new Set(),
  };
}

/**
 * @param {Model} model
 * @param {ControlEvent} event
 */
export function applyEvent(model, event) {
  if (event.type === 'state') return takeState(model, event.state);
  const { server } = model;
  if (!server) return;
  switch (event.type) {
    case 'chat': {
      const at = server.chats.findIndex((chat) => chat.person.id === event.chat.person.id);
      if (at === -1) server.chats.push(event.chat);
      else server.chats[at] = event.chat;
      return;
    }
    case 'group': {
      const at = server.groups.findIndex(({ id }) => id === event.group.id);
      if (at === -1) server.groups.push(event.group);
      else server.groups[at] = event.group;
      return;
    }
    case 'bot':
      server.bot = event.bot;
      return;
    case 'clock':
      takeClock(model, event.clock);
      return;
    case 'call':
      server.calls = [...server.calls, event.call].slice(-CALLS_KEPT);
      settlePresses(model, [event.call]);
      return;
    case 'faults':
      server.faults = event.faults;
      server.limits = event.limits;
      return;
    case 'queue':
      server.queue = event.queue;
      return;
    case 'next':
      server.nextAtMs = event.nextAtMs;
  }
}

/**
 * @param {Model} model
 * @param {State} state
 */
function takeState(model, state) {
  model.server = state;
  model.connection = 'open';
  takeClock(model, state.clock);
  settlePresses(model, state.calls);
  const toasts = [
    ...state.chats.map(({ person, toast }) => ({ id: person.id, toast })),
    ...state.groups.map(({ id, toast }) => ({ id, toast })),
  ];
  for (const { id, toast } of toasts) {
    if (toast && state.clock.nowMs - toast.atMs > STALE_TOAST_MS) phoneUi(model, id).toastSeenAtMs = toast.atMs;
  }
}

/**
 * @param {Model} model
 * @param {State['clock']} clock
 */
function takeClock(model, clock) {
  if (model.server) model.server.clock = clock;
  model.clockSkewMs = clock.nowMs - Date.now();
}

/**
 * A pressed button stays busy until the bot answers its query.
 * @param {Model} model
 * @param {CallView[]} calls
 */
export function settlePresses(model, calls) {
  const answered = calls
    .filter((call) => call.method.toLowerCase() === 'answercallbackquery')
    .map((call) => String(call.params['callback_query_id']));
  for (const phone of model.phones.values()) {
    for (const [key, id] of phone.presses) if (answered.includes(id)) phone.presses.delete(key);
  }
}

/**
 * @param {Model} model
 * @param {number} personId or the id of a group
 */
export function phoneUi(model, personId) {
  const known = model.phones.get(personId);
  if (known) return known;
  /** @type {PhoneUi} */
  const fresh = {
    draft: '',
    replyTo: null,
    editing: null,
    menuFor: null,
    panel: null,
    asksGroup: null,
    suggestion: null,
    openSpoilers: new Set(),
    sharedLink: null,
    note: null,
    recording: null,
    presses: new Map(),
    toastSeenAtMs: 0,
    isScrolledUp: false,
    offersZones: false,
  };
  model.phones.set(personId, fresh);
  return fresh;
}

/**
 * The chats on the two phones: who was chosen, else whoever is not yet shown.
 * @param {Model} model
 * @returns {[ChatView | undefined, ChatView | undefined]}
 */
export function shownChats(model) {
  const chats = model.server?.chats ?? [];
  const chosen = model.chosen.map((id) => chats.find((chat) => chat.person.id === id));
  const free = chats.filter((chat) => !chosen.includes(chat));
  return [chosen[0] ?? free.shift(), chosen[1] ?? free.shift()];
}

/** @param {Model} model */
export function nowMs(model) {
  return Date.now() + model.clockSkewMs;
}

/**
 * Another text covers a spoiler again; other buttons under it do not.
 * @param {MessageView} message
 */
export const spoilerKey = ({ messageId, text, entities }) => JSON.stringify([messageId, text, entities]);

/**
 * @param {MessageView} message
 * @param {string} callbackData
 */
export const pressKey = (message, callbackData) => `${message.messageId}:${callbackData}`;
