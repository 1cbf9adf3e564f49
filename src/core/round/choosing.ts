import type { Piece } from '../piece.js';
import type { Answer } from '../scene.js';
import { isFilled, linesOf } from './gaps.js';
import { rowOfKind } from './kinds.js';
import type { Scenario } from './scenario.js';

/**
 * A question that is answered for oneself first: of what somebody said they tap what may open, and the rest is erased in
 * the transaction that seals.
 */

/** One thing that can be tapped to open: a pick, a sentence, or a message. */
interface Part {
  readonly id: string;
  /** A sentence with an empty gap, or one that its file keeps to its writer, is shown to them and cannot open. */
  readonly canOpen: boolean;
}

export function isChoosing(scenario: Scenario | undefined): boolean {
  return scenario?.visibility === 'choose';
}

/** The sentence that a piece stands in, or else its own message. */
export function partOf({ at, messageId }: Piece): string {
  return at === null ? `M${messageId}` : at.replace(/\.\d+$/u, '');
}

/** What somebody has, in the order in which it is read. */
export function partsOf({ pieces, picks }: Answer, scenario: Scenario | undefined): readonly Part[] {
  const lines = linesOf(scenario) ?? [];
  const said = new Set(pieces.map(partOf));
  const read =
    scenario === undefined
      ? picks
      : rowOfKind(scenario.answer)
          .read(scenario.answer, picks)
          .map(({ id }) => id);
  const known = lines.flatMap(({ id }) => (said.has(id) ? [id] : []));
  const ids = new Set([...read, ...known, ...said]);
  return [...ids].map((id) => {
    const line = lines.find((one) => one.id === id);
    const mayOpen = scenario?.mayOpen?.includes(id) ?? true;
    return { id, canOpen: mayOpen && (line === undefined || isFilled(line, pieces)) };
  });
}

/** ① and on, as it stands on a button and before the words; beyond what there is of these, in brackets. */
export function numberOf(index: number): string {
  return index < 20 ? String.fromCodePoint(0x2460 + index) : `(${String(index + 1)})`;
}

/** What opens as it stands. Nothing is chosen for anybody, but the one line that can open at all. */
export function chosenIn(answer: Answer, scenario: Scenario | undefined): readonly string[] {
  const { mayOpen = [] } = scenario ?? {};
  const chosen = answer.chosen ?? (mayOpen.length === 1 ? mayOpen : []);
  return partsOf(answer, scenario).flatMap(({ id, canOpen }) => (canOpen && chosen.includes(id) ? [id] : []));
}

/** The answer with this part chosen or not; null where there is no such part, or it cannot open. */
export function toggled(answer: Answer, scenario: Scenario | undefined, part: string, isOn: boolean): Answer | null {
  if (!partsOf(answer, scenario).some(({ id, canOpen }) => canOpen && id === part)) return null;
  const others = chosenIn(answer, scenario).filter((id) => id !== part);
  return { ...answer, chosen: isOn ? [...others, part] : others };
}

/** Of all that was said, what was chosen; nothing is left of the rest. */
export function onlyChosen(answer: Answer, chosen: readonly string[]): Answer {
  return {
    ...answer,
    chosen,
    picks: answer.picks.filter((id) => chosen.includes(id)),
    pieces: answer.pieces.filter((piece) => chosen.includes(partOf(piece))),
  };
}
