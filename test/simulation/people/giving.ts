import {
  minuteMs,
  nextWord,
  press,
  pressAny,
  sayWord,
  secondMs,
  text,
  message,
  type Deed,
  type Hands,
  type Somebody,
} from './hands.js';

/** What people do with postcards: write one, give it, take it back, thank for one, or want none. */

export const giving = {
  'writes a postcard': (hands, who, n) => {
    writes(hands, who, n, () => undefined);
  },
  'gives a postcard': (hands, who, n) => {
    writes(hands, who, n, () => {
      press(hands, who, 'give');
    });
  },
  /** Within the twenty seconds, mostly. */
  'takes a postcard back': (hands, who, n) => {
    writes(hands, who, n, () => {
      press(hands, who, 'give');
      hands.timeline.after((2 + (n % 17)) * secondMs, () => {
        if (n % 3 === 0) text(hands, who, '/intrek');
        else press(hands, who, 'postcardTakeBack');
      });
    });
  },
  'gives one as a breather begins': (hands, who, n) => {
    writes(hands, who, n, () => {
      press(hands, who, 'give');
      hands.timeline.after((1 + (n % 20)) * secondMs, () => {
        text(hands, n % 2 === 0 ? who : hands.somebody(who.partner), n % 5 === 0 ? '/stop' : '/adempauze');
      });
    });
  },
  'answers a postcard': (hands, who, n) => {
    pressAny(hands, who, n, ['postcardThank', 'postcardReply']);
    hands.timeline.after(20 * secondMs, () => {
      sayWord(hands, who);
    });
    hands.timeline.after(45 * secondMs, () => {
      pressAny(hands, who, 0, ['sendReaction']);
    });
  },
  'wants no postcards, or wants them again': (hands, who) => {
    text(hands, who, '/instellingen');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'postcards');
    });
  },
} satisfies Readonly<Record<string, Deed>>;

function writes(hands: Hands, who: Somebody, n: number, andThen: () => void): void {
  text(hands, who, '/waardeer');
  hands.timeline.after(6 * secondMs, () => {
    if (n % 3 === 0) press(hands, who, 'postcardMenu');
  });
  hands.timeline.after(10 * secondMs, () => {
    if (n % 3 === 0) press(hands, who, 'postcardForm', n >> 2);
  });
  hands.timeline.after(15 * secondMs, () => {
    if (n % 11 === 0) message(hands, who, { voice: { file_id: `voice-${nextWord(hands, who)}`, duration: 7 } });
    else sayWord(hands, who);
  });
  hands.timeline.after((25 + (n % 8)) * secondMs, () => {
    if (n % 2 === 0) sayWord(hands, who);
  });
  hands.timeline.after(minuteMs, andThen);
}
