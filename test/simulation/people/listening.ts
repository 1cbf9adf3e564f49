import type { ButtonName } from '../../../src/core/buttons.js';
import { minuteMs, press, pressAny, sayWord, secondMs, text, type Deed, type Hands, type Somebody } from './hands.js';

/** What people do in a breather and in a listening round. */

export const listening = {
  'calls a breather': (hands, who, n) => {
    text(hands, who, n % 3 === 0 ? 'adempauze' : '/adempauze');
    hands.timeline.after((5 + (n % 50)) * secondMs, () => {
      pressAny(hands, who, n, ['breathFor']);
    });
  },
  'comes back': (hands, who, n) => {
    pressAny(hands, who, n, [
      'breathBack',
      'breathChoice',
      'breathSeal',
      'breathMore',
      'breathNotToday',
      'breathLonger',
    ]);
  },
  'comes back with a line': (hands, who) => {
    sayWord(hands, who);
    hands.timeline.after(10 * secondMs, () => {
      press(hands, who, 'breathSeal');
    });
  },
  'looks at the breather': (hands, who, n) => {
    pressAny(hands, who, n, ['breathMenu', 'breathUnsafe', 'breathMoment', 'breathLonger']);
  },
  'listens together': (hands, who, n) => {
    text(hands, who, '/luister');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'listenInvite', n);
    });
    const both = [who, hands.somebody(who.partner)];
    const [first, second] = n % 2 === 0 ? both : [...both].reverse();
    hands.timeline.after(minuteMs, () => {
      press(hands, hands.somebody(who.partner), n % 9 === 0 ? 'listenNotNow' : 'listenNow');
    });
    for (let turn = 1; turn <= 2 + (n % 6); turn += 1) {
      for (const [index, one] of [first, second].entries()) {
        hands.timeline.after((turn * 4 + index * 2) * minuteMs, () => {
          if (one !== undefined) speakInTurn(hands, one, n + turn);
        });
      }
    }
  },
  'speaks out of turn or in it': (hands, who, n) => {
    speakInTurn(hands, who, n);
  },
  'looks at the listening round': (hands, who, n) => {
    pressAny(hands, who, n, buttons);
  },
  'invites to listen': (hands, who, n) => {
    text(hands, who, '/luister');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'listenInvite', n);
    });
  },
  'declines to listen': (hands, who) => {
    press(hands, who, 'listenNotNow');
  },
} satisfies Readonly<Record<string, Deed>>;

/** Every button of a listening round but the one that gives what was said. */
const buttons: readonly ButtonName[] = [
  'listenReady',
  'listenGoOn',
  'listenSwap',
  'listenOption',
  'listenPick',
  'listenSignal',
  'listenTakeBack',
  'listenLater',
  'listenNotNow',
  'listenRecall',
  'listenCancel',
  'listenRestart',
  'listenLetGo',
  'listenMenu',
  'listenKeepNote',
  'listenDropNote',
  'listenThank',
  'listenMore',
  'listenTension',
  'listenKeep',
  'listenAgain',
  'listenPlan',
  'listenPlanSend',
  'listenPlanYes',
  'keepPlan',
  'dropPlan',
  'listenChoose',
  'listenNow',
];

/** Says something, whoever holds the pen, and taps what is then the way on. */
function speakInTurn(hands: Hands, who: Somebody, n: number): void {
  pressAny(hands, who, 0, ['listenReady', 'listenGoOn']);
  hands.timeline.after(20 * secondMs, () => {
    sayWord(hands, who);
  });
  hands.timeline.after(50 * secondMs, () => {
    pressAny(
      hands,
      who,
      0,
      n % 5 === 0 ? ['listenOption', 'listenDone'] : ['listenDone', 'listenSwap', 'listenPlanSend'],
    );
  });
}
