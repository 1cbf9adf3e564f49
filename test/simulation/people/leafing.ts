import { minuteMs, press, pressAny, secondMs, text, type Deed, type Hands, type Somebody } from './hands.js';

/** What people do with their book: leaf, keep, take out. */

export const leafing = {
  leafs: (hands, who, n) => {
    opens(hands, who, n);
    for (let page = 1; page <= 1 + (n % 3); page += 1) {
      hands.timeline.after((8 + 8 * page) * secondMs, () => {
        pressAny(hands, who, n >> 2, ['older', 'older', 'newer', 'playVoices', 'leaf']);
      });
    }
  },
  'would keep a page': (hands, who, n) => {
    keeps(hands, who, n);
  },
  'both would keep a page': (hands, who, n) => {
    keeps(hands, who, 0);
    hands.timeline.after((1 + (n % 90)) * minuteMs, () => {
      keeps(hands, hands.somebody(who.partner), 0);
    });
  },
  'both would keep what opened': (hands, who, n) => {
    for (const [index, one] of [who, hands.somebody(who.partner)].entries()) {
      hands.timeline.after((1 + index * (1 + (n % 40))) * minuteMs, () => {
        press(hands, one, 'moreWays');
      });
      hands.timeline.after((1 + index * (1 + (n % 40))) * minuteMs + 8 * secondMs, () => {
        pressAny(hands, one, 0, ['keepPage', 'keepPlan']);
      });
    }
  },
  'takes a page out': (hands, who, n) => {
    opens(hands, who, 0);
    hands.timeline.after(16 * secondMs, () => {
      if (n % 3 === 0) press(hands, who, 'older');
    });
    hands.timeline.after(24 * secondMs, () => {
      press(hands, who, 'removePage');
    });
    hands.timeline.after(32 * secondMs, () => {
      press(hands, who, n % 5 === 0 ? 'samePage' : 'removePageNow');
    });
  },
} satisfies Readonly<Record<string, Deed>>;

function opens(hands: Hands, who: Somebody, n: number): void {
  text(hands, who, '/boek');
  hands.timeline.after(8 * secondMs, () => {
    press(hands, who, 'leaf', n % 4 === 3 ? 1 : 0);
  });
}

function keeps(hands: Hands, who: Somebody, n: number): void {
  opens(hands, who, 0);
  hands.timeline.after(16 * secondMs, () => {
    if (n % 3 === 2) press(hands, who, 'older');
  });
  hands.timeline.after(24 * secondMs, () => {
    pressAny(hands, who, n, ['keepPage', 'keepPage', 'keepLonger', 'dropKeep']);
  });
}
