import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

const { scenarios, protocols, paths } = loadScenarios({ shipped: shippedDirectory });

/** As they ship, but that none waits for many reveals or for another: a world of a few days gets that far too. */
const nearPaths = new Map([...paths].map(([id, plan]) => [id, { ...plan, revealsNeeded: 0, needsDone: [] }] as const));

/** What the bot knows of itself and has to ask, in every world. */
export const house = {
  operator: 'Saar',
  operatorContact: null,
  policyUrl: null,
  botUsername: 'samenspraak_bot',
  scenarios,
  protocols,
  paths: nearPaths,
};
