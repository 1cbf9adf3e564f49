import type { PathPlan } from '../../../src/core/path/plan.js';
import type { Scenario } from '../../../src/core/round/scenario.js';
import { anne, bram, settledCouple, type Act, type Setting } from '../../support/given.js';
import { dance, prompt, prompts } from '../prompts.js';

/** Two small paths to walk, and what two people do to begin one. */

const both = (text: string) => ({ nl: text, en: text });

const step = (path: string, id: string, rest: Partial<Scenario> = {}): Scenario =>
  prompt(`${path}--${id}`, { path, title: both(id), ...rest });

export function planOf(id: string, steps: readonly string[], rest: Partial<PathPlan> = {}): PathPlan {
  return {
    id,
    title: both(`Pad ${id}`),
    about: both(`Waar ${id} over gaat.`),
    order: null,
    revealsNeeded: 0,
    needsDone: [],
    steps: steps.map((name) => ({ id: name, title: both(name), scenario: `${id}--${name}` })),
    ...rest,
  };
}

/** Two questions, of which the second shows the first; a card to read; something to do together; a last question. */
export const walk = planOf('wandeling', ['een', 'twee', 'kaart', 'samen', 'vijf'], { order: 2 });
/** One light question, and a deep one. */
export const deep = planOf('diep', ['licht', 'kwetsbaar'], { order: 1 });
export const short = planOf('kort', ['eerst', 'laatst'], { order: 3 });

/** Ends with a card to read. */
export const closing = planOf('slot', ['vraag', 'kaart']);
export const long = planOf('lang', ['a', 'b', 'c', 'd']);
/** Four questions, of which the third shows the second. */
export const echo = planOf('echo', ['een', 'twee', 'drie', 'vier']);

export const steps: readonly Scenario[] = [
  step('wandeling', 'een', { answer: dance.answer }),
  step('wandeling', 'twee', { shows: 'wandeling--een' }),
  step('wandeling', 'kaart', { visibility: 'private', isOnDemand: true }),
  step('wandeling', 'samen', { visibility: 'together', protocol: 'spiegelen' }),
  step('wandeling', 'vijf'),
  step('diep', 'licht'),
  step('diep', 'kwetsbaar', { depth: 3 }),
  step('kort', 'eerst'),
  step('kort', 'laatst'),
  ...['a', 'b', 'c', 'd'].map((id) => step('lang', id)),
  step('slot', 'vraag'),
  step('slot', 'kaart', { visibility: 'private' }),
  step('echo', 'een'),
  step('echo', 'twee'),
  step('echo', 'drie', { shows: 'echo--twee' }),
  step('echo', 'vier'),
];

const deck = [...prompts, ...Array.from({ length: 30 }, (_, index) => prompt(`los-${String(index)}`))];

/** Their first reveal is behind them; it is Sunday afternoon, and these paths stand on the shelf. */
export function withPaths(paths: readonly PathPlan[], rest: Partial<Setting> = {}): Partial<Setting> {
  return settledCouple({ prompts: [...deck, ...steps], paths, ...rest });
}

export const looks = (who: typeof anne): Act => who.does({ type: 'showPaths' });

/** Both want it, by the same card. */
export function bothWish(id: string): readonly Act[] {
  return [looks(anne), anne.taps('wishPath', { arg: id }), looks(bram), bram.taps('wishPath', { arg: id })];
}

/** Whoever answers, answers this way, whichever kind of question it is. */
export const answers = (who: typeof anne): readonly Act[] => [
  who.says('als jij stil wordt, dan ga ik weg'),
  who.taps('seal'),
];

export const bothStep: readonly Act[] = [...answers(anne), ...answers(bram)];
