import { answering } from './answering.js';
import {
  minuteMs,
  press,
  pressAny,
  pressData,
  sayWord,
  secondMs,
  text,
  type Deed,
  type Hands,
  type Somebody,
} from './hands.js';

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
  /** All of it in one sitting, or the first rows; themes at random, and mostly sealed. */
  'fills in a sheet': (hands, who, n) => {
    fillsIn(hands, who, n);
  },
  'both fill in a sheet': (hands, who, n) => {
    fillsIn(hands, who, n | 1);
    hands.timeline.after((10 + (n % 200)) * minuteMs, () => {
      fillsIn(hands, hands.somebody(who.partner), (n >> 3) | 1);
    });
  },
  /** The short one of house.ts, which lies on top of the shelf. */
  'both begin the sheet': (hands, who, n) => {
    wants(hands, who, 0);
    hands.timeline.after((1 + (n % 30)) * minuteMs, () => {
      wants(hands, hands.somebody(who.partner), 0);
    });
    hands.timeline.after(40 * minuteMs, () => {
      press(hands, who, 'beginPath');
    });
  },
  /** And leaves it at that for now. */
  'fills in some rows': (hands, who, n) => {
    takesUp(hands, who);
    for (let tap = 1; tap <= 2 + (n % 9); tap += 1) {
      hands.timeline.after(tap * tapEvery, () => {
        fillsOne(hands, who, 1 + 3 * (n + tap));
      });
    }
  },
  /** All of them, and leaves it where the themes are. */
  'fills in the rows': (hands, who, n) => {
    takesUp(hands, who);
    for (let tap = 1; tap <= 14; tap += 1) {
      hands.timeline.after(tap * tapEvery, () => {
        if (hands.telegram.phoneOf(who.id).newest('rowPass') !== null) fillsOne(hands, who, 1 + 3 * (n + tap));
        else if (tap > 12) press(hands, who, 'toggleLine', n + tap);
      });
    }
  },
  'goes back on the sheet': (hands, who, n) => {
    takesUp(hands, who);
    for (let tap = 1; tap <= 1 + (n % 7); tap += 1) {
      hands.timeline.after(tap * tapEvery, () => {
        press(hands, who, 'rowBack');
      });
    }
  },
  'keeps it to themselves': (hands, who) => {
    press(hands, who, 'keepToMyself');
  },
  'leafs through the sheet': (hands, who, n) => {
    press(hands, who, 'leafSheet', n);
    hands.timeline.after(9 * secondMs, () => {
      press(hands, who, n % 4 === 0 ? 'talkAbout' : 'leafSheet', n >> 2);
    });
  },
  'takes all that is kept': (hands, who) => {
    text(hands, who, '/export');
    for (const [index, name] of (['exportAll', 'exportAllNow'] as const).entries()) {
      hands.timeline.after((index + 1) * 6 * secondMs, () => {
        press(hands, who, name);
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

const tapEvery = 7 * secondMs;

/** By the button that was there last; by an old one, on another device, where there is none any more. */
function takesUp(hands: Hands, who: Somebody): void {
  const phone = hands.telegram.phoneOf(who.id);
  const old = phone.everyButton.findLast((data) => data.startsWith('fillIn:'));
  if (phone.newest('fillIn') !== null) press(hands, who, 'fillIn');
  else if (old !== undefined) pressData(hands, who, old);
}

function fillsIn(hands: Hands, who: Somebody, n: number): void {
  takesUp(hands, who);
  const taps = n % 2 === 0 ? 3 : 24;
  for (let tap = 1; tap <= taps; tap += 1) {
    hands.timeline.after(tap * tapEvery, () => {
      fillsOne(hands, who, n + tap);
    });
  }
}

/** Whatever the card asks for now. */
function fillsOne(hands: Hands, who: Somebody, n: number): void {
  const phone = hands.telegram.phoneOf(who.id);
  const [row, pass, seal] = [phone.newest('row'), phone.newest('rowPass'), phone.newest('sealChosen')];
  if (pass !== null && row?.message.id === pass.message.id) {
    press(hands, who, n % 9 === 0 ? 'rowPass' : n % 13 === 0 ? 'rowBack' : 'row', n);
  } else if (pass !== null) {
    if (n % 3 === 0) press(hands, who, 'rowPass');
    else sayWord(hands, who);
  } else if (seal !== null) {
    press(hands, who, n % 3 === 0 ? 'sealChosen' : 'toggleLine', n >> 1);
  }
}

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
