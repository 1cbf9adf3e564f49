import type { Couple } from '../scene.js';
import type { Breather } from './scene.js';

/** A couple in the middle of a breather. */
export interface Breathing {
  readonly couple: Couple;
  readonly breather: Breather;
}
