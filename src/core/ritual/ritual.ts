import type { Button, ButtonOf } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import type { Given } from '../given.js';
import type { Instant, RoundId } from '../ids.js';
import { pageMs } from '../book/times.js';
import { wishesNow, wishLastsMs } from '../path/wishes.js';
import { answerOf, coupleOf, partnerOf } from '../person.js';
import { membersOf } from '../round/choose.js';
import { openingHour } from '../round/opening.js';
import { isUntold } from '../round/overlap.js';
import type { RitualPlan, Scenarios } from '../round/scenario.js';
import type { Couple, OpenedRound, Person, Round, Scene } from '../scene.js';
import { momentOf } from './moments.js';
import type { Ritual } from './scene.js';

/** Rituals: a moment that both tapped becomes a ritual of the two once both say yes to it. */

export const ritualCountMax = 12;

export function ritualPlanOf(scenario: string, scenarios: Scenarios): RitualPlan | null {
  return scenarios.get(scenario)?.after?.ritual ?? null;
}

export const subjectOf = (round: RoundId, moment: string) => `${round} ${moment}`;

/** The moments under what opened that can still be agreed on, each with a mark where its reader said yes to it. */
export function momentsUnder(
  couple: Couple | null,
  me: Person,
  { round }: OpenedRound,
  { scenarios, now }: Pick<Given, 'scenarios' | 'now'>,
): readonly { readonly moment: string; readonly isOn: boolean }[] {
  const isAgreed = couple?.rituals.some(({ id }) => id === round.id) === true;
  if (isAgreed || ritualPlanOf(round.scenario, scenarios) === null) return [];
  const wished = wishesNow(me, now, 'ritual').map(({ subject }) => subject);
  return answerOf(me, round.id).picks.map((moment) => ({ moment, isOn: wished.includes(subjectOf(round.id, moment)) }));
}

/**
 * [Zo doen we het]: a private yes. The moment is agreed once the other says yes to the same one. A tap states whether
 * it is a yes.
 */
export function pressRitual(scene: Scene, me: Person, button: Button<ButtonOf<'ritual'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  const partner = partnerOf(scene, me);
  const { slot, arg: moment } = button;
  const opened = couple?.opened.find(({ round, isOffBook }) => round.id === slot && isOffBook !== true);
  if (couple === null || partner === null || opened === undefined || isUntold(opened, me))
    return { refusal: 'page-gone' };
  const plan = ritualPlanOf(opened.round.scenario, given.scenarios);
  if (plan === null || momentOf(moment) === null) return { refusal: 'stale-button' };
  if (couple.rituals.some(({ id }) => id === slot)) return [];
  if (!answerOf(me, slot).picks.includes(moment)) return { refusal: 'page-gone' };
  const subject = subjectOf(slot, moment);
  const wishes = (person: Person) => wishesNow(person, given.now, 'ritual').some((wish) => wish.subject === subject);
  if (wishes(me) === (button.step === 1)) return [];
  if (button.step !== 1) return [{ type: 'ritualDropped', person: me.id, subject, round: slot }];
  const wish = { on: 'ritual', subject, until: given.now + wishLastsMs } as const;
  const wished: Event = { type: 'ritualWished', person: me.id, wish, round: slot };
  // Once both said yes, they are told at the couple's own opening hour, as with a reveal. Until then each may take it
  // back.
  if (!wishes(partner) || openingHour([me, partner], given.now) !== null) return [wished];
  return agree(couple, opened.round, moment, plan, given.now);
}

/** The moments that both want, and when they are told so. */
export function agreedDue(
  scene: Scene,
  couple: Couple,
  { now, scenarios }: Pick<Given, 'now' | 'scenarios'>,
): readonly Event[] {
  return wantedByBoth(couple, membersOf(scene, couple), now).flatMap(({ opened, moment, at }) => {
    // A ritual whose file is gone reminds nobody.
    const plan = ritualPlanOf(opened.round.scenario, scenarios) ?? { every: 'week' };
    return at > now ? [] : agree(couple, opened.round, moment, plan, now);
  });
}

interface Wanted {
  readonly opened: OpenedRound;
  readonly moment: string;
  readonly at: Instant;
}

/** Of each ritual that is still to be told, the first moment that both want. */
export function wantedByBoth(couple: Couple, members: readonly Person[], now: Instant): readonly Wanted[] {
  const [me, partner] = members;
  if (me === undefined || partner === undefined) return [];
  return couple.opened.flatMap((opened) => {
    const { id } = opened.round;
    if (opened.isOffBook === true || couple.rituals.some((ritual) => ritual.id === id)) return [];
    const wanted = answerOf(me, id).picks.flatMap((moment): readonly Wanted[] => {
      const of = (person: Person) =>
        wishesNow(person, now, 'ritual').find(({ subject }) => subject === subjectOf(id, moment));
      const [mine, theirs] = [of(me), of(partner)];
      if (mine === undefined || theirs === undefined) return [];
      const since = Math.max(mine.until, theirs.until) - wishLastsMs;
      return [{ opened, moment, at: openingHour(members, since) ?? since }];
    });
    return wanted.slice(0, 1);
  });
}

/** A new ritual takes the place of an earlier one of the same kind. */
function agree(
  couple: Couple,
  { id, scenario }: Round,
  moment: string,
  { every }: Pick<RitualPlan, 'every'>,
  agreedAt: Instant,
): readonly Event[] {
  const ritual: Ritual = { id, scenario, moment, every, agreedAt, until: agreedAt + pageMs, met: {} };
  const same = couple.rituals.filter(({ scenario }) => scenario === ritual.scenario);
  const oldest = couple.rituals.length - same.length >= ritualCountMax ? couple.rituals.slice(0, 1) : [];
  const replaced = [...new Set([...same, ...oldest].map(({ id }) => id))];
  return [{ type: 'ritualAgreed', couple: couple.id, ritual, replaced }];
}
