import type { Button } from '../buttons.js';
import type { Command } from '../command.js';
import type { Decision, Event } from '../event.js';
import type { Help } from './event.js';
import { coupleOf } from '../person.js';
import { rhythmDays } from '../rhythm/rhythm.js';
import type { Couple, Person, Rhythm, Scene } from '../scene.js';
import type { Instant } from '../ids.js';

/** When questions are left unanswered the bot asks less, then nothing. Neither is told that anything was counted. */

const slowFrom = 3;
const restFrom = 6;
export const wishLastsMs = 30 * 24 * 3_600_000;
export const helps: readonly Help[] = ['less', 'other', 'shorter', 'rest'];

/** Every other moment is let pass. */
export function isSlow(couple: Couple): boolean {
  return couple.unanswered >= slowFrom;
}

/** The programme rests: nothing comes until one of the two says something or asks for a question. */
export function isAtRest(couple: Couple): boolean {
  return couple.unanswered >= restFrom;
}

/** Whether the programme rests once the question that is open now is put away. */
export function restsNext(couple: Couple): boolean {
  return couple.unanswered + 1 >= restFrom;
}

/** What wakes a programme that rests: anything said, and a question asked for. */
export function resumed(scene: Scene, me: Person, command: Command): Event | null {
  const isWord =
    command.type === 'say' ||
    command.type === 'askQuestion' ||
    (command.type === 'press' && command.button.name === 'askQuestion');
  const couple = coupleOf(scene, me);
  return isWord && couple !== null && isAtRest(couple) ? { type: 'programmeResumed', couple: couple.id } : null;
}

/** One answer to what would help. Its step is the rhythm it was asked at, so that a double tap is one. */
export function chooseHelp(scene: Scene, me: Person, button: Button, now: Instant): Decision {
  const help = helps.find((one) => one === button.arg);
  const couple = coupleOf(scene, me);
  if (help === undefined || couple === null) return { refusal: 'stale-button' };
  if (help === 'less' && button.step !== paceStep(me)) return [];
  const back: readonly Event[] = isAtRest(couple) ? [{ type: 'programmeResumed', couple: couple.id }] : [];
  return [...back, { type: 'helpChosen', person: me.id, help, days: daysAfter(help, me), at: now }];
}

export function paceStep({ rhythm }: Person): number {
  return rhythmDays.indexOf(rhythm.days);
}

function daysAfter(help: Help, me: Person): Rhythm['days'] {
  if (help === 'rest') return 'rest';
  return help === 'less' ? (rhythmDays[paceStep(me) + 1] ?? 'rest') : me.rhythm.days;
}
