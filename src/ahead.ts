import { readCommandLine } from './command-line.js';
import { loadScenariosCached } from './scenarios/cache.js';
import { shippedDirectory } from './scenarios/shipped.js';
import './texts/helplines.js';

/**
 * `npm run ahead`: what the first start would do, for a bot that may not write in its own tree. It is compiled by being run; what
 * ships is read here.
 */
readCommandLine({
  usage: 'npm run ahead',
  about: 'Compiles the bot and reads its prompts beforehand, where the bot itself may not write beside its sources.',
});
await loadScenariosCached({ shipped: shippedDirectory });
