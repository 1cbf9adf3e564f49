import { expect, test } from 'vitest';
import type { PathPlan } from '../../src/core/path/plan.js';
import type { Language } from '../../src/core/round/scenario.js';
import { hasNoAnswer } from '../../src/core/path/steps.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { createLife, somebody, type Life, type Sight } from './life.js';
import { createOracle, type Oracle } from './oracle/oracle.js';
import { openedIn } from './oracle/overlaps.js';
import { createReader } from './oracle/reading.js';
import { codeOf, minuteMs, secondMs, text, press, type Somebody } from './people/hands.js';
import { answersForADay, practises, walksForADay, wantsPath } from './people/whole-path.js';

/**
 * Every path that ships is walked to its end, by a couple each, all of them at once in one bot: what is asked there is
 * answered, whatever it is. Which paths and steps there are is read from the files, so that a new one is walked as well.
 */

const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Deep steps have something light between them, and open a day later: the longest path takes some three weeks. */
const daysAtMost = 30;

const { paths, scenarios } = loadScenarios({ shipped: shippedDirectory });
const reader = createReader();

interface Walk {
  readonly plan: PathPlan;
  readonly pair: readonly [Somebody, Somebody];
}

/** Each path has a couple of its own; every third of them speaks English. */
const walks: readonly Walk[] = [...paths.values()].map((plan, index) => ({
  plan,
  pair: [somebody(1000 + 2 * index), somebody(1001 + 2 * index)],
}));

test('every step of every path that ships comes to both, opens to both, and the path ends', async () => {
  // A Monday, ten in the morning where they live.
  const startsAt = Date.parse('2026-06-01T08:00Z');
  const oracles: Oracle[] = [];
  const life = await createLife({
    seed: 27,
    startsAt,
    lookOn: (clock) => {
      const oracle = createOracle(clock);
      oracles.push(oracle);
      return oracle;
    },
  });
  const days = await walkAll(life);
  const missed = walks.flatMap((walk) => missedOf(life, walk));
  await life.end();
  expect(oracles.map((oracle) => oracle.breach())).toEqual([null]);
  expect(missed).toEqual([]);
  expect(days).toBeLessThan(daysAtMost);
});

/** A day to begin and to practise, then day by day until all are through; how many that took. */
async function walkAll(life: Life): Promise<number> {
  const { hands } = life;
  for (const { pair } of walks) {
    begins(life, pair);
    hands.timeline.after(30 * minuteMs, () => {
      practises(hands, ...pair);
    });
    answersForADay(hands, ...pair);
  }
  await life.run(dayMs);
  for (const { pair, plan } of walks) wantsPath(hands, ...pair, plan.id);
  for (let day = 1; day < daysAtMost; day += 1) {
    const left = walks.filter((walk) => !walk.pair.every((who) => hasEnded(life, walk, who)));
    if (left.length === 0) return day;
    for (const { pair, plan } of left) walksForADay(hands, ...pair, plan.id);
    await life.run((day + 1) * dayMs);
  }
  return daysAtMost;
}

function begins({ hands }: Life, [one, other]: Walk['pair']): void {
  const agrees = (who: Somebody) => {
    press(hands, who, 'agree');
    press(hands, who, 'pairUp');
  };
  const acts = [
    () => {
      text(hands, one, '/start');
    },
    () => {
      agrees(one);
    },
    () => {
      text(hands, other, `/start ${codeOf(hands.telegram.phoneOf(one.id)) ?? ''}`);
    },
    () => {
      agrees(other);
    },
  ];
  for (const [index, act] of acts.entries()) hands.timeline.after(index * 30 * secondMs, act);
}

const headOf = ({ plan }: Walk, step: PathPlan['steps'][number], language: Language) =>
  `${plan.title[language]} · ${step.title[language]}`;
const firstLine = ({ text: said }: Sight) => said.split('\n', 1)[0] ?? '';

/** «Dit was De dans», in each one's language. */
function hasEnded(life: Life, { plan }: Walk, { id, language }: Somebody): boolean {
  const end = `${language === 'nl' ? 'Dit was' : 'That was'} ${plan.title[language]}.`;
  return life.seenBy(id).some(({ text: said }) => said.startsWith(end));
}

/** Whatever of a path did not come to one of the two, or did not open to them, by name. */
function missedOf(life: Life, walk: Walk): readonly string[] {
  const { plan, pair } = walk;
  return pair.flatMap((who) => {
    const seen = life.seenBy(who.id);
    const steps = plan.steps.flatMap((step) => {
      const name = `${plan.id}/${step.id} to ${who.name}`;
      const shown = seen.filter((sight) => firstLine(sight) === headOf(walk, step, who.language));
      if (shown.length === 0) return [`${name}: did not come`];
      const scenario = scenarios.get(step.scenario);
      if (scenario !== undefined && hasNoAnswer(scenario)) return [];
      const rounds = shown.flatMap(({ buttons }) =>
        buttons.flatMap((data) => /^(?:else|later):(\w+)/.exec(data)?.[1] ?? []),
      );
      return seen.some((sight) => isOpened(sight, rounds)) ? [] : [`${name}: did not open`];
    });
    return hasEnded(life, walk, who) ? steps : [...steps, `${plan.id} to ${who.name}: did not end`];
  });
}

/** What opened names its round on a button. */
function isOpened(sight: Sight, rounds: readonly string[]): boolean {
  const isOfRound = sight.buttons.some((data) => rounds.includes(data.split(':')[1] ?? ''));
  const isOpen =
    reader.kindOf(sight) === 'revealed' ||
    openedIn(sight.text) !== null ||
    sight.buttons.some((data) => data.startsWith('leafSheet:'));
  return isOfRound && isOpen;
}
