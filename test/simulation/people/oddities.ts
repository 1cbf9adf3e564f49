import { message, pressData, sayWord, text, type Deed } from './hands.js';

/** What people do that nobody asked for. */

/** The simulation's own rule that throws: see world.ts. */
export const poison = 'gifpil';

export const oddities = {
  'taps the newest': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.id);
    const data = everyButton[everyButton.length - 1 - (n % 6)];
    if (data !== undefined) pressData(hands, who, data);
  },
  'taps an old one': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.id);
    const data = everyButton[n % Math.max(1, everyButton.length)];
    if (data !== undefined) pressData(hands, who, data);
  },
  'taps what is not theirs': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.partner);
    const data = everyButton[n % Math.max(1, everyButton.length)];
    if (data !== undefined) pressData(hands, who, n % 4 === 0 ? `${data}:x` : data);
  },
  'taps twice': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.id);
    const data = everyButton[everyButton.length - 1 - (n % 3)];
    if (data === undefined) return;
    pressData(hands, who, data);
    pressData(hands, who, data);
  },
  'sends a sticker': (hands, who, n) => {
    message(hands, who, n % 2 === 0 ? { sticker: { file_id: 'sticker' } } : { text: 'x', forward_date: 1 });
  },
  floods: (hands, who, n) => {
    for (let count = 0; count < 12 + (n % 20); count += 1) sayWord(hands, who);
  },
  'sends poison': (hands, who) => {
    text(hands, who, poison);
  },
  'sends nonsense': (hands, who, n) => {
    const odd = [{ message: { message_id: -1 } }, { callback_query: { id: '' } }, { poll: 1 }, { message: null }];
    hands.telegram.put(who.id, odd[n % odd.length] ?? {});
  },
} satisfies Readonly<Record<string, Deed>>;
