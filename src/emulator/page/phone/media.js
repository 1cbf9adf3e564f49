// @ts-check
/** @import { MediaView, MessageView } from '../../contract.ts' */
/** @import { Words } from '../words.js' */
/** @import { Phone } from './phone.js' */
import { html, nothing, svg } from '/vendor/lit-html/lit-html.js';
import { icons } from '../icons.js';
import { spoilerKey } from '../state.js';

const WAVE_BARS = 36;

/**
 * @param {Phone} phone
 * @param {MessageView} message
 * @param {MediaView} file
 */
export function media(phone, message, file) {
  const { words } = phone;
  switch (file.kind) {
    case 'photo':
      if (file.isCovered && !phone.ui.openSpoilers.has(spoilerKey(message))) return coveredPhoto(phone, message, file);
      return html`<a class="photo" href=${file.url ?? nothing} target="_blank" aria-label=${words.openPhoto}>
        <img src=${file.url ?? nothing} alt=${words.photo} loading="lazy" />
      </a>`;
    case 'voice':
      return voice(phone, message, file);
    case 'animation':
      return animation(phone, file);
    case 'document':
      return html`<a class="document" href=${file.url ?? nothing} download=${file.fileName ?? ''}>
        <span class="round">${icons.document()}</span>
        <span>${file.fileName ?? words.document}</span>
      </a>`;
    case 'sticker':
      return html`<p class="sticker">${message.text || '🙂'}</p>`;
    case 'location':
      return html`<p class="document"><span class="round">${icons.pin()}</span> ${words.location}</p>`;
  }
}

/**
 * Blurred as a messenger blurs it, and without a word of what it shows, until it is tapped.
 * @param {Phone} phone
 * @param {MessageView} message
 * @param {MediaView} file
 */
function coveredPhoto({ chat, act, words }, message, file) {
  return html`<button class="photo is-covered" @click=${() => act.openSpoilers(chat, message)}>
    <img src=${file.url ?? nothing} alt=${words.coveredPhoto} loading="lazy" />
  </button>`;
}

/**
 * @param {MediaView} file
 * @param {Words} words
 */
export function mediaName(file, words) {
  return words[file.kind];
}

/**
 * @param {Phone} phone
 * @param {MessageView} message
 * @param {MediaView} file
 */
function voice({ model, act, words }, message, file) {
  const { url } = file;
  const playing = model.playing?.url === url ? model.playing : null;
  const label = `${words.voice}, ${minutes(file.durationSeconds ?? 0)}`;
  return html`
    <div class="voice" role="group" aria-label=${label}>
      <button
        class="round"
        aria-label=${playing?.isPlaying ? words.pause : words.play}
        ?disabled=${url === null}
        @click=${() => url !== null && act.toggleVoice(url)}
      >
        ${playing?.isPlaying ? icons.pause() : icons.play()}
      </button>
      ${wave(message.messageId, playing?.progress ?? 0)}
      <span class="voice-length">${minutes(file.durationSeconds ?? 0)}</span>
    </div>
  `;
}

/**
 * Bars that look like speech; the same message always looks the same.
 * @param {number} seed
 * @param {number} progress 0..1
 */
function wave(seed, progress) {
  const bars = Array.from({ length: WAVE_BARS }, (_, at) => {
    const breath = 0.5 + 0.5 * Math.sin(at / 2.6 + seed);
    const grain = Math.abs(Math.sin(at * 12.9898 + seed * 78.233) * 43_758.5453) % 1;
    const height = 3 + 19 * (0.25 + 0.75 * breath) * (0.35 + 0.65 * grain);
    const isPast = at < Math.round(progress * WAVE_BARS);
    return svg`<rect class=${isPast ? 'is-past' : ''} x=${at * 4} y=${12 - height / 2} width="2.4" height=${height} rx="1.2" />`;
  });
  return html`<svg class="wave" viewBox="0 0 ${WAVE_BARS * 4} 24" aria-hidden="true">${bars}</svg>`;
}

/** @param {number} seconds */
export function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/**
 * Loops without sound, unless less motion was asked for: then it waits for a tap.
 * @param {Phone} phone
 * @param {MediaView} file
 */
function animation({ model, act, words }, file) {
  const { url } = file;
  if (url === null) return nothing;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches && !model.startedAnimations.has(url);
  if (isCalm) {
    return html`<button class="still" @click=${() => act.playAnimation(url)}>
      <span class="round">${icons.play()}</span> ${words.playAnimation}
    </button>`;
  }
  return file.mimeType?.startsWith('video/')
    ? html`<video
        class="animation"
        src=${url}
        aria-label=${words.animation}
        autoplay
        loop
        playsinline
        .muted=${true}
      ></video>`
    : html`<img class="animation" src=${url} alt=${words.animation} />`;
}
