import { anne, days, settledCouple, time, type Act, type Setting, type Someone } from '../../support/given.js';
import { only, sheet } from '../prompts.js';

/** Two people with a sheet before them, and how it is filled in. */

export const rowsOf = {
  plezier: ['klein', 'dag', 'gek'],
  eerlijk: ['mezelf', 'nee', 'durf'],
  later: ['beeld', 'zelf', 'thuis'],
};

export const begins = (who: Someone): Act => who.taps('fillIn');
export const taps = (who: Someone, row: string, word = 'vaak'): Act => who.taps('row', { arg: `${row}_${word}` });
/** Every row of every theme, the sentences left. */
export const fillsIn = (who: Someone, word = 'vaak'): readonly Act[] => [
  begins(who),
  ...Object.entries(rowsOf).flatMap(([theme, rows]) => [
    ...rows.map((row) => taps(who, `${theme}_${row}`, word)),
    who.taps('rowPass'),
  ]),
];
export const chooses = (who: Someone, ...themes: readonly string[]): readonly Act[] => [
  ...themes.map((theme) => who.taps('toggleLine', { arg: theme })),
  who.taps('sealChosen'),
];
export const seals = (who: Someone, ...themes: readonly string[]) => [...fillsIn(who), ...chooses(who, ...themes)];

/** It comes with a path; here it was asked before, so that it comes by itself. */
const askedBefore: Act = (rules) => {
  rules.changeCouple(anne.id, ({ lastAsked }) => ({
    lastAsked: { ...lastAsked, [sheet.id]: rules.now() - days(200) },
  }));
};

export const withSheet = (rest: Partial<Setting> = {}): Setting =>
  settledCouple({
    prompts: only(sheet),
    ...rest,
    acts: [askedBefore, time.is('2026-11-23T20:00'), ...(rest.acts ?? [])],
  });
