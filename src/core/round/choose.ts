import { hasAllowed } from '../pairing/consent.js';
import { localMoment } from '../time/calendar.js';
import { drawChoiceIndex, drawScenarioIndex, tossCoin } from '../time/chance.js';
import type { Decision } from '../event.js';
import { coupleOf, personOf } from '../person.js';
import { isQuick } from './kinds.js';
import { askedLately, wellMixed } from './mix.js';
import type { Depth, Scenario } from './scenario.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant, PersonId } from '../ids.js';
import { dayMs } from '../time/durations.js';

/** What a couple is asked next: what fits them now, whose turn it is to pick from it, and what the bot draws. */

const deepFrom = 3;
const revealsBeforeDeep = 6;
const choices = 3;
/** «Andere soort» keeps away from the kinds of the last so many questions. */
const kindsAvoided = 2;

/** Depth 3 and 4: only for two who both want it, behind a line that tells nothing, and opened with a fresh yes. */
export function isDeep({ depth }: { readonly depth: Depth }): boolean {
  return depth >= deepFrom;
}

/** Depth 1, with which everybody starts: a tap under its answers is as often curiosity as need. */
export function isLight({ depth }: { readonly depth: Depth }): boolean {
  return depth === 1;
}

export function membersOf(scene: Scene, couple: Couple): readonly Person[] {
  return couple.members.map((member) => personOf(scene, member));
}

/** Whatever a couple may be asked next: what one of them picked, else the drawn scenario; null when nothing fits. */
export function chooseScenario(
  couple: Couple,
  members: readonly Person[],
  given: Given,
  isWanted: (scenario: Scenario) => boolean = () => true,
): Scenario | null {
  const fitting = fittingNow(couple, members, given).filter(isWanted);
  const picked = fitting.find(({ id }) => id === couple.picked);
  if (picked !== undefined) return picked;
  const mixed = wellMixed(asWished(fitting, couple, members, given), couple, given.scenarios);
  const from = preferFresh(mixed, couple, given);
  return from[drawScenarioIndex(given, Math.max(1, from.length))] ?? null;
}

/** Whose turn it is to pick: the founder's first, then each in turn. */
export function turnOf(couple: Couple): PersonId | null {
  return couple.turn ?? couple.members[0] ?? null;
}

/** [Kies de volgende]: three to pick from. What is deep the bot brings, so that neither has chosen it for the other. */
export function showChoices(scene: Scene, me: Person, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple?.pairedAt == null) return { refusal: 'not-paired' };
  if (turnOf(couple) !== me.id) return { refusal: 'stale-button' };
  const left = [...preferFresh(choosable(scene, couple, given), couple, given)];
  const count = Math.min(choices, left.length);
  const drawn = Array.from({ length: count }, (_, which) =>
    left.splice(drawChoiceIndex(given, which, left.length), 1),
  ).flat();
  if (drawn.length === 0) return { refusal: 'no-scenario' };
  return [{ type: 'choicesShown', person: me.id, scenarios: drawn.map(({ id }) => id) }];
}

/** The pick lies ready for the next moment, or for the next /vraag of either. */
export function pickNext(scene: Scene, me: Person, scenario: string, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple?.pairedAt == null) return { refusal: 'not-paired' };
  if (turnOf(couple) !== me.id || !choosable(scene, couple, given).some(({ id }) => id === scenario)) {
    return { refusal: 'stale-button' };
  }
  return couple.picked === scenario ? [] : [{ type: 'nextPicked', couple: couple.id, person: me.id, scenario }];
}

function choosable(scene: Scene, couple: Couple, given: Given): readonly Scenario[] {
  return fittingNow(couple, membersOf(scene, couple), given).filter((scenario) => !isDeep(scenario));
}

function fittingNow(couple: Couple, members: readonly Person[], given: Given): readonly Scenario[] {
  const mayBeDeep = members.length === 2 && members.every((member) => hasAllowed(member, 'deeper'));
  const fitting = [...given.scenarios.values()].filter((scenario) => {
    if (isDeep(scenario) && (!mayBeDeep || couple.isLightNext || couple.reveals < revealsBeforeDeep)) return false;
    if (couple.isApart && scenario.place === 'together') return false;
    return isInSeason(scenario, members, given.now) && isEligible(scenario, couple, given.now);
  });
  const light = couple.isLightNext ? fitting.filter(isLight) : [];
  if (light.length > 0) return light;
  // After a deep one that was left, another only where there is nothing else.
  const other = askedLately(couple, 1, given.scenarios).some(isDeep) ? fitting.filter((one) => !isDeep(one)) : [];
  return other.length > 0 ? other : fitting;
}

/** Month and day, in the zone of each: what is for the dark days is not asked where they are over. */
function isInSeason({ season }: Scenario, members: readonly Person[], now: Instant): boolean {
  if (season === undefined) return true;
  return members.every(({ zone }) => {
    const day = localMoment(now, zone).date.slice(5);
    const { from, until } = season;
    return from <= until ? from <= day && day <= until : from <= day || day <= until;
  });
}

/** Asked by itself: no step of a path, no postcard, nothing about an agreement, no card to read, nothing retired. */
function isLoose({ path, postcard, asksAfter, isRetired, visibility }: Scenario): boolean {
  const hasItsOwnMoment = path !== undefined || postcard !== undefined || asksAfter !== undefined;
  if (hasItsOwnMoment || isRetired === true) return false;
  return visibility === undefined || visibility === 'choose' || visibility === 'overlap';
}

function isEligible(scenario: Scenario, couple: Couple, now: Instant): boolean {
  if (!isLoose(scenario) || scenario.isOpening || scenario.revealsNeeded > couple.reveals) return false;
  const last = couple.lastAsked[scenario.id];
  // A sheet takes a while: the first time it comes with a path that both wanted.
  if (last === undefined) return scenario.answer.kind !== 'sheet';
  return scenario.isRecurring && now - last >= scenario.cooldownDays * dayMs;
}

/**
 * Whether the two were asked nearly all that comes once. It goes by what they were asked and by nothing that either of them
 * set, or it would tell one that the other has deeper questions off: so what is deep, and what has its time of year, is left
 * out whether or not it would come.
 */
export function hasRunOut({ lastAsked }: Couple, { scenarios }: Pick<Given, 'scenarios'>): boolean {
  const once = [...scenarios.values()].filter(
    (one) => isLoose(one) && !one.isRecurring && !one.isOpening && !isDeep(one) && one.season === undefined,
  );
  const asked = once.filter(({ id }) => lastAsked[id] !== undefined);
  return asked.length > 0 && asked.length === once.length;
}

function preferFresh(fitting: readonly Scenario[], couple: Couple, given: Given): readonly Scenario[] {
  const fresh = fitting.filter((scenario) => couple.lastAsked[scenario.id] === undefined);
  return fresh.length > 0 && (fresh.length >= fitting.length / 2 || tossCoin(given)) ? fresh : fitting;
}

/** A wish leans, it never leaves a couple without a question. */
function asWished(
  fitting: readonly Scenario[],
  couple: Couple,
  members: readonly Person[],
  { scenarios, now }: Given,
): readonly Scenario[] {
  const wishes = members.flatMap(({ wish }) => (wish !== null && wish.until > now ? [wish.what] : []));
  const short = fitting.filter(({ answer }) => isQuick(answer));
  const shorter = wishes.includes('shorter') && short.length > 0 ? short : fitting;
  if (!wishes.includes('other')) return shorter;
  const lately = askedLately(couple, kindsAvoided, scenarios).map(({ answer }) => answer.kind);
  const other = shorter.filter(({ answer }) => !lately.includes(answer.kind));
  return other.length > 0 ? other : shorter;
}
