// @ts-check
/** @import { PersonSends } from '../../contract.ts' */
/** @import { Phone } from './phone.js' */
import { html, nothing } from '/vendor/lit-html/lit-html.js';
import { icons } from '../icons.js';

/**
 * Everything a person can send beside text, also what a bot may not expect.
 * @param {Phone} phone
 */
export function attachPanel({ chat, ui, act, words }) {
  if (ui.panel !== 'attach') return nothing;
  /** @type {[unknown, string, PersonSends][]} */
  const samples = [
    [icons.picture(), words.attachSamplePhoto, { photo: {} }],
    [icons.heart(), words.attachSticker, { sticker: { emoji: '❤️' } }],
    [icons.place(), words.attachLocation, { location: { latitude: 52.0907, longitude: 5.1214 } }],
    [icons.video(), words.attachVideoNote, { videoNote: { durationSeconds: 5 } }],
    [icons.poll(), words.attachPoll, { poll: { question: words.pollQuestion } }],
  ];
  return html`
    <div class="panel attach">
      <label class="attach-item">
        ${icons.camera()} ${words.attachPhoto}
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
        ${icons.microphone()} ${words.attachSampleVoice}
      </button>
      ${samples.map(
        ([icon, text, sends]) => html`
          <button class="attach-item" @click=${() => act.send(chat, sends)}>${icon} ${text}</button>
        `,
      )}
    </div>
  `;
}
