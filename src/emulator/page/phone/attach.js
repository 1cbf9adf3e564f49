// @ts-check
/** @import { PersonSends } from '../../contract.ts' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';

/**
 * Everything a person can send beside text, also what a bot may not expect.
 * @param {Phone} phone
 */
export function attachPanel({ chat, ui, act, words }) {
  if (ui.panel !== 'attach') return nothing;
  /** @type {[string, string, PersonSends][]} */
  const samples = [
    ['🖼️', words.attachSamplePhoto, { photo: {} }],
    ['❤️', words.attachSticker, { sticker: { emoji: '❤️' } }],
    ['📍', words.attachLocation, { location: { latitude: 52.0907, longitude: 5.1214 } }],
    ['🎥', words.attachVideoNote, { videoNote: { durationSeconds: 5 } }],
    ['📊', words.attachPoll, { poll: { question: words.pollQuestion } }],
  ];
  return html`
    <div class="panel attach">
      <label class="attach-item">
        <span aria-hidden="true">📷</span>${words.attachPhoto}
        <input
          type="file"
          accept="image/*"
          class="visually-hidden"
          @change=${(/** @type {Event & { currentTarget: HTMLInputElement }} */ event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void act.sendPhoto(chat, file);
          }}
        />
      </label>
      <button class="attach-item" @click=${() => act.sendSampleVoice(chat)}>
        <span aria-hidden="true">🎙️</span>${words.attachSampleVoice}
      </button>
      ${samples.map(
        ([emoji, text, sends]) => html`
          <button class="attach-item" @click=${() => act.send(chat, sends)}>
            <span aria-hidden="true">${emoji}</span>${text}
          </button>
        `,
      )}
    </div>
  `;
}
