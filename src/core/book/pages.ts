import { isOverlap, isUntold } from '../round/overlap.js';
import type { Instant, RoundId } from '../ids.js';
import { answerOf, coupleOf, isEmpty, partnerOf } from '../person.js';
import { whatOpens } from '../round/gaps.js';
import type { Scenarios } from '../round/scenario.js';
import type { Answer, BookEntry, Couple, OpenedRound, Person, Scene } from '../scene.js';
import { pageMs } from './times.js';
import type { View } from './view.js';
import { dayMs } from '../time/durations.js';

/**
 * The pages of somebody's book, from what the couple opened lately and what each has kept since. A page is of whoever has
 * a half of it; the other half stands beside it while both are there, and the two are a couple.
 */

export interface Page {
  readonly round: RoundId;
  readonly scenario: string;
  readonly askedAt: Instant;
  readonly openedAt: Instant;
  /** When both last kept it. */
  readonly keptAt: Instant | null;
  readonly own: Answer;
  /** Null once it is one's own alone, or where one wording is of both. */
  readonly theirs: Answer | null;
  /** It is of both: taken out by either, it is gone for both. */
  readonly isOfBoth: boolean;
}

/** Newest first. Nothing of anybody's rhythm, settings or wishes decides what stands here: only words and the clock. */
export function pagesOf(scene: Scene, me: Person, now: Instant, view: View = 'all'): readonly Page[] {
  const couple = coupleOf(scene, me);
  const partner = couple?.pairedAt == null ? null : partnerOf(scene, me);
  const pages = [
    ...(couple?.opened ?? []).flatMap((opened) => ofOpened(opened, me, partner, now)),
    ...scene.book.flatMap((entry) => ofEntry(entry, partner === null ? [] : scene.otherBook, couple, now)),
    ...(partner === null ? [] : scene.otherBook.flatMap((entry) => inTheirWords(entry, couple, now))),
  ];
  return pages
    .filter(({ keptAt }) => view === 'all' || isKept(keptAt, now))
    .toSorted((one, other) => other.openedAt - one.openedAt || (one.round < other.round ? 1 : -1));
}

export function pageOf(scene: Scene, me: Person, round: RoundId, now: Instant): Page | null {
  return pagesOf(scene, me, now).find((page) => page.round === round) ?? null;
}

/** What stands on it: of a stem whole sentences only, as it opened. */
export function halfOf(answer: Answer, { scenario }: Pick<Page, 'scenario'>, scenarios: Scenarios): Answer {
  return whatOpens(answer, scenarios.get(scenario)?.answer);
}

/** One thing of both, as what both tapped or agreed on in one wording; there is nothing of either to talk about apart. */
export function isShared({ scenario, theirs, isOfBoth }: Page, scenarios: Scenarios): boolean {
  return theirs === null ? isOfBoth : isOverlap(scenarios.get(scenario));
}

/** Until when both keep it; null where they do not, or no more. */
export function keptUntilOf({ keptAt }: Pick<Page, 'keptAt'>, now: Instant): Instant | null {
  return keptAt !== null && now < keptAt + pageMs ? keptAt + pageMs : null;
}

function isKept(keptAt: Instant | null, now: Instant): boolean {
  return keptUntilOf({ keptAt }, now) !== null;
}

/** Whether its time for two is not over. */
function isForTwo(askedAt: Instant, keptAt: Instant | null, now: Instant): boolean {
  return now < askedAt + pageMs || isKept(keptAt, now);
}

function ofOpened(opened: OpenedRound, me: Person, partner: Person | null, now: Instant): readonly Page[] {
  const { round, openedAt, keepDays, keptAt = null, isOffBook } = opened;
  const own = answerOf(me, round.id);
  const isThere = now < round.startedAt + keepDays * dayMs || isKept(keptAt, now);
  if (isOffBook === true || isUntold(opened, me) || !isHalf(own) || !isThere) return [];
  const answer = partner === null ? null : answerOf(partner, round.id);
  const theirs = answer !== null && isHalf(answer) && isForTwo(round.startedAt, keptAt, now) ? answer : null;
  const page = { round: round.id, scenario: round.scenario, askedAt: round.startedAt, openedAt, keptAt, own, theirs };
  return [{ ...page, isOfBoth: theirs !== null }];
}

function ofEntry(entry: BookEntry, others: readonly BookEntry[], couple: Couple | null, now: Instant): readonly Page[] {
  const { round, scenario, askedAt, openedAt, keptAt, answer: own } = entry;
  if (openedAt === null || !isHalf(own)) return [];
  const other = others.find((one) => one.round === round && one.openedAt !== null && isHalf(one.answer));
  const theirs = other !== undefined && isForTwo(askedAt, keptAt, now) ? other.answer : null;
  const isOfBoth = theirs !== null || isInOneWording(round, couple, now);
  return [{ round, scenario, askedAt, openedAt, keptAt, own, theirs, isOfBoth }];
}

/** Agreed in the other's wording: to both it is what they said together. */
function inTheirWords(entry: BookEntry, couple: Couple | null, now: Instant): readonly Page[] {
  const { round, scenario, askedAt, openedAt, keptAt, answer: own } = entry;
  if (openedAt === null || !isInOneWording(round, couple, now)) return [];
  return [{ round, scenario, askedAt, openedAt, keptAt, own, theirs: null, isOfBoth: true }];
}

function isInOneWording(round: RoundId, couple: Couple | null, now: Instant): boolean {
  const kept = couple?.agreements.find(({ page }) => page === round);
  return kept !== undefined && isKept(kept.keptAt, now) && Object.keys(kept.words).length === 1;
}

/** Of a pass nothing ever opened. */
function isHalf(answer: Answer): boolean {
  return answer.state === 'sealed' && !isEmpty(answer);
}

/** Where a page stands in the order, as its buttons carry it. */
export function timeOf({ openedAt }: Pick<Page, 'openedAt'>): number {
  return Math.max(0, Math.floor(openedAt / 1000));
}
