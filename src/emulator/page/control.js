// @ts-check
/** @import { Fault, GroupView, NewGroup, NewPerson, PersonSends, PersonView, State, UpdateFaults } from '../contract.ts' */

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

/**
 * Where somebody does something: on their own phone, or as a member of a group.
 * @typedef {{ path: string, who: { personId?: number } }} Where
 */

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
   * @param {Where} where
   * @param {PersonSends} sends
   * @returns {Promise<{ messageId: number }>}
   */
  send: ({ path, who }, sends) => call('POST', `${path}/send`, { ...who, ...sends }),
  /**
   * @param {Where} where
   * @param {number} messageId
   * @param {string} callbackData
   * @returns {Promise<{ callbackQueryId: string }>}
   */
  press: ({ path, who }, messageId, callbackData) => call('POST', `${path}/press`, { ...who, messageId, callbackData }),
  /**
   * @param {Where} where
   * @param {number} messageId
   * @param {string} text
   */
  edit: ({ path, who }, messageId, text) => call('POST', `${path}/edit`, { ...who, messageId, text }),
  /**
   * @param {Where} where
   * @param {number} messageId
   */
  remove: ({ path, who }, messageId) => call('POST', `${path}/delete`, { ...who, messageId }),
  /**
   * @param {Where} where
   * @param {number} messageId
   * @param {string | null} emoji
   */
  react: ({ path }, messageId, emoji) => call('POST', `${path}/react`, { messageId, emoji }),
  /** @param {number} id */
  read: (id) => call('POST', `/people/${id}/read`, {}),
  /**
   * @param {NewGroup} group
   * @returns {Promise<GroupView>}
   */
  makeGroup: (group) => call('POST', '/groups', group),
  /**
   * @param {number} id
   * @param {'add' | 'remove' | 'join' | 'leave' | 'promote' | 'demote' | 'change' | 'migrate' | 'read'} what
   * @param {object} body
   */
  group: (id, what, body) => call('POST', `/groups/${id}/${what}`, body),
  /**
   * @param {number} id
   * @param {{ requestId: number } & ({ groupId: number } | { title: string, memberIds: number[] })} choice
   */
  shareChat: (id, choice) => call('POST', `/people/${id}/share-chat`, choice),
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
