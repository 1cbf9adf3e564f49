import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isOf, type ButtonName } from '../../src/core/buttons.js';
import { decodeButton, encodeButton } from '../../src/telegram/keyboard.js';
import { leavesAlone, tellsOf, type Tells } from '../support/tells.js';
import { isReminder, openedIn } from './oracle/overlaps.js';
import { createReader } from './oracle/reading.js';
import { createLife, somebody, type Sight } from './life.js';
import {
  buttonsOf,
  commandOf,
  forging,
  looking,
  sameAs,
  secretsOf,
  tapping,
  type Doable,
} from './people/everything.js';
import { press, sayWord, text, type Hands, type Somebody } from './people/hands.js';
import { perform } from './people/people.js';
import type { Plan, Step } from './plan.js';
import type { Update } from './telegram.js';
import type { Timeline } from './timeline.js';
import type { Report, Witness } from './world.js';

/**
 * The same days lived twice, one secret act apart, and one phone compared: every text, button, millisecond and sound, and
 * every answer to what its owner does to find out, files included.
 */

interface Lived {
  readonly secret: Doable | null;
  readonly tells: Tells | null;
  readonly seen: readonly Sight[];
  /** When the observer did something. */
  readonly didAt: readonly number[];
  readonly secretAt: number;
  /** Words of whoever keeps something to themselves. */
  readonly theirs: RegExp;
}

export async function liveTwice(plan: Plan, witness?: Witness): Promise<Report> {
  const cpuBefore = process.cpuUsage();
  const silent = await lived(plan, false, witness);
  const told = await lived(plan, true, witness);
  const { user, system } = process.cpuUsage(cpuBefore);
  const lines = [...silent.seen, ...told.seen].map(({ at, method, text, buttons }) => [at, method, text, buttons]);
  const hash = createHash('sha256').update(JSON.stringify(lines)).digest('hex');
  const deliveries = silent.seen.length + told.seen.length;
  const counts = { updates: silent.didAt.length, calls: deliveries, deliveries, starts: 2, reveals: 0, prompts: 0 };
  return { breach: compared(plan, silent, told), hash, counts, cpuMs: (user + system) / 1000 };
}

function compared(plan: Plan, silent: Lived, told: Lived): Report['breach'] {
  const secret = plan.steps.find((step) => step.what === 'secret');
  const until = untilShared(silent, told);
  if (secret === undefined || until === null || tookBackWish(silent, told)) return null;
  const [one, other] = [silent, told].map(({ seen }) => seen.filter(({ at }) => at < until));
  const count = Math.max(one?.length ?? 0, other?.length ?? 0);
  for (let index = 0; index < count; index += 1) {
    const [mine, theirs] = [one?.[index], other?.[index]];
    if (isDeepStrictEqual(mine, theirs)) continue;
    const what = `${String(secret.who)} ${told.secret?.name ?? ''}: «${brief(theirs)}» instead of «${brief(mine)}»`;
    const at = plan.startsAt + Math.min(mine?.at ?? Infinity, theirs?.at ?? Infinity);
    return { promise: '6', what, at, people: [secret.who ^ 1] };
  }
  return null;
}

/** What both tapped, or both wanted, in one of the lives alone, is told there: up to then the two are alike. */
function untilShared(silent: Lived, told: Lived): number | null {
  const until = comparedUntil(silent, told);
  const [one, other] = [silent, told].map(({ seen }) =>
    seen.flatMap((sight) => (isShared(sight, silent.tells) ? [{ at: sight.at, text: sight.text }] : [])),
  );
  const length = Math.max(one?.length ?? 0, other?.length ?? 0);
  const first = Array.from({ length }, (_, index) => index).find(
    (index) => !isDeepStrictEqual(one?.[index], other?.[index]),
  );
  if (until === null || first === undefined) return until;
  return Math.min(until, one?.[first]?.at ?? Infinity, other?.[first]?.at ?? Infinity);
}

/** With its page a ritual goes, and so do its reminders. */
function isShared(sight: Lived['seen'][number], tells: Lived['tells']): boolean {
  if (openedIn(sight.text) !== null || reader.kindOf(sight) === 'ritualAgreed') return true;
  return (tells === 'a page' || tells === 'what it takes back, and pages') && isReminder(sight.text);
}

/**
 * Null where there is nothing to compare: the other had answered first, and the act opens it at once; or something opened
 * by itself that the act may have taken back.
 */
function comparedUntil(silent: Lived, told: Lived): number | null {
  switch (silent.tells) {
    case 'what it takes back':
    case 'what it takes back, and pages':
      return silent.seen.some(({ at, text }) => at >= silent.secretAt && silent.theirs.test(text)) ? null : Infinity;
    case 'the next question':
      return Math.min(...[silent, told].map(nextQuestionAt));
    case 'when both':
      return atOnce(told) > atOnce(silent) ? null : Infinity;
    case 'the end, at an hour of its own':
      return Math.min(
        ...told.seen.flatMap((sight) => (reader.kindOf(sight) === 'unpaired' ? [sight.at] : [])),
        Infinity,
      );
    case 'a page':
    case 'how long is kept':
    case 'the end of a breather':
    case 'at once':
    case null:
      return Infinity;
  }
}

/** A stop or an erasure takes back what its sender wanted: what both would have been told is then told to nobody. */
function tookBackWish(silent: Lived, told: Lived): boolean {
  const isMatched = ({ seen, secretAt }: Lived) =>
    seen.some((sight) => sight.at >= secretAt && ['pathMatched', 'pageKept'].includes(reader.kindOf(sight) ?? ''));
  const { what } = told.secret ?? {};
  const name = typeof what === 'string' ? what : what?.name;
  const takesBack = [
    'dropPath',
    'dropKeep',
    'removePageNow',
    'stop',
    'staySilent',
    'eraseNow',
    'unpairLater',
    'block',
  ].includes(name ?? '');
  return takesBack && isMatched(silent) && !isMatched(told);
}

function atOnce({ seen, secretAt }: Lived): number {
  return seen.filter(({ at }) => at >= secretAt && at < secretAt + atOnceMs).length;
}

/**
 * The first thing that comes by itself, a question that was not there before, or the word that one is put away for the
 * next: an hour that is set so that it has just been brings them at once.
 */
function nextQuestionAt({ seen, didAt, secretAt }: Lived): number {
  const known = new Set<string>();
  for (const { at, method, text, buttons } of seen) {
    const rounds = buttons.flatMap((data) => /^(?:later|openPrompt):(\w+)/.exec(data)?.[1] ?? []);
    const isNew = rounds.some((round) => !known.has(round));
    for (const round of rounds) known.add(round);
    if (at < secretAt || !method.startsWith('send')) continue;
    const isUnasked = !didAt.some((did) => did <= at && at - did < unaskedMs);
    // A folded line may be a question.
    const isTold = ['rested', 'unopened'].includes(reader.kindOf({ text }) ?? '');
    if (isNew || isTold || (isUnasked && rounds.length === 0)) return at;
  }
  return Infinity;
}

const reader = createReader();
const unaskedMs = 60_000;
/** Before the other does anything. */
const atOnceMs = 10_000;

function brief(sight: Sight | undefined): string {
  return sight === undefined
    ? 'nothing'
    : `${sight.method}: ${sight.text.slice(0, 60)} ${sight.buttons.join(' ').slice(0, 60)}`.trim();
}

async function lived(plan: Plan, isTold: boolean, witness?: Witness): Promise<Lived> {
  const answered = new Map<number, Set<string>>();
  const handed = (update: Update) => {
    noteAnswer(answered, update);
  };
  const life = await createLife({ seed: plan.seed, startsAt: plan.startsAt, lookOn: () => ({ handed }) });
  // What was begun before the secret act is left at that: from then on the one is silent and the other tries to find out.
  let isBegun = false;
  const { timeline } = life.hands;
  const after: Timeline['after'] = (delayMs, run) =>
    timeline.after(delayMs, () => {
      if (!isBegun) run();
    });
  const hands: Hands = { ...life.hands, timeline: { ...timeline, after } };
  const secretStep = plan.steps.find((step) => step.what === 'secret');
  const actor = somebody(secretStep?.who ?? 1000);
  const observer = somebody(actor.partner);
  let secret: Doable | null = null;
  let tells: Tells | null = null;
  const didAt: number[] = [];
  const act = (step: Step) => {
    switch (step.what) {
      case 'deed':
        perform(hands, step.who, step.deed, step.n);
        return;
      case 'secret': {
        isBegun = true;
        secret = secretOf(hands, actor, isWaiting(answered, observer, actor), step);
        // Whatever is done after an answer may take it back.
        tells =
          secret === null
            ? null
            : (tellsOf(secret.what) ?? (isWaiting(answered, actor, observer) ? 'what it takes back' : null));
        witness?.(`${String(actor.id)} ${isTold ? (secret?.name ?? 'nothing') : 'keeps still'}\n`);
        if (isTold) secret?.by(hands, actor);
        return;
      }
      case 'probe': {
        const found = probing(hands, observer, step, secret);
        if (found === null || leavesAlone(tells, found.what)) return;
        didAt.push(step.at);
        witness?.(`${String(observer.id)} ${found.name}\n`);
        found.by(hands, observer);
        return;
      }
      case 'trouble':
      case 'crash':
      case 'power-cut':
      case 'clock':
      case 'sleep':
      case 'freeze':
      case 'hand-over':
        throw new Error('two lives have no trouble in common');
    }
  };
  for (const step of plan.steps) {
    timeline.after(step.at, () => {
      act(step);
    });
  }
  await life.run(plan.days * 24 * 3_600_000);
  await life.end();
  const theirs = new RegExp(`w${String(actor.id)}x`);
  return { secret, tells, seen: life.seenBy(observer.id), didAt, secretAt: secretStep?.at ?? 0, theirs };
}

/** What only a sheet has; putting a question off or skipping it is an act wherever there is one. */
const onSheet: readonly ButtonName[] = [
  ...(['fillIn', 'row', 'rowPass', 'rowBack', 'toggleLine', 'sealChosen', 'keepToMyself'] as const),
];

const onTaps: readonly ButtonName[] = [
  ...([
    'pick',
    'group',
    'seal',
    'restart',
    'later',
    'skip',
    'else',
    'ritualYes',
    'ritualQuiet',
    'ritualRemind',
  ] as const),
];

function secretOf(hands: Hands, actor: Somebody, isLate: boolean, { of, n }: Step & { what: 'secret' }): Doable | null {
  const all = secretsOf(hands, actor, (tells) => tells === 'at once' || (isLate && tells === 'when both'));
  const lying = new Set(hands.telegram.phoneOf(actor.id).messages.flatMap(({ buttons }) => buttons));
  const some = all.filter(({ what }) => {
    if (of === 'leaving') return what === 'stop' || what === 'block';
    if (of === 'anything') return true;
    if (of === 'postcards') return typeof what !== 'string' && what.name === 'postcards';
    if (of === 'taps') return typeof what !== 'string' && onTaps.includes(what.name);
    if (of === 'kept') return typeof what !== 'string' && what.name === 'keepToMyself';
    // A row that was left behind takes no tap any more.
    if (of === 'sheet') return typeof what !== 'string' && onSheet.includes(what.name) && lying.has(encodeButton(what));
    return typeof what !== 'string' && isOf(what, of === 'paths' ? 'path' : 'settings');
  });
  // Of what was chosen since, only the newest button counts.
  return some[of === 'kept' ? 0 : n % some.length] ?? null;
}

/** What somebody tapped that the other may still answer, by what it belongs to. */
function noteAnswer(answered: Map<number, Set<string>>, update: Update): void {
  const query = update['callback_query'] as
    { readonly from: { readonly id: number }; readonly data: string } | undefined;
  const button = query === undefined ? null : decodeButton(query.data);
  if (query === undefined || button === null || tellsOf(button) !== 'when both') return;
  const { name, slot, step } = button;
  const what = isOf(button, 'round')
    ? slot
    : name.startsWith('listen')
      ? `${slot} ${name} ${String(step)}`
      : `${slot} ${name}`;
  answered.set(query.from.id, (answered.get(query.from.id) ?? new Set()).add(what));
}

/** Asks for a postcard, says two things, gives it. */
function givingOne(n: number): Doable {
  const by = (hands: Hands, who: Somebody): void => {
    if (n === 0) text(hands, who, '/waardeer');
    else if (n < 3) sayWord(hands, who);
    else press(hands, who, 'give');
  };
  return { name: `gives a postcard, ${String(n)}`, what: n === 0 ? 'appreciate' : 'say', by };
}

/** Whether somebody has answered what the other has not. */
function isWaiting(answers: ReadonlyMap<number, ReadonlySet<string>>, who: Somebody, other: Somebody): boolean {
  return [...(answers.get(who.id) ?? [])].some((one) => answers.get(other.id)?.has(one) !== true);
}

function probing(hands: Hands, who: Somebody, step: Step & { what: 'probe' }, secret: Doable | null): Doable | null {
  switch (step.how) {
    case 'look':
      return looking(step.n);
    case 'command':
      return commandOf(step.n);
    case 'tap': {
      // Any card that still has buttons, or any button of late.
      const cards = hands.telegram.phoneOf(who.id).messages.filter(({ buttons }) => buttons.length > 0);
      const card = cards[(step.n >> 1) % Math.max(1, cards.length)]?.buttons ?? [];
      const shown = step.n % 2 === 0 ? card : buttonsOf(hands, who).slice(0, 25);
      return tapping(shown[(step.n >> 5) % Math.max(1, shown.length)] ?? '');
    }
    case 'the same':
      return secret === null ? null : sameAs(secret);
    case 'forged':
      return forging(hands, who, step.n);
    case 'postcard':
      return givingOne(step.n);
  }
}
