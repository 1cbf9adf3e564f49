import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Button } from '../../src/core/command.js';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  hours,
  minutes,
  time,
  type Act,
  type Someone,
} from '../support/given.js';
import { choice, feelings, opening, prompt, recurring } from './prompts.js';
import type { Rules } from './stage.js';

/** Promise 6: two lives of a couple that differ only in what one of them keeps to themselves look the same to the other. */

interface Deed {
  readonly name: string;
  readonly act: Act;
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
  // Where none is open, because the questions rest, asking brings one to both.
  deed('asks for it again', (rules) => {
    if (rules.coupleOf(who.id).round !== null) who.does({ type: 'askQuestion' })(rules);
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
    fc.constantFrom(...deeds).map((one) => Object.assign({ ...one }, { [fc.toStringMethod]: () => one.name })),
    { maxLength },
  );

const pairs = fc.constantFrom<readonly [Someone, Someone]>(
  Object.assign([anne, bram] as const, { [fc.toStringMethod]: () => 'Anne is silent' }),
  Object.assign([bram, anne] as const, { [fc.toStringMethod]: () => 'Bram is silent' }),
);

/** The same days lived with each of the ways, as the other hears them. */
function expectAlike(ways: (who: Someone) => readonly Deed[], { pair, zone, before, after }: Life): void {
  const [actor, observer] = pair;
  const [first, ...others] = ways(actor).map((what) => heardBy(observer, zone, before, what, after));
  for (const other of others) expect(other).toEqual(first);
}

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
