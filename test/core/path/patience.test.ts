import { expect, test } from 'vitest';
import { anne, bram, given, settledCouple, that, time, type Act, type Someone } from '../../support/given.js';
import { opening, prompt, sheet } from '../prompts.js';
import { bothWish, planOf } from './paths.js';

/** A step of patience holds its path until it opens or its time is over; loose questions come meanwhile. */

const plan = planOf('vel', ['regels', 'daarna']);
const deck = [
  opening,
  ...Array.from({ length: 30 }, (_, index) => prompt(`los-${String(index)}`)),
  { ...sheet, id: 'vel--regels', path: 'vel' },
  prompt('vel--daarna', { path: 'vel' }),
];
const begun = (...acts: readonly Act[]) =>
  given(
    settledCouple({
      prompts: deck,
      paths: [plan],
      acts: [...bothWish('vel'), anne.taps('beginPath'), bram.taps('fillIn')],
    }),
    ...acts,
  );
/** What was asked since, in the order of asking. */
const asked = (...wanted: readonly string[]) =>
  that(({ events }) => {
    const scenarios = events.flatMap((event) => (event.type === 'roundStarted' ? [event.round.scenario] : []));
    expect(scenarios.map((id) => id.replace(/-\d+$/, ''))).toEqual(wanted);
  });

const rows: Readonly<Record<string, readonly string[]>> = {
  plezier: ['klein', 'dag', 'gek'],
  eerlijk: ['mezelf', 'nee', 'durf'],
  later: ['beeld', 'zelf', 'thuis'],
};
const seals = (who: Someone): readonly Act[] => [
  who.taps('fillIn'),
  ...['plezier', 'eerlijk', 'later'].flatMap((theme) => [
    ...(rows[theme] ?? []).map((row) => who.taps('row', { arg: `${theme}_${row}_vaak` })),
    who.taps('rowPass'),
  ]),
  who.taps('toggleLine', { arg: 'plezier' }),
  who.taps('toggleLine', { arg: 'later' }),
  who.taps('sealChosen'),
];

test('loose questions come while it rests, and it does not count as left', () => {
  begun()
    .when(time.is('2026-11-30T20:30'))
    .then(
      asked('los', 'los', 'los'),
      that((_, rules) => {
        expect(rules.coupleOf(anne.id).path?.left).toBe(0);
      }),
    );
});

test('the next step comes at the next moment once it opened', () => {
  begun(time.is('2026-11-26T12:00'), ...seals(anne), ...seals(bram))
    .when(time.is('2026-11-30T20:30'))
    .then(
      that(({ events }) => {
        expect(events.some((event) => event.type === 'roundStarted' && event.round.scenario === 'vel--daarna')).toBe(
          true,
        );
      }),
    );
});
