import { minuteMs, press, pressAny, pressData, secondMs, text, type Deed, type Hands, type Somebody } from './hands.js';

/** What people do with a question whose order of tapping counts, and what comes before it. */

export const ranking = {
  /** Of the paths that ship, one of those with such a question. */
  'both want to rank': (hands, who, n) => {
    const path = rankedPaths[n % rankedPaths.length] ?? '';
    const wants = (one: Somebody) => {
      pressData(hands, one, `wishPath::0:${path}`);
    };
    wants(who);
    hands.timeline.after((1 + (n % 20)) * minuteMs, () => {
      wants(hands.somebody(who.partner));
    });
    hands.timeline.after(30 * minuteMs, () => {
      press(hands, who, 'beginPath');
    });
  },
  'goes a step further': (hands, who) => {
    text(hands, who, '/programma');
    hands.timeline.after(8 * secondMs, () => {
      pressAny(hands, who, 0, ['nextStep', 'beginPath']);
    });
  },
  'both rank what matters': (hands, who, n) => {
    ranks(hands, who, n);
    hands.timeline.after((5 + (n % 40)) * minuteMs, () => {
      ranks(hands, hands.somebody(who.partner), n >> 3);
    });
  },
} satisfies Readonly<Record<string, Deed>>;

const rankedPaths = ['waarden', 'waarden', 'relatiescan', 'ons-beeld'];

/** Something of one group, then of another, and of the first again; one of it is taken out at times. */
function ranks(hands: Hands, who: Somebody, n: number): void {
  const tap = (name: 'group' | 'pick', which: number) => () => {
    const card = hands.telegram.phoneOf(who.id).newest(name)?.message;
    const ofName = card?.buttons.filter((data) => data.startsWith(`${name}:`)) ?? [];
    // A word that stands already is left; the way back from a group is a group without a name.
    const open = ofName.filter((data) => name === 'group' || /^pick:\w+:1:/.test(data));
    const data = open[which % Math.max(1, open.length)];
    if (data !== undefined) pressData(hands, who, data);
  };
  const takesOut = () => {
    const on = hands.telegram
      .phoneOf(who.id)
      .newest('pick')
      ?.message.buttons.find((data) => /^pick:\w+:0:/.test(data));
    if (on !== undefined) pressData(hands, who, on);
  };
  const end = () => {
    if (n % 5 > 0) press(hands, who, 'seal');
    else press(hands, who, 'else');
  };
  const acts = [
    ...[tap('group', n), tap('pick', n >> 2), tap('group', 0), tap('group', n >> 3), tap('pick', n >> 4)],
    ...[tap('pick', n >> 5), ...(n % 3 === 0 ? [takesOut, tap('pick', n >> 6)] : [])],
    // Out of the group: the other ways to answer stand beside the groups.
    tap('group', 0),
    end,
    () => {
      press(hands, who, 'notYet');
    },
  ];
  for (const [index, act] of acts.entries()) hands.timeline.after((2 + 7 * index) * secondMs, act);
}
