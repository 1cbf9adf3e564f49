import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

const { scenarios, protocols, paths } = loadScenarios({ shipped: shippedDirectory });

/** What the bot knows of itself and has to ask, in every world. */
export const house = {
  operator: 'Saar',
  operatorContact: null,
  policyUrl: null,
  botUsername: 'samenspraak_bot',
  scenarios,
  protocols,
  paths,
};
