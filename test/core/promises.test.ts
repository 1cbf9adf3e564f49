import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/core/event.js';
import { stranger } from '../../src/core/person.js';
import { isFinal } from '../../src/core/round/live-round.js';
import type { Couple } from '../../src/core/scene.js';
import { askedCouple, given, pairedCouple } from '../support/given.js';
import { missingFrom } from '../support/missing-from.js';
import { people, steps, type Step, type World } from './anything.js';
import { choice, feelings, opening, prompt, recurring, scale } from './prompts.js';
import type { Happening } from './memory.js';

/** People who do anything, in any order, while the clock runs: what design.md promises holds after every step. */

interface Watched extends World {
  readonly usedCodes: Set<string>;
  readonly servedDates: Set<string>;
}

const settings = [
  {},
  pairedCouple(),
  askedCouple({
    zones: { 2: 'America/New_York' },
    prompts: [opening, choice, scale, feelings, recurring, prompt('x')],
  }),
  askedCouple({ zones: { 1: 'Pacific/Auckland', 2: 'Pacific/Honolulu' } }),
];

/** Runs the steps and looks, after each, at what it led to. */
function live(setting: number, some: readonly Step[]): readonly Event['type'][] {
  const { rules } = given(settings[setting] ?? {});
  const world: Watched = { rules, words: [], usedCodes: new Set(), servedDates: new Set() };
  return some.flatMap((one) => {
    const before = new Map(rules.couples().map((couple) => [couple.id, couple]));
    const silent = people.filter(({ id }) => id !== one.who && rules.personOf(id).hasStopped).map(({ id }) => id);
    const happening = rules.begin();
    const unsaid = world.words.length;
    one.act(world, one.who);
    checkWords(world, happening);
    checkReveals(world, happening);
    checkCodes(world, happening, before);
    checkStrangers(world);
    checkKept(world, happening, unsaid, before);
    checkDates(world, happening);
    expect(
      happening.heard.filter(({ notice }) => silent.includes(notice.to)),
      'promise 7',
    ).toEqual([]);
    return happening.events.map(({ type }) => type);
  });
}

/** Promise 1: nobody's word reaches the other before both sealed, and a word that was never sealed never does. */
function checkWords({ rules, words }: Watched, { heard }: Happening): void {
  for (const { notice, because } of heard) {
    const said = JSON.stringify(notice);
    for (const { by, word } of words.filter((one) => one.by !== notice.to && said.includes(one.word))) {
      if (['reactionSent', 'replied', 'closedAnswerShared'].includes(because.type) && 'person' in because) {
        expect(because.person).toBe(by);
        continue;
      }
      if (because.type === 'breatherEnded') {
        expect(because.how).toBe('opened');
        continue;
      }
      expect(because.type, `promise 1: ${word} in ${said}`).toBe('answersRevealed');
      if (because.type !== 'answersRevealed') continue;
      const answers = [by, notice.to].map((id) => rules.personOf(id).answers[because.round.id]);
      expect(answers.map((answer) => answer?.state)).toEqual(['sealed', 'sealed']);
      expect(JSON.stringify(answers[0])).toContain(word);
    }
  }
}

/** Promise 2: what both sealed is open, to both, in that very step. */
function checkReveals({ rules }: Watched, { events, heard }: Happening): void {
  for (const event of events) {
    if (event.type !== 'answersRevealed') continue;
    const told = heard.filter(({ because, notice }) => because === event && notice.say?.name === 'revealed');
    const actor = events.find(({ type }) => type === 'answerSealed');
    const listening = people.filter(({ id }) => {
      const isActor = actor?.type === 'answerSealed' && actor.person === id;
      return rules.personOf(id).coupleId === event.couple && (isActor || !rules.personOf(id).hasStopped);
    });
    expect(told.map(({ notice }) => notice.to).sort(), 'promise 2').toEqual(listening.map(({ id }) => id));
  }
  for (const { members, round, rested } of rules.couples()) {
    if (members.length < 2) continue;
    for (const { id } of [...(round === null ? [] : [round]), ...rested.map((one) => one.round)]) {
      const isComplete = members.every((member) => {
        const answer = rules.personOf(member).answers[id];
        return answer !== undefined && isFinal(answer);
      });
      expect(isComplete, 'promise 2: sealed by both and not open').toBe(false);
    }
  }
}

/** What somebody says is kept, or answered with a no; but for a breather, of which nothing typed is kept. */
function checkKept(
  { rules, words }: Watched,
  { refusals, events }: Happening,
  unsaid: number,
  before: ReadonlyMap<number, Couple>,
): void {
  const isAnswered = refusals.length > 0 || events.some(({ type }) => type === 'refused');
  for (const { by, word, isEdit } of isAnswered ? [] : words.slice(unsaid)) {
    const wasBreathing = before.get(rules.personOf(by).coupleId ?? -1)?.breather != null;
    if (!isEdit && !wasBreathing) expect(JSON.stringify(rules.personOf(by)), `${word} was dropped`).toContain(word);
  }
}

/** Promise 8: a code pairs two people, once, within its life. */
function checkCodes({ rules, usedCodes }: Watched, { events }: Happening, before: ReadonlyMap<number, Couple>): void {
  for (const event of events) {
    if (event.type !== 'partnerJoined') continue;
    const host = before.get(event.couple);
    expect(host?.members, 'promise 8').toHaveLength(1);
    expect(host?.invite?.expiresAt).toBeGreaterThan(event.at);
    const code = host?.invite?.code ?? '';
    expect(usedCodes.has(code)).toBe(false);
    usedCodes.add(code);
  }
  for (const { members } of rules.couples()) expect(new Set(members).size).toBeLessThanOrEqual(2);
}

function checkStrangers({ rules }: Watched): void {
  for (const { id } of people) {
    const person = rules.personOf(id);
    if (person.consent !== null) continue;
    const { language, wrongGuesses, zone } = person;
    expect(person).toEqual({ ...stranger(id, language, zone), wrongGuesses });
  }
}

/** Never two scheduled prompts on one local date. */
function checkDates({ servedDates }: Watched, { heard }: Happening): void {
  for (const { notice } of heard) {
    if (notice.localDate === null) continue;
    const date = `${String(notice.to)} ${notice.localDate}`;
    expect(servedDates.has(date), date).toBe(false);
    servedDates.add(date);
  }
}

type Life = readonly [setting: number, some: readonly Step[]];
const lives: fc.Arbitrary<Life> = fc.tuple(fc.nat(settings.length - 1), steps);

describe('whatever people do, in any order', () => {
  test('promises 1, 2, 7 and 8 hold, nothing throws and nobody is woken twice for the same', () => {
    fc.assert(
      fc.property(lives, ([setting, some]) => {
        live(setting, some);
      }),
      { numRuns: 250 },
    );
  });

  test('everything that can happen between two people is among it', () => {
    const hoped: readonly Event['type'][] = [
      'partnerJoined',
      'pairingUndone',
      'unpaired',
      'erased',
      'stopped',
      'wentOn',
      'roundRested',
      'restTold',
      'pastForgotten',
      'answersRevealed',
      'closedAnswerShared',
      'reactionSent',
      'thanked',
      'moreAsked',
      'sealedAnswerExtended',
      'promptSkipped',
      'promptPostponed',
      'slotMet',
      'zoneChanged',
      'daysChosen',
      'inviteExpired',
      'becameReachable',
      'refused',
    ];
    const happens = ([setting, some]: Life) => live(setting, some);
    expect(missingFrom(lives, { seed: 2, atMost: 1600 }, happens, hoped)).toEqual([]);
  });
});
