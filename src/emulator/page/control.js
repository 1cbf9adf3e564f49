// @ts-check
/** @import { ChatView, Fault, NewPerson, PersonSends, PersonView, State, UpdateFaults } from '../contract.ts' */

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
async function call(method, path, body) {
  /** @type {RequestInit} */
  const request = { method };
  if (body !== undefined) {
    request.headers = { 'content-type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  const response = await fetch(`/control${path}`, request);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(String(answer.error ?? response.status));
  return answer;
}

/** The emulator's control routes, one function each. */
export const control = {
  /** @returns {Promise<State>} */
  state: () => call('GET', '/state'),
  /**
   * @param {NewPerson} person
   * @returns {Promise<PersonView>}
   */
  addPerson: (person) => call('POST', '/people', person),
  /**
   * @param {number} id
   * @param {Partial<NewPerson>} changes
   * @returns {Promise<PersonView>}
   */
  changePerson: (id, changes) => call('PATCH', `/people/${id}`, changes),
  /**
   * @param {number} id
   * @param {PersonSends} sends
   * @returns {Promise<{ messageId: number }>}
   */
  send: (id, sends) => call('POST', `/people/${id}/send`, sends),
  /**
   * @param {number} id
   * @param {number} messageId
   * @param {string} callbackData
   * @returns {Promise<{ callbackQueryId: string }>}
   */
  press: (id, messageId, callbackData) => call('POST', `/people/${id}/press`, { messageId, callbackData }),
  /**
   * @param {number} id
   * @param {number} messageId
   * @param {string} text
   */
  edit: (id, messageId, text) => call('POST', `/people/${id}/edit`, { messageId, text }),
  /**
   * @param {number} id
   * @param {number} messageId
   */
  remove: (id, messageId) => call('POST', `/people/${id}/delete`, { messageId }),
  /**
   * @param {number} id
   * @param {number} messageId
   * @param {string | null} emoji
   */
  react: (id, messageId, emoji) => call('POST', `/people/${id}/react`, { messageId, emoji }),
  /** @param {ChatView} chat */
  read: (chat) => call('POST', `/people/${chat.person.id}/read`, {}),
  /**
   * @param {number} id
   * @param {boolean} blocked
   */
  block: (id, blocked) => call('POST', `/people/${id}/block`, { blocked }),
  /** @param {{ advanceMs: number } | { setToMs: number }} change */
  clock: (change) => call('POST', '/clock', change),
  /** @param {Fault} fault */
  addFault: (fault) => call('POST', '/faults', fault),
  /** @param {number} id */
  removeFault: (id) => call('DELETE', `/faults/${id}`),
  /** @param {UpdateFaults} faults */
  disturbUpdates: (faults) => call('POST', '/update-faults', faults),
  /** @param {boolean} on */
  limits: (on) => call('POST', '/limits', { on }),
  reset: () => call('POST', '/reset', {}),
};
