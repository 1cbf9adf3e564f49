import { answering } from './answering.js';
import { minuteMs, press, pressAny, secondMs, text, type Deed, type Hands, type Somebody } from './hands.js';

/** What people do with paths: want one, go on, let it rest, read for themselves. */

export const walking = {
  'wants a path': (hands, who, n) => {
    wants(hands, who, n % 3);
  },
  'both want a path': (hands, who, n) => {
    const which = n % 3 === 0 ? 1 : 0;
    wants(hands, who, which);
    hands.timeline.after((1 + (n % 90)) * minuteMs, () => {
      wants(hands, hands.somebody(who.partner), which);
    });
  },
  'goes on with the path': (hands, who, n) => {
    if (n % 3 === 0) press(hands, who, 'beginPath');
    else onCard(hands, who, n, ['nextStep', 'takeUpPath', 'morePaths', 'beginTogether']);
  },
  /** Begins it or goes on, and both answer within the hour. */
  'walks a step': (hands, who, n) => {
    press(hands, who, 'beginPath');
    onCard(hands, who, 0, ['nextStep', 'morePaths']);
    const both = [who, hands.somebody(who.partner)];
    for (const [index, one] of both.entries()) {
      hands.timeline.after((5 + 10 * index + (n % 30)) * minuteMs, () => {
        answering.answers(hands, one, n);
      });
    }
  },
  'lets the path rest': (hands, who, n) => {
    onCard(hands, who, n, ['restPath', 'restPath', 'restPath', 'goOnPath', 'dropPath']);
  },
  'walks on after all': (hands, who) => {
    press(hands, who, 'goOnPath');
  },
  'looks at the path': (hands, who) => {
    text(hands, who, '/programma');
  },
  'reads for themselves': (hands, who, n) => {
    onCard(hands, who, 0, ['forMyself']);
    hands.timeline.after(12 * secondMs, () => {
      pressAny(hands, who, n, ['ownCard', 'removeNow']);
    });
  },
} satisfies Readonly<Record<string, Deed>>;

function wants(hands: Hands, who: Somebody, which: number): void {
  text(hands, who, '/programma');
  hands.timeline.after(8 * secondMs, () => {
    press(hands, who, 'wishPath', which);
  });
}

function onCard(hands: Hands, who: Somebody, n: number, names: Parameters<typeof pressAny>[3]): void {
  text(hands, who, '/programma');
  hands.timeline.after(8 * secondMs, () => {
    pressAny(hands, who, n, names);
  });
}
