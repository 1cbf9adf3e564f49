import type { Event } from '../event.js';
import type { Given } from '../given.js';
import type { RoundId } from '../ids.js';
import { wishesNow, wishLastsMs } from '../path/wishes.js';
import { coupleOf, partnerOf } from '../person.js';
import type { Scenario, Scenarios } from '../round/scenario.js';
import type { Person, Scene } from '../scene.js';
import { keptUntilOf, pagesOf, type Page } from './pages.js';

/** Keeping a page: a private yes of each, and only what both said it to is told, to both. */

/** [Bewaar], also of what is kept already: then it is kept anew. */
export function keepPage(scene: Scene, me: Person, page: Page, given: Given): readonly Event[] {
  const couple = coupleOf(scene, me);
  const partner = partnerOf(scene, me);
  if (couple === null || partner === null || page.theirs === null || wishesToKeep(me, page.round, given)) return [];
  if (wishesToKeep(partner, page.round, given)) {
    const { round, scenario } = page;
    const replaced = replacedBy(scene, me, page, given);
    return [{ type: 'pageKept', couple: couple.id, round, scenario, at: given.now, replaced }];
  }
  const wish = { on: 'keep', subject: page.round, until: given.now + wishLastsMs } as const;
  return [{ type: 'keepWished', person: me.id, wish }];
}

export function dropKeep(me: Person, round: RoundId, given: Given): readonly Event[] {
  return wishesToKeep(me, round, given) ? [{ type: 'keepDropped', person: me.id, round }] : [];
}

export function wishesToKeep(person: Person, round: RoundId, { now }: Pick<Given, 'now'>): boolean {
  return wishesNow(person, now, 'keep').some(({ subject }) => subject === round);
}

/** What is made to be kept is asked again, and then the new page takes the place of the old one. */
function replacedBy(scene: Scene, me: Person, page: Page, { now, scenarios }: Given): readonly RoundId[] {
  if (!isMadeToKeep(page.scenario, scenarios)) return [];
  return pagesOf(scene, me, now)
    .filter((one) => one.scenario === page.scenario && one.round !== page.round && keptUntilOf(one, now) !== null)
    .map(({ round }) => round);
}

function isMadeToKeep(scenario: string, scenarios: Scenarios): boolean {
  const after = scenarios.get(scenario)?.after;
  return after?.keeps === true || after?.ritual !== undefined;
}

/** The question of a page that is made to be kept and asked again, while it has a file. */
export function asksAgain({ scenario, keptAt }: Page, { scenarios }: Pick<Given, 'scenarios'>): Scenario | null {
  const found = scenarios.get(scenario);
  const isAsked = keptAt !== null && isMadeToKeep(scenario, scenarios);
  return found === undefined || !isAsked || found.depth > 2 ? null : found;
}
