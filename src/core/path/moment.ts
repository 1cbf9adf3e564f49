import type { Event } from '../event.js';
import type { Given } from '../given.js';
import { canBeWrittenTo, personOf } from '../person.js';
import { followUpNow } from '../agreement/agreement.js';
import { isFree, whenFree } from '../rhythm/rhythm.js';
import { chooseScenario, isDeep, isLight } from '../round/choose.js';
import { begin } from '../round/begin.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Instant, LocalDate, RoundId } from '../ids.js';
import { shownKeptMs } from './part.js';
import { endOf, forgetGone } from './path.js';
import { isLiving } from './living.js';
import { drawProposal, stillKeptMs } from './shelf.js';
import { hasNoAnswer, heldBy, isStepDay, leftMax, nextStep, roundStep, stepOfDate, takesPart } from './steps.js';
import { dayMs } from '../time/durations.js';

/** What the clock does to a path: the step a moment brings, what each hears at their own hour, and what lapses. */

/** Until each has heard of it at their own hour. */
const finishedKeptMs = 2 * dayMs;

interface Brought {
  readonly events: readonly Event[];
  /** The question it brings; null for none. */
  readonly round: RoundId | null;
}

/**
 * What a couple's moment brings, once the question before it was put away: before all else, what they agreed on and is to be
 * asked after. Of a path only the clock and what opened decide, never what one of them let be: `loose` is what would come
 * without a path.
 */
export function bringAtMoment(couple: Couple, members: readonly Person[], date: LocalDate, given: Given): Brought {
  const { path } = couple;
  const followUp = followUpNow(couple, given);
  if (followUp !== null) {
    const { scenario, about, depth } = followUp;
    const { round, event } = begin(couple, scenario, given, { about, depth });
    return { events: [event], round: round.id };
  }
  if (!isLiving(path)) return loose(couple, members, given, false);
  const gone = forgetGone(couple, given);
  if (gone.length > 0) {
    const { events, round } = loose(couple, members, given, false);
    return { events: [...gone, ...events], round };
  }
  if (heldBy(couple) !== null) return loose(couple, members, given, false);
  const next = nextStep(couple, given);
  if (next === null) return { events: endOf(couple, given.now, date), round: null };
  if (path.left >= leftMax) {
    return { events: [{ type: 'pathLaidDown', couple: couple.id, at: given.now, date }], round: null };
  }
  const isPicked = couple.picked !== null && chooseScenario(couple, members, given)?.id === couple.picked;
  if (isPicked) return loose(couple, members, given, false);
  if ((couple.isLightNext && isDeep(next.scenario)) || !isStepDay(path, members, date)) {
    return loose(couple, members, given, true);
  }
  const begun: Event = { type: 'stepBegun', couple: couple.id, step: next.step.id, at: given.now, date };
  if (hasNoAnswer(next.scenario)) return { events: [begun], round: null };
  const { round, event } = begin(couple, next.scenario, given, { step: roundStep(next, given) });
  return { events: [begun, event], round: round.id };
}

function loose(couple: Couple, members: readonly Person[], given: Given, isLightOnly: boolean): Brought {
  const scenario = chooseScenario(couple, members, given, isLightOnly ? isLight : undefined);
  if (scenario === null) return { events: [], round: null };
  const { round, event } = begin(couple, scenario, given);
  return { events: [event], round: round.id };
}

/** What this person hears of a path at their own hour of a date. */
export function pathAtHour(
  couple: Couple,
  person: Person,
  date: LocalDate,
  { paths, scenarios }: Given,
): readonly Event[] {
  const { path } = couple;
  // One whose file is gone ends without a word.
  if (path === null || !paths.has(path.id) || !canBeWrittenTo(person)) return [];
  if (path.end?.date === date) {
    return [{ type: 'pathEndTold', person: person.id, path: path.id, how: path.end.how }];
  }
  const step = stepOfDate(couple, date);
  const id = paths.get(path.id)?.steps.find((one) => one.id === step?.id)?.scenario;
  const scenario = id === undefined ? undefined : scenarios.get(id);
  if (step === null || scenario === undefined || !hasNoAnswer(scenario)) return [];
  return takesPart(person, path.id, scenario)
    ? [{ type: 'stepShown', person: person.id, path: path.id, step: step.id }]
    : [];
}

/** Two minutes after a reveal, now and then; drawn once for both. Nothing where there is nothing to choose from. */
export function propose(_scene: Scene, couple: Couple, given: Given): readonly Event[] {
  if (couple.proposeAt === null || couple.proposeAt > given.now) return [];
  // One whose file is gone counts as none, whether or not somebody looked at it since.
  const isOnTheirWay = isLiving(couple.path) && forgetGone(couple, given).length === 0;
  const paths = isOnTheirWay ? [] : drawProposal(couple, given);
  return [{ type: 'pathsProposed', couple: couple.id, paths, at: given.now }];
}

/** Each hears of it when they are free, whatever the other does. */
export function tellProposal(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return toTell(couple)
    .map((member) => personOf(scene, member))
    .filter((person) => isFree(person, now) && (couple.proposal?.at ?? now) <= now)
    .map(({ id }): Event => ({ type: 'proposalTold', person: id }));
}

function toTell({ members, path, proposal }: Couple): Couple['members'] {
  if (proposal === null || isLiving(path)) return [];
  return members.filter((member) => !proposal.told.includes(member));
}

/** What lapses by itself: a wish, what steps would have shown again, a path that lay still too long or has ended. */
export function lapse(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const lapsed = couple.members.flatMap((member): readonly Event[] =>
    personOf(scene, member).wishes.some(({ until }) => until <= now)
      ? [{ type: 'wishesLapsed', person: member, at: now }]
      : [],
  );
  const isOld = couple.path?.shown.some(({ askedAt }) => askedAt + shownKeptMs <= now) === true;
  const goneAt = leavesAt(couple);
  return [
    ...lapsed,
    ...(isOld ? [{ type: 'shownForgotten', couple: couple.id, at: now } as const] : []),
    ...(goneAt !== null && goneAt <= now ? [{ type: 'pathForgotten', couple: couple.id } as const] : []),
  ];
}

function leavesAt({ path }: Couple): Instant | null {
  if (path === null || path.end === null) return null;
  return path.end.at + (path.end.how === 'still' ? stillKeptMs : finishedKeptMs);
}

/** When the clock must look: what waits while something holds the couple, and what lapses whatever does. */
export function pathTimes(couple: Couple, members: readonly Person[], now: Instant) {
  const telling = toTell(couple).flatMap((id) => {
    const person = members.find((member) => member.id === id);
    return person === undefined ? [] : [whenFree(person, Math.max(couple.proposal?.at ?? now, now))];
  });
  return {
    opening: [couple.matchAt],
    waiting: [couple.proposeAt, ...telling],
    lapsing: [
      ...members.flatMap(({ wishes }) => wishes.map(({ until }) => until)),
      ...(couple.path?.shown ?? []).map(({ askedAt }) => askedAt + shownKeptMs),
      leavesAt(couple),
    ],
  };
}
