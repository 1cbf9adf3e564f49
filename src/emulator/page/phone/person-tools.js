// @ts-check
/** @import { ChatView } from '../../contract.ts' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { guard } from '/vendor/lit-html/directives/guard.js';
import { icons } from '../icons.js';

/** @typedef {Event & { currentTarget: HTMLInputElement & HTMLSelectElement }} FieldEvent */

/**
 * The bar above a phone: who holds it, in which language and where on earth.
 * @param {Phone} phone
 */
export function personTools(phone) {
  const { chat, act, words, model } = phone;
  const { person } = chat;
  const chats = model.server?.chats ?? [];
  const rename = (/** @type {FieldEvent} */ event) => {
    const field = event.currentTarget;
    const firstName = field.value.trim();
    if (firstName === '') field.value = person.firstName;
    else if (firstName !== person.firstName) void act.changePerson(chat, { firstName });
  };
  return html`
    <div class="person-tools" id="person-${person.id}" data-open=${model.isPersonOpen}>
      ${chats.length > 2 ? personChoice(phone, chats) : nothing}
      <input
        class="person-name"
        aria-label=${words.name}
        title=${words.name}
        maxlength="64"
        spellcheck="false"
        autocomplete="off"
        .value=${person.firstName}
        @change=${rename}
        @keydown=${(/** @type {KeyboardEvent & { currentTarget: HTMLElement }} */ event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <select
        class="quiet-select"
        aria-label=${words.personLanguage(person.firstName)}
        title=${words.personLanguage(person.firstName)}
        .value=${person.languageCode === 'nl' ? 'nl' : 'en'}
        @change=${(/** @type {FieldEvent} */ event) =>
          act.changePerson(chat, { languageCode: event.currentTarget.value })}
      >
        <option value="nl">NL</option>
        <option value="en">EN</option>
      </select>
      ${zoneChoice(phone)}
      <button
        class="quiet-button"
        aria-pressed=${chat.hasBlockedBot}
        aria-label=${chat.hasBlockedBot ? words.unblock : words.block}
        title=${chat.hasBlockedBot ? words.unblock : words.block}
        @click=${() => act.toggleBlock(chat)}
      >
        ${icons.block()}
      </button>
    </div>
  `;
}

/**
 * Where more than two people exist, a phone can be handed to another one.
 * @param {Phone} phone
 * @param {ChatView[]} chats
 */
function personChoice({ chat, act, words, index }, chats) {
  return html`
    <select
      class="quiet-select"
      aria-label=${words.showPerson}
      title=${words.showPerson}
      @change=${(/** @type {FieldEvent} */ event) => act.showPerson(index === 1 ? 1 : 0, Number(event.currentTarget.value))}
    >
      ${chats.map(
        ({ person }) =>
          html`<option value=${person.id} .selected=${person.id === chat.person.id}>${person.firstName}</option>`,
      )}
    </select>
  `;
}

/**
 * The world's zones come when a hand goes there: four hundred for each phone are most of what there would be on the page.
 * @param {Phone} phone
 */
function zoneChoice({ chat, ui, act, words }) {
  const { timeZone } = chat.person;
  const { offersZones } = ui;
  const offer = () => {
    if (!offersZones) act.change(chat, { offersZones: true });
  };
  return html`
    <select
      class="quiet-select zone"
      aria-label=${words.timeZone}
      title=${words.timeZone}
      @pointerdown=${offer}
      @focus=${offer}
      @change=${(/** @type {FieldEvent} */ event) => act.changePerson(chat, { timeZone: event.currentTarget.value })}
    >
      ${guard([timeZone, offersZones], () =>
        zonesByContinent(timeZone, offersZones ? Intl.supportedValuesOf('timeZone') : []).map(
          ([continent, zones]) => html`
            <optgroup label=${continent}>
              ${zones.map((zone) => html`<option value=${zone} .selected=${zone === timeZone}>${placeOf(zone)}</option>`)}
            </optgroup>
          `,
        ),
      )}
    </select>
  `;
}

/** @param {string} zone */
const placeOf = (zone) => zone.replace(/^[^/]+\//, '').replaceAll('_', ' ');

/**
 * @param {string} own always in the list, also where the browser does not know it by this name
 * @param {string[]} others
 * @returns {[string, string[]][]}
 */
function zonesByContinent(own, others) {
  const zones = [...new Set([...others, 'UTC', own])].sort();
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const zone of zones) {
    const continent = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'UTC';
    groups.set(continent, [...(groups.get(continent) ?? []), zone]);
  }
  return [...groups];
}
