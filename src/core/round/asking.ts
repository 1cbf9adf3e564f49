import { isRefusal, type Decision, type Event } from '../event.js';
import type { Given } from '../given.js';
import { refusalAsEvent } from '../leaving/exits.js';
import { answerOf, coupleOf } from '../person.js';
import type { Couple, Person, Scene } from '../scene.js';
import { chooseScenario, hasRunOut, membersOf } from './choose.js';
import { hasMetDate, isFinal, questionFor } from './live-round.js';
import { beginForBoth } from './begin.js';
import type { Scenario } from './scenario.js';

/** What a question that is asked for may be about: something light, the two of them, or whatever is drawn. */
export type Wanted = 'light' | 'us' | 'any';
export const wantedKinds: readonly Wanted[] = ['light', 'us', 'any'];

const isOfKind: Readonly<Record<Wanted, (scenario: Scenario) => boolean>> = {
  light: ({ tags, depth }) => depth === 1 && tags?.includes('light') === true,
  us: ({ tags }) => tags?.includes('us') === true,
  any: () => true,
};

/** /vraag: the open one again, or first what kind; that it was asked for shows to the other as a question, and no kind. */
export function askOrChoose(scene: Scene, me: Person, given: Given): Decision {
  const decision = askQuestion(scene, me, given);
  const isNew = !isRefusal(decision) && decision.some(({ type }) => type === 'roundStarted');
  const isNone = isRefusal(decision) && decision.refusal === 'no-scenario';
  if (!isNew && !isNone) return decision;
  const isRunOut = tellsRunOut(scene, me, given);
  const told: readonly Event[] = isRunOut ? [{ type: 'hinted', person: me.id, hint: 'run-out', at: given.now }] : [];
  if (isNew) return [...told, { type: 'kindAsked', person: me.id, isRunOut }];
  return isRunOut ? [...told, ...refusalAsEvent(me, { refusal: 'run-out' })] : decision;
}

/** To each once, whatever the other was told: or it would tell that the other had asked. */
function tellsRunOut(scene: Scene, me: Person, given: Given): boolean {
  const couple = coupleOf(scene, me);
  return couple !== null && me.hinted['run-out'] === undefined && hasRunOut(couple, given);
}

/** A tap on what kind: its card makes way for the question. */
export function askOfKind(scene: Scene, me: Person, arg: string, given: Given): Decision {
  const kind = wantedKinds.find((one) => one === arg);
  if (kind === undefined) return askQuestion(scene, me, given);
  const decision = askQuestion(scene, me, given, kind);
  return isRefusal(decision) ? decision : [{ type: 'kindChosen', person: me.id }, ...decision];
}

/** The open one again, or a new one for both; of another kind where there is none of the kind that was wanted. */
export function askQuestion(scene: Scene, me: Person, given: Given, kind: Wanted = 'any'): Decision {
  return askOr(scene, me, given, (couple) => {
    const members = membersOf(scene, couple);
    return (
      chooseScenario(couple, members, given, isOfKind[kind]) ?? chooseScenario(couple, members, given, isOfKind.any)
    );
  });
}

/** The open one again, or this one for both. */
export function askForBoth(scene: Scene, me: Person, scenario: Scenario, given: Given): Decision {
  return askOr(scene, me, given, () => scenario);
}

function askOr(scene: Scene, me: Person, given: Given, choose: (couple: Couple) => Scenario | null): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null) return { refusal: 'not-paired' };
  const known = couple.round === null && hasMetDate(couple, me) ? null : questionFor(couple, me);
  if (known !== null && isFinal(answerOf(me, known.id))) return [{ type: 'statusTold', person: me.id }];
  const round = known ?? couple.round;
  if (round !== null) {
    const why = known === null ? 'asked' : 'again';
    return [{ type: 'promptShown', person: me.id, round: round.id, why, at: given.now, date: null }];
  }
  if (couple.pairedAt === null) return { refusal: 'not-paired' };
  const scenario = choose(couple);
  return scenario === null ? { refusal: 'no-scenario' } : beginForBoth(scene, me, couple, scenario, given);
}
