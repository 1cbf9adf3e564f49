import type { EventOf } from '../event.js';
import type { Announcers } from '../announcers.js';
import { nobody } from '../announcers.js';
import { edit, isSilentFor, partnerName, send, toast } from '../compose.js';
import { key } from '../keyboard.js';
import { brief } from '../help/announce.js';
import { say, type Key, type Notice } from '../notice.js';
import { coupleIn, coupleOf, personOf } from '../person.js';
import type { Scenario } from '../round/scenario.js';
import type { Stage } from '../stage.js';
import type { CoupleId, PersonId } from '../ids.js';
import type { PathEvent } from './event.js';
import { matchKeys, ownCardKeys, restKeys, shelfKeys, stepKeys, togetherKeys } from './keyboard.js';
import { hasDeepStep, shelfPage, stillPath } from './shelf.js';
import { wishesNow } from './wishes.js';
import { hasNoAnswer, isOwnCard, mayTapNext } from './steps.js';
import { lastSeenBy, pathSeenBy, stepsSeenBy } from './view.js';
import { hourMs } from '../time/durations.js';

/** Who hears of a path, and what: the clock and what both want say the same to both, and what one wants is nobody's. */

/** A card to read for oneself; gone before a next step can come. */
const cardMs = 18 * hourMs;

export const pathAnnouncers: Announcers<PathEvent> = {
  pathsShown: (event, stage) => shown(event, stage),
  pathsProposed: nobody,
  proposalTold: ({ person }, stage) => {
    const { words, keys } = shelf(person, 0, stage);
    return [
      edit(person, 'paths', null),
      send(person, words, { lane: 'scheduled', card: 'paths', keys, isNudge: true }),
    ];
  },
  wished: ({ person, wish, page }, stage) => {
    const plan = stage.paths.get(wish.subject);
    const isDeep = plan !== undefined && hasDeepStep(plan, stage.scenarios);
    return [...shelfKeysAgain(person, page, stage), toast(person, say('wished', { isDeep }))];
  },
  wishDropped: ({ person, page }, stage) => [
    ...shelfKeysAgain(person, page, stage),
    toast(person, say('wishDropped', {})),
  ],
  wishesLapsed: nobody,
  matchSet: nobody,
  pathMatched: ({ couple, path, isPlayed }, stage) => (isPlayed === true ? [] : matched(couple, path.id, false, stage)),
  pathTakenUp: ({ couple, path }, stage) => matched(couple, path, true, stage),
  stepBegun: nobody,
  stepShown: (event, stage) => stepShown(event, stage),
  stepPassed: nobody,
  pathLeft: ({ person, path }, { after }) => [
    edit(person, 'paths', null),
    send(person, say('pathLeft', { partner: partnerName(after, person) }), { keys: restKeys(path) }),
  ],
  pathWentOn: ({ person, path }) => [edit(person, 'paths', null), send(person, say('pathWentOn', { path }))],
  pathLaidDown: nobody,
  pathFinished: ({ couple, date }, { after, now }) =>
    date !== null
      ? []
      : coupleIn(after, couple).members.map((id) =>
          send(id, say('pathFinished', { path: coupleIn(after, couple).path?.id ?? '' }), {
            lane: 'reveal',
            isSilent: isSilentFor(personOf(after, id), after, now),
          }),
        ),
  pathEndTold: ({ person, path, how }) => [
    send(person, how === 'still' ? say('pathStill', { path }) : say('pathFinished', { path }), { lane: 'scheduled' }),
  ],
  pathForgotten: nobody,
  shownForgotten: nobody,
  ownCardsShown: ({ person }, stage) => {
    const cards = ownCards(stage);
    return [send(person, say('ownCards', { scenarios: cards.map(({ id }) => id) }), { keys: ownCardKeys(cards) })];
  },
  ownCardShown: ({ person, scenario }, stage) =>
    brief(person, say('privateStep', { path: null, scenario }), [], 0, stage, { forMs: cardMs }),
};

const forMyselfKeys = (stage: Stage) => (ownCards(stage).length === 0 ? [] : [[key('forMyself')]]);

/** Of every file, in their order. */
function ownCards({ scenarios }: Stage): readonly Scenario[] {
  return [...scenarios.values()].filter(isOwnCard);
}

function shown({ person, page, how }: EventOf<'pathsShown'>, stage: Stage): readonly Notice[] {
  const { words, keys } = steps(person, stage) ?? shelf(person, page, stage);
  return how === 'in-place'
    ? [edit(person, 'paths', words, { keys })]
    : [edit(person, 'paths', null), send(person, words, { card: 'paths', keys })];
}

interface Shown {
  readonly words: ReturnType<typeof say<'paths' | 'pathSteps'>>;
  readonly keys: readonly (readonly Key[])[];
}

/** The path that lives, to this person. */
function steps(id: PersonId, stage: Stage): Shown | null {
  const { after, now, paths } = stage;
  const me = personOf(after, id);
  const couple = coupleOf(after, me);
  const path = couple === null ? null : pathSeenBy(couple, me);
  const plan = path === null ? undefined : paths.get(path.id);
  if (couple === null || path === null || plan === undefined) return null;
  const rests = me.restsPath === path.id;
  const seen = stepsSeenBy(path, plan, couple, me, stage);
  const isOpen = seen.some((step) => step.is === 'now' && isQuestion(plan.steps, step.id, stage));
  const members = couple.members.map((member) => personOf(after, member));
  const mayGoOn = !isOpen && mayTapNext(lastSeenBy(path, couple, me), members, now);
  return {
    words: say('pathSteps', { path: path.id, steps: seen, rests }),
    keys: [...stepKeys(path.id, mayGoOn, rests), ...forMyselfKeys(stage)],
  };
}

function isQuestion(all: readonly { id: string; scenario: string }[], id: string, { scenarios }: Stage): boolean {
  const scenario = all.find((step) => step.id === id)?.scenario;
  const found = scenario === undefined ? undefined : scenarios.get(scenario);
  return found !== undefined && !hasNoAnswer(found);
}

function shelf(id: PersonId, page: number, stage: Stage): Shown {
  const me = personOf(stage.after, id);
  const couple = coupleOf(stage.after, me);
  if (couple === null) throw new Error('paths are shown to somebody in no couple');
  const { plans, next } = shelfPage(couple, stage, page);
  const still = stillPath(couple, stage);
  const wished = wishesNow(me, stage.now).map(({ subject }) => subject);
  return {
    words: say('paths', { paths: plans.map((plan) => plan.id), still: still?.id ?? null }),
    keys: [...shelfKeys(plans, still, wished, page, next), ...forMyselfKeys(stage)],
  };
}

function shelfKeysAgain(id: PersonId, page: number, stage: Stage): readonly Notice[] {
  return [edit(id, 'paths', null, { keys: shelf(id, page, stage).keys })];
}

/** To both at once, as a reveal: what both want. */
function matched(couple: CoupleId, path: string, isGoingOn: boolean, stage: Stage): readonly Notice[] {
  const { after, now } = stage;
  return coupleIn(after, couple).members.flatMap((id) => {
    const me = personOf(after, id);
    const hasMoments = me.rhythm.days !== 'rest';
    return [
      edit(id, 'paths', null),
      send(id, say('pathMatched', { path, isGoingOn, hasMoments }), {
        lane: 'reveal',
        card: 'path-match',
        keys: matchKeys(path, isGoingOn),
        isSilent: isSilentFor(me, after, now),
      }),
    ];
  });
}

/** A step without an answer. What it says goes again by itself; something to do in one place stays as long as its button. */
function stepShown({ person, path, step }: EventOf<'stepShown'>, stage: Stage): readonly Notice[] {
  const { after, paths, scenarios, now } = stage;
  const id = paths.get(path)?.steps.find((one) => one.id === step)?.scenario;
  const scenario = id === undefined ? undefined : scenarios.get(id);
  if (scenario === undefined) return [];
  const way = {
    lane: after.actor === null ? 'scheduled' : 'reply',
    isSilent: isSilentFor(personOf(after, person), after, now),
  } as const;
  if (scenario.visibility === 'private') {
    return brief(person, say('privateStep', { path, scenario: scenario.id }), [], 0, stage, {
      ...way,
      forMs: cardMs,
      ...(way.lane === 'scheduled' ? { dropAfter: now + cardMs } : {}),
    });
  }
  return [
    send(person, say('togetherStep', { path, step, scenario: scenario.id }), {
      ...way,
      card: 'together',
      keys: togetherKeys(scenario),
    }),
  ];
}
