import { leavesCoupleAt } from '../own-data/book.js';
import { membersOf } from './choose.js';
import type { Event } from '../event.js';
import { openingOf } from './opening.js';
import { putAway as putAwayRound, tellBoth } from './overlap.js';
import type { Couple, Round, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { dayMs } from '../time/durations.js';

/** The clock's part of a question: when it is put away without a scheduled moment, and when it is forgotten. */

const restedKeptMs = 14 * dayMs;
/**
 * Where no scheduled moment puts a round away (nobody has joined yet, or the rhythm rests), the clock does, in time for
 * the promise that answers are kept for 90 days at most.
 */
const answersKeptMs = 90 * dayMs;
const openKeptMs = (round: Round) => answersKeptMs - restedMs(round) - dayMs;

/** How long it can be answered once it was put away. */
function restedMs({ patienceDays }: Round): number {
  return patienceDays === undefined ? restedKeptMs : patienceDays * dayMs;
}

/** When a question of this couple is put away or forgotten by the clock alone. */
export function roundTimes(couple: Couple): readonly (Instant | null)[] {
  const { round } = couple;
  return [
    round === null || openingOf(couple, round.id) !== null ? null : round.startedAt + openKeptMs(round),
    ...restedToForget(couple).map(({ restedAt, round: rested }) => restedAt + restedMs(rested)),
    ...couple.opened.map(leavesCoupleAt),
  ];
}

export function forget(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const rounds = [
    ...restedToForget(couple).filter(({ restedAt, round }) => restedAt + restedMs(round) <= now),
    ...couple.opened.filter((opened) => leavesCoupleAt(opened) <= now),
  ].map(({ round }) => round.id);
  return rounds.length === 0 ? [] : [{ type: 'pastForgotten', couple: couple.id, rounds }];
}

/** What is on its way to open after all is not forgotten before it has. */
function restedToForget(couple: Couple): Couple['rested'] {
  return couple.rested.filter(({ round }) => openingOf(couple, round.id) === null);
}

export function putAway(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const { round } = couple;
  if (round === null || round.startedAt + openKeptMs(round) > now || openingOf(couple, round.id) !== null) return [];
  const away = putAwayRound(couple, membersOf(scene, couple), round, now, null);
  return [...away, ...tellBoth(away, couple)];
}
