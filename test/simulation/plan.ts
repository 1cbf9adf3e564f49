import { createChance, type Chance } from './chance.js';
import type { DiskName } from './disk.js';
import type { DeedName } from './people/people.js';
import type { RareTheme } from './rare-plans.js';
import { troubles, type Trouble } from './telegram.js';

/** Everything that will happen to a world, drawn from a seed before it begins: a list, so that it can be shortened. */
export interface Plan {
  readonly seed: number;
  readonly disk: DiskName;
  /** What there is more of than life would bring. */
  readonly theme: Theme | RareTheme | 'twins';
  readonly couples: number;
  readonly startsAt: number;
  /** How wrong the machine's clock is when it is switched on. */
  readonly errorMs: number;
  readonly days: number;
  readonly spreadMs: number;
  /** How long the store may take over one thing. */
  readonly storeMs: number;
  /** How far each process's clock is from the truth: one on a store of its own, or several on one that they share. */
  readonly offsetsMs: readonly number[];
  readonly steps: readonly Step[];
}

/**
 * Among what: all that could be done, one's own settings, what one wants of a path, whether one wants postcards, what one does
 * on a sheet, what one taps where only what both tap opens, or leaving without a word.
 */
export type SecretOf = 'anything' | 'settings' | 'paths' | 'postcards' | 'sheet' | 'kept' | 'taps' | 'leaving';

export type Step =
  | { readonly at: number; readonly what: 'deed'; readonly who: number; readonly deed: DeedName; readonly n: number }
  | {
      readonly at: number;
      readonly what: 'trouble';
      readonly trouble: Trouble;
      readonly forMs: number;
      readonly n: number;
    }
  /** The process dies, so many store and network steps later, and is started again after a while. */
  | {
      readonly at: number;
      readonly what: 'crash' | 'power-cut';
      readonly afterSteps: number;
      /** Rather than by steps: so long after the next batch was given. */
      readonly afterBatchMs: number | null;
      readonly downMs: number;
    }
  /** Whoever leads stands still, as under SIGSTOP, so many store and network steps later, and goes on after a while. */
  | { readonly at: number; readonly what: 'freeze'; readonly afterSteps: number; readonly forMs: number }
  /** Its session with the database ends, so many steps later, and it hears of that after a while. */
  | { readonly at: number; readonly what: 'hand-over'; readonly afterSteps: number; readonly hearsAfterMs: number }
  /** The machine's clock is set: from here on it is so far from the truth. */
  | { readonly at: number; readonly what: 'clock'; readonly errorMs: number }
  /** What somebody may keep to themselves: `n` chooses among all that they could do. In one of two lives they do it. */
  | { readonly at: number; readonly what: 'secret'; readonly who: number; readonly of: SecretOf; readonly n: number }
  /** Something the other does to find out. */
  | {
      readonly at: number;
      readonly what: 'probe';
      readonly who: number;
      /** `postcard`: the n-th thing it takes to give one. */
      readonly how: 'look' | 'command' | 'tap' | 'the same' | 'forged' | 'postcard';
      readonly n: number;
    }
  /** The machine sleeps: people go on, timers do not. */
  | { readonly at: number; readonly what: 'sleep'; readonly forMs: number };

/** Some things meet so seldom that a world has to be about them. */
export const themes = [
  'anything',
  'pairing',
  'reach',
  'rhythm',
  'crashes',
  'years',
  'clock',
  'folds',
  'paths',
  'postcards',
  'book',
] as const;
export type Theme = (typeof themes)[number];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Both clock changes of the northern year, an ordinary time, and the turn of a year. */
const beginnings = ['2026-10-12T09:00Z', '2026-03-16T09:00Z', '2026-06-01T08:00Z', '2026-12-20T12:00Z'];
/** How much one couple does in a day, in the mean: far more than people do, but in the years, which must get somewhere. */
const deedsACoupleDay: Readonly<Record<Theme, number>> = {
  anything: 2,
  pairing: 2,
  reach: 2,
  rhythm: 2,
  crashes: 2,
  years: 0.5,
  clock: 2,
  folds: 2,
  paths: 1.2,
  postcards: 2,
  book: 1,
};
/** A long life has no more to bear than one of so many days. */
const adverseDays = 200;
/** Within which everybody starts. */
const beginningMs = 2 * hourMs;

/** How often people do what: mostly what the bot is for, sometimes anything. */
const habits: readonly (readonly [DeedName, number])[] = [
  ['answers', 26],
  ['answers in two', 5],
  ['answers with a choice', 6],
  ['says', 6],
  ['speaks', 2],
  ['photographs', 1],
  ['edits', 3],
  ['replies', 2],
  ['hearts', 2],
  ['taps the newest', 8],
  ['taps an old one', 4],
  ['taps what is not theirs', 1],
  ['taps twice', 2],
  ['seals', 5],
  ['fills in a sheet', 2],
  ['both tap what they like', 2],
  ['both would do it so', 1],
  ['postpones', 4],
  ['skips', 3],
  ['does not know yet', 2],
  ['tells it live', 1],
  ['opens', 2],
  ['thanks', 4],
  ['reacts', 5],
  ['shares after all', 1],
  ['takes back', 4],
  ['calls a breather', 3],
  ['comes back', 5],
  ['comes back with a line', 2],
  ['looks at the breather', 2],
  ['listens together', 3],
  ['speaks out of turn or in it', 2],
  ['looks at the listening round', 3],
  ['asks', 4],
  ['looks around', 3],
  ['says a word', 1],
  ['sets something', 3],
  ['wants it neutral', 1],
  ['wants it plain again', 1],
  ['unfolds', 6],
  ['unfolds an old one', 1],
  ['unfolds twice', 1],
  ['moves', 1],
  ['sets something shared', 3],
  ['stops for now', 1],
  ['blocks', 1],
  ['guesses', 1],
  ['erases some of it', 1],
  ['sends a sticker', 1],
  ['sends nonsense', 1],
  ['pairs', 3],
  ['wants a path', 2],
  ['both want a path', 2],
  ['goes on with the path', 2],
  ['lets the path rest', 1],
  ['walks a step', 2],
  ['walks on after all', 1],
  ['reads for themselves', 1],
  ['leafs', 2],
  ['would keep a page', 1],
  ['both would keep a page', 1],
  ['takes a page out', 1],
];
/** What ends things: seldom, or nobody would be left. */
const endings: readonly DeedName[] = ['stops', 'unpairs', 'undoes', 'erases', 'floods', 'sends poison', 'starts'];
const endingsAmong = 60;
/** What meets a question that is about to come, or waits its turn to go out. */
const justThen: readonly DeedName[] = ['calls a breather', 'stops for now', 'asks', 'blocks', 'seals'];
const ofTheme: Readonly<Record<Theme, readonly DeedName[]>> = {
  anything: [],
  pairing: ['pairs', 'opens a link that lies about', 'starts', 'undoes', 'unpairs', 'looks around'],
  reach: ['answers', 'answers', 'answers', 'seals and is gone', 'blocks without a word', 'blocks'],
  rhythm: ['wants one a day', 'asks', 'postpones', 'calls a breather'],
  crashes: ['answers', 'pairs', 'erases', 'starts'],
  years: ['answers', 'answers', 'answers', 'answers in two', 'thanks', 'sets something'],
  clock: ['answers', 'calls a breather', 'listens together', 'stops for now', 'starts', 'pairs'],
  folds: [
    'answers',
    'answers',
    'invites and takes it back',
    'looks at the listening round',
    'unfolds an old one',
    'erases some of it',
  ],
  postcards: [
    ...(['gives a postcard', 'gives a postcard', 'gives a postcard', 'takes a postcard back'] as const),
    ...(['answers a postcard', 'answers a postcard', 'writes a postcard', 'gives one as a breather begins'] as const),
    ...(['wants no postcards, or wants them again', 'comes back', 'starts', 'answers'] as const),
  ],
  paths: [
    ...(['answers', 'answers', 'answers', 'answers'] as const),
    ...(['both want a path', 'wants a path', 'goes on with the path', 'goes on with the path'] as const),
    ...(['both fill in a sheet', 'both fill in a sheet', 'fills in a sheet'] as const),
    ...(['walks a step', 'walks a step', 'walks a step', 'reads for themselves'] as const),
    ...(['lets the path rest', 'lets the path rest', 'lets the path rest', 'walks on after all'] as const),
    ...(['comes back', 'calls a breather', 'listens together', 'stops for now'] as const),
    ...(['both would keep what opened', 'both would keep what opened'] as const),
  ],
  book: [
    ...(['answers', 'answers', 'answers', 'answers', 'leafs', 'leafs', 'leafs', 'leafs'] as const),
    ...(['would keep a page', 'both would keep a page', 'both would keep what opened', 'takes a page out'] as const),
    ...(['erases some of it', 'stops for now', 'unpairs', 'pairs', 'pairs'] as const),
  ],
};
const bag = habits.flatMap(([deed, weight]) => Array.from({ length: weight }, () => deed));

export interface PlanOptions {
  readonly seed: number;
  readonly steps: number;
  readonly couples?: number;
  readonly disk?: DiskName;
  readonly theme?: Theme;
  /** How many processes share the store; one when absent. */
  readonly replicas?: number;
}

export function drawPlan(options: PlanOptions): Plan {
  const { seed, steps, couples: wanted, disk = 'memory', theme: given, replicas = 1 } = options;
  const chance = createChance(seed, 'plan');
  const drawn = given ?? chance.pick(['anything', 'anything', ...themes]);
  // There the machine's own clock is set; processes that share a store have one each.
  const theme = replicas > 1 && drawn === 'clock' ? 'anything' : drawn;
  const couples = wanted ?? chance.pick(theme === 'years' ? [1, 2, 4] : [2, 6, 16, 40]);
  const days = Math.max(3, Math.round(steps / (couples * deedsACoupleDay[theme])));
  const startsAt = Date.parse(chance.pick(beginnings));
  const lengthMs = days * dayMs;
  const deeds = Array.from({ length: couples }, (_, couple) => drawBeginning(chance, couple, theme, lengthMs)).flat();
  const partings = theme === 'years' ? drawPartings(chance, couples, lengthMs) : [];
  deeds.push(...partings.flatMap(({ last }) => last ?? []));
  while (deeds.length < steps) {
    const deed = drawDeed(chance, couples, theme, lengthMs);
    if (partings.every((parting) => leavesRoomFor(parting, deed))) deeds.push(deed);
  }
  const plan = {
    seed,
    disk,
    theme,
    couples,
    startsAt,
    errorMs: theme === 'clock' ? chance.pick([0, 0, chance.pick(errors)]) : 0,
    days,
    spreadMs: chance.pick([0, 0, 5, 20]) * minuteMs,
    storeMs: chance.pick([0, 0, 12]),
  };
  const among = createChance(seed, 'replicas');
  const all = [
    ...deeds,
    ...drawAdversity(chance, theme, lengthMs, Math.min(days, adverseDays)),
    ...(theme === 'clock' ? drawClock(chance, lengthMs) : []),
    ...(replicas > 1 ? drawLeaders(among, lengthMs, Math.min(days, adverseDays)) : []),
  ];
  const offsetsMs = Array.from({ length: replicas }, () => (replicas === 1 ? 0 : among.below(2 * offsetMs) - offsetMs));
  return { ...plan, offsetsMs, steps: all.sort((one, other) => one.at - other.at) };
}

interface Parting {
  readonly who: number;
  readonly at: number;
  readonly last: Step | null;
}

/** Of three couples one falls silent for good, and of one somebody leaves without the other, who goes on. */
function drawPartings(chance: Chance, couples: number, lengthMs: number): readonly Parting[] {
  return Array.from({ length: couples }, (_, couple): readonly Parting[] => {
    const at = Math.floor((0.2 + chance.next() * 0.8) * lengthMs);
    const [one, other] = [1000 + 2 * couple, 1001 + 2 * couple];
    const who = chance.pick([one, other]);
    switch (chance.below(3)) {
      case 0:
        return [one, other].map((silent) => ({ who: silent, at, last: null }));
      case 1: {
        const deed = chance.pick(['stops', 'blocks for good'] as const);
        return [{ who, at, last: { at, what: 'deed', who, deed, n: 0 } }];
      }
      default:
        return [];
    }
  }).flat();
}

/** Whoever is gone does nothing more; and nobody ends before what falls silent in the end. */
function leavesRoomFor({ who, at }: Parting, deed: Step & { what: 'deed' }): boolean {
  if (deed.who === who && deed.at >= at) return false;
  const isOfCouple = deed.who === who || deed.who === (who ^ 1);
  return !isOfCouple || !endings.includes(deed.deed);
}

/** One of the two begins, the other follows; where it is about pairing, perhaps after the invite's life. */
function drawBeginning(chance: Chance, couple: number, theme: Theme, lengthMs: number): readonly Step[] {
  const at = Math.floor(chance.next() * Math.min(beginningMs, lengthMs / 10));
  const isLate = theme === 'pairing' && chance.below(2) === 0;
  const delayMs = isLate
    ? Math.floor(chance.next() * Math.min(12 * dayMs, lengthMs))
    : minuteMs * (1 + chance.below(200));
  const [one, other] = [1000 + 2 * couple, 1001 + 2 * couple];
  const pairs = { what: 'deed', deed: 'pairs', n: 0 } as const;
  const neutral = { what: 'deed', deed: 'wants it neutral', n: 0, at: at + delayMs + hourMs } as const;
  const daily = { what: 'deed', deed: 'wants one a day', n: 0, at: at + delayMs + hourMs } as const;
  return [
    { ...pairs, at, who: one },
    { ...pairs, at: at + delayMs, who: other },
    ...(theme === 'rhythm' ? [one, other].map((who) => ({ ...daily, who })) : []),
    ...(theme === 'folds' ? [one, other].map((who) => ({ ...neutral, who })) : []),
  ];
}

/** Mostly in the evening, sometimes at any hour; now and then at the very minute that questions come. */
function drawDeed(chance: Chance, couples: number, theme: Theme, lengthMs: number): Step & { what: 'deed' } {
  const day = Math.floor(chance.next() * (lengthMs / dayMs)) * dayMs;
  const anyHour = chance.next();
  const at =
    anyHour < 0.55
      ? day + (8 + chance.next() * 5) * hourMs
      : anyHour < 0.65
        ? day + 10 * hourMs + chance.below(100) * 10_000 - 40_000
        : Math.floor(chance.next() * lengthMs);
  const who = 1000 + chance.below(couples * 2);
  const isJustThen = anyHour >= 0.55 && anyHour < 0.6;
  return {
    at: Math.floor(at),
    what: 'deed',
    who,
    deed: drawWhat(chance, theme, isJustThen),
    n: chance.below(1_000_000),
  };
}

function drawWhat(chance: Chance, theme: Theme, isJustThen: boolean): DeedName {
  if (chance.below(endingsAmong) === 0) return chance.pick(endings);
  if (isJustThen) return chance.pick(justThen);
  const themed = ofTheme[theme];
  const themedOfThree = theme === 'years' || theme === 'paths' ? 2 : 1;
  return themed.length > 0 && chance.below(3) < themedOfThree ? chance.pick(themed) : chance.pick(bag);
}

const minutesAhead = [3 / 60, 0.5, 2, 7, 45];
const hoursAhead = [1, 2, 3, 5, 11, 20];
const daysAhead = [1, 2, 6, 25];
/** Whoever has no clock of their own starts at the beginning of all clocks, or when the bot was built. */
const errors = [-hourMs, 2 * hourMs, -3 * dayMs, -200 * dayMs, -56 * 365 * dayMs, 366 * dayMs];

/** Every day or two the clock is set wrong, by seconds or by a year, and right again after a while; at times it stays so. */
function drawClock(chance: Chance, lengthMs: number): readonly Step[] {
  const steps: Step[] = [];
  // What is wrong at the start is right within the day.
  let at = chance.below(20 * hourMs);
  steps.push({ at, what: 'clock', errorMs: 0 });
  for (;;) {
    at += hourMs * (2 + chance.below(46));
    if (at >= lengthMs) return steps;
    const sizes = chance.pick([
      minutesAhead.map((minutes) => minutes * minuteMs),
      hoursAhead.map((hours) => hours * hourMs),
      daysAhead.map((days) => days * dayMs),
      [40 * dayMs, 366 * dayMs],
    ]);
    steps.push({ at, what: 'clock', errorMs: chance.pick([1, -1]) * chance.pick(sizes) });
    // A year that stays is believed in the end, and must be: one that is a mistake is noticed within the day.
    at += chance.pick([20_000, 10 * minuteMs, 3 * hourMs, 20 * hourMs]);
    steps.push({ at, what: 'clock', errorMs: 0 });
    // Or the machine was off meanwhile.
    if (chance.below(4) === 0) {
      const downMs = chance.pick([1000, 600_000, 5 * hourMs]);
      steps.push({ at: at - 1, what: 'crash', afterSteps: 0, afterBatchMs: null, downMs });
    }
  }
}

/** Further apart than this two machines are not ready to work beside each other. */
const offsetMs = 1_000;

/** Three times a day, at any step, the lead goes to another, or whoever has it stands still. */
function drawLeaders(chance: Chance, lengthMs: number, days: number): readonly Step[] {
  return Array.from({ length: 3 * days }, (_, index): Step => {
    const at = Math.floor(chance.next() * lengthMs);
    const afterSteps = chance.below(60);
    if (index % 2 === 0) return { at, what: 'hand-over', afterSteps, hearsAfterMs: chance.pick([0, 10, 300, 4000]) };
    const forMs = chance.pick([500, 3_900, 4_100, 6_000, 30_000, 10 * minuteMs, 5 * hourMs]);
    return { at, what: 'freeze', afterSteps, forMs };
  });
}

/** A quarter of the worlds have an easy time of it; in the others something is the matter every few days. */
function drawAdversity(chance: Chance, theme: Theme, lengthMs: number, days: number): readonly Step[] {
  // A path is long, and what the oracle knows of its days it knows in calm ones.
  const calmOf = theme === 'paths' ? 2 : 4;
  if (theme !== 'crashes' && theme !== 'rhythm' && chance.below(calmOf) === 0) return [];
  const steps: Step[] = [];
  const moment = () => Math.floor(chance.next() * lengthMs);
  for (let count = 0; count < Math.max(8, days / 2); count += 1) {
    // Where it is about the rhythm, long enough for the next question to be there when it ends.
    const isOutage = theme === 'rhythm' && chance.below(4) === 0;
    const isLong = chance.below(4) === 0;
    const forMs = isLong ? hourMs * (1 + chance.below(30)) : minuteMs * (1 + chance.below(40));
    steps.push({
      at: moment(),
      what: 'trouble',
      trouble: isOutage ? 'outage' : chance.pick(troubles),
      forMs: isOutage ? hourMs * (20 + chance.below(40)) : forMs,
      n: chance.below(1_000_000),
    });
  }
  const crashes = Math.max(5, days / 3) * (theme === 'crashes' ? 8 : 1);
  for (let count = 0; count < crashes; count += 1) {
    const what = chance.below(3) === 0 ? 'power-cut' : 'crash';
    const isLong = chance.below(6) === 0 && theme !== 'crashes';
    const downMs = isLong ? hourMs * (1 + chance.below(60)) : chance.pick([1000, 20_000, 600_000]);
    const afterBatchMs = chance.below(3) === 0 ? chance.below(24) : null;
    // Half of many crashes come while people begin, when all that is written is new.
    const isEarly = theme === 'crashes' && chance.below(2) === 0;
    const at = isEarly ? Math.floor(chance.next() * Math.min(beginningMs, lengthMs / 10)) : moment();
    steps.push({ at, what, afterSteps: chance.below(60), afterBatchMs, downMs });
  }
  for (let count = 0; count < days / 12; count += 1) {
    steps.push({ at: moment(), what: 'sleep', forMs: hourMs * (1 + chance.below(40)) });
  }
  return steps;
}
