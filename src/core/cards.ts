import { dayMs } from './time/durations.js';

/**
 * Every kind of message that something later refers to: an edit, a reply, a heart, a button under it. One row each; a
 * card of a kind that is not listed does not compile.
 */

interface Kind {
  /** How long the store remembers which message it was, counted from when that was sent. */
  readonly keptMs: number;
  /** How long it may lie in a fold that nobody opens, in days; null for as long as both want opened words kept. */
  readonly foldedDays: number | null;
}

/** What lies folded is kept no longer than what it tells of. That there was a breather is nobody's to look up the day after. */
const foldedDays = { breather: 1, listening: 7 } as const;
/** Long enough to be edited by what comes next; Telegram lets a bot take a message away for as long. */
const usual = { keptMs: 2 * dayMs, foldedDays: null } as const satisfies Kind;
const listening = { ...usual, foldedDays: foldedDays.listening } as const satisfies Kind;
const breather = { keptMs: dayMs, foldedDays: foldedDays.breather } as const satisfies Kind;
/** An invite lives for a week, and its cards are closed when somebody comes through it. */
const invite = { ...usual, keptMs: 8 * dayMs } as const satisfies Kind;

const kinds = {
  // A reply to a prompt that was put away still answers it.
  prompt: { ...usual, keptMs: 15 * dayMs },
  draft: usual,
  // A sheet can be filled in for a month after it was put away.
  sheet: { ...usual, keptMs: 40 * dayMs },
  'own-part': usual,
  reminder: usual,
  reveal: usual,
  yes: usual,
  offer: usual,
  choices: usual,
  kinds: usual,
  'opening-hour': usual,
  deeper: usual,
  help: usual,
  paths: usual,
  'path-match': usual,
  postcard: usual,
  'postcard-why': usual,
  'postcard-came': usual,
  together: usual,
  rhythm: usual,
  settings: usual,
  city: usual,
  voice: usual,
  photo: usual,
  welcome: usual,
  invite,
  'invite-note': invite,
  'invite-qr': invite,
  paired: usual,
  undo: usual,
  'begin-again': usual,
  farewell: usual,
  stay: usual,
  erase: usual,
  // Leafed through for as long as somebody likes to come back to it.
  book: { ...usual, keptMs: 15 * dayMs },
  brief: usual,
  room: usual,
  'room-making': usual,
  fold: usual,
  discreet: usual,
  listen: listening,
  'listen-invite': listening,
  'listen-ready': listening,
  'listen-step': listening,
  'listen-draft': listening,
  'listen-held': listening,
  'listen-swap': listening,
  'listen-parked': listening,
  'listen-done': listening,
  'listen-more': listening,
  'listen-aside': listening,
  'listen-plan': listening,
  'listen-plan-theirs': listening,
  'listen-plan-agreed': listening,
  breather,
  'breather-picture': breather,
  'breather-times': breather,
  'breather-return': breather,
  'breather-choice': breather,
  'breather-line': breather,
  'breather-moment': breather,
} as const satisfies Readonly<Record<string, Kind>>;

export type CardKind = keyof typeof kinds;
/** A kind, with what it is about where there may be more than one of it in a chat. */
export type Card = CardKind | `${CardKind}:${string}`;

/** The parts of a card's name; null for none, or one of before that no kind has any more. */
export function readCard(card: string | null): { readonly kind: CardKind; readonly about: string } | null {
  if (card === null) return null;
  const [kind = '', ...about] = card.split(':');
  return kind in kinds ? { kind: kind as CardKind, about: about.join(':') } : null;
}

/** How long the store remembers which message a card was, in milliseconds from when it was sent. */
export function keptMsOf(card: string | null): number {
  const known = readCard(card);
  return known === null ? usual.keptMs : kinds[known.kind].keptMs;
}

/** What begins the name of every sentence of a room whose messages stay folded for a shorter time. */
const sentences: readonly (readonly [start: string, days: number])[] = [
  ['breath', foldedDays.breather],
  ['moment', foldedDays.breather],
  ['listen', foldedDays.listening],
];

/** How many days a message may lie in a fold, by its sentence or else its card. Null as in `Kind`. */
export function foldedDaysOf(card: string | null, sentence = ''): number | null {
  const known = readCard(card);
  const [, days = null] = sentences.find(([start]) => sentence.startsWith(start)) ?? [];
  return days ?? (known === null ? null : kinds[known.kind].foldedDays);
}
