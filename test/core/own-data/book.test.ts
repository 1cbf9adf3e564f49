import { describe, expect, test } from 'vitest';
import { bookChanges, leavesCoupleAt } from '../../../src/core/own-data/book.js';
import type { OpenedRound, Scene } from '../../../src/core/scene.js';
import {
  anne,
  anotherRound,
  at,
  bothAnswer,
  bram,
  days,
  given,
  hours,
  leaves,
  pairedCouple,
  settledCouple,
  time,
} from '../../support/given.js';
import type { Rules } from '../stage.js';

/** What somebody said, kept for them alone once it has opened: for how long, and what shortens that. */

const keeps = (who: typeof anne, arg: string) => [
  who.does({ type: 'showSettings', view: 'all' }),
  who.taps('settings', { arg: 'keeping' }),
  who.taps('keeping', { arg }),
];

describe('the book', () => {
  test('keeps what opened for 90 days from the question, each their own words', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer('Annes woorden', 'Brams woorden'), time.passes(days(8)));
    expect(rules.bookOf(anne.id)).toHaveLength(1);
    expect(JSON.stringify(rules.bookOf(anne.id))).not.toContain('Brams');
    time.passes(days(82))(rules);
    expect(rules.bookOf(anne.id)).toEqual([]);
  });

  test('is shortened for both by the shorter wish', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...keeps(bram, '7'));
    expect([rules.bookOf(anne.id), rules.bookOf(bram.id)]).toEqual([[], []]);
  });

  const books = (rules: Rules) => [rules.bookOf(anne.id), rules.bookOf(bram.id)];
  const again = anotherRound('Annes tweede', 'Brams tweede');

  test('gets nothing back by a longer wish, also of what is open and not in it yet', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...again);
    expect(books(rules).map((book) => book.length)).toEqual([1, 1]);
    for (const act of [...keeps(anne, '7'), ...keeps(anne, '365'), ...keeps(bram, '365')]) act(rules);
    expect(books(rules)).toEqual([[], []]);
    time.passes(days(8))(rules);
    expect(books(rules)).toEqual([[], []]);
  });

  test.each([
    ['one wants longer', [...keeps(anne, '365')], 90],
    ['one wants longer and the other shorter', [...keeps(anne, '365'), ...keeps(bram, '30')], 30],
    ['both want longer', [...keeps(anne, '365'), ...keeps(bram, '365')], 365],
  ])('keeps what opens from then on for the shorter wish: %s', (_, wishes, kept) => {
    const { rules } = given(pairedCouple(), ...wishes, ...bothAnswer());
    time.passes(days(8))(rules);
    expect(books(rules).map((book) => book.length)).toEqual([1, 1]);
    const [entry] = rules.bookOf(anne.id);
    expect(entry === undefined ? null : (entry.until - entry.askedAt) / days(1)).toBe(kept);
    time.passes(days(Math.min(kept, 90) - 9))(rules);
    expect(books(rules).map((book) => book.length)).toEqual([1, 1]);
  });
});

const openedOf = (rules: Rules) => rules.coupleOf(anne.id).opened;

describe('what opened', () => {
  const monday = at('2026-11-23T20:00');
  const opened = (rest: Partial<OpenedRound>): OpenedRound => ({
    round: { id: 'r', scenario: 's', example: 0, depth: 1, startedAt: monday, offered: {} },
    openedAt: monday,
    thanked: [],
    askedMore: [],
    reacted: [],
    replied: [],
    closed: [],
    keepDays: 90,
    ...rest,
  });

  test('stays at hand for a week, whatever is wished, and never longer than was promised or wished', () => {
    expect(leavesCoupleAt(opened({}))).toBe(monday + days(7));
    expect(leavesCoupleAt(opened({ openedAt: monday + days(5), keepDays: 7 }))).toBe(monday + days(12));
    expect(leavesCoupleAt(opened({ openedAt: monday + days(89) }))).toBe(monday + days(90));
    expect(leavesCoupleAt(opened({ openedAt: monday + days(89), keepDays: 365 }))).toBe(monday + days(96));
  });

  test('goes to the book one by one', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(5)), ...anotherRound('twee', 'drie'));
    time.passes(days(2))(rules);
    expect([rules.bookOf(anne.id).length, openedOf(rules).length]).toEqual([1, 1]);
    time.passes(days(5))(rules);
    expect([rules.bookOf(anne.id).length, openedOf(rules).length]).toEqual([2, 0]);
  });

  test('goes nowhere once its time is up, nor for whoever had no words in it', () => {
    const { rules } = given(pairedCouple(), anne.says('a'), anne.taps('seal'), bram.taps('else'), bram.taps('live'));
    const [one] = openedOf(rules);
    const couple = rules.coupleOf(anne.id);
    const people = { 1: rules.personOf(1), 2: rules.personOf(2) };
    const scene = { actor: null, people, couples: { [couple.id]: couple } } as unknown as Scene;
    const round = one?.round.id ?? '';
    const changes = (now: number) =>
      bookChanges({ type: 'pastForgotten', couple: couple.id, rounds: [round] }, scene, now);
    const until = (one?.round.startedAt ?? 0) + days(90);
    expect(changes(until - 1)).toEqual([
      { kind: 'keep', person: anne.id, entry: expect.objectContaining({ round, until }) as unknown },
    ]);
    expect(changes(until)).toEqual([]);
    expect(changes(until + 1)).toEqual([]);
    expect(bookChanges({ type: 'declined', person: anne.id }, scene, until)).toEqual([]);
  });

  test('is the own words of each once the pairing is undone', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(hours(1)));
    for (const act of [anne.taps('undoPairing'), anne.taps('confirmUndo')]) act(rules);
    expect(rules.bookOf(bram.id)).toMatchObject([{ answer: { pieces: [{ text: 'Brams woorden' }] } }]);
    expect(rules.bookOf(anne.id)).toMatchObject([{ answer: { pieces: [{ text: 'Annes woorden' }] } }]);
  });
});

describe('a shorter wish', () => {
  test('shortens what is longer, and lengthens nothing', () => {
    const { rules } = given(
      pairedCouple(),
      anne.presses('keeping', { arg: '7' }),
      ...bothAnswer(),
      anne.presses('keeping', { arg: '365' }),
      ...anotherRound('twee', 'drie'),
      bram.presses('keeping', { arg: '30' }),
    );
    expect(openedOf(rules).map(({ keepDays }) => keepDays)).toEqual([7, 30]);
  });

  test('holds for the own book when one is alone again', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...leaves(bram));
    expect(rules.bookOf(anne.id)).toHaveLength(1);
    anne.presses('keeping', { arg: '7' })(rules);
    expect(rules.bookOf(anne.id)).toEqual([]);
    expect(rules.personOf(anne.id).keepDays).toBe(7);
  });
});

describe('what never opened, when the other leaves', () => {
  test('is kept two weeks for whoever stays, and not for who left', () => {
    const { rules } = given(
      ...[settledCouple(), time.is('2026-11-23T20:00'), anne.says('Annes half'), time.is('2026-11-25T20:00')],
      ...[anne.says('Annes open'), bram.says('Brams half'), bram.does({ type: 'stop' }), bram.taps('unpair')],
    );
    const mine = rules.bookOf(anne.id);
    expect(mine.map(({ openedAt, answer }) => [openedAt, JSON.stringify(answer).includes('Annes')])).toEqual(
      expect.arrayContaining([[null, true]]) as unknown,
    );
    expect(mine.filter(({ openedAt }) => openedAt === null)).toHaveLength(2);
    expect(rules.bookOf(bram.id).filter(({ openedAt }) => openedAt === null)).toEqual([]);
    time.passes(days(15))(rules);
    expect(rules.bookOf(anne.id).filter(({ openedAt }) => openedAt === null)).toEqual([]);
  });
});
