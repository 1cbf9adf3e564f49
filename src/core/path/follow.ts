import type { Instant, PersonId } from '../ids.js';
import type { Couple, Round } from '../scene.js';
import { isLiving } from './living.js';
import type { OpenWords, PathPart } from './scene.js';
import { minuteMs, dayMs } from '../time/durations.js';

/** What becomes of a path when something happens elsewhere: a question of it opens or is left, a reveal, a practice. */

/** As the note about the rhythm: what opened is read first. */
const proposeAfterMs = 2 * minuteMs;
const revealsBefore = 3;
const afterPathMs = 7 * dayMs;
const afterProposalMs = 21 * dayMs;

/**
 * A question opened; `answers` of both where both had words, and none stays closed. A path that lies still keeps them too:
 * taken up, it may show them.
 */
export function afterStepOpened(
  { path }: Couple,
  { id, scenario, startedAt, step }: Round,
  answers: Readonly<Record<PersonId, OpenWords>> | null,
): Pick<PathPart, 'path'> {
  if (path === null || step?.path !== path.id) return { path };
  const opened = [...path.opened.filter((one) => one !== step.id), step.id];
  const shown =
    step.isShown && answers !== null && path.end?.how !== 'finished'
      ? [...path.shown.filter((one) => one.round !== id), { scenario, round: id, askedAt: startedAt, answers }]
      : path.shown;
  return { path: { ...path, opened, shown, left: 0 } };
}

export function afterStepLeft({ path }: Couple, { step }: Round): Pick<PathPart, 'path'> {
  return path === null || step?.path !== path.id ? { path } : { path: { ...path, left: path.left + 1 } };
}

/** Whether a reveal, counted already, is followed by the question whether they would like a path; and when. */
export function proposalAfter(couple: Couple, revealedAt: Instant): Partial<Pick<PathPart, 'proposeAt'>> {
  const { path, proposal, reveals } = couple;
  const isSoon =
    revealedAt - lastPathAt(couple) < afterPathMs || revealedAt - (proposal?.at ?? -Infinity) < afterProposalMs;
  return reveals < revealsBefore || isLiving(path) || isSoon ? {} : { proposeAt: revealedAt + proposeAfterMs };
}

function lastPathAt({ path, done }: PathPart): Instant {
  return Math.max(-Infinity, path?.end?.at ?? -Infinity, ...Object.values(done));
}

/** The first time alone counts. */
export function practised({ practised: before }: Couple, what: keyof PathPart['practised'], at: Instant) {
  return { practised: before[what] === null ? { ...before, [what]: at } : before };
}
