import { createChance, type Chance } from './chance.js';
import type { DiskName } from './disk.js';
import type { DeedName } from './people/people.js';
import type { Plan, Step } from './plan.js';
import { troubles } from './telegram.js';

/**
 * Worlds about what a life drawn by chance hardly ever meets: half a year of silence to its very day, lines that tell
 * nothing at the moment when what lies in them comes or goes, a sheet that two fill in over days, weeks of something that
 * two do again and again, and words whose order of tapping counts.
 */
export const rareThemes = ['absence', 'covers', 'sheets', 'rituals', 'ranks'] as const;
export type RareTheme = (typeof rareThemes)[number];

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const beginnings = ['2026-10-12T09:00Z', '2026-03-16T09:00Z', '2026-06-01T08:00Z', '2026-12-20T12:00Z'];

interface RareOptions {
  readonly seed: number;
  readonly steps: number;
  readonly disk: DiskName;
  readonly theme: RareTheme;
}

type Drawn = readonly [atMs: number, who: number, deed: DeedName];
type Pair = readonly [number, number];

export function drawRare({ seed, steps: wanted, disk, theme }: RareOptions): Plan {
  const chance = createChance(seed, theme);
  const couples = Math.max(1, Math.min(8, Math.round(wanted / 50)));
  const startsAt = Date.parse(chance.pick(beginnings));
  const pairs = Array.from({ length: couples }, (_, couple): Pair => [1000 + 2 * couple, 1001 + 2 * couple]);
  const drawn = pairs.flatMap((pair) => [...beginning(chance, pair), ...stories[theme](chance, pair)]);
  const deeds = drawn.map(([at, who, deed]): Step => {
    return { at: Math.floor(at), what: 'deed', who, deed, n: chance.below(1_000_000) };
  });
  const steps = [...deeds, ...adversity[theme](chance)].sort((one, other) => one.at - other.at);
  return {
    ...{ seed, disk, theme, couples, startsAt, errorMs: 0, storeMs: 0, offsetsMs: [0], steps },
    spreadMs: chance.pick([0, 0, 5, 20]) * minuteMs,
    days: daysOf[theme],
  };
}

function beginning(chance: Chance, [one, other]: Pair): readonly Drawn[] {
  const at = chance.below(hourMs);
  return [
    [at, one, 'pairs'],
    [at + minuteMs * (1 + chance.below(100)), other, 'pairs'],
  ];
}

const stories: Readonly<Record<RareTheme, (chance: Chance, pair: Pair) => readonly Drawn[]>> = {
  absence: (chance, pair) => {
    const lastDay = 3 + chance.below(20);
    const early = Array.from({ length: 12 }, (): Drawn => {
      const at = (1 + chance.below(lastDay)) * dayMs + chance.below(12 * hourMs);
      return [at, chance.pick(pair), chance.pick(['answers', 'answers', 'says', 'thanks', 'reacts', 'skips'])];
    });
    return [...early, ...chance.pick(absences)(chance, pair, (lastDay + 2) * dayMs)];
  },
  covers: (chance, pair) => {
    const evenings = Array.from({ length: coveredDays - 2 }, (_, day) =>
      chance.pick(covers)(chance, pair, (day + 1) * dayMs),
    );
    return [...pair.map((who, index): Drawn => [(4 + index) * hourMs, who, 'wants it neutral']), ...evenings.flat()];
  },
  sheets: (chance, pair) => {
    const both = ([...(chance.below(2) === 0 ? pair : pair.toReversed())] as const).flatMap((who) =>
      sittings(chance, who),
    );
    return [[3 * hourMs, chance.pick(pair), 'both begin the sheet'], ...both];
  },
  ranks: ranked,
  rituals: (chance, pair) => {
    const at = (day: number) => day * dayMs + 3 * hourMs + chance.below(12 * hourMs);
    const days = Array.from({ length: ritualDays - 1 }, (_, day) => day);
    return [
      [3 * hourMs, chance.pick(pair), 'both want what comes again'],
      ...days.flatMap((day): readonly Drawn[] => [
        [
          at(day),
          chance.pick(pair),
          chance.pick(['both tap what they like', 'both tap what they like', 'taps what they like']),
        ],
        [at(day), chance.pick(pair), chance.pick(['both would do it so', 'would do it so'])],
        [at(day), chance.pick(pair), chance.pick(besides)],
      ]),
    ];
  },
};

/** A step a day: the one whose order counts among them, and it is tapped on more than one day until it opens. */
function ranked(chance: Chance, pair: Pair): readonly Drawn[] {
  const days = Array.from({ length: rankedDays - 1 }, (_, day) => day);
  return [
    [2 * hourMs, chance.pick(pair), 'both want to rank'],
    ...days.flatMap((day): readonly Drawn[] => {
      const at = (day + 1) * dayMs;
      return [
        [at, chance.pick(pair), 'goes a step further'],
        [at + (10 + chance.below(60)) * minuteMs, chance.pick(pair), 'both rank what matters'],
        ...pair.map((who, index): Drawn => [at + (5 + index) * hourMs, who, 'answers']),
        [
          at + 8 * hourMs,
          chance.pick(pair),
          chance.pick(['leafs', 'thanks', 'looks at the path', 'takes back', 'says']),
        ],
      ];
    }),
  ];
}

/** Some rows today, some on another day; back a few, all of it after all; and much else in between. */
function sittings(chance: Chance, who: number): readonly Drawn[] {
  const at = (day: number) => day * dayMs + 4 * hourMs + chance.below(9 * hourMs);
  const some = Array.from({ length: 2 + chance.below(3) }, (): Drawn => {
    const how = ['fills in some rows', 'fills in some rows', 'goes back on the sheet', 'fills in a sheet'] as const;
    return [at(chance.below(5)), who, chance.pick(how)];
  });
  const between = Array.from({ length: 2 }, (): Drawn => [at(chance.below(sheetDays)), who, chance.pick(meanwhile)]);
  const last = 3 + chance.below(3);
  // What was sealed and erased may be tried once more.
  const erased: readonly Drawn[] = chance.below(4) > 0 ? [] : [[at(last + 2), who, 'erases some of it']];
  const end: readonly Drawn[] = [
    ...[last, last + 1, last + 3, last + 4].map((day): Drawn => [at(day), who, 'fills in a sheet']),
    ...erased,
    [at(sheetDays - 2), who, 'takes all that is kept'],
    [at(sheetDays - 1), who, 'leafs through the sheet'],
  ];
  return [...some, ...between, ...end];
}

const meanwhile: readonly DeedName[] = [
  ...(['answers', 'answers', 'says', 'edits', 'takes back', 'taps an old one', 'looks at the path'] as const),
  ...(['keeps it to themselves', 'erases some of it', 'lets the path rest', 'calls a breather'] as const),
  ...(['stops for now', 'taps twice', 'leafs', 'takes all that is kept', 'seals'] as const),
];

const besides: readonly DeedName[] = [
  ...(['answers', 'answers', 'asks', 'leafs', 'both would keep a page', 'takes a page out', 'taps twice'] as const),
  ...(['wants no reminder, or one again', 'wants no reminder, or one again', 'calls a breather', 'skips'] as const),
  ...(['stops for now', 'erases some of it', 'takes all that is kept', 'sets something', 'says'] as const),
];

type Absence = (chance: Chance, pair: Pair, at: number) => readonly Drawn[];

const absences: readonly Absence[] = [
  // Both are silent for good.
  (chance, pair, at) => [[at + chance.below(6 * hourMs), chance.pick(pair), 'says']],
  // One comes back on or about a day that counts.
  (chance, pair, at) => {
    const day = chance.pick([150, 182, 183, 184, 200, 212, 213, 214, 215, 222]);
    const back = at + day * dayMs + chance.below(14 * hourMs);
    const who = chance.pick(pair);
    return [
      [at, who, 'says'],
      [back, who, chance.pick(['starts', 'says', 'looks around'])],
    ];
  },
  // One leaves without a word, or says nothing any more; the other is there all the time.
  ...(['stops', 'stops', 'blocks for good', 'says'] as const).map((how): Absence => {
    return (chance, pair, at) => {
      const who = chance.pick(pair);
      const other = pair[0] === who ? pair[1] : pair[0];
      const visits = Array.from({ length: 50 }, (_, index): Drawn => {
        const visit = at + (1 + index * 5) * dayMs + chance.below(14 * hourMs);
        return [visit, other, chance.pick(['starts', 'looks around', 'answers', 'asks', 'taps the newest'])];
      });
      return [[at, who, how], ...visits];
    };
  }),
];

const coveredDays = 12;
const sheetDays = 12;
const ritualDays = 45;
const rankedDays = 9;
const daysOf: Readonly<Record<RareTheme, number>> = {
  absence: 260,
  covers: coveredDays,
  sheets: sheetDays,
  rituals: ritualDays,
  ranks: rankedDays,
};
/** In Amsterdam, since all that is lived here begins at about ten in the morning there. */
const evening = 9 * hourMs;
const night = 15 * hourMs;

const covers: readonly Absence[] = [
  // What the evening's outage made late waits for the morning, and is covered meanwhile.
  (chance, pair, at) => {
    const who = chance.pick(pair);
    return [
      [at + 5 * hourMs, who, 'wants it plain again'],
      [at + night + chance.below(3 * hourMs), who, 'wants it neutral'],
    ];
  },
  // What opened lies covered, and the chat is cleared with a finger on it.
  (chance, pair, at) => {
    const [one, other] = chance.below(2) === 0 ? pair : [pair[1], pair[0]];
    return [
      [at + minuteMs, one, 'asks'],
      [at + 5 * minuteMs, one, 'answers'],
      [at + 10 * minuteMs, other, 'answers'],
      [at + 20 * minuteMs, one, 'reacts'],
      [at + 30 * minuteMs, other, 'reacts'],
      [at + hourMs + chance.below(hourMs), one, 'clears the chat with a finger on a line'],
      [at + hourMs + chance.below(hourMs), other, 'clears the chat with a finger on a line'],
    ];
  },
  (chance, pair, at) => [[at + chance.below(8 * hourMs), chance.pick(pair), 'invites and takes it back']],
  (chance, pair, at) => [[at + chance.below(8 * hourMs), chance.pick(pair), 'taps the line of help too late']],
];

const adversity: Readonly<Record<RareTheme, (chance: Chance) => readonly Step[]>> = {
  absence: (chance) =>
    chance.below(3) > 0
      ? []
      : Array.from({ length: 12 }, (): Step => {
          const at = Math.floor(chance.next() * 250 * dayMs);
          return { at, what: 'crash', afterSteps: chance.below(60), afterBatchMs: null, downMs: hourMs };
        }),
  covers: (chance) =>
    Array.from({ length: coveredDays }, (_, day): Step => {
      const at = day * dayMs + evening + chance.below(hourMs);
      return { at, what: 'trouble', trouble: 'outage', forMs: 4 * hourMs, n: chance.below(1_000_000) };
    }),
  ranks: () => [],
  rituals: (chance) =>
    chance.below(2) > 0
      ? []
      : Array.from({ length: 15 }, (): Step => {
          const at = Math.floor(chance.next() * ritualDays * dayMs);
          return { at, what: 'crash', afterSteps: chance.below(60), afterBatchMs: null, downMs: hourMs };
        }),
  sheets: (chance) =>
    chance.below(2) > 0
      ? []
      : Array.from({ length: sheetDays }, (_, day): Step => {
          const at = day * dayMs + 4 * hourMs + chance.below(9 * hourMs);
          if (chance.below(2) === 0)
            return { at, what: 'crash', afterSteps: chance.below(60), afterBatchMs: null, downMs: 20_000 };
          const trouble = chance.pick(troubles);
          return { at, what: 'trouble', trouble, forMs: chance.below(3 * hourMs), n: chance.below(1_000_000) };
        }),
};
