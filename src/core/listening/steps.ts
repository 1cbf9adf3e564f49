import type { Event } from '../event.js';
import { notesOf, type Listening } from './scene.js';
import { parkedMs, parkingsMax, stepTimes, swapUntil } from './times.js';
import type { Protocol, Step, StepOption, Takes } from './protocol.js';
import type { Couple } from '../scene.js';
import type { Instant, PersonId } from '../ids.js';

/** How a protocol's steps follow each other. */

export interface Listened {
  readonly couple: Couple;
  readonly listening: Listening;
  readonly protocol: Protocol;
}

export function stepOf({ steps }: Protocol, id: string): Step | null {
  return steps.find((step) => step.id === id) ?? null;
}

export function otherOf({ members }: Couple, person: PersonId): PersonId {
  const other = members.find((member) => member !== person);
  if (other === undefined) throw new Error('a listening round of one');
  return other;
}

/** Who may act in a step. */
export function pensOf(couple: Couple, { speaker }: Listening, step: Step): readonly PersonId[] {
  if (step.pen === 'both') return couple.members;
  return [step.pen === 'speaker' ? speaker : otherOf(couple, speaker)];
}

/** Side by side nobody types: what would be written is said aloud, and one tap passes the pen. */
export function takesNow({ takes }: Step, { pace, option }: Pick<Listening, 'pace' | 'option'>): Takes {
  if (pace === 'apart') return option === null ? takes : 'words';
  return takes === 'taps' ? 'taps' : 'nothing';
}

/** The ways on that are left in this turn, as they stand under the step or, the ones that send, under a draft. */
export function optionsLeft(step: Step, { used, pace }: Pick<Listening, 'used' | 'pace'>): readonly StepOption[] {
  const taken = (id: string) => used[usedKey(step.id, id)] ?? 0;
  return step.options.filter(
    ({ id, most, after, sends }) =>
      (most === null || taken(id) < most) && (after === null || taken(after) > 0) && !(sends && pace === 'live'),
  );
}

export function usedKey(step: string, option: string): string {
  return `${step}/${option}`;
}

/** The events by which a step begins, with the notes its speaker took for it. */
export function beginStep(
  { couple, listening }: Listened,
  step: Step,
  now: Instant,
  turn: { readonly speaker: PersonId; readonly turn: number } = listening,
  isResumed = false,
): readonly Event[] {
  const hasNotes = step.kind === 'speak' && notesOf(listening, turn.speaker).length > 0;
  return [
    ...(hasNotes ? [{ type: 'notesShown', couple: couple.id, person: turn.speaker } as const] : []),
    {
      type: 'stepBegan',
      couple: couple.id,
      step: step.id,
      phase: phaseOf(step),
      speaker: turn.speaker,
      turn: turn.turn,
      isResumed,
      ...stepTimes(step, listening.pace, now),
    },
  ];
}

export function phaseOf({ pen }: Step): 'step' | 'together' {
  return pen === 'both' ? 'together' : 'step';
}

/** What follows a step: the one that `goTo` names, the next, the other's turn, or the end. */
export function goOn(listened: Listened, from: Step, goTo: string | null, now: Instant): readonly Event[] {
  const { listening, protocol, couple } = listened;
  const at = protocol.steps.indexOf(from);
  const next = goTo === null ? (protocol.steps[at + 1] ?? null) : stepOf(protocol, goTo);
  if (next !== null) return beginStep(listened, next, now);
  if (listening.turn >= protocol.turns) return finished(listened, now);
  if (protocol.swap === 'always') return nextTurn(listened, now);
  return [{ type: 'swapAsked', couple: couple.id, until: swapUntil(listening.pace, now) }];
}

/** The other has the floor, and it begins anew. */
export function nextTurn(listened: Listened, now: Instant): readonly Event[] {
  const { couple, listening, protocol } = listened;
  const [first] = protocol.steps;
  if (first === undefined) return finished(listened, now);
  const speaker = otherOf(couple, listening.speaker);
  return beginStep(listened, first, now, { speaker, turn: listening.turn + 1 });
}

/** To its end. What somebody noted and never got a turn for, they get to see once more. */
export function finished({ couple, listening }: Listened, now: Instant): readonly Event[] {
  const noted = couple.members.filter((member) => notesOf(listening, member).length > 0);
  return [
    ...noted.map((person): Event => ({ type: 'notesShown', couple: couple.id, person })),
    { type: 'listeningEnded', couple: couple.id, how: 'done', at: now },
  ];
}

/** Put down, without a word of anyone's; the third time it is over. */
export function park(couple: Couple, { parkings }: Listening, now: Instant): readonly Event[] {
  return parkings + 1 >= parkingsMax
    ? [{ type: 'listeningEnded', couple: couple.id, how: 'over', at: now }]
    : [{ type: 'listeningParked', couple: couple.id, until: now + parkedMs }];
}

/** Where it goes on after a parking or a breather, or begins. */
export function resume(listened: Listened, now: Instant): readonly Event[] {
  const { couple, listening, protocol } = listened;
  if (listening.resume === 'swap') {
    return [{ type: 'swapAsked', couple: couple.id, until: swapUntil(listening.pace, now) }];
  }
  const step = stepOf(protocol, listening.step);
  return step === null
    ? [{ type: 'listeningEnded', couple: couple.id, how: 'over', at: now }]
    : beginStep(listened, step, now, listening, listening.resume !== null);
}
