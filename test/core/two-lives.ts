import { createRenderer } from '../../src/app/render.js';
import type { Notice } from '../../src/core/notice.js';
import type { Instant } from '../../src/core/ids.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { given, type Setting, type Someone } from '../support/given.js';
import { leavesAlone, tellsOf, type Tells } from '../support/tells.js';
import { buttonsShownTo, commands, pressing, tapsTheSame, type Doable } from './everything.js';
import type { Heard } from './memory.js';
import type { Rules } from './stage.js';

/**
 * The same days lived twice, one secret act apart, as the other's phone has them: every message with all that it carries,
 * every refusal, and when.
 */

export interface Days {
  /** Who keeps something to themselves, and who tries to find out. */
  readonly pair: readonly [actor: Someone, observer: Someone];
  readonly setting: Partial<Setting>;
  /** Who has answered in it, what the other has not. */
  readonly answered: Someone | null;
  readonly before: readonly (Probe & { readonly by: 'actor' | 'observer' })[];
  /** Which of all that can be kept to oneself by then: the buttons shown last, then older ones, then the commands. */
  readonly which: number;
  readonly after: readonly Probe[];
}

/** What somebody does; each finds its button when its turn has come. */
export type Probe =
  | { readonly what: 'command'; readonly which: number }
  /** The n-th newest button they were shown. */
  | { readonly what: 'tap'; readonly nth: number }
  /** The very thing that the other did, or may have done. */
  | { readonly what: 'the same' }
  | { readonly what: 'waits'; readonly forMs: number };

export interface Lived {
  /** What was done in secret, in the one life and not in the other. */
  readonly secret: string;
  readonly tells: Tells | null;
  readonly seen: readonly { readonly at: Instant }[];
  readonly nextQuestionAt: Instant;
  /** Words of the two reached each other meanwhile. */
  readonly hasOpened: boolean;
}

/** Enough for one act with all that belongs to it, so that both lives stay on one clock. */
const turnMs = 20_000;
const house = {
  ...{ operator: 'Els', operatorContact: null, policyUrl: null, botUsername: 'samenspraak_bot' },
  ...loadScenarios({ shipped: shippedDirectory }),
};
const renderer = createRenderer({ nl, en }, house);

/** The same days with nothing done and with the secret act; null where there is nothing to compare. */
export function liveTwice(days: Days): { readonly silent: Lived; readonly told: Lived } | null {
  const [silent, told] = [live(days, false), live(days, true)];
  if (silent === null || told === null) return null;
  if (silent.tells === 'what it takes back' && silent.hasOpened) return null;
  const question =
    silent.tells === 'the next question' ? Math.min(silent.nextQuestionAt, told.nextQuestionAt) : Infinity;
  const until = Math.min(question, silent.tells === 'the end, at an hour of its own' ? endOf(told) : Infinity);
  const uncut = (lived: Lived) => ({ ...lived, seen: lived.seen.filter(({ at }) => at < until) });
  return { silent: uncut(silent), told: uncut(told) };
}

function endOf({ seen }: Lived): Instant {
  const told = seen as readonly { readonly at: Instant; readonly say?: Notice['say'] }[];
  return told.find(({ say }) => say?.name === 'unpaired')?.at ?? Infinity;
}

function live({ pair, setting, answered, before, which, after }: Days, isTold: boolean): Lived | null {
  const [actor, observer] = pair;
  const { rules } = given(setting);
  const areTwo = () => rules.personOf(actor.id).coupleId !== null;
  const haveAnswered = new Set(answered === null ? [] : [answered]);
  for (const { by, ...probe } of before) {
    if (!areTwo()) return null;
    const who = by === 'actor' ? actor : observer;
    const found = find(rules, who, probe, null);
    if (found === null) continue;
    if (tellsOf(found.what) === 'when both') haveAnswered.add(who);
    turn(rules, who, found);
  }
  if (!areTwo()) return null;
  const secret = secretOf(rules, actor, which, haveAnswered.has(observer));
  // Whatever is done after an answer may take it back.
  const tells = tellsOf(secret.what) ?? (haveAnswered.has(actor) ? 'what it takes back' : null);
  const happening = rules.begin();
  turn(rules, actor, isTold ? secret : nothing);
  const refused = after.flatMap((probe) => {
    const found = find(rules, observer, probe, secret);
    if (found === null || leavesAlone(tells, found.what)) return [];
    const count = happening.refusals.length;
    const at = rules.now();
    turn(rules, observer, found);
    return happening.refusals.slice(count).map((refusal) => ({ at, refusal }));
  });
  const heard = happening.heard.filter(({ notice }) => notice.to === observer.id);
  return {
    secret: `${actor.name} ${secret.name}`,
    tells,
    seen: [...heard.map(({ at, notice }) => ({ at, ...onPhone(rules, notice, at) })), ...refused],
    nextQuestionAt: nextQuestion(heard),
    hasOpened: heard.some(({ notice }) => opens.has(notice.say?.name ?? '')),
  };
}

/** What may be kept to oneself: all that can be done, but for what goes to the other by itself. */
function secretOf(rules: Rules, actor: Someone, which: number, hasAnswered: boolean): Doable {
  const secrets = [...buttonsShownTo(rules, actor).map(pressing), ...commands].filter(({ what }) => {
    const tells = tellsOf(what);
    return tells !== 'at once' && !(hasAnswered && tells === 'when both');
  });
  return secrets[which % secrets.length] ?? nothing;
}

const opens: ReadonlySet<string> = new Set(['revealed', 'listenSaid', 'listenLetters', 'breatherOpened']);

/** The first thing that the clock brings, or a question of a round that nobody had before them yet. */
function nextQuestion(heard: readonly Heard[]): Instant {
  const isNext = ({ notice, because }: Heard) =>
    notice.lane === 'scheduled' || (because.type === 'promptShown' && because.why === 'asked');
  return heard.find(isNext)?.at ?? Infinity;
}

/** A file is compared as it is written, everything else as it goes to be written. */
function onPhone(rules: Rules, notice: Notice, at: number): object {
  if (notice.act !== 'document') return notice;
  return { ...notice, say: renderer.notice(notice, rules.personOf(notice.to), at).params };
}

const nothing: Doable = { name: 'does nothing', what: 'pressUnknown', by: () => undefined };

/** What a person does takes its time, the same whatever came of it. */
function turn(rules: Rules, who: Someone, deed: Doable): void {
  const begunAt = rules.now();
  deed.by(rules, who);
  rules.passTo(Math.max(rules.now(), begunAt + turnMs));
}

function find(rules: Rules, who: Someone, probe: Probe, secret: Doable | null): Doable | null {
  switch (probe.what) {
    case 'command':
      return commands[probe.which % commands.length] ?? null;
    case 'tap': {
      const shown = buttonsShownTo(rules, who);
      const button = shown[probe.nth % Math.max(1, shown.length)];
      return button === undefined ? null : pressing(button);
    }
    case 'the same':
      if (secret === null) return null;
      return typeof secret.what === 'string' ? secret : tapsTheSame(secret.what);
    case 'waits': {
      const by = (): void => {
        rules.passTo(rules.now() + probe.forMs);
      };
      return { name: `waits ${String(probe.forMs / 3_600_000)} hours`, what: 'pressUnknown', by };
    }
  }
}
