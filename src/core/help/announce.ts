import type { Announcers } from '../announcers.js';
import type { HelpEvent } from './event.js';
import type { Card } from '../cards.js';
import { sendsWords } from '../buttons.js';
import { type HelpPage } from '../command.js';
import type { Crisis } from '../command.js';
import type { Refusal, Withheld } from '../event.js';
import { key, refusalKeys } from '../keyboard.js';
import { say, type Key, type Notice, type Say, type Way } from '../notice.js';
import { edit, partnerName, remove, send, type Rest } from '../compose.js';
import { type Stage } from '../stage.js';
import type { Instant, PersonId } from '../ids.js';

/**
 * What nobody else should find on this phone: it goes away by itself after five minutes, with what was typed for it, or
 * at once by [Nu weghalen]. See docs/decisions/help-goes-away.md.
 */

const briefMs = 5 * 60_000;
/** Telegram lets a bot take a message away for two days. */
const removableMs = 48 * 3_600_000;

/** Cards with choices on them, that go when something was chosen: they tell that somebody thinks of leaving. */
const passingCards = ['farewell', 'erase', 'undo'] as const;
type PassingCard = (typeof passingCards)[number];

type When = Pick<Stage, 'now'>;

export const helpAnnouncers: Announcers<HelpEvent> = {
  informed: ({ person, about, typed = 0 }, stage) => {
    if (about === 'help' || about === 'privacy') return [send(person, say('informed', { about }))];
    if (about === 'developer') return brief(person, say('informed', { about }), [], typed, stage);
    return helpPage(person, about, typed, stage);
  },
  helpOffered: ({ person, about, typed, words, isAsking }, stage) => {
    const what = say('helpOffered', { about, words, isAsking, partner: partnerName(stage.after, person) });
    const whose = isAsking ? whoseKeys(typed, about, stage) : [];
    return brief(person, what, [[key('showHelp', '', 0, about)], ...whose, wipeKeys(typed, about, stage)], 0, stage);
  },
  wordsSettled: ({ person, slot, typed, about, how, messages }) => {
    const card = briefCard(slot, 0);
    const help = about === null ? [] : [[key('showHelp', '', 0, about)]];
    const wipe = how === 'forMe' ? [[key('wipeTyped', slot, typed, about ?? '')]] : [];
    return [
      ...messages.map((messageId): Notice => ({ ...remove(person, card), messageId })),
      edit(person, card, say('wordsSettled', { how, about }), { keys: [...help, ...wipe, [key('removeNow', slot)]] }),
    ];
  },
  commandOffered: ({ person, command, typed }, stage) => {
    const what = say('commandOffered', { command });
    const keys = [[key(command)]];
    return command === 'callBreather' ? [send(person, what, { keys })] : brief(person, what, keys, typed, stage);
  },
  breatherAsked: ({ person }, { now }) => {
    const [slot, card] = [slotAt(now), briefCard(slotAt(now), 0)];
    const keys = [[key('beginBreather', slot), key('noBreather', slot)]];
    return [send(person, say('breatherAsked', {}), { card, keys }), ...takenAway(person, card, 0, later(now))];
  },
  countriesShown: ({ person, about, lands, slot, typed }) => [
    edit(person, briefCard(slot, typed), say('informed', { about, lands, isTyped: typed !== 0 }), {
      keys: pageKeys(about, lands, slot, typed),
    }),
  ],
  briefRemoved: ({ person, slot, typed }) => takenAway(person, cardOf(slot, typed), typed, { isTapped: true }),
};

/** A refusal in words of its own. That somebody has stopped is not for whoever reads this chat later. */
export function refusalNotices(to: PersonId, refusal: Refusal, when: When): readonly Notice[] {
  const [words, keys] = [say('refused', refusal), refusalKeys(refusal)];
  return refusal.refusal === 'has-stopped' ? brief(to, words, keys, 0, when) : [send(to, words, { keys })];
}

/** People who can help, those nearby first. */
export function helpPage(to: PersonId, about: HelpPage, typed: number, stage: Stage): readonly Notice[] {
  const what = say('informed', { about, lands: 'own', isTyped: typed !== 0 });
  const [other = []] = pageKeys(about, 'own', slotAt(stage.now), typed);
  return brief(to, what, [other], typed, stage);
}

function pageKeys(about: HelpPage, lands: 'own' | 'other', slot: string, typed: number) {
  const turn = lands === 'own' ? 'otherCountries' : 'ownCountry';
  return [[key(turn, slot, typed, about)], [key('removeNow', slot, typed)]];
}

type Sending<What extends Say> = (to: PersonId, what: What, rest: Rest) => Notice;

interface Brief<What extends Say> {
  readonly as?: string;
  readonly by?: Sending<What>;
  /** How long it stays; as long as it takes to read, unless said. */
  readonly forMs?: number;
}

/** A message that goes away, and when. Several in one go have an `as` of their own. */
export function brief<What extends Say>(
  to: PersonId,
  what: What,
  keys: readonly (readonly Key[])[],
  typed: number,
  { now }: When,
  { as = '', by = send, forMs = briefMs, ...rest }: Partial<Way> & Brief<What> = {},
): readonly Notice[] {
  const slot = `${slotAt(now)}${as}`;
  const card = briefCard(slot, typed);
  return [
    by(to, what, { ...rest, card, keys: [...keys, [key('removeNow', slot, typed)]] }),
    ...takenAway(to, card, typed, later(now, forMs)),
  ];
}

/** A card of another kind that names help goes away as well. */
export function goesAway(to: PersonId, card: Card, { now }: When): readonly Notice[] {
  return takenAway(to, card, 0, later(now));
}

function slotAt(now: Instant): string {
  return now.toString(36);
}

/** The key that takes a card with choices away, and what was typed for it. */
export function removeKeys(card: PassingCard, typed = 0): readonly Key[] {
  return [key('removeNow', card, typed)];
}

/** What became of a choice stands on its card, and goes. */
export function passing(
  to: PersonId,
  card: PassingCard,
  what: Say,
  { now }: When,
  { typed = 0, keys = [] }: { readonly typed?: number; readonly keys?: readonly (readonly Key[])[] } = {},
): readonly Notice[] {
  return [
    edit(to, card, what, { keys: [...keys, removeKeys(card, typed)] }),
    ...takenAway(to, card, typed, later(now)),
  ];
}

function later(now: Instant, afterMs = briefMs): Partial<Way> {
  return { lane: 'sweep', notBefore: now + afterMs, dropAfter: now + removableMs };
}

function takenAway(to: PersonId, card: Card, typed: number, when: Partial<Way>): readonly Notice[] {
  const it = remove(to, card, when);
  return typed === 0 ? [it] : [it, { ...it, isTapped: false, messageId: typed }];
}

/** The card that a button [Nu weghalen] stands under. */
function cardOf(slot: string, typed: number): Card {
  return passingCards.find((card) => card === slot) ?? briefCard(slot, typed);
}

/**
 * A card with a button that sends words on is not shown to somebody who has not said whom their words are for, whoever
 * or whatever brings it; unless it is asked already, in its place stands that question.
 */
export function withhold(notice: Notice, withheld: readonly Withheld[], stage: Stage): readonly Notice[] {
  const { to, keys, act, card, lane, isSilent } = notice;
  const open = withheld.find(({ person }) => person === to);
  if (open === undefined || !keys.flat().some((one) => one.kind === 'press' && sendsWords(one.button))) return [notice];
  const gone = act === 'edit' ? [remove(to, card)] : [];
  if (open.isAsked) return gone;
  const what = say('whoseAsked', { partner: partnerName(stage.after, to) });
  const ways = [...whoseKeys(open.typed, '', stage), wipeKeys(open.typed, '', stage)];
  return [...gone, ...brief(to, what, ways, 0, stage, { lane, isSilent })];
}

function whoseKeys(typed: number, about: Crisis | '', { now }: Stage): readonly (readonly Key[])[] {
  return [[key('forPartner', slotAt(now), typed, about), key('forMe', slotAt(now), typed, about)]];
}

function wipeKeys(typed: number, about: Crisis | '', { now }: Stage): readonly Key[] {
  return [key('wipeTyped', slotAt(now), typed, about)];
}

/** Says nothing of what it is about: the name stands readable in the database for as long as the message does. */
function briefCard(slot: string, typed: number): Card {
  return `brief:${slot}:${typed}`;
}
