import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/core/event.js';
import { draftOf } from '../../src/core/listening-scene.js';
import { pensOf, stepOf } from '../../src/core/listening-steps.js';
import type { SayName } from '../../src/core/notice.js';
import type { Couple, PersonId } from '../../src/core/scene.js';
import { loadScenarios, shippedDirectory } from '../../src/texts/scenarios.js';
import { askedCouple, given, hours, minutes, settledCouple } from '../support/given.js';
import { steps, type Step, type World } from './anything.js';
import type { Happening, Heard } from './stage.js';

/**
 * Promise 4, and the nine invariants of a listening round, whatever two people do in any order: in it, around it, and
 * with a bot that was away.
 */

const { protocols } = loadScenarios({ shipped: shippedDirectory });
const settings = [settledCouple(), askedCouple({ zones: { 2: 'America/New_York' } })];

const wanted = [
  'listenNow',
  'listenLater',
  'listenNotNow',
  'listenReady',
  'listenDone',
  'listenTakeBack',
  'listenOption',
  'listenPick',
  'listenGroup',
  'listenSignal',
  'listenDropNote',
  'listenSwap',
  'listenGoOn',
  'listenLetGo',
  'listenThank',
  'listenMore',
  'listenAgain',
  'listenTension',
  'listenKeep',
  'listenPlan',
  'listenPlanSend',
  'listenPlanYes',
  'breathBack',
  'breathChoice',
] as const;
type Wanted = (typeof wanted)[number];
type What =
  Wanted | number | 'begins' | 'says' | 'speaks' | 'edits' | 'goes on' | 'calls' | 'stops' | 'is away' | 'lets go';

const some: fc.Arbitrary<Step> = fc
  .record({
    who: fc.constantFrom(1, 2),
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constant<What>('begins') },
      { weight: 6, arbitrary: fc.constant<What>('says') },
      { weight: 1, arbitrary: fc.constantFrom<What>('speaks', 'edits') },
      { weight: 10, arbitrary: fc.constant<What>('goes on') },
      { weight: 8, arbitrary: fc.constantFrom<What>(...wanted) },
      {
        weight: 4,
        arbitrary: fc.constantFrom<What>(21_000, 21_000, minutes(6), minutes(21), hours(25), hours(49), hours(73)),
      },
      { weight: 1, arbitrary: fc.constantFrom<What>('calls', 'stops', 'is away', 'lets go') },
    ),
    nth: fc.nat(6),
  })
  .map(({ who, what, nth }) => ({
    who: typeof what === 'number' || what === 'is away' ? 0 : who,
    name: `${String(what)} ${String(nth)}`,
    act: playing(what, nth),
  }));

function playing(what: What, nth: number): Step['act'] {
  return (world, who) => {
    const { rules } = world;
    if (typeof what === 'number') rules.passTo(rules.now() + what);
    else if (what === 'is away') rules.jump(hours(30));
    else if (what === 'lets go') {
      rules.passTo(rules.now() + hours(49));
      press(world, who, 'listenLetGo');
    } else if (what === 'begins') begin(world, who, nth);
    else if (what === 'says') say(world, who, what);
    else if (what === 'speaks') {
      say(world, who, what);
      if (rules.personOf(who).heldVoices.length > 0) press(world, who, 'allowVoice');
    } else if (what === 'edits') edit(world, who);
    else if (what === 'calls') rules.perform({ type: 'callBreather' }, who);
    else if (what === 'stops') {
      rules.perform({ type: 'stop' }, who);
      if (nth > 1) press(world, who, 'goOn');
    } else if (what === 'goes on') goOn(world, nth);
    else press(world, who, what, nth);
  };
}

function press({ rules }: World, who: PersonId, name: string, back = 0): void {
  const shown = rules.buttonsOf(who).filter((one) => one.name === name);
  const button = shown.at(-1 - (back % Math.max(1, Math.min(shown.length, 7))));
  if (button !== undefined) rules.press(button, who, { name: who === 1 ? 'Anne' : 'Bram', language: null });
}

/** Straight into a round of one protocol or another, as most people would. */
function begin(world: World, who: PersonId, nth: number): void {
  const { rules } = world;
  const id = [...protocols.keys()][nth % protocols.size] ?? '';
  // Whoever stopped comes back for it, mostly.
  for (const each of nth === 0 ? [] : [1, 2]) if (rules.personOf(each).hasStopped) press(world, each, 'goOn');
  const button = { name: 'listenInvite', slot: '', step: nth === 0 ? 1 : 0, arg: id } as const;
  rules.press(button, who, { name: '', language: null });
  const partner = who === 1 ? 2 : 1;
  if (nth === 6) press(world, partner, 'listenNotNow');
  else if (nth === 5) {
    press(world, partner, 'listenLater');
    press(world, partner, 'listenLater');
  } else press(world, partner, 'listenNow');
  if (nth === 4) press(world, who, 'listenReady');
  for (const each of [1, 2]) press(world, each, 'listenReady', 2);
}

/** Whoever holds the pen does what is asked, and the hold passes. */
function goOn(world: World, nth: number): void {
  const { rules } = world;
  const couple = rules.couples()[0];
  const listening = couple?.listening ?? null;
  const step = listening === null ? null : stepOf(protocols.get(listening.protocol) ?? nothing, listening.step);
  if (couple === undefined || listening === null || step === null) return;
  for (const pen of pensOf(couple, listening, step)) {
    say(world, pen, 'says');
    if (step.takes === 'taps') press(world, pen, 'listenOption', nth);
    press(world, pen, 'listenDone');
    if (nth === 6) press(world, pen, 'listenTakeBack');
  }
  rules.passTo(rules.now() + 21_000);
  if (listening.phase === 'swap') for (const each of [1, 2]) press(world, each, 'listenSwap', nth);
  if (rules.couples()[0]?.listening === null) afterwards(world, nth);
}

/** It has come to its end: what people may still want of it. */
function afterwards(world: World, nth: number): void {
  for (const who of [1, 2]) {
    press(world, who, 'listenThank');
    press(world, who, 'listenMore');
    press(world, who, 'listenTension', 1);
  }
  press(world, 1, 'listenPlan');
  say(world, 1, 'says');
  press(world, 1, 'listenPlanSend');
  press(world, 2, 'listenPlanYes');
  press(world, 2, 'listenAgain');
  if (nth > 3) press(world, 2, 'listenKeep', nth);
}

const nothing = { steps: [] } as never;

function say({ rules, words }: World, who: PersonId, how: 'says' | 'speaks'): void {
  const word = { by: who, word: `‹${String(words.length)}›`, messageId: rules.nextMessageId(who), isEdit: false };
  words.push(word);
  const speech =
    how === 'says'
      ? ({ kind: 'text', text: word.word } as const)
      : ({ kind: 'voice', fileId: word.word, seconds: 3 } as const);
  rules.perform(
    { type: 'say', sender: { name: '', language: null }, speech, messageId: word.messageId, code: null },
    who,
  );
}

function edit({ rules, words }: World, who: PersonId): void {
  const last = words.findLast(({ by }) => by === who);
  if (last === undefined) return;
  const word = { by: who, word: `‹${String(words.length)}›`, messageId: last.messageId, isEdit: true };
  words.push(word);
  rules.perform({ type: 'editSaid', messageId: last.messageId, text: word.word }, who);
}

const lives = fc.tuple(
  fc.nat(settings.length - 1),
  fc.oneof(
    { weight: 3, arbitrary: fc.array(some, { minLength: 8, maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(steps, fc.array(some, { minLength: 10, maxLength: 60 }))
        .map(([others, ours]) => others.flatMap((one, at) => [one, ...(ours[at] === undefined ? [] : [ours[at]])])),
    },
  ),
);

/** What must sound alike for both, and name nobody. */
const alike: readonly SayName[] = ['listenParked', 'listenOver', 'listenCancelled', 'listenTimeUp'];

function live(setting: number, run: readonly Step[]): readonly Event[] {
  const { rules } = given(settings[setting] ?? {});
  const world: World = { rules, words: [] };
  return run.flatMap((one) => {
    // Some steps are taken by both; whoever stopped and taps again is answered.
    const isShared = one.name.startsWith('goes on') || one.name.startsWith('begins');
    const silent = [1, 2].filter((id) => !isShared && id !== one.who && rules.personOf(id).hasStopped);
    const happening = rules.begin();
    one.act(world, one.who);
    for (const heard of happening.heard) {
      checkWords(world, heard);
      expect(silent, 'invariant 5: nothing to who stopped').not.toContain(heard.notice.to);
    }
    checkAlike(happening);
    for (const couple of rules.couples()) checkShape(couple);
    return happening.events;
  });
}

/** An agreement that its writer proposes; and what crosses outside a listening round, which promises.test.ts looks at. */
const otherWays: readonly Event['type'][] = [
  'planProposed',
  'planAgreed',
  'answersRevealed',
  'closedAnswerShared',
  'reactionSent',
  'breatherEnded',
];

/** Promise 4 and invariants 2, 3, 6 and 7: a word crosses only by its writer's own letting go, while they held the pen. */
function checkWords({ words }: World, { notice, because }: Heard): void {
  const said = JSON.stringify(notice.say ?? {});
  const others = words.filter(({ by, word }) => by !== notice.to && said.includes(word));
  if (others.length === 0) return;
  for (const { by, word } of others) {
    const reached = `${word} of ${String(by)} reached ${String(notice.to)} by ${because.type}`;
    if (because.type === 'segmentDelivered') {
      expect(because.said.by, 'only of whoever held the pen').toBe(by);
      expect(JSON.stringify(because.said)).toContain(word);
    } else if (because.type === 'lettersOpened') {
      expect(because.said.map((one) => one.by).sort()).toEqual([1, 2]);
    } else if (because.type === 'stepBegan' || because.type === 'readyAsked') {
      // What was delivered before: an answer that was open, or what was mirrored and found right.
      expect(['listenQuote', 'listenConfirmed'], reached).toContain(notice.say?.name);
    } else if (because.type === 'heardShown') {
      expect(notice.say?.name === 'listenHeardAgain' || notice.act === 'voice', reached).toBe(true);
    } else expect(otherWays, reached).toContain(because.type);
  }
  if (because.type === 'segmentDelivered' || because.type === 'lettersOpened') {
    expect(Object.keys(notice.say?.params ?? {}), 'invariant 7').not.toContain('at');
    expect(notice.isProtected || notice.act === 'edit').toBe(true);
  }
}

/** Invariant 4. */
function checkAlike({ heard }: Happening): void {
  for (const name of alike) {
    const said = heard.filter(({ notice }) => notice.say?.name === name).map(({ notice }) => notice.say?.params);
    for (const params of said) expect(params).toEqual({});
  }
}

/** Invariant 1, and that every loop and list has its limit. */
function checkShape({ members, listening, heard }: Couple): void {
  if (heard !== null) expect(heard.until - heard.endedAt).toBeLessThanOrEqual(hours(24 * 7));
  if (listening === null) return;
  expect(members).toContain(listening.speaker);
  if (listening.phase === 'step' || listening.phase === 'held') {
    const writers = members.filter((id) => draftOf(listening, id).pieces.length > 0);
    const step = stepOf(protocols.get(listening.protocol) ?? nothing, listening.step);
    if (step?.pen !== 'both') expect(writers.length, 'one pen').toBeLessThanOrEqual(1);
  }
  expect(listening.said.length).toBeLessThanOrEqual(60);
  expect(listening.parkings).toBeLessThanOrEqual(3);
  expect(listening.turn).toBeLessThanOrEqual(6);
}

describe('whatever two people do around a listening round, in any order', () => {
  test('nothing of whoever does not hold the pen reaches the other, and the nine invariants hold', () => {
    fc.assert(
      fc.property(lives, ([setting, run]) => {
        live(setting, run);
      }),
      { numRuns: 80 },
    );
  });

  test('everything that can happen in one is among it', () => {
    const runs = fc.sample(lives, { numRuns: 120, seed: 2 });
    const seen = new Set(runs.flatMap(([setting, run]) => live(setting, run)).map(({ type }) => type));
    const hoped: readonly Event['type'][] = [
      'listeningInvited',
      'listeningDeclined',
      'listeningScheduled',
      'readyAsked',
      'tensionHinted',
      'stepBegan',
      'segmentDrafted',
      'segmentHeld',
      'segmentTakenBack',
      'segmentDelivered',
      'lettersOpened',
      'signalGiven',
      'noteTaken',
      'noteChanged',
      'notesShown',
      'voiceWarned',
      'turnNudged',
      'timeUpTold',
      'swapAsked',
      'swapWished',
      'listeningParked',
      'goOnWished',
      'listeningLetGo',
      'listeningEnded',
      'listenerThanked',
      'heardShown',
      'tensionTold',
      'keepingChosen',
    ];
    expect(hoped.filter((type) => !seen.has(type))).toEqual([]);
  });
});
