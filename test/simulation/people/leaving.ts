import { block, minuteMs, press, sayWord, secondMs, text, type Deed, type Hands, type Somebody } from './hands.js';

/** How people stop, erase, and are gone for a while. */

export const leaving = {
  'stops for now': (hands, who, n) => {
    text(hands, who, '/stop');
    hands.timeline.after((1 + (n % 4000)) * minuteMs, () => {
      if (n % 3 === 0) text(hands, who, '/start');
      else press(hands, who, 'goOn');
    });
  },
  stops: (hands, who) => {
    text(hands, who, '/stop');
  },
  unpairs: (hands, who) => {
    text(hands, who, '/stop');
    hands.timeline.after(10 * secondMs, () => {
      press(hands, who, 'unpair');
    });
  },
  undoes: (hands, who) => {
    press(hands, who, 'undoPairing');
    hands.timeline.after(8 * secondMs, () => {
      press(hands, who, 'confirmUndo');
    });
  },
  erases: (hands, who) => {
    erase(hands, who, 'everything');
  },
  'erases some of it': (hands, who, n) => {
    erase(hands, who, n % 3 === 0 ? 'chat' : 'answers');
  },
  'clears the chat': (hands, who) => {
    erase(hands, who, 'chat');
  },
  blocks: (hands, who, n) => {
    block(hands, who, true);
    hands.timeline.after((30 + (n % 5000)) * minuteMs, () => {
      block(hands, who, false);
      sayWord(hands, who);
    });
    hands.timeline.after((32 + (n % 5000)) * minuteMs, () => {
      if (n % 4 !== 0) press(hands, who, 'goOn');
    });
  },
  /** As when an account is gone for a while: Telegram says nothing of it until somebody is written to. */
  'blocks without a word': (hands, who, n) => {
    hands.telegram.setBlocked(who.id, true);
    hands.timeline.after((60 + (n % 1500)) * minuteMs, () => {
      block(hands, who, false);
      sayWord(hands, who);
    });
    hands.timeline.after((62 + (n % 1500)) * minuteMs, () => {
      press(hands, who, 'goOn');
    });
  },
  'seals and is gone': (hands, who, n) => {
    press(hands, who, 'seal');
    hands.timeline.after(2 * secondMs, () => {
      leaving['blocks without a word'](hands, who, n);
    });
  },
  'blocks for good': (hands, who) => {
    block(hands, who, true);
  },
} satisfies Readonly<Record<string, Deed>>;

function erase(hands: Hands, who: Somebody, what: 'everything' | 'answers' | 'chat'): void {
  text(hands, who, '/wis');
  hands.timeline.after(10 * secondMs, () => {
    press(hands, who, 'erase', `erase::0:${what}`);
  });
  hands.timeline.after(20 * secondMs, () => {
    press(hands, who, 'eraseNow');
  });
}
