import type { Event } from '../event.js';
import type { Given } from '../given.js';
import type { PersonId, RoundId } from '../ids.js';
import type { Heard, Plan } from '../listening/scene.js';
import { keepIt } from '../book/keep.js';
import { partnerOf } from '../person.js';
import type { Scenario, Scenarios } from '../round/scenario.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { KeptPage } from './scene.js';

/**
 * An agreement after a listening round. It has one wording, and is kept like a page that opened: by a private yes of
 * each.
 */

/** The name of its page. It says whose message it is, because message numbers are counted in each chat apart. */
export function pageOfPlan({ members }: Pick<Couple, 'members'>, { id }: Heard, { by, messageId }: Plan): RoundId {
  return `${id}-${by === members[0] ? 'a' : 'b'}${String(messageId)}`;
}

/** The agreed plan that is this page. */
export function planOf(couple: Couple, page: RoundId): Plan | null {
  const { heard } = couple;
  const agreed = heard?.plans.filter(({ phase }) => phase === 'agreed') ?? [];
  return heard === null ? null : (agreed.find((plan) => pageOfPlan(couple, heard, plan) === page) ?? null);
}

/**
 * The question that asks for new words where an agreement has no question of its own. Without it, nothing can be kept.
 */
export function questionOfPlans(scenarios: Scenarios): Scenario | null {
  return [...scenarios.values()].find(({ asksAfter }) => asksAfter === 'change') ?? null;
}

export function keepPlan(
  scene: Scene,
  me: Person,
  couple: Couple,
  page: RoundId,
  given: Given,
): readonly Event[] | null {
  const plan = planOf(couple, page);
  const partner = partnerOf(scene, me);
  const question = questionOfPlans(given.scenarios);
  if (plan === null || partner === null || question === null) return null;
  if (couple.agreements.some((one) => one.page === page)) return [];
  return keepIt(couple, [me, partner], asPage(plan, page, question), given);
}

function asPage({ by, text, messageId }: Plan, round: RoundId, { id, after }: Scenario): KeptPage {
  const pieces = [{ kind: 'text', at: null, text, messageId }] as const;
  const words = { [by]: { pieces, picks: [] } };
  return { round, scenario: id, replaced: [], agreed: { words, days: after?.followUpDays ?? [] }, isPlan: true };
}

/** Whose words these are, where one of them worded the agreement for both. */
export function writerOf({ agreed, isPlan }: KeptPage): PersonId | null {
  const [writer] = Object.keys(agreed?.words ?? {});
  return isPlan !== true || writer === undefined ? null : Number(writer);
}
