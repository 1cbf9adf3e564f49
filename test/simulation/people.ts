import type { Phone } from './phone.js';
import type { Telegram } from './telegram.js';
import type { Timeline } from './timeline.js';

/** What people do with their phones. Everything they do is an update as Telegram would make it. */

export interface Somebody {
  readonly id: number;
  readonly partner: number;
  readonly language: 'nl' | 'en';
  /** Whether this person answers a stranger's prompt, as it were: loners have nobody to invite. */
  readonly name: string;
}

export interface Hands {
  readonly timeline: Timeline;
  readonly telegram: Telegram;
  readonly somebody: (person: number) => Somebody;
}

/** One thing somebody does; `n` chooses where there is a choice. */
type Deed = (hands: Hands, who: Somebody, n: number) => void;

/** Every word said is somebody's own: `w12x3w` is the third of person 12. */
export const wordPattern = /w(\d+)x(\d+)w/g;
const counts = new WeakMap<Hands, Map<number, { words: number; sent: number[] }>>();

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const cities = ['Gent', 'New York', 'Auckland', 'Tokyo', 'Honolulu', 'Lisboa', 'Utrecht', 'Nergenshuizen'];
const hours = ['20:00', '7 uur', '12.30', 'half negen', '23:30', 'geen idee', '18:15', '02:30'];

/** The simulation's own rule that throws: see world.ts. */
export const poison = 'gifpil';

export const deeds = {
  pairs: (hands, who) => {
    const code = codeOf(hands.telegram.phoneOf(who.partner));
    if (code === null) {
      if (who.id < who.partner) starts(hands, who, '/start');
      return;
    }
    starts(hands, who, `/start ${code}`);
  },
  starts: (hands, who) => {
    starts(hands, who, '/start');
  },
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
  'taps the newest': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.id);
    const data = everyButton[everyButton.length - 1 - (n % 6)];
    if (data !== undefined) pressData(hands, who, data);
  },
  'taps an old one': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.id);
    const data = everyButton[n % Math.max(1, everyButton.length)];
    if (data !== undefined) pressData(hands, who, data);
  },
  'taps what is not theirs': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.partner);
    const data = everyButton[n % Math.max(1, everyButton.length)];
    if (data !== undefined) pressData(hands, who, n % 4 === 0 ? `${data}:x` : data);
  },
  'taps twice': (hands, who, n) => {
    const { everyButton } = hands.telegram.phoneOf(who.id);
    const data = everyButton[everyButton.length - 1 - (n % 3)];
    if (data === undefined) return;
    pressData(hands, who, data);
    pressData(hands, who, data);
  },
  seals: (hands, who) => {
    press(hands, who, 'seal');
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
    press(hands, who, n % 3 === 0 ? 'tellMore' : 'thank');
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
    pressAny(hands, who, n, listening);
  },
  asks: (hands, who) => {
    text(hands, who, '/vraag');
  },
  'looks around': (hands, who, n) => {
    const words = ['/hulp', '/help', '/privacy', '/instellingen', '/ritme', '/start', '/uitnodigen', '/onzin'];
    text(hands, who, words[n % words.length] ?? '');
  },
  'says a word': (hands, who, n) => {
    text(hands, who, ['ok', 'later', 'stop', 'hulp', 'pauze'][n % 5] ?? '');
  },
  'sets something': (hands, who, n) => {
    text(hands, who, '/ritme');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'settings', n);
    });
    hands.timeline.after(12 * secondMs, () => {
      pressAny(hands, who, n >> 3, ['days', 'hour', 'quiet', 'holiday', 'reminder', 'type', 'settings']);
    });
    hands.timeline.after(18 * secondMs, () => {
      if (n % 3 === 0) text(hands, who, hours[n % hours.length] ?? '');
    });
  },
  moves: (hands, who, n) => {
    press(hands, who, 'otherZone');
    hands.timeline.after(6 * secondMs, () => {
      if (n % 4 === 0) message(hands, who, { location: { latitude: -36.8 + (n % 80), longitude: 174 - (n % 300) } });
      else text(hands, who, cities[n % cities.length] ?? '');
    });
  },
  'sets something shared': (hands, who, n) => {
    text(hands, who, '/instellingen');
    hands.timeline.after(6 * secondMs, () => {
      pressAny(hands, who, n, ['openingHour', 'deeper', 'apart', 'together', 'chooseNext', 'speak']);
    });
    hands.timeline.after(12 * secondMs, () => {
      pressAny(hands, who, n, ['setOpeningHour', 'canSayNo', 'notDeeper', 'pickNext', 'wouldHelp']);
    });
  },
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
    text(hands, who, '/wis');
    hands.timeline.after(10 * secondMs, () => {
      press(hands, who, 'eraseAll');
    });
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
      perform(hands, who.id, 'blocks without a word', n);
    });
  },
  'wants one a day': (hands, who) => {
    text(hands, who, '/ritme');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'settings', 'settings::0:days');
    });
    hands.timeline.after(12 * secondMs, () => {
      press(hands, who, 'days', 'days::0:daily');
    });
  },
  'opens a link that lies about': (hands, who, n) => {
    const code = codeOf(hands.telegram.phoneOf(1000 + (n % 16)));
    if (code !== null) starts(hands, who, `/start ${code}`);
  },
  'blocks for good': (hands, who) => {
    block(hands, who, true);
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
  guesses: (hands, who, n) => {
    const other = codeOf(hands.telegram.phoneOf(1001 + (n % 40)));
    starts(hands, who, `/start ${n % 3 === 0 && other !== null ? other : `ABCDEF${String(100000 + (n % 900000))}`}`);
  },
  'sends a sticker': (hands, who, n) => {
    message(hands, who, n % 2 === 0 ? { sticker: { file_id: 'sticker' } } : { text: 'x', forward_date: 1 });
  },
  floods: (hands, who, n) => {
    for (let count = 0; count < 12 + (n % 20); count += 1) sayWord(hands, who);
  },
  'sends poison': (hands, who) => {
    text(hands, who, poison);
  },
  'sends nonsense': (hands, who, n) => {
    const odd = [{ message: { message_id: -1 } }, { callback_query: { id: '' } }, { poll: 1 }, { message: null }];
    hands.telegram.put(who.id, odd[n % odd.length] ?? {});
  },
} satisfies Readonly<Record<string, Deed>>;

export type DeedName = keyof typeof deeds;

export function perform(hands: Hands, who: number, deed: DeedName, n: number): void {
  deeds[deed](hands, hands.somebody(who), n);
}

function starts(hands: Hands, who: Somebody, line: string): void {
  text(hands, who, line);
  hands.timeline.after(7 * secondMs, () => {
    press(hands, who, 'agree');
  });
}

/** Types, waits for the card, and taps; after a while again, where the card is late. */
function answer(hands: Hands, who: Somebody, n: number, button: string): void {
  sayWord(hands, who);
  const saidAt = hands.timeline.clock.now();
  const attempt = (left: number, delayMs: number) => {
    hands.timeline.after(delayMs, () => {
      const found = hands.telegram.phoneOf(who.id).newest(button);
      if (found !== null && found.message.at >= saidAt) pressShown(hands, who, found.data, found.message.id);
      else if (left > 0) attempt(left - 1, 20 * minuteMs);
    });
  };
  attempt(2, (4 + (n % 90)) * secondMs);
}

function otherWay(hands: Hands, who: Somebody, way: string): void {
  press(hands, who, 'else');
  hands.timeline.after(6 * secondMs, () => {
    press(hands, who, way);
  });
}

const listening = [
  ...['listenReady', 'listenGoOn', 'listenSwap', 'listenOption', 'listenPick', 'listenSignal', 'listenTakeBack'],
  ...['listenLater', 'listenNotNow', 'listenRecall', 'listenCancel', 'listenRestart', 'listenLetGo', 'listenMenu'],
  ...['listenKeepNote', 'listenDropNote', 'listenThank', 'listenMore', 'listenTension', 'listenKeep', 'listenAgain'],
  ...['listenPlan', 'listenPlanSend', 'listenPlanYes', 'listenChoose', 'listenNow'],
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

function sayWord(hands: Hands, who: Somebody): void {
  text(hands, who, `dit is ${nextWord(hands, who)}.`);
}

/** The newest button of this name; of several on one message the n-th, or the one with just this data. */
function press(hands: Hands, who: Somebody, name: string, which: number | string = 0): void {
  const phone = hands.telegram.phoneOf(who.id);
  const found = phone.newest(name);
  if (found === null) return;
  const same = found.message.buttons.filter((data) => data.startsWith(`${name}:`));
  const data = typeof which === 'string' ? same.find((one) => one === which) : same[which % same.length];
  pressShown(hands, who, data ?? found.data, found.message.id);
}

/** One of these, whichever is there, beginning at the n-th. */
function pressAny(hands: Hands, who: Somebody, n: number, names: readonly string[]): void {
  const phone = hands.telegram.phoneOf(who.id);
  for (let index = 0; index < names.length; index += 1) {
    const name = names[(n + index) % names.length] ?? '';
    if (phone.newest(name) === null) continue;
    press(hands, who, name, n >> 2);
    return;
  }
}

function pressData(hands: Hands, who: Somebody, data: string): void {
  const shown = hands.telegram.phoneOf(who.id).messages.find(({ buttons }) => buttons.includes(data));
  pressShown(hands, who, data, shown?.id ?? null);
}

function pressShown(hands: Hands, who: Somebody, data: string, messageId: number | null): void {
  const about = messageId === null ? {} : { message: { message_id: messageId, chat: { id: who.id, type: 'private' } } };
  put(hands, who, 'callback_query', { id: hands.telegram.nextQueryId(), from: personOf(who), data, ...about });
}

function text(hands: Hands, who: Somebody, words: string): void {
  message(hands, who, { text: words });
}

function message(hands: Hands, who: Somebody, part: Readonly<Record<string, unknown>>): void {
  const id = hands.telegram.nextMessageId();
  countsOf(hands, who).sent.push(id);
  put(hands, who, 'message', { ...base(hands, who, id), ...part });
}

function put(hands: Hands, who: Somebody, part: string, content: object): void {
  // Whoever writes has let the bot in again.
  hands.telegram.setBlocked(who.id, false);
  hands.telegram.put(who.id, { [part]: content });
}

function block(hands: Hands, who: Somebody, isBlocked: boolean): void {
  const status = isBlocked ? 'kicked' : 'member';
  const chat = { id: who.id, type: 'private' };
  hands.telegram.setBlocked(who.id, isBlocked);
  hands.telegram.put(who.id, { my_chat_member: { chat, from: personOf(who), new_chat_member: { status } } });
}

function base({ timeline }: Hands, who: Somebody, id: number) {
  const chat = { id: who.id, type: 'private' };
  return { message_id: id, date: Math.floor(timeline.clock.now() / 1000), chat, from: personOf(who) };
}

function personOf({ id, name, language }: Somebody) {
  return { id, is_bot: false, first_name: name, language_code: language };
}

function nextWord(hands: Hands, who: Somebody): string {
  const count = countsOf(hands, who);
  count.words += 1;
  return `w${who.id}x${count.words}w`;
}

function countsOf(hands: Hands, { id }: Somebody): { words: number; sent: number[] } {
  const all = counts.get(hands) ?? new Map<number, { words: number; sent: number[] }>();
  counts.set(hands, all);
  const mine = all.get(id) ?? { words: 0, sent: [] };
  all.set(id, mine);
  if (mine.sent.length > 20) mine.sent.splice(0, 10);
  return mine;
}

/** The newest invite that lies in somebody's chat; two people show each other their phones. */
function codeOf({ messages }: Phone): string | null {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const code = /\?start=([0-9A-Z]+)/.exec(messages[index]?.text ?? '')?.[1];
    if (code !== undefined) return code;
  }
  return null;
}

const isOfPrompt = (data: string) => data.startsWith('later:') || data.startsWith('else:');
