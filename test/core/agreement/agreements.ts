import type { SayParams } from '../../../src/core/notice.js';
import type { Scenario } from '../../../src/core/round/scenario.js';
import {
  anne,
  bothAnswer,
  bram,
  days,
  hours,
  pairedCouple,
  time,
  type Act,
  type Setting,
  type Someone,
} from '../../support/given.js';
import type { Happening } from '../memory.js';
import { agreement, anew, look, prompt } from '../prompts.js';

/** Two people who agreed on something with their first question and keep it; and what they do until they are asked how it goes. */

export const tea = 'Als we hard praten, dan zetten we thee';
export const walk = 'Als we hard praten, dan lopen we een rondje';

const loose = Array.from({ length: 60 }, (_, index) => prompt(`vraag-${String(index)}`));
/** Its words are deep; it is never drawn. */
const deep: Scenario = { ...agreement, id: 'diep', depth: 3, isRetired: true };
export const deck = [{ ...agreement, isOpening: true }, look, anew, deep, ...loose];

export const keepsIt = (who: Someone): readonly Act[] => [
  who.taps('moreWays'),
  who.taps('keepPage', { arg: 'reveal' }),
];
export const bothKeep: readonly Act[] = [...keepsIt(anne), ...keepsIt(bram)];

/** It is Sunday 22 November, and what they agreed on has opened; on 6 December it is two weeks old. */
export const agreed = (rest: Partial<Setting> = {}): Setting =>
  pairedCouple({
    prompts: deck,
    ...rest,
    acts: [...bothAnswer(tea, walk), time.passes(hours(1)), ...(rest.acts ?? [])],
  });
/** Both keep it. */
export const kept = (rest: Partial<Setting> = {}): Setting =>
  agreed({ ...rest, acts: [...bothKeep, ...(rest.acts ?? [])] });

/** The question that lies before them both is answered by both. */
const answersIt: Act = (rules) => {
  if (rules.coupleOf(anne.id).round === null) return;
  for (const who of [anne, bram]) for (const act of [who.says('iets'), who.taps('seal')]) act(rules);
};

/** Days in which they answer what they are asked, until the morning of this one. */
export const livesUntil = (date: string): Act => {
  return (rules) => {
    const isBefore = () => new Date(rules.now() + days(1)).toISOString().slice(0, 10) <= date;
    while (isBefore()) {
      time.passes(days(1))(rules);
      answersIt(rules);
    }
    time.is(`${date}T09:00`)(rules);
  };
};

/** Monday 7 December at eight: they are asked how it goes. */
export const askedAgain = (rest: Partial<Setting> = {}): Setting =>
  kept({ ...rest, acts: [livesUntil('2026-12-07'), time.is('2026-12-07T20:00'), ...(rest.acts ?? [])] });

export const looksBack = (who: Someone, how: string): readonly Act[] => [
  who.taps('pick', { arg: how }),
  who.taps('seal'),
];

/** The questions that somebody was shown, with what each quoted. */
export function questionsTo({ id }: Someone, { heard }: Happening): readonly (readonly [string, readonly string[]])[] {
  return heard.flatMap(({ notice }) =>
    notice.to === id && notice.say?.name === 'prompt'
      ? [[notice.say.params.scenario, wordsIn(notice.say.params.agreed)] as const]
      : [],
  );
}

/** What each of those questions quoted. */
export function quotedTo({ id }: Someone, { heard }: Happening): readonly SayParams['prompt']['agreed'][] {
  return heard.flatMap(({ notice }) =>
    notice.to === id && notice.say?.name === 'prompt' ? [notice.say.params.agreed] : [],
  );
}

function wordsIn(agreed: SayParams['prompt']['agreed']): readonly string[] {
  return [agreed?.own, agreed?.partner].map((half) =>
    (half?.pieces ?? []).map((piece) => (piece.kind === 'text' ? piece.text : piece.kind)).join(' … '),
  );
}
