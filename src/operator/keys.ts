import { readCommandLine, refuseUsage } from '../command-line.js';
import { loadDotEnv, readSettings } from '../config.js';
import { stopWith } from '../process.js';
import { checkKey, rotateKey } from '../store/rotate.js';

/** `npm run keys -- check` says whether the master key fits the data; `rotate` gives the data another one. */
const usage = 'npm run keys -- check, or npm run keys -- rotate';
const {
  words: [what],
} = readCommandLine({
  usage,
  about: 'Says whether the master key fits the data, or gives the data another one.',
  words: { least: 1, most: 1 },
});
if (what !== 'check' && what !== 'rotate') refuseUsage('It checks or rotates.', usage);

try {
  loadDotEnv();
  const settings = readSettings(process.env, ['DATA_DIR', 'KEY_FILE', 'SAMENSPRAAK_KEY']);
  const source = { dataDir: settings.DATA_DIR, keyFile: settings.KEY_FILE, keyFromEnv: settings.SAMENSPRAAK_KEY };
  if (what === 'check') {
    console.log(checkKey(source));
  } else {
    const newKeyFromEnv = process.env['SAMENSPRAAK_NEW_KEY'] ?? null;
    for (const sentence of rotateKey({ ...source, newKeyFromEnv })) console.log(sentence);
  }
} catch (error) {
  stopWith(error);
}
