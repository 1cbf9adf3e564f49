import { evolveAll } from '../core/evolve.js';
import { withNewCouple } from '../core/change.js';
import type { Event } from '../core/event.js';
import type { Given } from '../core/given.js';
import type { Instant } from '../core/ids.js';
import { consentVersion } from '../core/pairing/consent.js';
import { hasDeepStep } from '../core/path/shelf.js';
import { emptyCouple, stranger } from '../core/person.js';
import type { Language } from '../core/round/scenario.js';
import type { Person, Rhythm, Scene } from '../core/scene.js';
import { localMoment } from '../core/time/calendar.js';
import { chanceLength } from '../core/time/chance.js';
import { wake, wakeAt } from '../core/wake.js';
import type { Loaded } from '../scenarios/scenarios.js';
import { hourMs, dayMs } from '../core/time/durations.js';

/** Shows an author what one couple would get in a year. It runs the rules themselves, without a store. */

export interface YearOptions {
  readonly seed: number;
  readonly rhythm: Rhythm['days'];
  readonly language: Language;
  readonly days: number;
}

/** A question or card that came; `path` is set for a step of a path. */
export interface Came {
  readonly date: string;
  readonly scenario: string;
  readonly path: string | null;
}

const [anne, bram, pair] = [1, 2, 1];
const zone = 'Europe/Amsterdam';
/** A Monday in spring. */
const begins = Date.parse('2026-03-02T09:00:00Z');

/** Both answer everything the same evening, want every path they are offered, and have deeper questions on. */
export function liveYear(
  loaded: Pick<Loaded, 'scenarios' | 'protocols' | 'paths'>,
  options: YearOptions,
): readonly Came[] {
  const came: Came[] = [];
  let scene = beginning(options);
  let now = begins;
  const givenAt = (count: number): Given => ({
    ...{ now, chance: chanceOf(options.seed, count), openTo: 'everyone', tellsNews: false, spreadMs: 0 },
    ...{ scenarios: loaded.scenarios, protocols: loaded.protocols, paths: loaded.paths },
    ...{ doubtedUntil: null, waiting: null },
  });
  const until = begins + options.days * dayMs;
  for (let count = 0; now < until; count += 1) {
    const couple = scene.couples[pair];
    const next = couple === undefined ? null : wakeAt(scene, couple, now);
    if (next === null) break;
    now = Math.max(now, next);
    const events = wake(scene, pair, givenAt(count));
    scene = evolveAll(scene, events);
    came.push(...events.flatMap((event) => cameBy(event, scene, loaded, now)));
    scene = evolveAll(scene, answersTo(scene, events, loaded, now));
  }
  return came;
}

function beginning({ rhythm, language }: YearOptions): Scene {
  const person = (id: number): Person => {
    const one = stranger(id, language, zone);
    const consent = { version: consentVersion, at: begins };
    return {
      ...{ ...one, consent, coupleId: pair, name: String(id), discreet: false },
      ...{ consents: { voice: null, photo: null, deeper: consent }, rhythm: { ...one.rhythm, days: rhythm } },
    };
  };
  const empty: Scene = {
    ...{ actor: null, about: pair, invited: null, card: null, couples: {}, book: [], otherBook: [] },
    people: { [anne]: person(anne), [bram]: person(bram) },
  };
  // They have practised a breather and a listening round, so that paths with deep questions come as well.
  const practised = { breather: begins, listening: begins };
  const couple = { ...emptyCouple(pair), members: [anne, bram], pairedAt: begins, practised };
  return withNewCouple(empty, couple);
}

function cameBy(event: Event, scene: Scene, { paths }: Pick<Loaded, 'paths'>, now: Instant): readonly Came[] {
  const { date } = localMoment(now, zone);
  if (event.type === 'roundStarted') {
    return [{ date, scenario: event.round.scenario, path: event.round.step?.path ?? null }];
  }
  if (event.type !== 'stepShown' || event.person !== anne) return [];
  const scenario = paths.get(event.path)?.steps.find(({ id }) => id === event.step)?.scenario;
  return scenario === undefined || scene.couples[pair] === undefined ? [] : [{ date, scenario, path: event.path }];
}

/** What the two do next: both answer, and both want the first path they are offered. */
function answersTo(
  scene: Scene,
  events: readonly Event[],
  { paths, scenarios }: Pick<Loaded, 'paths' | 'scenarios'>,
  now: Instant,
): readonly Event[] {
  const at = now + hourMs;
  const round = scene.couples[pair]?.round ?? null;
  const answer = { state: 'sealed', pieces: [], picks: [], step: 1 } as const;
  const isAsked = round !== null && [anne, bram].every((id) => id in round.offered);
  const sealed: readonly Event[] = isAsked
    ? [anne, bram].map((person) => ({ type: 'answerSealed', person, round: round.id, answer }))
    : [];
  const opened: readonly Event[] = isAsked ? [{ type: 'answersRevealed', couple: pair, round, at }] : [];
  const isLast = isAsked && round.step?.isLast === true;
  const ended: readonly Event[] = isLast ? [{ type: 'pathFinished', couple: pair, at, date: null }] : [];
  const proposed = events.find((event) => event.type === 'pathsProposed');
  const plan = paths.get(proposed?.paths[0] ?? '');
  const path =
    plan === undefined
      ? null
      : {
          ...{ id: plan.id, isDeep: hasDeepStep(plan, scenarios), begunAt: now, begun: [], opened: [], shown: [] },
          ...{ left: 0, end: null },
        };
  const matched: readonly Event[] = path === null ? [] : [{ type: 'pathMatched', couple: pair, path }];
  return [...sealed, ...opened, ...ended, ...matched];
}

/** The same seed draws the same year. */
function chanceOf(seed: number, count: number): Uint8Array {
  let state = (seed * 2_654_435_761 + count * 40_503 + 1) >>> 0;
  return Uint8Array.from({ length: chanceLength }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** One line for each: the date, the depth, the subject and the question itself. */
export function printedYear(all: readonly Came[], { scenarios, paths }: Loaded, language: Language): string {
  const lines = all.map(({ date, scenario, path }) => {
    const found = scenarios.get(scenario);
    const about = path === null ? (found?.tags ?? []).join(' ') : (paths.get(path)?.title[language] ?? path);
    return `${date}  ${String(found?.depth ?? '?')}  ${about.padEnd(22)}  ${found?.text[language] ?? scenario}`;
  });
  return [...lines, `${String(all.length)} in all.`].join('\n');
}
