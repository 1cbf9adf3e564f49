// @ts-check
/** @import { MessageView } from '../../contract.ts' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { icons } from '../icons.js';
import { spoilerKey } from '../state.js';
import { clockTime } from '../time.js';
import { commandText } from './commands.js';
import { inlineKeyboard } from './inline-keyboard.js';
import { media, mediaName } from './media.js';
import { richText } from './rich-text.js';

/**
 * @param {Phone} phone
 * @param {MessageView} message
 * @param {boolean} isLastOfGroup
 */
export function bubble(phone, message, isLastOfGroup) {
  const { chat, ui, act, words } = phone;
  if (message.from === 'service' || message.service?.kind === 'shared') return service(message, words);
  const isMine = isOwn(phone, message);
  const name = message.from === 'bot' ? words.bot : isMine ? words.you : (message.author?.name ?? '');
  const openMenu = () => act.change(chat, { menuFor: message.messageId, panel: null });
  return html`
    <li
      class="message from-${isMine ? 'person' : 'bot'}"
      id="message-${chat.person.id}-${message.messageId}"
      data-message=${message.messageId}
      data-last=${isLastOfGroup}
      data-menu=${ui.menuFor === message.messageId}
      tabindex="-1"
      @contextmenu=${(/** @type {MouseEvent} */ event) => {
        event.preventDefault();
        openMenu();
      }}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        openMenu();
      }}
    >
      <div class="body">
        <div class="bubble" data-protected=${message.isProtected}>
          ${
            message.author === null || isMine
              ? html`<span class="visually-hidden">${name}: </span>`
              : html`<b class="author" data-bot=${message.from === 'bot'}>${message.author.name}</b>`
          }
          ${quote(phone, message)} ${message.media ? media(phone, message, message.media) : nothing}
          <div class=${hasText(message) ? 'text' : 'text is-bare'}>${text(phone, message)}${meta(phone, message)}</div>
          ${reactions(phone, message)}
        </div>
        ${inlineKeyboard(phone, message)}
      </div>
      <button class="more" tabindex="-1" aria-label=${words.more} aria-haspopup="menu" @click=${openMenu}>
        ${icons.more()}
      </button>
    </li>
  `;
}

/**
 * @param {MessageView} message
 * @param {import('../words.js').Words} words
 */
function service({ service, text, author }, words) {
  const says = service === null ? text : words.service[service.kind](author?.name ?? '', service.names.join(', '));
  return html`<li class="service"><span>${says}</span></li>`;
}

/**
 * Whether whoever holds this phone wrote it.
 * @param {Phone} phone
 * @param {MessageView} message
 */
export function isOwn({ holder }, message) {
  return message.from === 'person' && (message.author === null || message.author.id === holder?.id);
}

/**
 * A sticker's text is the sticker itself.
 * @param {MessageView} message
 */
export const hasText = (message) => message.text !== '' && message.media?.kind !== 'sticker';

/**
 * @param {Phone} phone
 * @param {MessageView} message
 */
function text(phone, message) {
  const { chat, ui, act, words, otherName, model } = phone;
  if (!hasText(message)) return nothing;
  return richText(message.text, message.entities, {
    isOpen: ui.openSpoilers.has(spoilerKey(message)),
    openSpoilers: () => act.openSpoilers(chat, message),
    openLink: (url) => act.openLink(chat, url),
    sendCommand: (command) => void act.send(chat, { text: commandText(phone, command) }),
    botUsername: model.server?.bot?.username,
    words,
    otherName,
  });
}

/**
 * @param {Phone} phone
 * @param {MessageView} message
 */
function meta({ chat, model, words }, message) {
  const at = new Date(message.atMs);
  return html`<span class="meta">
    ${message.isPinned ? mark(icons.pin(), words.isPinned) : nothing}
    ${message.isSilent ? mark(icons.silent(), words.isSilent) : nothing}
    ${message.isProtected ? mark(icons.lock(), words.isProtected) : nothing}
    ${message.editedAtMs === null ? nothing : html`<span>${words.edited}</span>`}
    <time datetime=${at.toISOString()}>${clockTime(message.atMs, chat.person.timeZone, model.language)}</time>
    ${message.from === 'person' ? delivery(chat, message, model, words) : nothing}
  </span>`;
}

/**
 * Two ticks once the bot has it: it listens, or it said something since.
 * @param {import('../../contract.ts').ChatView} chat
 * @param {MessageView} message
 * @param {import('../state.js').Model} model
 * @param {import('../words.js').Words} words
 */
function delivery(chat, message, model, words) {
  if (!message.isForBot) return mark(icons.unseen(), words.isUnseen);
  const bot = model.server?.bot;
  const isHere = bot !== null && bot !== undefined && (bot.isPolling || bot.hasWebhook);
  const wasAnswered = chat.messages.some((other) => other.from === 'bot' && other.messageId > message.messageId);
  return isHere || wasAnswered ? mark(icons.checks(), words.isDelivered) : mark(icons.check(), words.isSent);
}

/**
 * @param {unknown} icon
 * @param {string} title
 */
const mark = (icon, title) => html`<span class="mark" role="img" aria-label=${title} title=${title}>${icon}</span>`;

/**
 * What this message answers, cut short; it leads there.
 * @param {Phone} phone
 * @param {MessageView} message
 */
function quote({ chat, words }, message) {
  if (message.replyToMessageId === null) return nothing;
  const original = chat.messages.find((other) => other.messageId === message.replyToMessageId);
  const show = () => {
    const element = document.getElementById(`message-${chat.person.id}-${message.replyToMessageId}`);
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  };
  return html`
    <button class="quote" ?disabled=${!original} @click=${show}>
      <b>${original?.author?.name ?? (original?.from === 'person' ? words.you : words.bot)}</b>
      <span>${original ? summary(original, words) : words.deleted}</span>
    </button>
  `;
}

/**
 * A message in one line; what lies under a spoiler stays there.
 * @param {MessageView} message
 * @param {import('../words.js').Words} words
 */
export function summary(message, words) {
  const covered = message.entities.filter((entity) => entity.type === 'spoiler');
  const text = [...message.text.split('').keys()]
    .map((at) => (covered.some(({ offset, length }) => at >= offset && at < offset + length) ? '▒' : message.text[at]))
    .join('');
  return text || (message.media ? mediaName(message.media, words) : '');
}

/**
 * @param {Phone} phone
 * @param {MessageView} message
 */
function reactions({ chat, act, words }, message) {
  if (message.reactions.length === 0) return nothing;
  return html`
    <div class="reactions">
      ${message.reactions.map(({ by, emoji }) =>
        by === 'person'
          ? html`<button
              class="reaction is-mine"
              aria-label="${words.unreact} ${emoji}"
              @click=${() => act.react(chat, message, emoji)}
            >
              ${emoji}
            </button>`
          : html`<span class="reaction">${emoji}</span>`,
      )}
    </div>
  `;
}
