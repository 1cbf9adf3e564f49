import type { EventOf } from '../event.js';
import { practised } from '../path/follow.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { BreatherEvent } from './event.js';
import type { Breather } from './scene.js';
import { calmedAfter, withCouple } from '../change.js';
import { parkedAfterBreather, pausedByBreather } from '../listening/evolve.js';
import type { Scene } from '../scene.js';
import type { PersonId } from '../ids.js';

/** The scene after each event of a breather; part of evolve.ts. */
export const breatherEvolvers: Evolvers<BreatherEvent> = {
  breatherTimesShown: unchanged,
  breatherTold: unchanged,
  tipShown: unchanged,
  breatherBegan: (scene, event) =>
    withCouple(scene, event.couple, (couple) => ({
      breather: event.breather,
      resumption: null,
      ...pausedByBreather(couple),
    })),
  breatherSettled: (scene, event) => withBreather(scene, event, () => ({ isSettled: true, until: event.until })),
  breatherLengthened: (scene, event) =>
    withBreather(scene, event, (breather) =>
      event.how === 'longer'
        ? { until: event.until, longer: [...breather.longer, event.by] }
        : { ...rest, since: event.at, until: event.until, extensions: breather.extensions + 1 },
    ),
  breatherHushed: (scene, event) => withBreather(scene, event, ({ hushed }) => ({ hushed: [...hushed, event.person] })),
  breatherLeft: (scene, event) => leave(scene, event.couple, event.person),
  returnAsked: (scene, event) =>
    withBreather(scene, event, () => ({ phase: 'return', since: event.at, until: event.until })),
  cameBackToIt: (scene, event) => withBreather(scene, event, ({ back }) => ({ back: [...back, event.person] })),
  notTodayChosen: (scene, event) =>
    withCouple(
      withBreather(scene, event, ({ back, notToday }) => ({
        back: back.filter((one) => one !== event.person),
        notToday: [...notToday, event.person],
      })),
      event.couple,
      () => ({ resumption: event.resumption }),
    ),
  choiceAsked: (scene, event) =>
    withCouple(
      withBreather(scene, event, () => ({ phase: 'choice', since: event.at, until: event.until })),
      event.couple,
      (couple) => practised(couple, 'breather', event.at),
    ),
  nextChosen: (scene, event) =>
    withBreather(scene, event, ({ choices }) => ({ choices: { ...choices, [event.person]: event.choice } })),
  linesAsked: (scene, event) =>
    withBreather(scene, event, () => ({ phase: 'lines', since: event.at, until: event.until })),
  lineChanged: (scene, event) =>
    withBreather(scene, event, ({ lines }) => ({
      lines: {
        ...Object.fromEntries(Object.entries(lines).filter(([id]) => Number(id) !== event.person)),
        ...(event.line === null ? {} : { [event.person]: event.line }),
      },
    })),
  breatherEnded: (scene, event) => ended(scene, event),
  momentPicked: (scene, event) =>
    withCouple(scene, event.couple, ({ resumption }) =>
      resumption === null
        ? {}
        : { resumption: { ...resumption, picks: { ...resumption.picks, [event.person]: event.at } } },
    ),
  momentAgreed: (scene, event) =>
    withCouple(scene, event.couple, ({ resumption }) =>
      resumption === null ? {} : { resumption: { ...resumption, at: event.at } },
    ),
  momentCame: (scene, event) => withCouple(scene, event.couple, () => ({ resumption: null })),
  resumptionForgotten: (scene, event) => withCouple(scene, event.couple, () => ({ resumption: null })),
};

const rest = { phase: 'rest', back: [], choices: {}, lines: {} } as const;

/** It ends for whoever stops; the other is asked at the hour they were told. */
export function leaveBreather(scene: Scene, person: PersonId): Scene {
  const couple = scene.people[person]?.coupleId ?? null;
  return couple === null ? scene : leave(scene, couple, person);
}

/** For this person it is over. Also when both have left the clock ends it: an early end would tell each of the other. */
function leave(scene: Scene, coupleId: number, person: PersonId): Scene {
  return withCouple(scene, coupleId, ({ breather }) => {
    if (breather === null || breather.freed.includes(person)) return {};
    const back = breather.back.filter((one) => one !== person);
    return { breather: { ...breather, freed: [...breather.freed, person], back } };
  });
}

function ended(scene: Scene, event: EventOf<'breatherEnded'>): Scene {
  const over = withCouple(scene, event.couple, (couple) => ({
    breather: null,
    resumption: event.resumption,
    ...(event.how === 'resumed' ? {} : parkedAfterBreather(couple, event.at)),
  }));
  return calmedAfter(over, event.couple, event.at);
}

function withBreather(
  scene: Scene,
  { couple }: { couple: number },
  change: (breather: Breather) => Partial<Breather>,
): Scene {
  return withCouple(scene, couple, ({ breather }) =>
    breather === null ? {} : { breather: { ...breather, ...change(breather) } },
  );
}
