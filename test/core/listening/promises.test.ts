import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.js';
import { askedCouple, given, settledCouple } from '../../support/given.js';
import { missingFrom } from '../../support/missing-from.js';
import { listeningStep } from '../anything-listening.js';
import { steps, type Step } from '../anything.js';
import { watched } from './watched.js';

/**
 * Promise 4, and the nine invariants of a listening round, whatever two people do in any order: in it, around it, and
 * with a bot that was away. Every command is looked at; see watched.ts and invariants.ts.
 */

const settings = [settledCouple(), askedCouple({ zones: { 2: 'America/New_York' } })];
const setting = fc.nat(settings.length - 1);
const thousand = 1000;

const long = fc.tuple(setting, fc.array(listeningStep, { minLength: thousand, maxLength: thousand }));
const short = fc.tuple(
  setting,
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

type Life = readonly [setting: number, run: readonly Step[]];

function live([at, run]: Life): readonly Event[] {
  const { rules, events } = watched(given(settings[at] ?? {}).rules);
  const world = { rules, words: [] };
  for (const one of run) one.act(world, one.who);
  return events;
}

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

describe('whatever two people do around a listening round, in any order', () => {
  test('nothing of whoever does not hold the pen reaches the other, and the nine invariants hold', () => {
    fc.assert(
      fc.property(short, (life) => {
        live(life);
      }),
      { numRuns: 40 },
    );
  });

  // What a thousand steps led to is not made smaller: that would take longer than reading it.
  test('nor in a thousand steps', () => {
    fc.assert(
      fc.property(long, (life) => {
        live(life);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  test('nor in a thousand steps among which is everything that can happen', () => {
    const happens = (life: Life) => live(life).map(({ type }) => type);
    expect(missingFrom(long, { seed: 2, atMost: 3 }, happens, hoped)).toEqual([]);
  });
});
