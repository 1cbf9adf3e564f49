import { drawCode, letters } from '../reading/code.js';
import type { Moment } from '../given.js';
import type { CoupleId, RoundId } from '../ids.js';

/** Random bytes one command may need; each draw below reads a stretch of its own, so that no two share bits. */
export const chanceLength = 32;

export function drawInviteCode({ chance }: Moment): string {
  return drawCode(chance.subarray(0, 12));
}

export function drawRoundId({ chance }: Moment): RoundId {
  return letters(chance.subarray(12, 20), 8).toLowerCase();
}

/** The same bytes as a round's: no command begins two of the three. */
export function drawBreatherId(moment: Moment): string {
  return drawRoundId(moment);
}

/** 48 random bits: a collision is refused by the store's primary key, and the command is then said to have failed. */
export function drawCoupleId({ chance }: Moment): CoupleId {
  return toNumber(chance.subarray(20, 26));
}

/** Which of so many: a whole number from 0 up to, not including, `below`. */
export function drawScenarioIndex({ chance }: Moment, below: number): number {
  return toNumber(chance.subarray(26, 29)) % below;
}

export function drawExampleIndex({ chance }: Moment, below: number): number {
  return toNumber(chance.subarray(29, 31)) % below;
}

/** Of the bytes that choose a question and its example: it names the folded message that may hold them. */
export function drawFoldMark({ chance }: Moment): string {
  return letters(chance.subarray(26, 31), 5).toLowerCase();
}

/** One of several draws in a command that makes no invite, whose bytes it uses. */
export function drawChoiceIndex({ chance }: Moment, which: number, below: number): number {
  return toNumber(chance.subarray(which * 3, which * 3 + 3)) % below;
}

/** Some of these, in their order; the draws of a command that asks for nothing else of chance. */
export function drawKept<Item>(moment: Moment, which: number, items: readonly Item[], count: number): readonly Item[] {
  let left = toNumber(moment.chance.subarray(which * 3, which * 3 + 3));
  const kept = [...items];
  while (kept.length > count) {
    const at = left % kept.length;
    left = Math.floor(left / kept.length);
    kept.splice(at, 1);
  }
  return kept;
}

/** The day and the minute of it at which somebody leaves, each from bytes that nothing else of such a command uses. */
export function drawLeavingMoment({ chance }: Moment, days: number, minutes: number) {
  return { day: toNumber(chance.subarray(0, 3)) % days, minute: toNumber(chance.subarray(3, 7)) % minutes };
}

export function tossCoin({ chance }: Moment): boolean {
  return (chance[31] ?? 0) % 2 === 0;
}

function toNumber(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
