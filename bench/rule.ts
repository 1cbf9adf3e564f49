import { follow } from '../src/app/handle.js';
import { createRenderer } from '../src/app/render.js';
import type { Given } from '../src/core/given.js';
import type { Rule } from '../src/store/store.js';
import { en } from '../src/texts/en/en.js';
import { nl } from '../src/texts/nl/nl.js';
import { loadScenarios, shippedDirectory } from '../src/scenarios/scenarios.js';
import { seededAt } from './seed.js';

export const { scenarios, protocols, paths } = loadScenarios({ shipped: shippedDirectory });
export const renderer = createRenderer(
  { nl, en },
  { operator: 'Bench', operatorContact: null, policyUrl: null, botUsername: 'B', scenarios, protocols, paths },
);

/** The bot's own rule, whole: decide, evolve, announce and render. */
export function ruleAt(now: number): Rule {
  const given: Given = {
    now,
    chance: new Uint8Array(32).fill(7),
    scenarios,
    protocols,
    paths,
    openTo: 'everyone',
    tellsNews: true,
    spreadMs: 0,
    doubtedUntil: null,
    waiting: null,
  };
  return (scene, inbound) => follow(scene, inbound, given, renderer);
}

export const rule = ruleAt(seededAt);
