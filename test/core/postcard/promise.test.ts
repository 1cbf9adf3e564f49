import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHeldBack } from '../../../src/core/held-back.js';
import { localMoment } from '../../../src/core/time/calendar.js';
import { anne, bram, days, given, hours, minutes, time, type Act, type Someone } from '../../support/given.js';
import type { Rules } from '../stage.js';
import { withCards } from './cards.js';

/**
 * Promise 15: a postcard crosses only after its writer's confirm and twenty seconds, one a day in all, never in a breather
 * or a listening round, never after a stop.
 */

const holdMs = 20_000;
const quietly =
  (act: Act): Act =>
  (rules) => {
    try {
      act(rules);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('was never shown a button')) throw error;
    }
  };
let count = 0;
const says = (who: Someone): Act => {
  count += 1;
  return who.says(`woord${String(count)}`);
};

type Deed = readonly [name: string, act: (who: Someone) => Act | readonly Act[]];

/** All of it, so that not one life in fifty comes to an end of one. */
const writesAndGives = (who: Someone): readonly Act[] => [
  who.does({ type: 'appreciate' }),
  says(who),
  says(who),
  quietly(who.taps('give')),
];

const deeds: readonly Deed[] = [
  ...Array.from({ length: 8 }, (): Deed => ['writes and gives', writesAndGives]),
  ...[0, 1, 2].flatMap((): readonly Deed[] => [
    ['asks for one', (who) => who.does({ type: 'appreciate' })],
    ['says', says],
    ['says', says],
    ['gives', (who) => quietly(who.taps('give'))],
  ]),
  ['takes back', (who) => quietly(who.taps('postcardTakeBack'))],
  ['withdraws', (who) => who.does({ type: 'withdraw' })],
  ['begins anew', (who) => quietly(who.taps('postcardRestart'))],
  ['chooses another', (who) => quietly(who.taps('postcardForm'))],
  ['looks at the others', (who) => quietly(who.taps('postcardMenu'))],
  [
    'edits',
    (who) => (rules) => {
      who.edits(rules.nextMessageId(who.id) - 1, 'anders')(rules);
    },
  ],
  ['thanks', (who) => quietly(who.taps('postcardThank'))],
  ['replies', (who) => quietly(who.taps('postcardReply'))],
  ['sends', (who) => quietly(who.taps('sendReaction'))],
  ['calls a breather', (who) => who.does({ type: 'callBreather' })],
  ['comes back', (who) => quietly(who.taps('breathBack'))],
  ['asks to listen', (who) => who.does({ type: 'listen' })],
  ['invites', (who) => quietly(who.taps('listenInvite'))],
  ['listens', (who) => quietly(who.taps('listenNow'))],
  ['is ready', (who) => quietly(who.taps('listenReady'))],
  ['stops', (who) => who.does({ type: 'stop' })],
  ['blocks', (who) => who.does({ type: 'block' })],
  ['starts', (who) => who.starts()],
  ['opens the settings', (who) => who.does({ type: 'showSettings', view: 'all' })],
  ['switches them', (who) => quietly(who.taps('postcards'))],
  ...[1000, 12_000, holdMs, minutes(11), hours(5), hours(14), days(1)].map((forMs): Deed => [
    `waits ${String(forMs / 1000)} seconds`,
    () => time.passes(forMs),
  ]),
];

const step = fc
  .record({ who: fc.constantFrom(anne, bram), deed: fc.constantFrom(...deeds) })
  .map((one) => Object.assign(one, { [fc.toStringMethod]: () => `${one.who.name} ${one.deed[0]}` }));

interface Watched {
  readonly rules: Rules;
  readonly heldAt: Map<number, number>;
  readonly gave: Map<number, string[]>;
}

function check({ rules, heldAt, gave }: Watched, act: Act, reached: { count: number }): void {
  const happening = rules.begin();
  act(rules);
  for (const event of happening.events) {
    if (event.type === 'postcardHeld') heldAt.set(event.person, event.until - holdMs);
    const isBack = event.type === 'postcardDrafted' && event.postcard.heldUntil === null;
    if (isBack || event.type === 'postcardReturned') heldAt.delete(event.person);
  }
  for (const { at, because, notice } of happening.heard) {
    if (notice.say?.name !== 'postcardCame') continue;
    expect(because.type, 'nothing else passes one on').toBe('postcardGiven');
    if (because.type !== 'postcardGiven') continue;
    reached.count += 1;
    const writer = because.person;
    expect(notice).toMatchObject({ to: because.to, isProtected: true, lane: 'reveal' });
    expect(at - (heldAt.get(writer) ?? Infinity), 'after its confirm and twenty seconds').toBeGreaterThanOrEqual(
      holdMs,
    );
    const dates = gave.get(writer) ?? [];
    const today = localMoment(at, 'Europe/Amsterdam').date;
    expect(dates, 'one a day').not.toContain(today);
    gave.set(writer, [...dates, today]);
    expect(isHeldBack(rules.coupleOf(writer)) && rules.now() === at, 'nothing crosses meanwhile').toBe(false);
    for (const one of [writer, notice.to]) {
      const isStopped = happening.events.some((event) => event.type === 'stopped' && event.person === one);
      expect(rules.personOf(one).hasStopped && !isStopped, 'after a stop').toBe(false);
    }
    heldAt.delete(writer);
  }
  // What was given in the same moment was given before.
  for (const event of happening.events) {
    if (event.type === 'stopped' || event.type === 'becameUnreachable') heldAt.delete(event.person);
  }
}

test('a postcard crosses only as promised, whatever the two do', () => {
  const reached = { count: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      const { rules } = given(withCards());
      const watched: Watched = { rules, heldAt: new Map(), gave: new Map() };
      for (const { who, deed } of steps) {
        for (const act of [deed[1](who)].flat()) check(watched, act, reached);
      }
    }),
    { numRuns: 250 },
  );
  // Or nothing was proved.
  expect(reached.count).toBeGreaterThan(20);
});

test('both give, and both arrive', () => {
  const { rules } = given(withCards());
  const happening = rules.begin();
  for (const who of [anne, bram]) {
    for (const act of [who.does({ type: 'appreciate' }), says(who), says(who), who.taps('give')]) act(rules);
  }
  rules.passTo(rules.now() + minutes(1));
  const came = happening.heard.filter(({ notice }) => notice.say?.name === 'postcardCame');
  expect(came.map(({ notice }) => notice.to).sort()).toEqual([anne.id, bram.id]);
});
