// @ts-check
/** @import { Phone } from './phone.js' */
import { html } from '/vendor/lit-html/lit-html.js';
import { icons } from '../icons.js';
import { minutes } from './media.js';

const HOLD_MS = 400;

/**
 * Hold to speak and let go to send; or tap, speak, and send from the bar that appears.
 * @param {Phone} phone
 */
export function voiceButton({ chat, act, words }) {
  const press = () => {
    const pressedAtMs = Date.now();
    void act.startRecording(chat);
    addEventListener('pointerup', () => Date.now() - pressedAtMs > HOLD_MS && act.finishRecording(chat), {
      once: true,
    });
  };
  return html`
    <button
      class="composer-button is-voice"
      aria-label=${words.record}
      title=${words.record}
      @pointerdown=${(/** @type {PointerEvent} */ event) => event.button === 0 && press()}
      @click=${(/** @type {MouseEvent} */ event) => event.detail === 0 && act.startRecording(chat)}
    >
      ${icons.microphone()}
    </button>
  `;
}

/**
 * Stands in the composer's place while speaking, or where there is nothing to speak into.
 * @param {Phone} phone
 */
export function recordingBar({ chat, ui, act, words }) {
  const { recording } = ui;
  const cancel = html`<button
    class="composer-button"
    aria-label=${words.cancel}
    @click=${() => act.cancelRecording(chat)}
  >
    ${icons.bin()}
  </button>`;
  if (recording === null || recording === 'asking') {
    return html`<div class="writing is-recording">
      ${cancel}
      <p role="status">${words.askingMicrophone}</p>
    </div>`;
  }
  if (recording === 'refused') {
    return html`<div class="writing is-recording">
      ${cancel}
      <p role="status">${words.noMicrophone}</p>
      <button class="primary" @click=${() => act.sendSampleVoice(chat)}>${words.sendSample}</button>
    </div>`;
  }
  return html`<div class="writing is-recording">
    ${cancel}
    <p><span class="red-dot"></span> ${words.recording} ${minutes((Date.now() - recording.startedAtMs) / 1000)}</p>
    <button class="composer-button is-send" aria-label=${words.send} @click=${() => act.finishRecording(chat)}>
      ${icons.send()}
    </button>
  </div>`;
}
