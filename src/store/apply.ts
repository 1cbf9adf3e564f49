import type { Instant, PersonId } from '../core/ids.js';
import { loadActor, loadScene, stopAllTheSame, type LoadedScene, type Tables } from './scenes.js';
import { saveOutcome, writeOutgoing } from './save.js';
import type { Applied, Inbound, Outcome, Outgoing, Rule } from './store.js';

/** A couple whose wake-up fails is not woken again at once, so that it never keeps the others waiting. */
const failedWakeMs = 10 * 60_000;

export type OnFailure = (inbound: Inbound, person: PersonId) => readonly Outgoing[];

/** Does the work whole, or takes it back and throws. */
export type Save = (work: () => void) => void;

/** Applies one inbound inside an open transaction. */
export type ApplyOne = (inbound: Inbound, rule: Rule, now: Instant, onFailure: OnFailure) => Applied;

export interface ApplyingOn {
  readonly tables: Tables;
  /** False when this update was noted before. */
  readonly noteSeen: (updateId: number, now: Instant) => boolean;
  readonly save: Save;
  /** Gives what lets go of the keys drawn from here on. */
  readonly keepKeys: () => () => void;
  /** An error after which nothing of the batch stands. */
  readonly endsBatch: (error: unknown) => boolean;
}

export function applyOneOf({ tables, noteSeen, save, keepKeys, endsBatch }: ApplyingOn): ApplyOne {
  const attempt = (inbound: Inbound, rule: Rule, now: Instant): Applied => {
    const letGo = keepKeys();
    try {
      const loaded = loadScene(tables, inbound, now);
      if (loaded === null) return { result: 'seen' };
      const outcome = runRule(rule, loaded, inbound, now);
      save(() => {
        saveOutcome(tables, loaded, outcome, inbound, now);
      });
      return { result: 'applied', outcome };
    } catch (error) {
      if (endsBatch(error)) throw error;
      letGo();
      return { result: 'failed', error: error instanceof RuleThrew ? error.cause : error };
    }
  };

  const sayInstead = (inbound: Inbound, now: Instant, onFailure: OnFailure): void => {
    const letGo = keepKeys();
    try {
      save(() => {
        if (inbound.origin.from === 'couple') tables.couples.postpone(inbound.origin.couple, now + failedWakeMs);
        if (inbound.origin.from === 'person' && inbound.command.type === 'wake')
          tables.alone.wake(inbound.origin.person, now + failedWakeMs);
        const loaded = loadActor(tables, inbound);
        if (loaded === null || loaded.scene.actor === null) return;
        stopAllTheSame(tables, loaded, inbound);
        writeOutgoing(tables, loaded, onFailure(inbound, loaded.scene.actor), inbound, now);
      });
    } catch (error) {
      if (endsBatch(error)) throw error;
      letGo();
    }
  };

  return (inbound, rule, now, onFailure) => {
    const { updateId } = inbound;
    if (updateId !== null && !noteSeen(updateId, now)) return { result: 'seen' };
    const applied = attempt(inbound, rule, now);
    if (applied.result === 'failed') sayInstead(inbound, now, onFailure);
    return applied;
  };
}

/** After a rollback only what is stored counts. */
export function forgetRemembered({ people, couples }: Tables): void {
  people.forget();
  couples.forget();
}

/** Wraps what a rule throws, so that it is never taken for an error of the store's own. */
class RuleThrew extends Error {}

function runRule(rule: Rule, { scene }: LoadedScene, inbound: Inbound, now: Instant): Outcome {
  try {
    return rule(scene, inbound, now);
  } catch (cause) {
    throw new RuleThrew('a rule threw', { cause });
  }
}
