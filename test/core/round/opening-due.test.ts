import { describe, expect, test } from 'vitest';
import { openDue, openingHour, openingTimes } from '../../../src/core/round/opening.js';
import type { Couple, Opening, Person, Scene } from '../../../src/core/scene.js';
import { anne, at, given, hours, pairedCouple } from '../../support/given.js';

/** What has come due on its way to open: a deep answer cools, each is asked, and both have a day to say yes. */

const { rules } = given(pairedCouple());
const couple = rules.coupleOf(anne.id);
const [me, you] = [rules.personOf(1), rules.personOf(2)];
const round = couple.round?.id ?? '';
const monday = (clock: string) => at(`2026-11-23T${clock}`);
const opening = (rest: Partial<Opening>): Opening => ({
  round,
  at: null,
  until: monday('15:00'),
  askAt: {},
  yes: [],
  ...rest,
});
const due = (now: number, rest: Partial<Opening>, changed: Partial<Couple> = {}) => {
  const there = { ...couple, openings: [opening(rest)], ...changed };
  const scene = { actor: null, people: { 1: me, 2: you }, couples: { [couple.id]: there } } as unknown as Scene;
  return openDue(scene, there, { now } as never);
};

describe('an hour of their own', () => {
  const at20 = { ...me, revealMinute: 20 * 60 };

  test('is the next there is, and the later of two', () => {
    expect(openingHour([me, you], monday('12:00'))).toBeNull();
    expect(openingHour([at20, you], monday('19:59'))).toBe(monday('20:00'));
    expect(openingHour([at20, you], monday('20:00'))).toBe(at('2026-11-24T20:00'));
    expect(openingHour([at20, { ...you, revealMinute: 18 * 60 }], monday('12:00'))).toBe(monday('20:00'));
  });

  test('of two in other zones has come once it has for both', () => {
    const far: Person = { ...you, revealMinute: 20 * 60, zone: 'America/New_York' };
    expect(openingHour([at20, far], monday('12:00'))).toBe(at('2026-11-23T20:00', 'America/New_York'));
  });

  test('opens on its minute, and not before', () => {
    expect(due(monday('19:59'), { at: monday('20:00') })).toEqual([]);
    expect(due(monday('20:00'), { at: monday('20:00') })).toMatchObject([{ type: 'answersRevealed' }]);
  });
});

describe('a fresh yes of each', () => {
  test('is asked of whoever’s hours are over, and not at night', () => {
    expect(due(monday('12:00'), { askAt: { 1: monday('12:00'), 2: monday('12:30') } })).toEqual([
      { type: 'yesAsked', person: 1, round, until: monday('15:00') },
    ]);
    const until = at('2026-11-24T15:00');
    expect(due(monday('23:00'), { until, askAt: { 1: monday('12:00'), 2: monday('12:00') } })).toEqual([]);
  });

  test('that did not come in time leaves the question closed, on the minute', () => {
    expect(due(monday('14:59'), { askAt: { 2: monday('15:30') } })).toEqual([]);
    expect(due(monday('15:00'), { askAt: { 2: monday('15:30') } })).toMatchObject([
      { type: 'openingLapsed' },
      { type: 'roundRested' },
    ]);
    const rested = { round: null, rested: [{ round: couple.round, restedAt: 0 }] } as unknown as Partial<Couple>;
    expect(due(monday('15:00'), { askAt: {} }, rested)).toMatchObject([{ type: 'openingLapsed' }]);
    expect(due(monday('12:00'), {}, { round: null })).toMatchObject([{ type: 'openingLapsed' }]);
  });

  test('has its whole day when the bot was away and could ask nobody', () => {
    const until = monday('16:00') + hours(24);
    expect(due(monday('16:00'), { askAt: { 1: monday('12:00'), 2: monday('12:00') } })).toMatchObject([
      { type: 'openingSet', opening: { until } },
      { type: 'yesAsked', person: 1, until },
      { type: 'yesAsked', person: 2, until },
    ]);
  });
});

test('the clock looks at the hour of opening, or at the end and at whoever is to be asked, by day', () => {
  const times = (now: number, rest: Partial<Opening>) =>
    openingTimes({ ...couple, openings: [opening(rest)] }, [me, you], now);
  expect(times(monday('12:00'), { at: monday('20:00') })).toEqual([monday('20:00')]);
  expect(times(monday('12:00'), { askAt: { 2: monday('23:00') } })).toEqual([monday('15:00'), at('2026-11-24T08:00')]);
  expect(times(monday('12:00'), { until: null, askAt: { 1: monday('11:00') } })).toEqual([monday('12:00')]);
});
