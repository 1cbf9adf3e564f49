import { type Button, buttonNames } from '../../../src/core/buttons.js';
import { decodeButton, encodeButton } from '../../../src/telegram/keyboard.js';
import type { ByHand } from '../../support/by-hand.js';
import { tellsOf, type CommandName, type Tells } from '../../support/tells.js';
import { answering } from './answering.js';
import { block, message, pressData, sayWord, text, type Deed, type Hands, type Somebody } from './hands.js';

/** Everything somebody can do with their phone, taken from the commands and from the buttons they were shown. */

const types =
  (...lines: readonly string[]): Deed =>
  (hands, who, n) => {
    text(hands, who, lines[n % lines.length] ?? '');
  };

/** One way to do each, `n` choosing among several; a command without a line does not compile. */
const ways: { readonly [T in ByHand]: Deed } = {
  start: types('/start'),
  say: (hands, who, n) => {
    const ways: readonly Deed[] = [sayWord, sayWord, answering.speaks, answering.replies, types('ok', 'stop', '23:00')];
    ways[n % ways.length]?.(hands, who, n >> 3);
  },
  editSaid: answering.edits,
  heart: answering.hearts,
  pressUnknown: (hands, who) => {
    pressData(hands, who, 'zz');
  },
  showInvite: types('/uitnodigen'),
  listen: types('/luister'),
  askQuestion: types('/vraag'),
  appreciate: types('/waardeer'),
  showPaths: types('/programma'),
  showBook: types('/boek'),
  showSettings: types('/instellingen', '/ritme'),
  shareZone: (hands, who) => {
    message(hands, who, { location: { latitude: 40.7, longitude: -74 } });
  },
  withdraw: types('/intrek'),
  callBreather: types('/adempauze'),
  stop: types('/stop'),
  erase: types('/wis'),
  exportData: types('/export'),
  inform: types('/hulp', '/help', '/privacy', '/developer_info'),
  unknownCommand: types('/onzin'),
  sendUnsupported: (hands, who) => {
    message(hands, who, { sticker: { file_id: 'sticker' } });
  },
  sendPhoto: answering.photographs,
  sendMore: (hands, who, n) => {
    const media_group_id = `album-${String(n)}`;
    for (const file_id of ['one', 'two']) message(hands, who, { media_group_id, photo: [{ file_id }] });
  },
  passInvite: (hands, who) => {
    const forward_origin = { type: 'user', date: 0, sender_user: { id: 1, is_bot: true, first_name: 'Samenspraak' } };
    message(hands, who, { text: 'https://t.me/samenspraak_bot?start=AAAABBBBCCCC', forward_origin });
  },
  showRoom: types('/kamer'),
  roomAdded: (hands, who) => {
    message(hands, who, { chat_shared: { request_id: 1, chat_id: -1001 } });
  },
  block: (hands, who) => {
    block(hands, who, true);
  },
  unblock: (hands, who) => {
    block(hands, who, false);
  },
};

/** Something that anybody can do, now or later. */
export interface Doable {
  readonly name: string;
  readonly what: Button | CommandName;
  by(hands: Hands, who: Somebody): void;
}

const commandNames = Object.keys(ways) as (keyof typeof ways)[];

export function commandOf(n: number): Doable {
  const what = commandNames[n % commandNames.length] ?? 'start';
  return {
    name: what,
    what,
    by: (hands, who) => {
      ways[what](hands, who, Math.floor(n / commandNames.length));
    },
  };
}

/** What tells how things stand. */
const looks = ['start', 'askQuestion', 'showPaths', 'showBook', 'exportData', 'listen', 'say'] as const;

export function looking(n: number): Doable {
  return commandOf(commandNames.indexOf(looks[n % looks.length] ?? 'start'));
}

/** Each button that somebody was ever shown, the newest first, and each once; an old one can still be tapped elsewhere. */
export function buttonsOf({ telegram }: Hands, who: Somebody): readonly string[] {
  return [...new Set(telegram.phoneOf(who.id).everyButton.toReversed())];
}

export function tapping(data: string): Doable | null {
  const what = decodeButton(data);
  return what === null
    ? null
    : {
        name: `taps ${what.name}${what.arg === '' ? '' : `:${what.arg}`}`,
        what,
        by: (hands, who) => {
          pressData(hands, who, data);
        },
      };
}

/** A button that nobody showed, with what stands on one that was: a clever hand can send any. */
export function forging(hands: Hands, who: Somebody, n: number): Doable | null {
  const shown = buttonsOf(hands, who);
  const like = decodeButton(shown[n % Math.max(1, shown.length)] ?? '');
  const name = buttonNames[(n >> 5) % buttonNames.length];
  return like === null || name === undefined ? null : tapping(encodeButton({ ...like, name }));
}

/** The same, by somebody else: the newest button of theirs that says it. */
export function sameAs({ what, ...one }: Doable): Doable {
  if (typeof what === 'string') return { what, ...one };
  return {
    ...one,
    what,
    by: (hands, who) => {
      const mine = buttonsOf(hands, who).flatMap((data) => tapping(data) ?? []);
      const alike = mine.filter((other) => typeof other.what !== 'string' && other.what.name === what.name);
      const found = alike.find((other) => typeof other.what !== 'string' && other.what.arg === what.arg) ?? alike[0];
      found?.by(hands, who);
    },
  };
}

/** All that can be kept to oneself at this moment, what lies on top first: but for what goes to the other by itself. */
export function secretsOf(hands: Hands, who: Somebody, isBarred: (tells: Tells | null) => boolean): readonly Doable[] {
  return [
    ...buttonsOf(hands, who).flatMap((data) => tapping(data) ?? []),
    ...commandNames.map((_, n) => commandOf(n)),
  ].filter(({ what }) => !isBarred(tellsOf(what)));
}
