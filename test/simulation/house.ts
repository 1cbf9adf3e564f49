import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import type { PathPlan } from '../../src/core/path/plan.js';
import {
  feelingsChosen,
  freely,
  inside,
  overlap,
  prompt,
  request,
  ring,
  ritualOf,
  sheet,
  thanksOnly,
  wish,
} from '../core/prompts.js';

const { scenarios: shipped, protocols, paths } = loadScenarios({ shipped: shippedDirectory });
/** What ships with no prompt yet but steps of paths, which are not drawn; often enough to come by in a short life. */
const more = [ring, request, thanksOnly, inside, wish, freely, feelingsChosen].flatMap((one) =>
  [1, 2].map((which) => ({ ...one, id: `${one.id}-${String(which)}`, isRecurring: true, cooldownDays: 3 })),
);
/** A sheet comes with a path; this one is short, and stands on the shelf before all others. */
const both = (words: string) => ({ nl: words, en: words });
const sheetPath: PathPlan = {
  id: 'vel',
  title: both('Een vel'),
  about: both('Regels om in te vullen.'),
  order: 0,
  revealsNeeded: 0,
  needsDone: [],
  steps: ['regels', 'daarna'].map((id) => ({ id, title: both(id), scenario: `vel--${id}` })),
};
const sheetSteps = [{ ...sheet, id: 'vel--regels', path: 'vel' }, prompt('vel--daarna', { path: 'vel' })];
/** What only both tap, and what they could do again and again; the second on the shelf. */
const againPath: PathPlan = {
  ...sheetPath,
  id: 'weer',
  title: both('Weer'),
  about: both('Wat terugkomt.'),
  order: 0.5,
  steps: ['week', 'zin', 'maand', 'klaar'].map((id) => ({ id, title: both(id), scenario: `weer--${id}` })),
};
const againSteps = [
  ritualOf('week', { id: 'weer--week', path: 'weer', isRecurring: false, cooldownDays: 0 }),
  { ...overlap, id: 'weer--zin', path: 'weer' },
  ritualOf('month', { id: 'weer--maand', path: 'weer', isRecurring: false, cooldownDays: 0 }),
  prompt('weer--klaar', { path: 'weer' }),
];
const scenarios = new Map([
  ...shipped,
  ...[...more, ...sheetSteps, ...againSteps].map((one) => [one.id, one] as const),
]);

/** As they ship, but that none waits for many reveals or for another: a world of a few days gets that far too. */
const nearPaths = new Map(
  [['vel', sheetPath] as const, ['weer', againPath] as const, ...paths].map(
    ([id, plan]) => [id, { ...plan, revealsNeeded: 0, needsDone: [] }] as const,
  ),
);

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
