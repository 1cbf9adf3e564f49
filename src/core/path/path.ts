import { isUntold, putAway, tellBoth } from '../round/overlap.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import { evolveAll } from '../evolve.js';
import type { Given } from '../given.js';
import { hasAllowed } from '../pairing/consent.js';
import { canBeWrittenTo, coupleOf, personOf } from '../person.js';
import { askQuestion } from '../round/asking.js';
import { chooseScenario, isDeep, membersOf } from '../round/choose.js';
import { hasMetDate, questionFor } from '../round/live-round.js';
import { openingHour } from '../round/opening.js';
import { beginForBoth } from '../round/begin.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { LocalDate } from '../ids.js';
import type { PathPlan } from './plan.js';
import { sharedDays } from '../rhythm/rhythm.js';
import { isLiving } from './living.js';
import { matchOf, shelfOf, stillPath, wishesMax } from './shelf.js';
import { wishesNow, wishLastsMs } from './wishes.js';
import {
  freshPath,
  hasNoAnswer,
  heldBy,
  isOwnCard,
  livingPlan,
  mayTapNext,
  nextStep,
  roundStep,
  takesPart,
  type NextStep,
} from './steps.js';
import { pathSeenBy } from './view.js';

/** What can be tapped about paths: what somebody wants, the next step, and leaving it be. */

/** /programma: the path that lives, or those to choose from. */
export function showPaths(scene: Scene, me: Person, given: Given, page = 0): Decision {
  const couple = coupleOf(scene, me);
  if (couple?.pairedAt == null) return { refusal: 'not-paired' };
  const gone = forgetGone(couple, given);
  const isSeen = pathSeenBy(couple, me) !== null && gone.length === 0;
  const isThere = isSeen || stillPath(couple, given) !== null || shelfOf(couple, given).length > 0;
  return isThere ? [...gone, { type: 'pathsShown', person: me.id, page, how: 'new' }] : { refusal: 'no-path' };
}

/** A path that lives while its file is gone would keep its place for ever where no moment comes. */
export function forgetGone(couple: Couple, given: Given): readonly Event[] {
  return isLiving(couple.path) && livingPlan(couple, given) === null
    ? [{ type: 'pathForgotten', couple: couple.id }]
    : [];
}

export function pressPath(scene: Scene, me: Person, button: Button<ButtonOf<'path'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple?.pairedAt == null) return { refusal: 'not-paired' };
  switch (button.name) {
    case 'wishPath':
    case 'takeUpPath':
      return wish(scene, me, couple, button, given);
    case 'dropPath':
      return wishesNow(me, given.now).some(({ subject }) => subject === button.arg)
        ? [{ type: 'wishDropped', person: me.id, subject: button.arg, page: button.step }]
        : [];
    case 'morePaths':
      return pathSeenBy(couple, me) === null
        ? [{ type: 'pathsShown', person: me.id, page: button.step, how: 'in-place' }]
        : { refusal: 'stale-button' };
    case 'beginPath':
    case 'nextStep':
      return couple.path?.id === button.arg ? bringNext(scene, me, couple, given) : { refusal: 'stale-button' };
    case 'restPath':
      if (pathSeenBy(couple, me)?.id !== button.arg) return { refusal: 'stale-button' };
      return me.restsPath === button.arg ? [] : [{ type: 'pathLeft', person: me.id, path: button.arg }];
    case 'goOnPath':
      return goOn(me, couple, button.arg, given);
    case 'forMyself':
      return [{ type: 'ownCardsShown', person: me.id }];
    case 'ownCard':
      return isOwnCard(given.scenarios.get(button.arg))
        ? [{ type: 'ownCardShown', person: me.id, scenario: button.arg }]
        : { refusal: 'stale-button' };
  }
}

/** A private yes. What comes of it is for both at once, or for nobody. */
function wish(scene: Scene, me: Person, couple: Couple, { arg, step }: Button, given: Given): Decision {
  const isOffered = shelfOf(couple, given).some(({ id }) => id === arg) || stillPath(couple, given)?.id === arg;
  if (!isOffered || pathSeenBy(couple, me) !== null) return { refusal: 'stale-button' };
  const standing = wishesNow(me, given.now);
  if (standing.some(({ subject }) => subject === arg)) return [];
  if (standing.length >= wishesMax) return { refusal: 'too-many-picks', limit: wishesMax };
  const wished: Event = {
    type: 'wished',
    person: me.id,
    wish: { on: 'path', subject: arg, until: given.now + wishLastsMs },
    page: step,
  };
  const after = evolveAll(scene, [wished]);
  return [wished, ...match(after, couple, given)];
}

/** What both want is told by the couple's own hour, as a reveal. */
function match(scene: Scene, couple: Couple, given: Given): readonly Event[] {
  const members = membersOf(scene, couple);
  const plan = matchOf(couple, members, given);
  if (plan === null || couple.matchAt !== null) return [];
  const at = openingHour(members, given.now);
  return at === null ? [matched(couple, plan, given)] : [{ type: 'matchSet', couple: couple.id, at }];
}

/** At the couple's own hour: what both want by then, if they still do. */
export function matchDue(scene: Scene, couple: Couple, given: Given): readonly Event[] {
  if (couple.matchAt === null || couple.matchAt > given.now) return [];
  const plan = matchOf(couple, membersOf(scene, couple), given);
  return plan === null ? [{ type: 'matchSet', couple: couple.id, at: null }] : [matched(couple, plan, given)];
}

function matched(couple: Couple, plan: PathPlan, given: Given): Event {
  return stillPath(couple, given)?.id === plan.id
    ? { type: 'pathTakenUp', couple: couple.id, path: plan.id }
    : { type: 'pathMatched', couple: couple.id, path: freshPath(plan, given) };
}

/** [Nu beginnen] and [Nu de volgende], by either and for both at once; with a question open it is /vraag. */
function bringNext(scene: Scene, me: Person, couple: Couple, given: Given): Decision {
  const { path } = couple;
  // Laid still at the other's hour: before their own it is as if it lived, with its question before them.
  if (!isLiving(path)) {
    if (pathSeenBy(couple, me) === null) return { refusal: 'stale-button' };
    return questionFor(couple, me)?.step?.path === path?.id ? askQuestion(scene, me, given) : nothingLeft(me);
  }
  const held = heldBy(couple);
  if (held !== null && me.id in held.offered) {
    return [{ type: 'promptShown', person: me.id, round: held.id, why: 'again', at: given.now, date: null }];
  }
  const isOver = couple.round !== null && isPutAwayByTap(me, couple, given);
  if (couple.round !== null && !isOver) return askQuestion(scene, me, given);
  const last = path.begun.at(-1);
  // Its question opened at the other's hour: before their own it is still the one before them.
  if (couple.opened.some((opened) => isUntold(opened, me))) return askQuestion(scene, me, given);
  if (!hasMetDate(couple, me) && last?.date === couple.slot?.date && last !== undefined) {
    return showStep(couple, me, last.id, given);
  }
  const members = membersOf(scene, couple);
  if (!mayTapNext(last, members, given.now)) return { refusal: 'step-today' };
  const next = nextStep(couple, given);
  const gone = forgetGone(couple, given);
  if (gone.length > 0) return [...gone, { type: 'pathsShown', person: me.id, page: 0, how: 'in-place' }];
  // The next moment ends it, and not a tap: or it would tell whether the other's hour was there.
  if (next === null) return sharedDays(members).length > 0 ? nothingLeft(me) : endOf(couple, given.now, null);
  const rested = couple.round === null ? [] : putAway(couple, members, couple.round, given.now, null);
  const opened = tellBoth(rested, couple);
  // What opens takes the place of what would come.
  if (opened.length > 0) return [...rested, ...opened];
  const now = evolveAll(scene, rested);
  const begun = beginByTap(now, me, now.couples[couple.id] ?? couple, next, given);
  if ('refusal' in begun) return begun;
  // Whoever has no part in the step they brought sees where the path is now.
  const isUnseen = begun.some((event) => event.type === 'stepPassed' && event.person === me.id);
  return [
    ...rested,
    ...begun,
    ...(isUnseen ? [{ type: 'pathsShown', person: me.id, page: 0, how: 'in-place' } as const] : []),
  ];
}

function nothingLeft({ id }: Person): readonly Event[] {
  return [{ type: 'pathsShown', person: id, page: 0, how: 'in-place' }];
}

const restAfterMs = 48 * 3_600_000;

/** With no moments of their own, whoever goes on puts a question of two days away. */
function isPutAwayByTap(me: Person, { round, path }: Couple, { now }: Given): boolean {
  return me.rhythm.days === 'rest' && round?.step?.path === path?.id && now - (round?.startedAt ?? now) >= restAfterMs;
}

function beginByTap(scene: Scene, me: Person, couple: Couple, next: NextStep, given: Given): Decision {
  if (couple.isLightNext && isDeep(next.scenario)) {
    const light = chooseScenario(couple, membersOf(scene, couple), given);
    return light === null ? { refusal: 'step-today' } : beginForBoth(scene, me, couple, light, given);
  }
  const started: Event = { type: 'stepBegun', couple: couple.id, step: next.step.id, at: given.now, date: null };
  if (!hasNoAnswer(next.scenario)) {
    return [started, ...beginForBoth(scene, me, couple, next.scenario, given, roundStep(next, given))];
  }
  const shown = couple.members
    .map((member) => personOf(scene, member))
    .filter((person) => canBeWrittenTo(person) && takesPart(person, next.plan.id, next.scenario))
    .map(({ id }): Event => ({ type: 'stepShown', person: id, path: next.plan.id, step: next.step.id }));
  return [started, ...shown];
}

/** What the other's hour brought, to whoever asks before their own: as /vraag shows a question then. */
function showStep({ path }: Couple, me: Person, step: string, { paths, scenarios }: Given): Decision {
  const plan = path === null ? undefined : paths.get(path.id);
  const id = plan?.steps.find((one) => one.id === step)?.scenario;
  const scenario = id === undefined ? undefined : scenarios.get(id);
  if (plan === undefined || scenario === undefined || !takesPart(me, plan.id, scenario))
    return { refusal: 'step-today' };
  return [{ type: 'stepShown', person: me.id, path: plan.id, step }];
}

/** [Toch verder]; the step that is open now is shown after all, unless it is deeper than they allow. */
function goOn(me: Person, couple: Couple, path: string, { now }: Given): Decision {
  if (me.restsPath !== path) return [];
  const wentOn: Event = { type: 'pathWentOn', person: me.id, path };
  const { round } = couple;
  const isOpen = isLiving(couple.path) && round?.step?.path === path && me.id in round.offered;
  const mayBeShown = isOpen && (!isDeep(round) || hasAllowed(me, 'deeper'));
  if (!mayBeShown || me.answers[round.id]?.state !== 'skipped') return [wentOn];
  return [wentOn, { type: 'promptShown', person: me.id, round: round.id, why: 'again', at: now, date: null }];
}

/** One of which no step was played ends without a word. */
export function endOf({ id, path }: Couple, at: number, date: LocalDate | null): readonly Event[] {
  return path?.begun.length === 0
    ? [{ type: 'pathForgotten', couple: id }]
    : [{ type: 'pathFinished', couple: id, at, date }];
}
