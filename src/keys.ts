import { loadDotEnv, readSettings } from './config.js';
import { stopWith } from './process.js';
import { StoreRefusal } from './store/failures.js';
import { checkKey, rotateKey } from './store/rotate.js';

/** `npm run keys -- check` says whether the master key fits the data; `rotate` gives the data another one. */
try {
  loadDotEnv();
  const settings = readSettings(process.env, ['DATA_DIR', 'KEY_FILE', 'SAMENSPRAAK_KEY']);
  const source = { dataDir: settings.DATA_DIR, keyFile: settings.KEY_FILE, keyFromEnv: settings.SAMENSPRAAK_KEY };
  const what = process.argv[2];
  if (what === 'check') {
    console.log(checkKey(source));
  } else if (what === 'rotate') {
    const newKeyFromEnv = process.env['SAMENSPRAAK_NEW_KEY'] ?? null;
    for (const sentence of rotateKey({ ...source, newKeyFromEnv })) console.log(sentence);
  } else {
    throw new StoreRefusal('Say what to do: npm run keys -- check, or npm run keys -- rotate.');
  }
} catch (error) {
  stopWith(error);
}
