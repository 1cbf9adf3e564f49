import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Button } from '../../src/core/buttons.js';
import { questionFor } from '../../src/core/round/live-round.js';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  hours,
  minutes,
  settledCouple,
  time,
  type Act,
  type Setting,
  type Someone,
} from '../support/given.js';
import { asksToListen, checking, lies, listens } from '../support/listening.js';
import { asked as restOver, choosing, rest, writing } from './breather/steps.js';
import { commands } from './everything.js';
import { liveTwice, type Probe } from './two-lives.js';
import { choice, feelings, opening, prompt, recurring } from './prompts.js';
import type { Rules } from './stage.js';

/** Promise 6: two lives of a couple that differ only in what one of them keeps to themselves look the same to the other. */

interface Deed {
  readonly name: string;
  readonly act: Act;
}

/** Whatever is found is printed as sentences. */
function called<Value extends object>(value: Value, name: string): Value {
  return Object.assign(value, { [fc.toStringMethod]: () => name });
}

interface Life {
  /** Who keeps something to themselves, and who is to notice nothing. */
  readonly pair: readonly [Someone, Someone];
  readonly zone: string;
  readonly before: readonly Deed[];
  readonly after: readonly Deed[];
}

const deed = (name: string, act: Act): Deed => ({ name, act });
const quietly =
  (act: Act): Act =>
  (rules) => {
    try {
      act(rules);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('was never shown a button')) throw error;
    }
  };

const tap = (who: Someone, name: Button['name']) => deed(`${who.name} taps ${name}`, quietly(who.taps(name)));
const answer = (who: Someone) =>
  deed(`${who.name} answers`, (rules) => {
    who.says(`woorden van ${who.name} om ${String(rules.now())}`)(rules);
    quietly(who.taps('seal'))(rules);
  });

const passing = [minutes(10), hours(2), hours(7), hours(20), days(1), days(3), days(9)].map((delayMs) =>
  deed(`${String(delayMs / 3_600_000)} hours pass`, time.passes(delayMs)),
);

/** What the observer may do without opening anything. */
const watching = (who: Someone): readonly Deed[] => [
  deed(`${who.name} says`, who.says('een stukje')),
  deed(`${who.name} asks a question`, who.does({ type: 'askQuestion' })),
  deed(`${who.name} starts`, who.starts()),
  deed(`${who.name} withdraws`, who.does({ type: 'withdraw' })),
  ...(['later', 'else', 'skip', 'restart', 'thank', 'tellMore', 'pick', 'rhythmFits'] as const).map((name) =>
    tap(who, name),
  ),
];

const living = (who: Someone): readonly Deed[] => [
  ...watching(who),
  answer(who),
  answer(who),
  ...(['notYet', 'live', 'shareAnyway', 'withdraw', 'sendReaction'] as const).map((name) => tap(who, name)),
];

/** Ways not to answer: all of them are silence. */
const silences = (who: Someone): readonly Deed[] => [
  deed('nothing', () => undefined),
  deed('later', quietly(who.taps('later'))),
  deed('skips', (rules) => {
    quietly(who.taps('else'))(rules);
    quietly(who.taps('skip'))(rules);
  }),
  deed('looks at the other ways', (rules) => {
    quietly(who.taps('else'))(rules);
    quietly(who.taps('back'))(rules);
  }),
  // Where none is before them, asking brings one.
  deed('asks for it again', (rules) => {
    if (questionFor(rules.coupleOf(who.id), rules.personOf(who.id)) !== null) who.does({ type: 'askQuestion' })(rules);
  }),
];

/** What stays with whoever does it as long as the other does not answer: words, a seal, second thoughts, leaving. */
const secrets = (who: Someone): readonly Deed[] => [
  ...silences(who),
  deed('hesitates', who.says('half')),
  deed('seals', answer(who).act),
  deed('passes', quietly(who.taps('notYet'))),
  deed('takes back', (rules) => {
    answer(who).act(rules);
    quietly(who.taps('withdraw'))(rules);
  }),
  deed('stops', who.does({ type: 'stop' })),
  deed('blocks', who.does({ type: 'block' })),
];

const prompts = [
  opening,
  choice,
  feelings,
  recurring,
  ...Array.from({ length: 9 }, (_, index) => prompt(`v${String(index)}`)),
];
const zones = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland');

/** All that somebody hears from now on, and when. */
function heardBy(observer: Someone, zone: string, before: readonly Deed[], what: Deed, after: readonly Deed[]) {
  const { rules } = given(askedCouple({ zones: { 2: zone }, prompts }), time.passes(hours(20)));
  play(rules, before);
  const happening = rules.begin();
  const begunAt = rules.now();
  what.act(rules);
  rules.passTo(begunAt + 20_000);
  play(rules, after);
  return happening.heard.filter(({ notice }) => notice.to === observer.id).map(({ at, notice }) => ({ at, notice }));
}

function play(rules: Rules, deeds: readonly Deed[]): void {
  for (const { act } of deeds) {
    const begunAt = rules.now();
    act(rules);
    rules.passTo(Math.max(rules.now(), begunAt + 5000));
  }
}

const some = (deeds: readonly Deed[], maxLength: number) =>
  fc.array(
    fc.constantFrom(...deeds).map((one) => called({ ...one }, one.name)),
    { maxLength },
  );

const pairs = fc.constantFrom<readonly [Someone, Someone]>(
  called([anne, bram] as const, 'Anne is silent'),
  called([bram, anne] as const, 'Bram is silent'),
);

/** The same days lived with each of the ways, as the other hears them. */
function expectAlike(ways: (who: Someone) => readonly Deed[], { pair, zone, before, after }: Life): void {
  const [actor, observer] = pair;
  const [first, ...others] = ways(actor).map((what) => heardBy(observer, zone, before, what, after));
  for (const other of others) expect(other).toEqual(first);
}

/** All their settings, so that a tap can change any. */
const looksAtSettings = (who: Someone): readonly Act[] => [
  who.does({ type: 'showSettings', view: 'all' }),
  who.taps('settings', { arg: 'keeping' }),
  who.does({ type: 'showSettings', view: 'rhythm' }),
  ...['quiet', 'days', 'hour', 'holiday'].map((arg) => who.taps('settings', { arg })),
];
const settings = [anne, bram].flatMap(looksAtSettings);

/** What two people may be in the middle of, and who has answered in it what the other has not. */
const states: readonly (readonly [string, Setting, Someone | null])[] = [
  ['nothing', settledCouple({ prompts }), null],
  ['a question', askedCouple({ prompts }), null],
  ['their settings', settledCouple({ prompts, acts: settings }), null],
  ['their settings, with a question', askedCouple({ prompts, acts: settings }), null],
  ['a breather', askedCouple({ prompts, acts: rest }), null],
  ['the end of a breather', askedCouple({ prompts, acts: restOver }), null],
  [
    'the end of a breather, one of them back',
    askedCouple({ prompts, acts: [...restOver, anne.taps('breathBack')] }),
    anne,
  ],
  ['the end of a breather, both back', askedCouple({ prompts, acts: choosing }), null],
  ['a line each', askedCouple({ prompts, acts: writing }), null],
  ['an invitation to listen', settledCouple({ prompts, acts: asksToListen('spiegelen') }), null],
  ['a listening round', settledCouple({ prompts, acts: listens('spiegelen') }), null],
  ['a listening round side by side', settledCouple({ prompts, acts: listens('spiegelen', true) }), null],
  ['two letters', settledCouple({ prompts, acts: listens('tien-en-tien') }), null],
  ['a later step of a listening round', settledCouple({ prompts, acts: checking }), null],
  ['a listening round that lies', settledCouple({ prompts, acts: [...checking, lies] }), null],
  ['a listening round and a breather', settledCouple({ prompts, acts: [...checking, ...rest] }), null],
];

const sentenceOf = (probe: Probe): string => {
  switch (probe.what) {
    case 'command':
      return commands[probe.which % commands.length]?.name ?? '';
    case 'tap':
      return `taps the ${String(probe.nth)}th newest button`;
    case 'waits':
      return `waits ${String(probe.forMs / 3_600_000)} hours`;
    case 'the same':
      return 'does the same';
  }
};
const waits = [minutes(2), minutes(10), minutes(31), hours(2), hours(7), hours(20), days(1), days(3), days(9)];
const probe: fc.Arbitrary<Probe> = fc
  .oneof(
    { weight: 4, arbitrary: fc.nat(commands.length - 1).map((which) => ({ what: 'command', which }) as const) },
    { weight: 5, arbitrary: fc.nat(24).map((nth) => ({ what: 'tap', nth }) as const) },
    { weight: 2, arbitrary: fc.constant({ what: 'the same' } as const) },
    { weight: 2, arbitrary: fc.constantFrom(...waits).map((forMs) => ({ what: 'waits', forMs }) as const) },
  )
  .map((one) => called(one, sentenceOf(one)));

describe('whoever does all they can to find out', () => {
  test.each(states)('does not, in the middle of %s', (_, setting, answered) => {
    const lives = fc.record({
      pair: pairs,
      zone: zones,
      before: fc.array(
        fc
          .tuple(fc.constantFrom('actor', 'observer'), probe)
          .map(([by, one]) => called({ by, ...one }, `${by} ${sentenceOf(one)}`)),
        { maxLength: 5 },
      ),
      // Mostly what lies on top; the rest is seldom worth hiding.
      which: fc.oneof(fc.nat(8), fc.nat(1000)),
      after: fc.array(probe, { minLength: 2, maxLength: 30 }),
    });
    fc.assert(
      fc.property(lives, ({ zone, ...drawn }) => {
        const both = liveTwice({ ...drawn, answered, setting: { ...setting, zones: { 2: zone } } });
        if (both !== null) expect(both.told.seen, both.told.secret).toEqual(both.silent.seen);
      }),
      { numRuns: 40 },
    );
  });
});

describe('to the other, not answering looks like silence', () => {
  test('whether somebody skips, postpones, looks around or does nothing', () => {
    const lives = pairs.chain((pair) =>
      fc.record<Life>({
        pair: fc.constant(pair),
        zone: zones,
        before: some([...watching(pair[0]), ...watching(pair[1]), ...passing], 5),
        after: some([...living(pair[1]), answer(pair[0]), ...passing, ...passing], 14),
      }),
    );
    fc.assert(
      fc.property(lives, (life) => {
        expectAlike(silences, life);
      }),
      { numRuns: 100 },
    );
  });

  test('and so does what is written, sealed, passed, taken back or left, while the other does not answer', () => {
    const lives = pairs.chain((pair) =>
      fc.record<Life>({
        pair: fc.constant(pair),
        zone: zones,
        before: some([...watching(pair[1]), ...passing], 4),
        after: some([...watching(pair[1]), ...passing, ...passing], 12),
      }),
    );
    fc.assert(
      fc.property(lives, (life) => {
        expectAlike(secrets, life);
      }),
      { numRuns: 60 },
    );
  });

  test('also afterwards: what opens does not tell how often it was changed', () => {
    const life = { pair: [anne, bram], zone: 'Europe/Amsterdam', before: [] } as const;
    const steps = [answer(anne), tap(anne, 'withdraw'), tap(anne, 'seal'), answer(bram)];
    expectAlike(silences, { ...life, after: steps });
    const [seals, changes] = [steps.slice(0, 1), steps.slice(0, 3)].map((after) =>
      heardBy(
        bram,
        life.zone,
        [],
        deed('nothing', () => undefined),
        [...after, deed('a moment', time.is('2026-11-24T17:00')), answer(bram)],
      ),
    );
    expect(changes).toEqual(seals);
  });

  test('while a comparison that must differ does: an answer that opens', () => {
    const [, , skips] = silences(anne);
    if (skips === undefined) throw new Error('there are silences');
    const zone = 'Europe/Amsterdam';
    const lives = [skips, answer(anne)].map((what) => heardBy(bram, zone, [], what, [answer(bram)]));
    expect(lives[0]).not.toEqual(lives[1]);
  });
});
