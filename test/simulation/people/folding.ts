import { leaving } from './leaving.js';
import {
  minuteMs,
  press,
  pressData,
  pressShown,
  secondMs,
  text,
  type Deed,
  type Hands,
  type Somebody,
} from './hands.js';
import { listening } from './listening.js';

/** What people do with lines that tell nothing until they are tapped. */

export const folding = {
  'wants it neutral': (hands, who) => {
    chooses(hands, who, 'on');
  },
  'wants it plain again': (hands, who) => {
    chooses(hands, who, 'off');
  },
  unfolds: (hands, who) => {
    unfoldAll(hands, who);
  },
  /** Also one that was opened, emptied or taken away meanwhile. */
  'unfolds an old one': (hands, who, n) => {
    const lines = hands.telegram.phoneOf(who.id).everyButton.filter(isLine);
    const data = lines[n % Math.max(1, lines.length)];
    if (data !== undefined) pressData(hands, who, data);
  },
  /** And the other taps the line of it, which is just going away. */
  'invites and takes it back': (hands, who) => {
    const partner = hands.somebody(who.partner);
    listening['invites to listen'](hands, who, 0);
    hands.timeline.after(minuteMs, () => {
      press(hands, who, 'listenRecall');
    });
    hands.timeline.after(2 * minuteMs, () => {
      const line = hands.telegram.phoneOf(partner.id).everyButton.findLast(isLine);
      if (line !== undefined) pressData(hands, partner, line);
    });
  },
  /** Each tap after its line went, and before anybody has forgotten that it was there. */
  'clears the chat with a finger on a line': (hands, who, n) => {
    const { messages } = hands.telegram.phoneOf(who.id);
    const lines = messages.flatMap(({ id, buttons }) => buttons.filter(isLine).map((data) => ({ id, data })));
    leaving['clears the chat'](hands, who);
    for (const [index, { id, data }] of lines.entries()) {
      hands.timeline.after((22 + index + (n % 8)) * secondMs, () => {
        pressShown(hands, who, data, id);
      });
    }
  },
  /** Help that is offered goes away after five minutes: what lay in its line may not be read any more. */
  'taps the line of help too late': (hands, who, n) => {
    text(hands, who, 'ik wil niet meer leven');
    hands.timeline.after(4 * minuteMs, () => {
      const { messages } = hands.telegram.phoneOf(who.id);
      const line = messages.findLast(({ buttons }) => buttons.some(isLine));
      const data = line?.buttons.find(isLine);
      if (line === undefined || data === undefined) return;
      hands.timeline.after(minuteMs + (1 + (n % 40)) * secondMs, () => {
        pressShown(hands, who, data, line.id);
      });
    });
  },
  'unfolds twice': (hands, who) => {
    press(hands, who, 'unfold');
    press(hands, who, 'unfold');
  },
} satisfies Readonly<Record<string, Deed>>;

const isLine = (data: string) => data.startsWith('unfold:');

/** Every line that lies on the phone, one after another. */
export function unfoldAll(hands: Hands, who: Somebody): void {
  const lines = hands.telegram.phoneOf(who.id).messages.flatMap(({ buttons }) => buttons.filter(isLine));
  for (const [index, data] of lines.entries()) {
    hands.timeline.after(index * 3 * secondMs, () => {
      pressData(hands, who, data);
    });
  }
}

function chooses(hands: Hands, who: Somebody, way: 'on' | 'off'): void {
  text(hands, who, '/instellingen');
  hands.timeline.after(6 * secondMs, () => {
    const { everyButton } = hands.telegram.phoneOf(who.id);
    const shown = everyButton.findLast((data) => data === `discreet::0:${way}`);
    if (shown !== undefined) pressData(hands, who, shown);
  });
}
