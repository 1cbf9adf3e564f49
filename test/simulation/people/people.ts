import { answering } from './answering.js';
import { folding } from './folding.js';
import { giving } from './giving.js';
import type { Hands } from './hands.js';
import { leafing } from './leafing.js';
import { leaving } from './leaving.js';
import { listening } from './listening.js';
import { oddities } from './oddities.js';
import { ranking } from './ranking.js';
import { settling } from './settling.js';
import { tapping } from './tapping.js';
import { walking } from './walking.js';

/** All that people do, by name. */
const deeds = {
  ...settling,
  ...answering,
  ...listening,
  ...folding,
  ...leaving,
  ...oddities,
  ...walking,
  ...giving,
  ...leafing,
  ...tapping,
  ...ranking,
};

export type DeedName = keyof typeof deeds;

export function perform(hands: Hands, who: number, deed: DeedName, n: number): void {
  deeds[deed](hands, hands.somebody(who), n);
}
