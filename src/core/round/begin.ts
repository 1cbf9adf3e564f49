import { opensAt } from '../room/which.js';
import { drawExampleIndex, drawRoundId } from '../time/chance.js';
import type { Event } from '../event.js';
import { isDeep } from './choose.js';
import { hasAllowed } from '../pairing/consent.js';
import { canBeWrittenTo, personOf } from '../person.js';
import { onceOf } from './once.js';
import type { RoundStep } from '../path/scene.js';
import { takesPart } from '../path/steps.js';
import type { Scenario } from './scenario.js';
import type { Couple, Person, Round, Scene } from '../scene.js';
import type { Given } from '../given.js';

/** How a question begins, and how it comes to each of the two. */

/** Events that begin a round with this scenario, shown to everyone the bot may write to. */
export function begin(
  couple: Couple,
  scenario: Scenario,
  given: Given,
  rest: Begun = {},
): { round: Round; event: Event } {
  const round: Round = {
    id: drawRoundId(given),
    scenario: scenario.id,
    example: exampleFor(couple, scenario, given),
    depth: rest.depth ?? scenario.depth,
    startedAt: given.now,
    offered: {},
    ...(rest.step === undefined ? {} : { step: rest.step }),
    ...(rest.about === undefined ? {} : { about: rest.about }),
    ...(scenario.patienceDays === undefined ? {} : { patienceDays: scenario.patienceDays }),
    ...(onceOf(scenario) === undefined ? {} : { once: onceOf(scenario) }),
    ...opensAt(couple, scenario, given),
  };
  return { round, event: { type: 'roundStarted', couple: couple.id, round } };
}

/** What a question is beside itself: the step of a path, or about what both keep. */
type Begun = Partial<Pick<Round, 'step' | 'about' | 'depth'>>;

/** An author puts the example first that shows the question best; when it comes back, another one may go with it. */
function exampleFor(couple: Couple, { id, examples }: Scenario, given: Given): number {
  return couple.lastAsked[id] === undefined ? 0 : drawExampleIndex(given, Math.max(1, examples.length));
}

/** Asked for by one of them: a prompt now, for both. A step that one of them has no part in comes to them unseen. */
export function beginForBoth(
  scene: Scene,
  me: Person,
  couple: Couple,
  scenario: Scenario,
  given: Given,
  step?: RoundStep,
): readonly Event[] {
  const { round, event } = begin(couple, scenario, given, { step });
  const people = couple.members
    .map((member) => personOf(scene, member))
    .filter((person) => person.id === me.id || canBeWrittenTo(person))
    .toSorted((one, other) => Number(other.id === me.id) - Number(one.id === me.id));
  return [
    event,
    ...people.map((person) =>
      meet(person, round, scenario, {
        why: person.id === me.id ? 'asked' : 'askedByPartner',
        at: given.now,
        date: null,
      }),
    ),
  ];
}

/** Whoever lets a path rest has none in its steps; with deeper questions off, none in what quotes words of a deep one. */
function hasPartIn(person: Person, round: Round, scenario: Scenario): boolean {
  if (round.step !== undefined) return takesPart(person, round.step.path, scenario);
  return round.about === undefined || !isDeep(round) || hasAllowed(person, 'deeper');
}

type Shown = Pick<Extract<Event, { type: 'promptShown' }>, 'why' | 'at' | 'date'>;

/** How a question comes to somebody: shown, or as if they had skipped it. */
export function meet(person: Person, round: Round, scenario: Scenario | undefined, how: Shown): Event {
  const isUnseen = scenario !== undefined && !hasPartIn(person, round, scenario);
  return isUnseen
    ? { type: 'stepPassed', person: person.id, round: round.id, at: how.at }
    : { type: 'promptShown', person: person.id, round: round.id, ...how };
}
