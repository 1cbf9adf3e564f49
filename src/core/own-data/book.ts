import { writerOf } from '../agreement/plan.js';
import { pagesOf } from '../book/pages.js';
import { pageMs } from '../book/times.js';
import type { Event } from '../event.js';
import { answerOf, coupleOf, isEmpty, personOf } from '../person.js';
import type { Answer, BookEntry, Couple, KeepDays, OpenedRound, Person, Round, Scene } from '../scene.js';
import type { Instant, PersonId, RoundId } from '../ids.js';
import { dayMs } from '../time/durations.js';

/**
 * The book: each person's own words of rounds that are over. The first days a round that opened stays with the couple,
 * since it can still be thanked for and answered; from then on its words lie in the book, apart, until their time is up.
 */

/** As long as there is something to do with what opened, and room for a late edit to be told that it is late. */
const atHandMs = 7 * dayMs;
/** What the consent text promises, counted from the question. */
const promisedDays = 90;
/** What never opened, when the round ends because the other left. */
const unopenedKeptMs = 14 * dayMs;

export const keepChoices: readonly KeepDays[] = [7, 30, 90, 365];

export type BookChange =
  | { readonly kind: 'keep'; readonly person: PersonId; readonly entry: BookEntry }
  /** Nothing that is kept stays longer than so many days after its question. */
  | { readonly kind: 'shorten'; readonly person: PersonId; readonly days: KeepDays }
  | { readonly kind: 'clear'; readonly person: PersonId }
  /** Its page is gone. */
  | { readonly kind: 'drop'; readonly person: PersonId; readonly round: RoundId }
  /** Both keep its page. */
  | { readonly kind: 'hold'; readonly person: PersonId; readonly round: RoundId; readonly at: Instant };

type Stay = Pick<BookEntry, 'askedAt' | 'until' | 'keptAt'>;

/** How long an entry stays once somebody wants words for so many days; what both keep stays as long as they keep it. */
export function shortenedUntil({ askedAt, until, keptAt }: Stay, days: KeepDays): Instant {
  return Math.max(Math.min(until, askedAt + days * dayMs), keptUntil(keptAt));
}

/** The same once both keep its page. */
export function heldUntil({ until }: Pick<Stay, 'until'>, at: Instant): Instant {
  return Math.max(until, keptUntil(at));
}

const keptUntil = (at: Instant | null | undefined) => (at == null ? -Infinity : at + pageMs);

/** The shorter of both wishes. */
export function sharedKeepDays(members: readonly Person[]): KeepDays {
  const wishes = members.map(({ keepDays }) => keepDays);
  return keepChoices.find((days) => wishes.includes(days)) ?? promisedDays;
}

/** When an opened round leaves the couple, and its words go to the book or nowhere. */
export function leavesCoupleAt({ round, openedAt, keepDays }: OpenedRound): Instant {
  return Math.min(openedAt + atHandMs, round.startedAt + Math.max(keepDays, promisedDays) * dayMs);
}

/** What an event writes into people's books, or takes out of them. */
export function bookChanges(event: Event, before: Scene, now: Instant): readonly BookChange[] {
  const changes = changers[event.type] as
    ((event: Event, before: Scene, now: Instant) => readonly BookChange[]) | undefined;
  return changes?.(event, before, now) ?? [];
}

type Changers = {
  readonly [T in Event['type']]?: (
    event: Extract<Event, { type: T }>,
    before: Scene,
    now: Instant,
  ) => readonly BookChange[];
};

const changers: Changers = {
  pastForgotten: ({ couple, rounds }, before, now) =>
    openedOf(before.couples[couple], before, now).filter(({ entry }) => rounds.includes(entry.round)),
  // With its writer, whoever got it. It opened as a round does, and is kept as long.
  postcardGiven: ({ person, postcard, at }, before) => {
    const me = personOf(before, person);
    const members = (coupleOf(before, me)?.members ?? [person]).map((member) => personOf(before, member));
    const until = at + sharedKeepDays(members) * dayMs;
    const { id: round, form: scenario, answer } = postcard;
    return [
      { kind: 'keep', person, entry: { round, scenario, askedAt: at, openedAt: at, answer, until, keptAt: null } },
    ];
  },
  unpaired: ({ couple, by }, before, now) => {
    const ended = before.couples[couple];
    return [...openedOf(ended, before, now), ...unopenedOf(ended, before, now).filter(({ person }) => person !== by)];
  },
  pairingUndone: ({ couple }, before, now) => openedOf(before.couples[couple], before, now),
  keepDaysChosen: ({ person, days }, before) =>
    together(before, person).map((member) => ({ kind: 'shorten', person: member, days })),
  answersErased: ({ person }, before, now) => [{ kind: 'clear', person }, ...sharedPagesGone(before, person, now)],
  pageRemoved: ({ person, round, isShared }, before) =>
    (isShared ? together(before, person) : [person]).map((one) => ({ kind: 'drop', person: one, round })),
  agreementLetGo: ({ couple, round }, before) =>
    (before.couples[couple]?.members ?? []).map((person) => ({ kind: 'drop', person, round })),
  pageKept: (event, before) => {
    const { round, scenario, at, replaced, agreed } = event;
    const writer = writerOf(event);
    const kept = (before.couples[event.couple]?.members ?? []).flatMap((person): readonly BookChange[] => [
      ...replaced.map((one) => ({ kind: 'drop', person, round: one }) as const),
      { kind: 'hold', person, round, at },
    ]);
    const words = writer === null ? undefined : agreed?.words[writer];
    if (writer === null || words === undefined) return kept;
    const answer: Answer = { ...words, state: 'sealed', step: 0 };
    const times = { askedAt: at, openedAt: at, until: at + pageMs, keptAt: at };
    return [...kept, { kind: 'keep', person: writer, entry: { round, scenario, answer, ...times } }];
  },
  // Its page is in the couple by then; only what it takes the place of may lie in the books.
  ritualAgreed: ({ couple, replaced }, before) =>
    (before.couples[couple]?.members ?? []).flatMap((person) =>
      replaced.map((round) => ({ kind: 'drop', person, round }) as const),
    ),
  erased: ({ person }) => [{ kind: 'clear', person }],
};

/** Whoever shares pages with this person, and they themselves. */
function together(scene: Scene, person: PersonId): readonly PersonId[] {
  const { coupleId } = personOf(scene, person);
  return (coupleId === null ? null : scene.couples[coupleId]?.members) ?? [person];
}

/** A page that loses one half is gone for both; what is the other's alone by now stays with them. */
function sharedPagesGone(scene: Scene, person: PersonId, now: Instant): readonly BookChange[] {
  const me = personOf(scene, person);
  const others = together(scene, person).filter((one) => one !== person);
  const shared = pagesOf(scene, me, now).filter(({ isOfBoth }) => isOfBoth);
  return others.flatMap((other) => shared.map(({ round }) => ({ kind: 'drop', person: other, round }) as const));
}

type Keep = Extract<BookChange, { kind: 'keep' }>;

function openedOf(couple: Couple | undefined, scene: Scene, now: Instant): readonly Keep[] {
  return (couple?.opened ?? []).flatMap(({ round, openedAt, keepDays, keptAt = null, isOffBook }) => {
    const until = Math.max(round.startedAt + keepDays * dayMs, keptUntil(keptAt));
    return isOffBook === true ? [] : kept(couple, scene, round, { openedAt, until, keptAt }, now);
  });
}

/** The other leaves, and what somebody wrote and never opened is still theirs. */
function unopenedOf(couple: Couple | undefined, scene: Scene, now: Instant): readonly Keep[] {
  const open = couple?.round ?? null;
  const isOpened = ({ id }: Round) => couple?.opened.some(({ round }) => round.id === id) === true;
  const rested = (couple?.rested ?? []).map(({ round }) => round).filter((round) => !isOpened(round));
  const rounds = [...rested, ...(open === null ? [] : [open])];
  return rounds.flatMap((round) => {
    const until = Math.min(now + unopenedKeptMs, round.startedAt + promisedDays * dayMs);
    return kept(couple, scene, round, { openedAt: null, until, keptAt: null }, now);
  });
}

function kept(
  couple: Couple | undefined,
  scene: Scene,
  round: Round,
  rest: Pick<BookEntry, 'openedAt' | 'until' | 'keptAt'>,
  now: Instant,
): readonly Keep[] {
  if (rest.until <= now) return [];
  return (couple?.members ?? []).flatMap((person) => {
    const answer = answerOf(personOf(scene, person), round.id);
    if (isEmpty(answer)) return [];
    const entry = { round: round.id, scenario: round.scenario, askedAt: round.startedAt, answer, ...rest };
    return [{ kind: 'keep', person, entry }];
  });
}
