// @ts-check
/** @import { ChatView, GroupView, PersonView } from '../../contract.ts' */
/** @import { Basics } from './actions.js' */
/** @import { messageActions } from './messages.js' */
import { control } from '../control.js';
import { insiders, shownGroup } from '../groups.js';
import { shownChats } from '../state.js';
import { wordsIn } from '../words.js';

/** Somebody who does not belong to the two; the name says nothing. */
const STRANGER = 'Cleo';

/**
 * What people do with a group, and what can happen to one.
 * @param {Basics} basics
 * @param {ReturnType<typeof messageActions>} messages
 */
export function groupActions({ model, changed, attempt, note }, { change }) {
  const words = () => wordsIn(model.language);

  /**
   * @param {GroupView} group
   * @param {() => Promise<unknown>} work
   */
  const inGroup = (group, work) => attempt(group.id, work);

  /** @param {PersonView} person */
  const isShown = (person) => shownChats(model).some((chat) => chat?.person.id === person.id);

  /** @param {ChatView} chat */
  const newGroupOf = (chat) => {
    const other = shownChats(model).find((shown) => shown && shown.person.id !== chat.person.id)?.person;
    const title =
      other === undefined ? chat.person.firstName : words().twoNames(chat.person.firstName, other.firstName);
    return { title, memberIds: other === undefined ? [] : [other.id] };
  };

  const stranger = async () => {
    const known = model.server?.chats.find(({ person }) => person.firstName === STRANGER && !isShown(person))?.person;
    return known ?? control.addPerson({ firstName: STRANGER, languageCode: model.language });
  };

  /** @param {GroupView} group */
  const strangerHere = (group) => insiders(group).find(({ person }) => !isShown(person))?.person;

  return {
    /** @param {number} personId */
    speakAs(personId) {
      model.speaker = personId;
      changed();
    },

    /** @param {number} groupId */
    showGroup(groupId) {
      model.group = groupId;
      changed();
    },

    /**
     * A tap on one of the things that can happen: the list closes, and the bot shows what it makes of it.
     * @param {GroupView} group
     * @param {() => unknown} does
     */
    happens(group, does) {
      const ui = model.phones.get(group.id);
      if (ui) ui.panel = null;
      changed();
      return does();
    },

    /** @param {ChatView} chat */
    makeGroup(chat) {
      return attempt(chat.person.id, () => control.makeGroup({ ...newGroupOf(chat), creatorId: chat.person.id }));
    },

    /**
     * The group for a button of the bot, or for its link.
     * @param {ChatView} chat
     * @param {GroupView | null} group null for a new one
     */
    async chooseGroup(chat, group) {
      const asked = model.phones.get(chat.person.id)?.asksGroup ?? null;
      change(chat, { panel: null, asksGroup: null });
      if (asked === null) return;
      const { id } = chat.person;
      const done = await attempt(id, async () => {
        if ('requestId' in asked) {
          return control.shareChat(id, {
            requestId: asked.requestId,
            ...(group ? { groupId: group.id } : newGroupOf(chat)),
          });
        }
        const { id: groupId } =
          group ?? (await control.makeGroup({ ...newGroupOf(chat), creatorId: id, hasBot: false }));
        const start = asked.payload === '' ? {} : { startPayload: asked.payload };
        return control.group(groupId, 'add', { bot: true, byId: id, ...start });
      });
      if (done !== null) note(id, words().groupBeside);
    },

    /** @param {GroupView} group */
    strangerIn: (group) => strangerHere(group)?.firstName,

    /** @param {GroupView} group */
    strangerJoins: (group) =>
      inGroup(group, async () => {
        const { id } = await stranger();
        const isBarred = group.members.some(({ person, status }) => person.id === id && status === 'kicked');
        await control.group(group.id, isBarred ? 'add' : 'join', { personId: id });
      }),

    /** @param {GroupView} group */
    strangerOut: (group) =>
      inGroup(group, () => control.group(group.id, 'remove', { personId: strangerHere(group)?.id ?? 0 })),

    /** @param {GroupView} group */
    promoteBot: (group) => inGroup(group, () => control.group(group.id, 'promote', { bot: true })),

    /** @param {GroupView} group */
    demoteBot: (group) => inGroup(group, () => control.group(group.id, 'demote', { bot: true })),

    /** @param {GroupView} group */
    migrateGroup: (group) => inGroup(group, () => control.group(group.id, 'migrate', {})),

    /**
     * @param {GroupView} group
     * @param {boolean} isPublic
     */
    setPublic: (group, isPublic) =>
      inGroup(group, () => control.group(group.id, 'change', { username: isPublic ? 'iedereen_welkom' : null })),

    /** @param {GroupView} group */
    kickBot: (group) => inGroup(group, () => control.group(group.id, 'remove', { bot: true })),

    /**
     * @param {GroupView} group
     * @param {PersonView | undefined} by
     */
    addBot: (group, by) => inGroup(group, () => control.group(group.id, 'add', { bot: true, ...doneBy(by) })),

    /**
     * @param {GroupView} group
     * @param {number} personId
     */
    leaveGroup: (group, personId) => inGroup(group, () => control.group(group.id, 'leave', { personId })),

    /**
     * @param {GroupView} group
     * @param {number} personId
     * @param {PersonView | undefined} by
     */
    addToGroup: (group, personId, by) =>
      inGroup(group, () => control.group(group.id, 'add', { personId, ...doneBy(by) })),

    /**
     * Those on the two phones who are not in it.
     * @param {GroupView} group
     */
    outsiders: (group) =>
      shownChats(model).flatMap((chat) => {
        const isIn = chat && insiders(group).some(({ person }) => person.id === chat.person.id);
        return chat && !isIn ? [chat.person] : [];
      }),

    /** Whoever looks at the group has read it. */
    readGroup() {
      const group = shownGroup(model);
      if (!group || group.unreadCount === 0 || document.visibilityState !== 'visible') return;
      group.unreadCount = 0;
      control.group(group.id, 'read', {}).catch(() => undefined);
      changed();
    },
  };
}

/** @param {PersonView | undefined} person */
const doneBy = (person) => (person === undefined ? {} : { byId: person.id });
