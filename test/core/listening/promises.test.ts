import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.js';
import { draftOf } from '../../../src/core/listening/scene.js';
import { stepOf } from '../../../src/core/listening/steps.js';
import type { SayName } from '../../../src/core/notice.js';
import type { Couple } from '../../../src/core/scene.js';
import { loadScenarios, shippedDirectory } from '../../../src/texts/scenarios.js';
import { askedCouple, given, hours, settledCouple } from '../../support/given.js';
import { missingFrom } from '../../support/missing-from.js';
import { listeningStep } from '../anything-listening.js';
import { steps, type Step, type World } from '../anything.js';
import type { Happening, Heard } from '../stage.js';

/**
 * Promise 4, and the nine invariants of a listening round, whatever two people do in any order: in it, around it, and
 * with a bot that was away.
 */

const { protocols } = loadScenarios({ shipped: shippedDirectory });
const settings = [settledCouple(), askedCouple({ zones: { 2: 'America/New_York' } })];

const nothing = { steps: [] } as never;

type Life = readonly [setting: number, run: readonly Step[]];
const lives: fc.Arbitrary<Life> = fc.tuple(
  fc.nat(settings.length - 1),
  fc.oneof(
    { weight: 3, arbitrary: fc.array(listeningStep, { minLength: 8, maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(steps, fc.array(listeningStep, { minLength: 10, maxLength: 60 }))
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
      'turnShownAgain',
      'ownFeelingsShown',
      'ownFeelingNamed',
      'keepingChosen',
    ];
    const happens = ([setting, run]: Life) => live(setting, run).map(({ type }) => type);
    expect(missingFrom(lives, { seed: 2, atMost: 120 }, happens, hoped)).toEqual([]);
  });
});
