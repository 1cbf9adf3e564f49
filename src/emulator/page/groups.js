// @ts-check
/** @import { GroupView } from '../contract.ts' */
/** @import { Model } from './state.js' */

/**
 * The groups that still are one: what a group was before it became a supergroup is shown within that.
 * @param {Model} model
 */
export function liveGroups(model) {
  return (model.server?.groups ?? []).filter(({ migratedTo, isDeleted }) => migratedTo === null && !isDeleted);
}

/**
 * The group beside the phones: the one that was chosen, also after it moved, or else the newest.
 * @param {Model} model
 * @returns {GroupView | undefined}
 */
export function shownGroup(model) {
  const live = liveGroups(model);
  const moved = model.server?.groups.find(({ id }) => id === model.group)?.migratedTo;
  return live.find(({ id }) => id === model.group || id === moved) ?? live.at(-1);
}

/** @param {GroupView} group */
export function insiders(group) {
  return group.members.filter(({ status }) => status !== 'left' && status !== 'kicked');
}

/**
 * Whose phone the group is shown on, and so who writes there.
 * @param {Model} model
 * @param {GroupView} group
 */
export function speakerIn(model, group) {
  const people = insiders(group).filter(({ person }) => !person.isBot);
  return people.find(({ person }) => person.id === model.speaker) ?? people[0];
}

/** @param {GroupView} group */
export function isBotIn(group) {
  return group.bot.status !== 'left' && group.bot.status !== 'kicked';
}
