import type { ButtonName } from '../../../src/core/buttons.js';
import { unfoldAll } from './folding.js';
import {
  base,
  countsOf,
  message,
  minuteMs,
  nextWord,
  personOf,
  press,
  pressAny,
  pressShown,
  put,
  sayWord,
  secondMs,
  text,
  type Deed,
  type Hands,
  type Somebody,
} from './hands.js';

/** What people do with a question, and with what opened. */

export const answering = {
  answers: (hands, who, n) => {
    answer(hands, who, n, 'seal');
  },
  'answers in two': (hands, who, n) => {
    sayWord(hands, who);
    hands.timeline.after(5 * secondMs, () => {
      answer(hands, who, n, 'seal');
    });
  },
  'answers with a choice': (hands, who, n) => {
    pressAny(hands, who, n, ['pick', 'group']);
    hands.timeline.after((5 + (n % 40)) * secondMs, () => {
      press(hands, who, 'seal');
    });
  },
  says: (hands, who) => {
    sayWord(hands, who);
  },
  speaks: (hands, who) => {
    const word = nextWord(hands, who);
    message(hands, who, { voice: { file_id: `voice-${word}`, duration: 9 } });
  },
  photographs: (hands, who, n) => {
    const word = nextWord(hands, who);
    const caption = n % 2 === 0 ? { caption: `dit is ${word}.` } : {};
    message(hands, who, { photo: [{ file_id: 'small' }, { file_id: `photo-${word}` }], ...caption });
    hands.timeline.after((5 + (n % 60)) * secondMs, () => {
      pressAny(hands, who, n >> 2, ['allowPhoto', 'seal', 'refusePhoto']);
    });
  },
  edits: (hands, who, n) => {
    const { sent } = countsOf(hands, who);
    const edited = sent.at(-1 - (n % 3));
    if (edited === undefined) return;
    put(hands, who, 'edited_message', { ...base(hands, who, edited), text: `anders ${nextWord(hands, who)}` });
  },
  replies: (hands, who, n) => {
    const prompts = hands.telegram.phoneOf(who.id).messages.filter(({ buttons }) => buttons.some(isOfPrompt));
    const shown = prompts[n % Math.max(1, prompts.length)];
    if (shown === undefined) return;
    message(hands, who, { text: `alsnog ${nextWord(hands, who)}`, reply_to_message: { message_id: shown.id } });
  },
  hearts: (hands, who, n) => {
    const { messages } = hands.telegram.phoneOf(who.id);
    const shown = messages[messages.length - 1 - (n % 5)];
    if (shown === undefined) return;
    const reaction = [{ type: 'emoji', emoji: '❤' }];
    const chat = { id: who.id, type: 'private' };
    const user = personOf(who);
    put(hands, who, 'message_reaction', {
      chat,
      user,
      message_id: shown.id,
      old_reaction: [],
      new_reaction: reaction,
    });
  },
  seals: (hands, who, n) => {
    if (hands.telegram.phoneOf(who.id).newest('sealChosen') === null) press(hands, who, 'seal');
    else chooses(hands, who, n);
  },
  postpones: (hands, who) => {
    press(hands, who, 'later');
  },
  skips: (hands, who) => {
    otherWay(hands, who, 'skip');
  },
  'does not know yet': (hands, who) => {
    otherWay(hands, who, 'notYet');
  },
  'tells it live': (hands, who) => {
    otherWay(hands, who, 'live');
  },
  opens: (hands, who) => {
    press(hands, who, 'openPrompt');
    press(hands, who, 'openYes');
  },
  thanks: (hands, who, n) => {
    if (n % 2 === 0 && hands.telegram.phoneOf(who.id).newest('reply') !== null) giveReply(hands, who, n >> 1);
    else press(hands, who, n % 3 === 0 ? 'tellMore' : 'thank');
  },
  reacts: (hands, who, n) => {
    sayWord(hands, who);
    hands.timeline.after((4 + (n % 20)) * secondMs, () => {
      pressAny(hands, who, n, ['sendReaction', 'add', 'thisIsIt', 'rewrite', 'neverMind', 'leaveIt']);
    });
  },
  'shares after all': (hands, who) => {
    press(hands, who, 'shareAnyway');
  },
  'takes back': (hands, who, n) => {
    if (n % 2 === 0) press(hands, who, 'withdraw');
    else text(hands, who, '/intrek');
  },
  asks: (hands, who, n) => {
    text(hands, who, '/vraag');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'askQuestion', n % 3);
    });
  },
} satisfies Readonly<Record<string, Deed>>;

/** Types, waits for the card, and taps; after a while again, where the card is late. */
function answer(hands: Hands, who: Somebody, n: number, button: ButtonName): void {
  // Mostly they read what there is first.
  if (n % 4 > 0) unfoldAll(hands, who);
  sayWord(hands, who);
  const saidAt = hands.timeline.clock.now();
  const attempt = (left: number, delayMs: number) => {
    hands.timeline.after(delayMs, () => {
      const phone = hands.telegram.phoneOf(who.id);
      const found = phone.newest(button);
      const choosing = phone.newest('sealChosen');
      if (choosing !== null && choosing.message.at >= saidAt) chooses(hands, who, n);
      else if (found !== null && found.message.at >= saidAt) pressShown(hands, who, found.data, found.message.id);
      else if (left > 0) attempt(left - 1, 20 * minuteMs);
    });
  };
  attempt(2, (4 + (n % 90)) * secondMs);
}

/** Marks one or two lines, and seals them; or keeps it all. */
function chooses(hands: Hands, who: Somebody, n: number): void {
  press(hands, who, 'toggleLine', n);
  hands.timeline.after(4 * secondMs, () => {
    if (n % 3 === 0) press(hands, who, 'toggleLine', n >> 2);
  });
  hands.timeline.after((8 + (n % 60)) * secondMs, () => {
    press(hands, who, n % 11 === 0 ? 'keepToMyself' : 'sealChosen');
  });
}

/** Behind [Meer] first, at times; with words where it asks for them, and at times where it does not. */
function giveReply(hands: Hands, who: Somebody, n: number): void {
  if (n % 5 === 0) press(hands, who, 'moreWays');
  press(hands, who, 'reply', n);
  if (n % 3 > 0) return;
  hands.timeline.after(6 * secondMs, () => {
    sayWord(hands, who);
  });
  hands.timeline.after((12 + (n % 90)) * secondMs, () => {
    press(hands, who, n % 7 === 0 ? 'neverMind' : 'sendReaction');
  });
}

function otherWay(hands: Hands, who: Somebody, way: ButtonName): void {
  press(hands, who, 'else');
  hands.timeline.after(6 * secondMs, () => {
    press(hands, who, way);
  });
}

const isOfPrompt = (data: string) => data.startsWith('later:') || data.startsWith('else:');
