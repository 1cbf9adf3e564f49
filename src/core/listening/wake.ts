import type { Event } from '../event.js';
import { isTakenUp } from './scene.js';
import { deliverHeld } from './moves.js';
import type { Step } from './protocol.js';
import { finished, park, pensOf, stepOf } from './steps.js';
import { readyUntil } from './times.js';
import type { Couple, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';

/** When a listening round, or what is left of one, needs the clock next. A breather stops its clock. */
export function listeningTimes({ listening, breather }: Couple): readonly (Instant | null)[] {
  if (listening === null || listening.phase === 'paused' || breather !== null) return [];
  return listening.phase === 'parked' ? [] : [listening.until, listening.nudgeAt, listening.timeUpAt];
}

/** And when it erases what was said in one: the last, or one that was put down. */
export function forgettingTimes({ listening, heard, breather }: Couple): readonly Instant[] {
  const isParked = listening?.phase === 'parked' && breather === null;
  return [...(heard === null ? [] : [heard.until]), ...(isParked ? [listening.until] : [])];
}

/**
 * What the clock does to a listening round. It never delivers what was not let go by its writer: only a hold that ran
 * out does that, and every other limit puts the round down.
 */
export function meetListening(scene: Scene, couple: Couple, given: Given): readonly Event[] {
  const { now } = given;
  const { heard, listening, breather } = couple;
  const forgotten: readonly Event[] =
    heard !== null && heard.until <= now && given.doubtedUntil === null
      ? [{ type: 'heardForgotten', couple: couple.id }]
      : [];
  if (listening === null || breather !== null || listening.phase === 'paused') return forgotten;
  return [...forgotten, ...meetPhase(scene, couple, listening, given)];
}

function meetPhase(
  scene: Scene,
  couple: Couple,
  listening: NonNullable<Couple['listening']>,
  { now, protocols, doubtedUntil }: Given,
): readonly Event[] {
  const protocol = protocols.get(listening.protocol);
  const step = protocol === undefined ? null : stepOf(protocol, listening.step);
  // Its file is gone, or has other steps since.
  if (step === null && isTakenUp(listening)) return [over(couple, now)];
  if (listening.until > now) return step === null ? [] : remind(couple, listening, step, now);
  switch (listening.phase) {
    case 'invited':
      return [{ type: 'listeningEnded', couple: couple.id, how: 'unnoticed', at: now }];
    case 'scheduled':
      return [{ type: 'readyAsked', couple: couple.id, until: readyUntil(listening.pace, now) }];
    case 'held':
      return protocol === undefined ? [] : deliverHeld({ scene, couple, listening, protocol }, now);
    case 'ready':
    case 'step':
    case 'together':
      return park(couple, listening, now);
    case 'swap':
      return protocol === undefined ? [] : finished({ couple, listening, protocol }, now);
    case 'parked':
      return doubtedUntil === null ? [over(couple, now)] : [];
    case 'paused':
      return [];
  }
}

/** Once each: the time of a step is over, for both; and a word to whoever holds the pen. */
function remind(
  couple: Couple,
  listening: NonNullable<Couple['listening']>,
  step: Step,
  now: Instant,
): readonly Event[] {
  const isTimeUp = listening.timeUpAt !== null && listening.timeUpAt <= now;
  const isNudge = listening.nudgeAt !== null && listening.nudgeAt <= now;
  const people = pensOf(couple, listening, step).filter(
    (person) => !listening.ready.includes(person) && !listening.left.includes(person),
  );
  return [
    ...(isTimeUp ? [{ type: 'timeUpTold', couple: couple.id } as const] : []),
    ...(isNudge ? [{ type: 'turnNudged', couple: couple.id, people } as const] : []),
  ];
}

/** The bot was away for more than a day: whoever holds the pen sees whose turn it is, and what of theirs is there. */
export function showTurnAgain(couple: Couple, { now, protocols }: Given): readonly Event[] {
  const { listening, breather } = couple;
  const protocol = listening === null ? undefined : protocols.get(listening.protocol);
  if (listening === null || protocol === undefined || breather !== null || listening.until <= now) return [];
  const step = listening.phase === 'step' || listening.phase === 'together' ? stepOf(protocol, listening.step) : null;
  if (step === null) return [];
  const people = pensOf(couple, listening, step).filter(
    (person) => !listening.ready.includes(person) && !listening.left.includes(person),
  );
  return people.length === 0 ? [] : [{ type: 'turnShownAgain', couple: couple.id, people }];
}

function over(couple: Couple, now: Instant): Event {
  return { type: 'listeningEnded', couple: couple.id, how: 'over', at: now };
}
