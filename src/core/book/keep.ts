import { agreedOn, changedBy } from '../agreement/agreement.js';
import type { KeptPage } from '../agreement/scene.js';
import type { Event } from '../event.js';
import type { Given } from '../given.js';
import type { PersonId, RoundId } from '../ids.js';
import { wishesNow, wishLastsMs } from '../path/wishes.js';
import { coupleOf, isEmpty, partnerOf } from '../person.js';
import type { Scenario, Scenarios } from '../round/scenario.js';
import { openingHour } from '../round/opening.js';
import type { Answer, Couple, Person, Scene } from '../scene.js';
import { halfOf, keptUntilOf, pagesOf, type Page } from './pages.js';

/** Keeping a page: a private yes of each, and only what both said it to is told, to both. */

/** [Bewaar], also of what is kept already: then it is kept anew. */
export function keepPage(scene: Scene, me: Person, page: Page, given: Given): readonly Event[] {
  const couple = coupleOf(scene, me);
  const partner = partnerOf(scene, me);
  if (couple === null || partner === null || !page.isOfBoth || wishesToKeep(me, page.round, given)) return [];
  return keepIt(couple, [me, partner], keptPage(scene, me, partner, page, given), given);
}

/** A private yes. Of both it is told by the couple's own opening hour, as a reveal; until then each may take it back. */
export function keepIt(
  couple: Couple,
  [me, partner]: readonly [Person, Person],
  page: KeptPage,
  given: Pick<Given, 'now'>,
): readonly Event[] {
  const { round } = page;
  const at = openingHour([me, partner], given.now);
  const isOfBoth = wishesToKeep(partner, round, given);
  if (isOfBoth && at === null) return [{ type: 'pageKept', couple: couple.id, ...page, at: given.now }];
  const wish = { on: 'keep', subject: round, until: given.now + wishLastsMs } as const;
  const isOnItsWay = couple.keeping.some((one) => one.round === round);
  return [
    { type: 'keepWished', person: me.id, wish },
    ...(isOfBoth && at !== null && !isOnItsWay
      ? [{ type: 'keepingSet', couple: couple.id, keeping: { ...page, at } } as const]
      : []),
  ];
}

function keptPage(scene: Scene, me: Person, partner: Person, page: Page, given: Given): KeptPage {
  const { round, scenario, own, theirs } = page;
  const { scenarios } = given;
  const half = (id: PersonId, answer: Answer | null) =>
    answer === null || isEmpty(answer) ? {} : { [id]: halfOf(answer, page, scenarios) };
  const halves = { ...half(me.id, own), ...half(partner.id, theirs) };
  const replaced = replacedBy(scene, me, page, given);
  return { round, scenario, replaced, agreed: agreedOn(scenarios.get(scenario), halves) };
}

export function dropKeep(me: Person, round: RoundId, given: Given): readonly Event[] {
  return wishesToKeep(me, round, given) ? [{ type: 'keepDropped', person: me.id, round }] : [];
}

export function wishesToKeep(person: Person, round: RoundId, { now }: Pick<Given, 'now'>): boolean {
  return wishesNow(person, now, 'keep').some(({ subject }) => subject === round);
}

/** What is made to be kept is asked again, and then the new page takes the place of the old one. */
function replacedBy(scene: Scene, me: Person, page: Page, { now, scenarios }: Given): readonly RoundId[] {
  const couple = coupleOf(scene, me);
  const changed = couple === null ? [] : changedBy(couple, page.round);
  // What fits any agreement is asked of more than one.
  const isOfOne = isMadeToKeep(page.scenario, scenarios) && scenarios.get(page.scenario)?.asksAfter === undefined;
  const earlier = pagesOf(scene, me, now)
    .filter((one) => one.scenario === page.scenario && one.round !== page.round && keptUntilOf(one, now) !== null)
    .map(({ round }) => round);
  return [...new Set([...changed, ...(isOfOne ? earlier : [])])];
}

function isMadeToKeep(scenario: string, scenarios: Scenarios): boolean {
  const after = scenarios.get(scenario)?.after;
  return after?.keeps === true || after?.ritual !== undefined;
}

/** The question of a page that is made to be kept and asked again, while it has a file. */
export function asksAgain({ scenario, keptAt }: Page, { scenarios }: Pick<Given, 'scenarios'>): Scenario | null {
  const found = scenarios.get(scenario);
  const isAsked = keptAt !== null && isMadeToKeep(scenario, scenarios);
  // By itself it would not say what it is about.
  if (found?.asksAfter !== undefined) return null;
  return found === undefined || !isAsked || found.depth > 2 ? null : found;
}
