import type { ButtonName } from '../../../src/core/buttons.js';
import type { Phone } from '../phone.js';
import type { Telegram } from '../telegram.js';
import type { Timeline } from '../timeline.js';

/** How people do something with their phones. Everything they do is an update as Telegram would make it. */

export interface Somebody {
  readonly id: number;
  readonly partner: number;
  readonly language: 'nl' | 'en';
  readonly name: string;
}

export interface Hands {
  readonly timeline: Timeline;
  readonly telegram: Telegram;
  readonly somebody: (person: number) => Somebody;
}

/** One thing somebody does; `n` chooses where there is a choice. */
export type Deed = (hands: Hands, who: Somebody, n: number) => void;

/** Every word said is somebody's own: `w12x3w` is the third of person 12. */
export const wordPattern = /w(\d+)x(\d+)w/g;
const counts = new WeakMap<Hands, Map<number, { words: number; sent: number[] }>>();

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;

export function sayWord(hands: Hands, who: Somebody): void {
  text(hands, who, `dit is ${nextWord(hands, who)}.`);
}

/** The newest button of this name; of several on one message the n-th, or the one with just this data. */
export function press(hands: Hands, who: Somebody, name: ButtonName, which: number | string = 0): void {
  const phone = hands.telegram.phoneOf(who.id);
  const found = phone.newest(name);
  if (found === null) return;
  const same = found.message.buttons.filter((data) => data.startsWith(`${name}:`));
  const data = typeof which === 'string' ? same.find((one) => one === which) : same[which % same.length];
  pressShown(hands, who, data ?? found.data, found.message.id);
}

/** One of these, whichever is there, beginning at the n-th. */
export function pressAny(hands: Hands, who: Somebody, n: number, names: readonly ButtonName[]): void {
  const phone = hands.telegram.phoneOf(who.id);
  const from = n % names.length;
  const name = [...names.slice(from), ...names.slice(0, from)].find((one) => phone.newest(one) !== null);
  if (name !== undefined) press(hands, who, name, n >> 2);
}

export function pressData(hands: Hands, who: Somebody, data: string): void {
  pressShown(hands, who, data, hands.telegram.phoneOf(who.id).messageOf(data));
}

export function pressShown(hands: Hands, who: Somebody, data: string, messageId: number | null): void {
  const about = messageId === null ? {} : { message: { message_id: messageId, chat: { id: who.id, type: 'private' } } };
  put(hands, who, 'callback_query', { id: hands.telegram.nextQueryId(), from: personOf(who), data, ...about });
}

export function text(hands: Hands, who: Somebody, words: string): void {
  message(hands, who, { text: words });
}

export function message(hands: Hands, who: Somebody, part: Readonly<Record<string, unknown>>): void {
  const id = hands.telegram.nextMessageId(who.id);
  countsOf(hands, who).sent.push(id);
  put(hands, who, 'message', { ...base(hands, who, id), ...part });
}

export function put(hands: Hands, who: Somebody, part: string, content: object): void {
  // Whoever writes has let the bot in again.
  hands.telegram.setBlocked(who.id, false);
  hands.telegram.put(who.id, { [part]: content });
}

export function block(hands: Hands, who: Somebody, isBlocked: boolean): void {
  const status = isBlocked ? 'kicked' : 'member';
  const chat = { id: who.id, type: 'private' };
  hands.telegram.setBlocked(who.id, isBlocked);
  hands.telegram.put(who.id, { my_chat_member: { chat, from: personOf(who), new_chat_member: { status } } });
}

export function base({ timeline }: Hands, who: Somebody, id: number) {
  const chat = { id: who.id, type: 'private' };
  return { message_id: id, date: Math.floor(timeline.clock.now() / 1000), chat, from: personOf(who) };
}

export function personOf({ id, name, language }: Somebody) {
  return { id, is_bot: false, first_name: name, language_code: language };
}

export function nextWord(hands: Hands, who: Somebody): string {
  const count = countsOf(hands, who);
  count.words += 1;
  return `w${who.id}x${count.words}w`;
}

export function countsOf(hands: Hands, { id }: Somebody): { words: number; sent: number[] } {
  const all = counts.get(hands) ?? new Map<number, { words: number; sent: number[] }>();
  counts.set(hands, all);
  const mine = all.get(id) ?? { words: 0, sent: [] };
  all.set(id, mine);
  if (mine.sent.length > 20) mine.sent.splice(0, 10);
  return mine;
}

/** The newest invite that lies in somebody's chat; two people show each other their phones. */
export function codeOf({ messages }: Phone): string | null {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const code = /\?start=([0-9A-Z]+)/.exec(messages[index]?.text ?? '')?.[1];
    if (code !== undefined) return code;
  }
  return null;
}
