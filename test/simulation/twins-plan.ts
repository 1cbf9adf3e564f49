import { createChance, type Chance } from './chance.js';
import type { DeedName } from './people/people.js';
import type { Plan, Step } from './plan.js';

/**
 * A couple, the middle of something, one act that somebody may keep to themselves, and all that the other then does to
 * find out. The same days are lived twice: see twins.ts.
 */

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const beginnings = ['2026-10-12T09:00Z', '2026-03-16T09:00Z', '2026-06-01T08:00Z', '2026-12-20T12:00Z'];
/** What is held goes out by itself within this: before it, to say nothing more is not to do nothing. */
const heldMs = 30 * secondMs;

type Drawn = readonly [atMs: number, who: number, deed: DeedName];

/** What the two may be in the middle of; the time is counted from its beginning. */
const situations: readonly ((chance: Chance, pair: readonly [number, number]) => readonly Drawn[])[] = [
  ...[0, 1].map(() => breather),
  ...[0, 1].map(() => listeningRound),
  (chance, pair) => [[0, chance.pick(pair), 'invites to listen']],
  (chance, pair) => [[0, chance.pick(pair), 'asks']],
  ...[0, 1, 2].map(() => settings),
  ...[0, 1, 2, 3, 4].map(() => path),
  ...[0, 1].map(() => book),
  anything,
];

function breather(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const back = (atMs: number): readonly Drawn[] =>
    pair.map((who, index) => [atMs + index * minuteMs, who, 'comes back']);
  const all: readonly Drawn[] = [
    ...(chance.below(2) === 0 ? ([[0, chance.pick(pair), 'asks']] as const) : []),
    [minuteMs, chance.pick(pair), 'calls a breather'],
    ...(chance.below(2) === 0 ? [] : [...back(33 * minuteMs), ...back(36 * minuteMs), ...back(40 * minuteMs)]),
  ];
  return all.slice(0, chance.pick([2, 2, 3, 4, 5, 6, 7]));
}

function listeningRound(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const begun: Drawn = [0, chance.pick(pair), 'listens together'];
  return chance.below(2) === 0 ? [begun] : [begun, [50 * hourMs, chance.pick(pair), 'looks around']];
}

function settings(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const all = pair.map((who, index): Drawn => [index * minuteMs, who, 'opens all settings']);
  return chance.below(4) === 0 ? all : [...all, [3 * minuteMs, chance.pick(pair), 'asks']];
}

/** One is in hand, on its way or given; the observer writes one too. */
function postcards(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const who = chance.pick(pair);
  const deeds: readonly DeedName[] = ['gives a postcard', 'takes a postcard back', 'writes a postcard'];
  return [
    ...(chance.below(2) === 0 ? [] : ([[0, who, chance.pick(deeds)]] as const)),
    ...pair.map((one, index): Drawn => [(5 + index) * minuteMs, one, 'opens all settings']),
  ];
}

/** On the shelf, both on their way, or days into it; with a card or the list on top, so that it can be let rest. */
function path(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const [one, other] = chance.below(2) === 0 ? pair : ([pair[1], pair[0]] as const);
  const all: readonly Drawn[] = [
    [0, one, chance.pick(['wants a path', 'both want a path', 'both want a path'] as const)],
    [100 * minuteMs, one, 'goes on with the path'],
    [2 * hourMs, other, 'answers'],
    [3 * hourMs, one, 'answers'],
    [chance.below(4) * dayMs + 4 * hourMs, other, 'answers'],
    [chance.below(9) * dayMs + 5 * hourMs, other, 'answers'],
  ];
  const begun = all.slice(0, chance.pick([1, 2, 4, 6, 6]));
  const last = Math.max(...begun.map(([at]) => at));
  const looks = pair.map((who): Drawn => [last + hourMs, who, 'looks at the path']);
  return [...begun, ...looks];
}

/** Begun by both, by one or by neither; left in the middle, or with its themes on top, so that it can be sealed or kept. */
function sheet(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const sittings: readonly DeedName[] = [
    'fills in some rows',
    'fills in the rows',
    'fills in the rows',
    'fills in a sheet',
  ];
  const filled = pair.flatMap((who): readonly Drawn[] =>
    chance.below(5) === 0 ? [] : [[(2 + chance.below(50)) * hourMs, who, chance.pick(sittings)]],
  );
  const last = Math.max(hourMs, ...filled.map(([at]) => at));
  const back: readonly Drawn[] =
    chance.below(3) > 0 ? [] : [[last + hourMs, chance.pick(pair), 'goes back on the sheet']];
  return [[0, chance.pick(pair), 'both begin the sheet'], ...filled, ...back];
}

/** On a path of what only both tap: tapped by one, by both or by neither; or opened, with a moment to want. */
function taps(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const all: readonly Drawn[] = [
    [0, chance.pick(pair), 'both want what comes again'],
    [hourMs, pair[0], 'goes on with the path'],
    [hourMs + minuteMs, pair[1], 'goes on with the path'],
    [
      (2 + chance.below(70)) * hourMs,
      chance.pick(pair),
      chance.pick(['taps what they like', 'both tap what they like']),
    ],
    [
      (72 + chance.below(48)) * hourMs,
      chance.pick(pair),
      chance.pick(['taps what they like', 'both tap what they like']),
    ],
    [(120 + chance.below(24)) * hourMs, chance.pick(pair), 'would do it so'],
  ];
  const begun = all.slice(0, chance.pick([3, 4, 5, 6]));
  const last = Math.max(...begun.map(([at]) => at));
  return [...begun, ...pair.map((who): Drawn => [last + 7 * hourMs, who, 'looks around'])];
}

/** A page or two, which one of them or both would keep, and on top a page: it can be kept, taken out or left. */
function book(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const [one, other] = chance.below(2) === 0 ? pair : ([pair[1], pair[0]] as const);
  return [
    [0, one, 'asks'],
    [minuteMs, one, 'answers'],
    [2 * minuteMs, other, 'answers'],
    [10 * minuteMs, one, chance.pick(['would keep a page', 'both would keep a page', 'leafs'] as const)],
    ...pair.map((who): Drawn => [(2 + chance.below(12 * 24)) * hourMs, who, 'leafs']),
  ];
}

const lively: readonly DeedName[] = [
  ...(['answers', 'answers', 'says', 'postpones', 'skips', 'asks', 'takes back', 'thanks', 'reacts'] as const),
  ...(['calls a breather', 'comes back', 'listens together', 'looks at the listening round'] as const),
  ...(['sets something', 'sets something shared', 'taps the newest', 'stops for now', 'looks around'] as const),
];

function anything(chance: Chance, pair: readonly [number, number]): readonly Drawn[] {
  const count = 2 + chance.below(8);
  return Array.from(
    { length: count },
    () => [chance.below(3 * dayMs), chance.pick(pair), chance.pick(lively)] as const,
  );
}

export interface TwinsOptions {
  readonly seed: number;
  readonly steps: number;
}

export function drawTwins({ seed, steps: wanted }: TwinsOptions): Plan {
  const chance = createChance(seed, 'twins');
  const pair = [1000, 1001] as const;
  const [actor, observer] = chance.below(2) === 0 ? pair : ([1001, 1000] as const);
  const deed = (at: number, who: number, name: DeedName): Step => ({
    ...{ at, what: 'deed', who, deed: name },
    n: chance.below(1_000_000),
  });
  // On any day of the week: not every question is put away at the next moment.
  const begunAt = hourMs * (2 + chance.below(150));
  // Apart from the draw, which chooses the same for a seed as ever.
  const drawn = chance.pick(situations);
  const situation = seed % 6 === 2 ? sheet : seed % 6 === 5 ? taps : seed % 4 === 0 ? postcards : drawn;
  const begun = situation(chance, pair).map(([at, who, name]) => deed(begunAt + at, who, name));
  // What is kept to oneself of a sheet lies before its themes, and counts before the sheet is put away.
  const isKept = situation === sheet && createChance(seed, 'kept').below(3) === 0;
  const begunUntil = Math.max(begunAt, ...begun.map(({ at }) => at));
  const middle = isKept ? [...begun, deed(begunUntil + hourMs, actor, 'fills in the rows')] : begun;
  const lastAt = isKept ? begunUntil + hourMs + 2 * minuteMs : begunUntil;
  // Within the very minute, within the hour, or days after.
  const secretAt =
    lastAt + heldMs + Math.floor(chance.next() * chance.pick([minuteMs, 25 * minuteMs, hourMs, 3 * dayMs]));
  const of =
    situation === postcards
      ? chance.pick(['postcards', 'postcards', 'leaving'] as const)
      : situation === taps
        ? chance.pick(['taps', 'taps', 'anything', 'leaving'] as const)
        : situation === sheet
          ? isKept
            ? 'kept'
            : chance.pick(['sheet', 'sheet', 'sheet', 'leaving'] as const)
          : situation === settings
            ? 'settings'
            : situation === path
              ? chance.pick(['paths', 'paths', 'anything', 'leaving'] as const)
              : chance.pick(['anything', 'anything', 'leaving'] as const);
  const looks = drawProbes(
    chance,
    observer,
    of === 'settings' || chance.below(3) === 0,
    Math.max(10, wanted - middle.length - 6),
  );
  const steps: readonly Step[] = [
    deed(0, 1000, 'pairs'),
    deed(5 * minuteMs, 1001, 'pairs'),
    ...pair.map((who, index) => deed((20 + 10 * index) * minuteMs, who, 'answers')),
    ...middle,
    { at: secretAt, what: 'secret', who: actor, of, n: chance.below(chance.pick([9, 25, 1000])) },
    ...(situation === postcards ? [0, 1, 2, 3] : []).map((n): Step => {
      return { at: secretAt + (3 + n) * minuteMs, what: 'probe', who: observer, how: 'postcard', n };
    }),
    ...looks.map((step) => ({ ...step, at: secretAt + step.at })),
  ];
  const ordered = steps.toSorted((one, other) => one.at - other.at);
  return {
    ...{
      seed,
      disk: 'memory',
      theme: 'twins',
      couples: 1,
      errorMs: 0,
      spreadMs: 0,
      storeMs: 0,
      offsetsMs: [0],
      steps: ordered,
    },
    startsAt: Date.parse(chance.pick(beginnings)),
    days: Math.ceil((ordered.at(-1)?.at ?? 0) / dayMs) + 4,
  };
}

/**
 * Every few hours for many days; or in rounds of a few minutes, the first at once, mostly beginning with the very same act,
 * others later or days after.
 */
function drawProbes(chance: Chance, observer: number, isDaily: boolean, count: number): readonly Step[] {
  const steps: Step[] = [];
  const probe = (at: number, how: (Step & { what: 'probe' })['how']) => {
    steps.push({ at, what: 'probe', who: observer, how, n: chance.below(1_000_000) });
  };
  for (let at = 0; isDaily && steps.length < count; at += 20 * minuteMs + Math.floor(chance.next() * 5 * hourMs)) {
    probe(at + 20 * secondMs, chance.pick(['look', 'command', 'tap', 'tap', 'tap', 'tap']));
  }
  for (
    let at = 20 * secondMs;
    steps.length < count;
    at += Math.floor(chance.next() * chance.pick([20 * minuteMs, 9 * hourMs, 2 * dayMs]))
  ) {
    if (chance.below(3) > 0) probe((at += 20 * secondMs), 'the same');
    for (let left = 2 + chance.below(8); left > 0; left -= 1) {
      at += (15 + chance.below(60)) * secondMs;
      probe(at, chance.pick(['look', 'look', 'look', 'command', 'tap', 'tap', 'tap', 'the same', 'forged']));
    }
  }
  return steps;
}
