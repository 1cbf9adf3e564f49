// @ts-check
/** @import { GroupView } from '../../contract.ts' */
/** @import { View } from '../app.js' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { insiders, isBotIn, liveGroups, speakerIn } from '../groups.js';
import { icons } from '../icons.js';
import { phoneUi } from '../state.js';
import { afterTap } from '../tap.js';
import { composer } from './composer.js';
import { groupAsChat } from './group-chat.js';
import { log } from './log.js';
import { messageMenu } from './message-menu.js';
import { toasts } from './overlays.js';
import { pinnedBar, statusBar } from './phone.js';

/**
 * The group, beside the phones of the two: what everybody in it sees, held by one of them.
 * @param {View} view
 * @param {GroupView} group
 */
export function groupPhone(view, group) {
  const { act, words, model } = view;
  const chat = groupAsChat(model, group);
  const holder = speakerIn(model, group)?.person;
  /** @type {Phone} */
  const self = { ...view, chat, index: 2, otherName: undefined, ui: phoneUi(model, group.id), group, holder };
  const look = () => afterTap(() => act.lookAt(2));
  return html`
    <section
      class="place is-group person-2"
      aria-label=${words.groupOf(group.title)}
      @pointerdown=${look}
      @focusin=${look}
      @wheel=${{ handleEvent: look, passive: true }}
    >
      ${groupTools(self, group)}
      <div class="phone" data-person=${group.id}>
        ${statusBar({ ...self, name: holder?.firstName ?? '' })} ${titleBar(self, group)} ${pinnedBar(self)}
        ${log(self)} ${holder === undefined ? nobodyLeft(self) : composer(self)} ${toasts(self)} ${messageMenu(self)}
      </div>
    </section>
  `;
}

/**
 * @param {Phone} phone
 * @param {GroupView} group
 */
function groupTools({ act, words, model, holder, ui, chat }, group) {
  const people = insiders(group).filter(({ person }) => !person.isBot);
  const live = liveGroups(model);
  const chosen = (/** @type {Event & { currentTarget: HTMLSelectElement }} */ event) =>
    Number(event.currentTarget.value);
  return html`
    <div class="group-tools">
      ${
        live.length > 1
          ? html`<select
              class="quiet-select"
              aria-label=${words.showGroup}
              title=${words.showGroup}
              @change=${(/** @type {Event & { currentTarget: HTMLSelectElement }} */ event) => act.showGroup(chosen(event))}
            >
              ${live.map(({ id, title }) => html`<option value=${id} .selected=${id === group.id}>${title}</option>`)}
            </select>`
          : nothing
      }
      <label>
        ${words.writesAs}
        <select
          class="quiet-select"
          @change=${(/** @type {Event & { currentTarget: HTMLSelectElement }} */ event) => act.speakAs(chosen(event))}
        >
          ${people.map(
            ({ person }) =>
              html`<option value=${person.id} .selected=${person.id === holder?.id}>${person.firstName}</option>`,
          )}
        </select>
      </label>
      <button
        class="plain-button"
        aria-expanded=${ui.panel === 'what-if'}
        @click=${() => act.change(chat, { panel: ui.panel === 'what-if' ? null : 'what-if' })}
      >
        ${words.whatIf}
      </button>
    </div>
    ${ui.panel === 'what-if' ? whatIf({ act, words, holder }, group) : nothing}
  `;
}

/**
 * What can happen to a group, to see what the bot does then.
 * @param {Pick<Phone, 'act' | 'words' | 'holder'>} phone
 * @param {GroupView} group
 */
function whatIf({ act, words, holder }, group) {
  const stranger = act.strangerIn(group);
  const isAdmin = group.bot.status === 'administrator';
  /** @type {[string, () => unknown][]} */
  const choices = [
    stranger
      ? [words.strangerOut(stranger), () => act.strangerOut(group)]
      : [words.strangerIn, () => act.strangerJoins(group)],
    ...(isBotIn(group)
      ? [
          /** @type {[string, () => unknown]} */ ([
            isAdmin ? words.demoteBot : words.promoteBot,
            () => (isAdmin ? act.demoteBot(group) : act.promoteBot(group)),
          ]),
        ]
      : []),
    ...(group.kind === 'group'
      ? [/** @type {[string, () => unknown]} */ ([words.migrate, () => act.migrateGroup(group)])]
      : []),
    group.username === null
      ? [words.makePublic, () => act.setPublic(group, true)]
      : [words.makePrivate, () => act.setPublic(group, false)],
    ...(holder
      ? [
          /** @type {[string, () => unknown]} */ ([
            words.memberLeaves(holder.firstName),
            () => act.leaveGroup(group, holder.id),
          ]),
        ]
      : []),
    ...act
      .outsiders(group)
      .map(
        ({ id, firstName }) =>
          /** @type {[string, () => unknown]} */ ([
            words.memberBack(firstName),
            () => act.addToGroup(group, id, holder),
          ]),
      ),
    isBotIn(group) ? [words.kickBot, () => act.kickBot(group)] : [words.addBot, () => act.addBot(group, holder)],
  ];
  return html`
    <div
      class="what-if card"
      role="group"
      aria-label=${words.whatIf}
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && act.happens(group, () => undefined)}
    >
      ${choices.map(([text, does]) => html`<button @click=${() => act.happens(group, does)}>${text}</button>`)}
    </div>
  `;
}

/**
 * @param {Phone} phone
 * @param {GroupView} group
 */
function titleBar({ chat, words }, group) {
  return html`
    <header class="title-bar">
      <span class="avatar" aria-hidden="true">${[...group.title][0]}</span>
      <div class="title">
        <h2>${group.title}</h2>
        <p>
          ${
            chat.isBotTyping
              ? html`<span class="is-typing">${words.isTyping}</span>`
              : `${words.members(group.memberCount)}, ${botLine(group, words)}`
          }
        </p>
      </div>
      ${group.username === null ? nothing : html`<span class="is-public">@${group.username}</span>`}
      ${
        chat.unreadCount > 0
          ? html`<span class="badge" role="img" aria-label=${words.unread(chat.unreadCount)}>${chat.unreadCount}</span>`
          : nothing
      }
      <span class="mark" role="img" aria-label=${words.group} title=${words.group}>${icons.people()}</span>
    </header>
  `;
}

/**
 * @param {GroupView} group
 * @param {import('../words.js').Words} words
 */
function botLine(group, words) {
  if (!isBotIn(group)) return words.botOutside;
  return group.bot.readsAll ? words.botReadsAll : words.botReadsLittle;
}

/** @param {Phone} phone */
function nobodyLeft({ words }) {
  return html`<footer class="composer is-wide"><p>${words.nobodyInGroup}</p></footer>`;
}
