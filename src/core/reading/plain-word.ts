import type { Speech } from '../command.js';

/** What one word alone asks of the bot: to offer a command, or to begin a breather at once. */
type AskedByWord = 'stop' | 'helplines' | 'callBreather' | 'breather';

const askedBy: ReadonlyMap<string, AskedByWord> = new Map([
  ['stop', 'stop'],
  ['hulp', 'helplines'],
  ['help', 'helplines'],
  ['pauze', 'callBreather'],
  ['adempauze', 'breather'],
  ['breather', 'breather'],
]);

/** Null for whatever is said to somebody, and for voice. */
export function askedByWord(speech: Speech): AskedByWord | null {
  return speech.kind === 'text' ? (askedBy.get(plainWord(speech.text)) ?? null) : null;
}

/** No word that means something to the bot is longer, with its accents, spaces and end marks. */
const wordLimitUnits = 40;

/** Lower case, without accents and end marks, so that «Oké.» is «oke»; nothing for what is more than a word. */
export function plainWord(text: string): string {
  if (text.length > wordLimitUnits) return '';
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain
    .toLowerCase()
    .trim()
    .replace(/[.!?…]+$/, '');
}
