import { minuteMs, press, pressAny, secondMs, text, type Deed, type Hands, type Somebody } from './hands.js';

/** What people do where only what both tap opens, and with what they do again and again. */

export const tapping = {
  'taps what they like': (hands, who, n) => {
    tapsSome(hands, who, n);
  },
  /** Mostly some of the same. */
  'both tap what they like': (hands, who, n) => {
    tapsSome(hands, who, n);
    hands.timeline.after((1 + (n % 300)) * minuteMs, () => {
      tapsSome(hands, hands.somebody(who.partner), n % 5 === 0 ? n >> 3 : n);
    });
  },
  'both want what comes again': (hands, who) => {
    wants(hands, who);
    hands.timeline.after(20 * minuteMs, () => {
      wants(hands, hands.somebody(who.partner));
    });
  },
  'would do it so': (hands, who, n) => {
    press(hands, who, 'ritualYes', n);
  },
  'both would do it so': (hands, who, n) => {
    press(hands, who, 'ritualYes', n);
    hands.timeline.after((1 + (n % 90)) * minuteMs, () => {
      press(hands, hands.somebody(who.partner), 'ritualYes', n % 3 === 0 ? n >> 2 : n);
    });
  },
  'wants no reminder, or one again': (hands, who, n) => {
    text(hands, who, '/boek');
    hands.timeline.after(8 * secondMs, () => {
      press(hands, who, 'leaf', 1);
    });
    hands.timeline.after(16 * secondMs, () => {
      pressAny(hands, who, n, ['ritualQuiet', 'ritualRemind']);
    });
  },
} satisfies Readonly<Record<string, Deed>>;

/** A few of one group, then of another; sealed, left as a draft, or begun anew. */
function tapsSome(hands: Hands, who: Somebody, n: number): void {
  const tap =
    (name: Parameters<typeof press>[2], which = 0) =>
    () => {
      press(hands, who, name, which);
    };
  const taps = [tap('group', n % 2), tap('pick', n % 3)];
  const more = n % 3 === 0 ? [] : [tap('pick', (n >> 2) % 3)];
  const end = n % 13 === 0 ? [] : [tap(n % 17 === 0 ? 'restart' : 'seal')];
  for (const [index, one] of [...taps, ...more, ...end].entries()) {
    hands.timeline.after((2 + 6 * index) * secondMs, one);
  }
}

/** The second path on the shelf; see house.ts. */
function wants(hands: Hands, who: Somebody): void {
  text(hands, who, '/programma');
  hands.timeline.after(8 * secondMs, () => {
    press(hands, who, 'wishPath', 1);
  });
}
