import { announce } from './announce.js';
import type { Event } from './event.js';
import { evolve } from './evolve.js';
import type { Notice } from './notice.js';
import type { Stage } from './stage.js';
import { hushed, rung } from './discreet/rings.js';
import type { Scene } from './scene.js';

/** One event: the scene after it, and who hears of it, with a sound or without. */
export function happen(
  event: Event,
  before: Scene,
  given: Omit<Stage, 'before' | 'after'>,
): { readonly after: Scene; readonly notices: readonly Notice[] } {
  const after = evolve(before, event);
  const stage = { before, after, ...given };
  const notices = announce(event, stage).map((notice) => hushed(notice, event, after, given.now));
  const rang = rung(event, notices, after, given.now);
  return { after: rang === null ? after : evolve(after, rang), notices };
}
