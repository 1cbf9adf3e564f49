import { crisisIn } from '../help/crisis.js';
import type { PersonId } from '../ids.js';
import { inGap, isFilled, linesOf } from './gaps.js';
import type { Piece } from '../piece.js';
import type { FilledLine, LoopHalfSaid, LoopSaid } from './say.js';
import type { Scenario, Scenarios, StemLine } from './scenario.js';
import { gapCount } from './stem.js';

/** The ring that both are half of, drawn from sentences that opened. */

/** What somebody's opened answer to a scenario holds; null for one that did not open, or is not known any more. */
export type Opened = (scenario: string, person: PersonId) => readonly Piece[] | null;

/** As much as the ring has room for in each gap. */
const drawnLengthMax = 90;

/** Two stand in the order of their ids, in both pictures. Null wherever a sentence is missing, or sounds like violence. */
export function loopOf(
  members: readonly PersonId[],
  scenario: Scenario | undefined,
  opened: Opened,
  scenarios: Scenarios,
): LoopSaid | null {
  const drawing = scenario?.after?.drawing;
  const [top, bottom] = members.toSorted((one, other) => one - other);
  if (drawing?.draw !== 'loop' || top === undefined || bottom === undefined) return null;
  const pair = [top, bottom] as const;
  const sentences = filledByBoth(pair, drawing.from, opened, scenarios, isDrawn);
  if (sentences === null) return null;
  const hopes =
    drawing.with === null ? null : filledByBoth(pair, drawing.with, opened, scenarios, (line) => gapCount(line) === 1);
  const half = (which: 0 | 1): LoopHalfSaid => ({ sentence: sentences[which], hope: hopes?.[which] ?? null });
  const said = { top: half(0), bottom: half(1) };
  return isHeavy(said) ? null : said;
}

/** «Als jij …, dan …»: what the other does, and what oneself does then. */
const isDrawn = (line: StemLine) => gapCount(line) === 2 && line.max <= drawnLengthMax;

/** The first line of this kind that both have finished. */
function filledByBoth(
  pair: readonly [PersonId, PersonId],
  scenario: string,
  opened: Opened,
  scenarios: Scenarios,
  isMeant: (line: StemLine) => boolean,
): readonly [FilledLine, FilledLine] | null {
  const lines = linesOf(scenarios.get(scenario)) ?? [];
  const [first, second] = pair.map((person) => opened(scenario, person));
  if (first == null || second == null) return null;
  const line = lines.find((one) => isMeant(one) && isFilled(one, first) && isFilled(one, second));
  return line === undefined ? null : [filled(line, first), filled(line, second)];
}

function filled(line: StemLine, pieces: readonly Piece[]): FilledLine {
  const gaps = Array.from({ length: gapCount(line) }, (_, index) => {
    const texts = inGap(pieces, line, index).flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
    return texts.length === 0 ? null : { words: texts.join(' ') };
  });
  return { text: line.text, gaps };
}

/** Where there is violence there is no ring that both are half of. */
function isHeavy({ top, bottom }: LoopSaid): boolean {
  return [top.sentence, top.hope, bottom.sentence, bottom.hope].some(
    (line) => line !== null && readings(line).some((text) => crisisIn(text) !== null),
  );
}

/** Each gap by itself, and within its sentence in either language: «als jij me slaat» is heavy as a whole. */
function readings({ text, gaps }: FilledLine): readonly string[] {
  const said = gaps.map((gap) => gap?.words ?? '');
  const sentences = [text.nl, text.en].map((words) => {
    let next = 0;
    return words.replace(/…/gu, () => said[next++] ?? '');
  });
  return [...said, ...sentences];
}
