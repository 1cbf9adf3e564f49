import { withCouple } from '../change.js';
import { draftOf, type Listening, type Said } from './scene.js';
import { isEmpty } from '../person.js';
import { holdMs, silentUntil } from './times.js';
import type { Scene } from '../scene.js';
import type { PersonId } from '../ids.js';
import { without } from './evolve.js';

/** Somebody leaves a listening round, or has what they said in it erased. */

/**
 * Whoever stops is gone from it with all they had not yet said; to the other it looks like silence. Also when both have
 * left it stays until the clock ends it: an early end would tell each of the other.
 */
export function leaveListening(scene: Scene, person: PersonId): Scene {
  const coupleId = scene.people[person]?.coupleId ?? null;
  const couple = coupleId === null ? undefined : scene.couples[coupleId];
  if (coupleId === null || couple?.listening == null) return scene;
  const { listening } = couple;
  const left = [...listening.left.filter((one) => one !== person), person];
  const holds = listening.phase === 'held' && !isEmpty(draftOf(listening, person));
  const drafts = without(listening.drafts, person);
  const silent = { ...listening, left, drafts, notes: without(listening.notes, person) };
  const ready = listening.ready.filter((one) => one !== person);
  const next: Listening = holds ? { ...silent, ready, ...goneStill(listening) } : { ...silent, ready };
  return withCouple(scene, coupleId, () => ({ listening: next }));
}

/** Whoever erases their words takes them out of what is going on, and of what is kept of the last one. */
export function eraseListened(scene: Scene, person: PersonId): Scene {
  const coupleId = scene.people[person]?.coupleId ?? null;
  const couple = coupleId === null ? undefined : scene.couples[coupleId];
  if (coupleId === null || couple === undefined || (couple.listening === null && couple.heard === null)) return scene;
  // Between two turns, as before the first, it can begin as it was agreed; in the middle of one they are out of it.
  const silent = couple.listening?.resume == null ? scene : leaveListening(scene, person);
  const others = (said: readonly Said[]) => said.filter(({ by }) => by !== person);
  return withCouple(silent, coupleId, ({ listening, heard }) => ({
    listening: listening && {
      ...listening,
      said: others(listening.said),
      drafts: without(listening.drafts, person),
      notes: without(listening.notes, person),
      // Only whoever listens says back what they heard.
      ...(listening.speaker === person ? {} : { mirrored: [], confirmed: [] }),
    },
    heard: heard && {
      ...heard,
      said: others(heard.said),
      tension: without(heard.tension, person),
      plans: heard.plans.filter(({ by }) => by !== person),
    },
  }));
}

/** What was held by whoever left: the step waits for them, as it would for anybody who says nothing. */
function goneStill({ resume, tick, until, pace }: Listening): Pick<Listening, 'phase' | 'tick' | 'until'> {
  const phase = resume === 'together' ? 'together' : 'step';
  return { phase, tick: tick + 1, until: silentUntil(pace, until - holdMs) };
}
