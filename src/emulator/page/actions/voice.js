// @ts-check
/** @import { ChatView } from '../../contract.ts' */
/** @import { Basics } from './actions.js' */
/** @import { messageActions } from './messages.js' */
import { microphoneRecording, photoFrom } from '../phone/recorder.js';
import { phoneUi } from '../state.js';

const SAMPLE_SECONDS = 7;
const TICK_MS = 250;

/**
 * Speaking, listening and showing pictures.
 * @param {Basics} basics
 * @param {ReturnType<typeof messageActions>} messages
 */
export function voiceActions({ model, changed, attempt }, { change, send }) {
  /** @type {HTMLAudioElement | null} */
  let audio = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;

  const showProgress = () => {
    if (!audio || !model.playing) return;
    const length = Number.isFinite(audio.duration) ? audio.duration : 0;
    model.playing.progress = length > 0 ? audio.currentTime / length : 0;
    model.playing.isPlaying = !audio.paused;
    if (audio.ended) model.playing = null;
    changed();
  };

  /** @param {ChatView} chat */
  const recordingOf = (chat) => {
    const { recording } = phoneUi(model, chat.person.id);
    return recording !== null && typeof recording === 'object' ? recording : null;
  };

  return {
    /**
     * Plays a voice note, or pauses it; another one stops first.
     * @param {string} url
     */
    toggleVoice(url) {
      if (audio && model.playing?.url === url) {
        if (audio.paused) void audio.play();
        else audio.pause();
        return;
      }
      audio?.pause();
      audio = new Audio(url);
      model.playing = { url, progress: 0, isPlaying: true };
      for (const event of ['timeupdate', 'play', 'pause', 'ended']) audio.addEventListener(event, showProgress);
      audio.play().catch(() => {
        model.playing = null;
        changed();
      });
      changed();
    },

    /** @param {string} url */
    playAnimation(url) {
      model.startedAnimations.add(url);
      changed();
    },

    /** @param {ChatView} chat */
    async startRecording(chat) {
      change(chat, { recording: 'asking', panel: null });
      const recording = await microphoneRecording().catch(() => null);
      if (phoneUi(model, chat.person.id).recording !== 'asking') {
        recording?.stop().catch(() => undefined);
        return;
      }
      change(chat, { recording: recording ?? 'refused' });
      clearInterval(ticking);
      if (recording) ticking = setInterval(changed, TICK_MS);
    },

    /** @param {ChatView} chat */
    async finishRecording(chat) {
      const recording = recordingOf(chat);
      change(chat, { recording: null });
      clearInterval(ticking);
      if (!recording) return;
      const voice = await attempt(chat.person.id, () => recording.stop());
      if (voice) await send(chat, { voice });
    },

    /** @param {ChatView} chat */
    cancelRecording(chat) {
      recordingOf(chat)
        ?.stop()
        .catch(() => undefined);
      clearInterval(ticking);
      change(chat, { recording: null });
    },

    /** @param {ChatView} chat */
    sendSampleVoice(chat) {
      change(chat, { recording: null });
      return send(chat, { voice: { durationSeconds: SAMPLE_SECONDS } });
    },

    /**
     * @param {ChatView} chat
     * @param {File} file
     */
    async sendPhoto(chat, file) {
      const data = await attempt(chat.person.id, () => photoFrom(file));
      if (data) await send(chat, { photo: { data } });
    },
  };
}
