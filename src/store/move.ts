import type { Instant, LocalDate } from '../core/ids.js';
import { hourMs, dayMs } from '../core/time/durations.js';

/**
 * The clock was set: how an instant that was read off it before is written now. What is older than `from` may move by
 * another amount than what is newer.
 */
export interface Move {
  readonly from: Instant;
  readonly olderMs: number;
  readonly newerMs: number;
}

/** From when a clock is in doubt, and how to go back to what was believed before; see app/timekeeper.ts. */
export interface Doubt {
  /** Far ahead of the last sign of life, or behind it: only what is ahead erases, so only then must everything wait. */
  readonly where: 'ahead' | 'behind';
  readonly from: Instant;
  /** Then it is believed, or has come to where it was. */
  readonly until: Instant;
  /** By how much what is older was moved, and is to be moved back once the clock is believed after all. */
  readonly undoMs: number;
  /** The last sign of life before it, on the clock of then. */
  readonly trustedAt: Instant;
}

/** A question comes at most so long before its day is over: set ahead by more, the day after may be the one it was. */
const eveningMs = 4 * hourMs;

export const everythingBy = (byMs: number): Move => ({ from: -Infinity, olderMs: byMs, newerMs: byMs });

/** What is counted from some moment on keeps its distance from now. */
export function movedInstant(at: Instant, move: Move): Instant {
  return at + shiftOf(at, move);
}

/** An hour that was agreed on stays that hour of the day; only its day moves. */
export function movedHour(at: Instant, move: Move): Instant {
  return at + Math.trunc(shiftOf(at, move) / dayMs) * dayMs;
}

export function movedDate(date: LocalDate, move: Move): LocalDate {
  const at = Date.parse(date);
  return dateOf(at + Math.trunc(shiftOf(at, move) / dayMs) * dayMs);
}

/** A date that had its question: never moved so that the same day could have another. */
export function movedServedDate(date: LocalDate, move: Move): LocalDate {
  const at = Date.parse(date);
  const shiftMs = shiftOf(at, move);
  const wholeDays = shiftMs > 0 ? Math.floor((shiftMs + dayMs - eveningMs) / dayMs) : Math.trunc(shiftMs / dayMs);
  return dateOf(at + wholeDays * dayMs);
}

function shiftOf(at: Instant, { from, olderMs, newerMs }: Move): number {
  return at <= from ? olderMs : newerMs;
}

const dateOf = (at: Instant): LocalDate => new Date(at).toISOString().slice(0, 10);

const markNames = {
  where: 'doubt-behind',
  from: 'doubt-from',
  until: 'doubt-until',
  undoMs: 'doubt-undo',
  trustedAt: 'doubt-trusted-at',
} as const satisfies Readonly<Record<keyof Doubt, string>>;

/** A doubt as the single numbers it is stored as. */
export function marksOf(doubt: Doubt | null): readonly (readonly [name: string, value: number | null])[] {
  const numbers = doubt === null ? null : { ...doubt, where: doubt.where === 'behind' ? 1 : 0 };
  return Object.entries(markNames).map(([field, name]) => [name, numbers?.[field as keyof Doubt] ?? null]);
}

export function doubtOf(mark: (name: string) => number | null): Doubt | null {
  const [from, until] = [mark(markNames.from), mark(markNames.until)];
  if (from === null || until === null) return null;
  const where = mark(markNames.where) === 1 ? 'behind' : 'ahead';
  return { where, from, until, undoMs: mark(markNames.undoMs) ?? 0, trustedAt: mark(markNames.trustedAt) ?? from };
}
