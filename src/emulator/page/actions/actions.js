// @ts-check
/** @import { Model } from '../state.js' */
import { phoneUi } from '../state.js';
import { wordsIn } from '../words.js';
import { groupActions } from './groups.js';
import { linkActions } from './links.js';
import { messageActions } from './messages.js';
import { operatorActions } from './operator.js';
import { voiceActions } from './voice.js';

/** @typedef {ReturnType<typeof createActions>} Actions */
/** @typedef {ReturnType<typeof createBasics>} Basics */

const NOTE_MS = 3_500;

/**
 * Everything a hand can do on this page. An action changes the model or asks the emulator; the emulator's events do the rest.
 * @param {Model} model
 * @param {() => void} changed
 */
export function createActions(model, changed) {
  const basics = createBasics(model, changed);
  const messages = messageActions(basics);
  const groups = groupActions(basics, messages);
  return {
    ...basics,
    ...messages,
    ...groups,
    ...linkActions(basics, messages),
    ...voiceActions(basics, messages),
    ...operatorActions(basics),
    /** @param {0 | 1 | 2} index */
    lookAt(index) {
      messages.lookAt(index);
      if (index === 2) groups.readGroup();
    },
  };
}

/**
 * @param {Model} model
 * @param {() => void} changed
 */
function createBasics(model, changed) {
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  const timers = new Map();

  /**
   * Shows a sentence on a phone for a moment.
   * @param {number} personId
   * @param {string} text
   */
  const note = (personId, text) => {
    phoneUi(model, personId).note = text;
    clearTimeout(timers.get(personId));
    timers.set(
      personId,
      setTimeout(() => {
        phoneUi(model, personId).note = null;
        changed();
      }, NOTE_MS),
    );
    changed();
  };

  return {
    model,
    changed,
    note,
    /**
     * Does something that may fail and says so on the phone; null when it failed.
     * @template T
     * @param {number} personId
     * @param {() => Promise<T>} work
     * @returns {Promise<T | null>}
     */
    async attempt(personId, work) {
      try {
        return await work();
      } catch (error) {
        const words = wordsIn(model.language);
        const isNetwork = error instanceof TypeError;
        note(personId, words.failed(isNetwork ? words.unreachable : error instanceof Error ? error.message : ''));
        return null;
      }
    },
  };
}
