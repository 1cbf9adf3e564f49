// @ts-check

const LONGEST_SIDE_PX = 1280;
const JPEG_QUALITY = 0.85;

/**
 * A voice note in the making. `stop` ends it and gives what the emulator wants to hear.
 * @typedef {object} Recording
 * @property {number} startedAtMs
 * @property {() => Promise<{ durationSeconds: number, data: string, mimeType: string }>} stop
 */

/**
 * Rejects where there is no microphone, or no permission for it.
 * @returns {Promise<Recording>}
 */
export async function microphoneRecording() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const types = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
  const startedAtMs = Date.now();
  /** @type {Blob[]} */
  const chunks = [];
  recorder.ondataavailable = (event) => chunks.push(event.data);
  recorder.start();
  return {
    startedAtMs,
    stop: () =>
      new Promise((resolve, reject) => {
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop();
          const [plainType = 'audio/ogg'] = recorder.mimeType.split(';');
          const durationSeconds = Math.max(1, Math.round((Date.now() - startedAtMs) / 1000));
          base64(new Blob(chunks)).then((data) => resolve({ durationSeconds, data, mimeType: plainType }), reject);
        };
        recorder.stop();
      }),
  };
}

/**
 * A picture as a messenger would send it: JPEG, no side over 1280 pixels, as base64.
 * @param {File} file
 */
export async function photoFrom(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return base64(await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY }));
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}
