import { describe, expect, test } from 'vitest';
import { bookChanges, leavesCoupleAt } from '../../src/core/book.js';
import type { OpenedRound, Scene } from '../../src/core/scene.js';
import {
  anne,
  at,
  bothAnswer,
  bram,
  days,
  erasesAll,
  given,
  hours,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Someone,
} from '../support/given.js';
import type { Rules } from './stage.js';

/** What is kept of each, and what is left of it by one who shortens, erases or leaves. */

const keeps = (who: Someone, arg: string): Act => {
  return (rules) => {
    rules.press({ name: 'keeping', slot: '', step: 0, arg }, who.id, { name: who.name });
  };
};
const erasesAnswers: readonly Act[] = [
  anne.does({ type: 'erase' }),
  anne.taps('erase', { arg: 'answers' }),
  anne.taps('eraseNow', { arg: 'answers' }),
];
const again = (annes: string, brams: string): readonly Act[] => [
  anne.does({ type: 'askQuestion' }),
  ...bothAnswer(annes, brams),
];
const leaves = [bram.does({ type: 'stop' }), bram.taps('unpair')];
const openedOf = (rules: Rules) => rules.coupleOf(anne.id).opened;

describe('what opened', () => {
  const monday = at('2026-11-23T20:00');
  const opened = (rest: Partial<OpenedRound>): OpenedRound => ({
    round: { id: 'r', scenario: 's', example: 0, depth: 1, startedAt: monday, offered: {} },
    openedAt: monday,
    thanked: [],
    askedMore: [],
    reacted: [],
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
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(5)), ...again('twee', 'drie'));
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
      keeps(anne, '7'),
      ...bothAnswer(),
      keeps(anne, '365'),
      ...again('twee', 'drie'),
      keeps(bram, '30'),
    );
    expect(openedOf(rules).map(({ keepDays }) => keepDays)).toEqual([7, 30]);
  });

  test('holds for the own book when one is alone again', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...leaves);
    expect(rules.bookOf(anne.id)).toHaveLength(1);
    keeps(anne, '7')(rules);
    expect(rules.bookOf(anne.id)).toEqual([]);
    expect(rules.personOf(anne.id).keepDays).toBe(7);
  });
});

describe('erasing', () => {
  test('of everything clears the own book, and not the other’s', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...erasesAll(anne));
    expect([rules.bookOf(anne.id).length, rules.bookOf(bram.id).length]).toEqual([0, 1]);
  });

  test('of the answers leaves no trace of questions that were not answered', () => {
    given(settledCouple(), time.is('2026-11-25T20:00'), ...erasesAnswers).then(
      that((_, rules) => {
        expect(rules.personOf(anne.id).answers).toEqual({});
      }),
    );
  });

  test('of the answers is for whoever is alone as well', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...leaves, ...erasesAnswers);
    expect([rules.bookOf(anne.id), rules.personOf(anne.id).answers]).toEqual([[], {}]);
  });

  test('of one’s own words leaves what the other kept closed closed', () => {
    const pass = (who: Someone): readonly Act[] => [who.taps('else'), who.taps('live')];
    const question = anne.does({ type: 'askQuestion' });
    given(
      ...[pairedCouple(), ...pass(bram), anne.says('Annes dicht'), anne.taps('seal')],
      ...[question, ...pass(anne), bram.says('Brams dicht'), bram.taps('seal')],
      ...again('open', 'ook open'),
    )
      .when(...erasesAnswers)
      .then(
        that((_, rules) => {
          expect(openedOf(rules).map(({ closed }) => closed)).toEqual([[], [bram.id], []]);
        }),
      )
      .when(bram.taps('shareAnyway'))
      .then(anne.reads('closedAnswer', { partner: 'Bram' }));
  });
});
