// @ts-check
/** @import { EntityView } from '../../contract.ts' */
/** @import { Words } from '../words.js' */
/** @import { Piece } from './entities.js' */
import { html } from '/vendor/lit-html/lit-html.js';
import { readLink } from '../links.js';
import { pieces } from './entities.js';

/** These take lines of their own, so the line break after one is not shown twice. */
const BLOCKS = ['pre', 'blockquote', 'expandable_blockquote'];

/**
 * @typedef {object} TextHands what a tap in a text can do
 * @property {boolean} isOpen whether the spoilers of this message lie open
 * @property {() => void} openSpoilers
 * @property {(url: string) => void} openLink
 * @property {(command: string) => void} sendCommand
 * @property {string | undefined} botUsername
 * @property {Words} words
 * @property {string | undefined} otherName
 */

/**
 * Text with its entities as elements. Nothing in it is ever read as HTML.
 * @param {string} text
 * @param {EntityView[]} entities
 * @param {TextHands} hands
 */
export function richText(text, entities, hands) {
  return all(pieces(text, entities), hands);
}

/**
 * @param {Piece[]} parts
 * @param {TextHands} hands
 * @returns {unknown[]}
 */
function all(parts, hands) {
  return parts.map((piece, at) => {
    if ('entity' in piece) return element(piece, hands);
    const before = parts[at - 1];
    const isAfterBlock = before !== undefined && 'entity' in before && BLOCKS.includes(before.entity.type);
    return isAfterBlock ? piece.text.replace(/^\n/, '') : piece.text;
  });
}

/**
 * @param {Extract<Piece, { entity: EntityView }>} piece
 * @param {TextHands} hands
 */
function element({ entity, text, children }, hands) {
  if (entity.type === 'spoiler' && !hands.isOpen) return cover(text, hands);
  const inner = all(children, hands);
  switch (entity.type) {
    case 'bold':
      return html`<strong>${inner}</strong>`;
    case 'italic':
      return html`<em>${inner}</em>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'strikethrough':
      return html`<s>${inner}</s>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'pre':
      return html`<pre tabindex="0">${inner}</pre>`;
    case 'expandable_blockquote':
      return folded(text, inner, hands);
    case 'blockquote':
      return html`<blockquote>${inner}</blockquote>`;
    case 'spoiler':
      return html`<span class="spoiler is-open">${inner}</span>`;
    case 'url':
      return anchor(text, inner, hands);
    case 'text_link':
      return anchor(entity.url ?? '', inner, hands);
    case 'bot_command':
      return command(text, hands);
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return html`<span class="tag">${inner}</span>`;
    default:
      return inner;
  }
}

/**
 * @param {string} text
 * @param {TextHands} hands
 */
function cover(text, { openSpoilers, words }) {
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    @click=${openSpoilers}
    @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      openSpoilers();
    }}
    ><span class="visually-hidden">${words.spoiler}</span><span aria-hidden="true">${text}</span></span
  >`;
}

/**
 * A quote of which only the beginning is seen until it is chosen.
 * @param {string} text
 * @param {unknown} inner
 * @param {TextHands} hands
 */
function folded(text, inner, { words }) {
  return html`<details class="fold">
    <summary>
      <span class="visually-hidden">${words.foldedQuote}</span><span class="preview" aria-hidden="true">${text}</span>
    </summary>
    <blockquote>${inner}</blockquote>
  </details>`;
}

/**
 * @param {string} address
 * @param {unknown} inner
 * @param {TextHands} hands
 */
function anchor(address, inner, { openLink, botUsername, otherName, words }) {
  const link = readLink(address, botUsername);
  if (!link) return inner;
  const href = link.kind === 'web' ? link.url : address;
  const title = link.kind === 'start' && otherName !== undefined ? words.opensOn(otherName) : href;
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    openLink(address);
  };
  return html`<a href=${href} title=${title} target="_blank" rel="noopener noreferrer" @click=${open}>${inner}</a>`;
}

/**
 * @param {string} text
 * @param {TextHands} hands
 */
function command(text, { sendCommand }) {
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    sendCommand(text);
  };
  return html`<a href="#" role="button" class="command" @click=${send}>${text}</a>`;
}
