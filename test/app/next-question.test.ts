import { expect, test } from 'vitest';
import { foresee } from '../../src/app/next-question.js';
import { shippedProtocols } from '../core/stage.js';
import { prompts } from '../core/prompts.js';
import {
  anne,
  at,
  bothAnswer,
  bram,
  days,
  given,
  hours,
  pairedCouple,
  settledCouple,
  time,
  type Act,
  type Setting,
} from '../support/given.js';

/** What the demo's «to the next question» leads to. The couple is asked on Monday, Wednesday and Saturday at 20:00. */

const house = {
  scenarios: new Map(prompts.map((one) => [one.id, one])),
  paths: new Map(),
  protocols: new Map(shippedProtocols.map((one) => [one.id, one])),
  openTo: 'everyone',
  tellsNews: true,
  spreadMs: 0,
} as const;

function foreseen(setting: Partial<Setting>, ...acts: Act[]): string | null {
  const { rules } = given(setting, ...acts);
  const scene = rules.sceneOf(anne.id);
  const [couple] = Object.values(scene.couples);
  const instant = couple === undefined ? null : foresee(scene, couple, house, rules.now());
  return instant === null ? null : new Date(instant).toISOString();
}

const asked = (who: typeof anne, rhythm: object): Act => {
  return (rules) => {
    rules.change(who.id, (person) => ({ rhythm: { ...person.rhythm, ...rhythm } }));
  };
};
const utc = (local: string) => new Date(at(local)).toISOString();

test('is the next of the couple’s own days, at the first hour of the two', () => {
  expect(foreseen(settledCouple())).toBe(utc('2026-11-23T20:00'));
  const early = [anne, bram].map((who) => asked(who, { days: 'daily', minute: 8 * 60 + 30 }));
  expect(foreseen(settledCouple({ acts: early }))).toBe(utc('2026-11-23T08:30'));
  const weekly = [anne, bram].map((who) => asked(who, { days: 'weekly' }));
  expect(foreseen(settledCouple({ acts: weekly }))).toBe(utc('2026-11-28T20:00'));
});

test('is not what comes before it: how it goes from here, an opening, the end of a breather', () => {
  expect(foreseen(pairedCouple({ acts: bothAnswer() }))).toBe(utc('2026-11-23T20:00'));
  expect(foreseen(settledCouple({ acts: [anne.does({ type: 'callBreather' })] }))).toBe(utc('2026-11-23T20:00'));
});

test('passes over a moment that brings none, because the last question still waits', () => {
  expect(foreseen(pairedCouple())).toBe(utc('2026-11-25T20:00'));
});

test('is the hour at which somebody wants the question back', () => {
  const later = foreseen(pairedCouple({ acts: [anne.taps('later')] }));
  expect(later).toBe(utc('2026-11-22T14:15'));
});

test('waits for the end of a holiday', () => {
  const away: Act = (rules) => {
    rules.change(bram.id, () => ({ holidayUntil: '2026-12-01' }));
  };
  expect(foreseen(settledCouple({ acts: [away] }))).toBe(utc('2026-12-02T20:00'));
});

test('is none where nothing is asked by itself: alone, in a rhythm that rests, after many that stayed unanswered', () => {
  expect(foreseen(settledCouple({ acts: [asked(anne, { days: 'rest' })] }))).toBeNull();
  expect(foreseen({ openTo: 'everyone' }, anne.starts(), anne.taps('agree'))).toBeNull();
  expect(foreseen(settledCouple({ acts: [time.passes(days(60))] }))).toBeNull();
});

test('is when the rules, left alone, do ask', () => {
  for (const wait of [hours(0), hours(7), days(1), days(2), days(5)]) {
    const { rules } = given(settledCouple(), time.passes(wait));
    const scene = rules.sceneOf(anne.id);
    const [couple] = Object.values(scene.couples);
    const foretold = couple === undefined ? null : foresee(scene, couple, house, rules.now());
    const before = rules.coupleOf(anne.id).round?.id;
    rules.passTo((foretold ?? 0) - 1);
    expect(rules.coupleOf(anne.id).round?.id).toBe(before);
    rules.passTo(foretold ?? 0);
    expect(rules.coupleOf(anne.id).round?.id).not.toBe(before);
  }
});
