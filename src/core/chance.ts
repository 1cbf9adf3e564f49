import { drawCode, letters } from './code.js';
import type { CoupleId, Moment, RoundId } from './scene.js';

/** Random bytes one command may need; each draw below reads a stretch of its own, so that no two share bits. */
export const chanceLength = 32;

export function drawInviteCode({ chance }: Moment): string {
  return drawCode(chance.subarray(0, 12));
}

export function drawRoundId({ chance }: Moment): RoundId {
  return letters(chance.subarray(12, 20), 8).toLowerCase();
}

/** 48 random bits: a collision is refused by the store's primary key, and the command is then said to have failed. */
export function drawCoupleId({ chance }: Moment): CoupleId {
  return chance.subarray(20, 26).reduce((id, byte) => id * 256 + byte, 0);
}

/** A whole number from 0 up to, not including, `below`. */
export function drawIndex({ chance }: Moment, below: number): number {
  const number = chance.subarray(26, 31).reduce((sum, byte) => sum * 256 + byte, 0);
  return number % below;
}
