import type { Instant } from '../ids.js';
import type { Person } from '../scene.js';
import type { Wish } from './scene.js';
import { dayMs } from '../time/durations.js';

/** Private yeses: what one wants, and nobody else knows. */

export const wishLastsMs = 30 * dayMs;

export function wishesNow({ wishes }: Person, now: Instant, on: Wish['on'] = 'path'): readonly Wish[] {
  return wishes.filter((wish) => wish.on === on && wish.until > now);
}

export function withoutWish(wishes: Person['wishes'], { on, subject }: Pick<Wish, 'on' | 'subject'>): Person['wishes'] {
  return wishes.filter((wish) => wish.on !== on || wish.subject !== subject);
}
