import type { StepSaid } from '../core/listening/say.js';
import type { Said } from '../core/listening/scene.js';
import { optionsOfGroups, type Protocol, type Step } from '../core/listening/protocol.js';
import type { InBoth, Language } from '../core/round/scenario.js';
import { isThere } from '../core/person.js';
import type { Piece } from '../core/piece.js';
import { bold, italic, type FmtString } from '../telegram/format.js';
import { covered, lines, paragraphs, pieceAsSet } from './answer.js';
import type { About } from './texts.js';

/** A protocol's own words, as they stand in its file. */

/** `{partner}` is the other's name. */
export function fill(words: InBoth, language: Language, partner: string): string {
  return words[language].replaceAll('{partner}', partner);
}

export function protocolOf(id: string, { protocols }: About): Protocol | undefined {
  return protocols.get(id);
}

export function stepOf(
  { protocol, step }: Pick<StepSaid, 'protocol' | 'step'>,
  { protocols }: About,
): Step | undefined {
  return protocols.get(protocol)?.steps.find(({ id }) => id === step);
}

export function optionOf(said: Pick<StepSaid, 'protocol' | 'step'>, option: string | null, about: About) {
  return stepOf(said, about)?.options.find(({ id }) => id === option);
}

/** Beginnings of sentences, each on a line of its own. */
export function stemsOf(step: Step, language: Language): FmtString | null {
  return step.stems.length === 0 ? null : lines(...step.stems.map((stem) => italic(stem[language])));
}

export function questionOf(step: Step, draw: number, language: Language): FmtString | null {
  const question = step.questions[draw % Math.max(1, step.questions.length)];
  return question === undefined ? null : bold(question[language]);
}

/** A feeling by its name, as a sentence of one word; covered, since somebody chose it. */
export function feelingOf(protocol: string, feeling: string, language: Language, about: About): FmtString {
  const options = optionsOfGroups(protocolOf(protocol, about)?.feelings ?? []);
  const label = options.find(({ id }) => id === feeling)?.label[language] ?? '';
  return covered(label === '' ? '' : `${label.charAt(0).toUpperCase()}${label.slice(1)}.`);
}

interface Words {
  readonly pieces: readonly Piece[];
  readonly picks: readonly string[];
}

/** What somebody wrote or picked, as it is read: covered. */
export function wordsText({ pieces, picks }: Words, step: Step | undefined, language: Language): FmtString {
  const options = optionsOfGroups(step?.groups ?? []);
  const feelings = picks.flatMap((id) => {
    const option = options.find((one) => one.id === id);
    return option === undefined ? [] : [option.label[language]];
  });
  return covered(
    lines(
      ...(feelings.length > 0 ? [feelings.join(' · ')] : []),
      ...pieces.filter(isThere).map((piece) => pieceAsSet(piece, language)),
    ),
  );
}

/** A line that was tapped, and the words with it. */
export function saidText(
  said: StepSaid & Words & { readonly option: string | null },
  language: Language,
  about: About,
): FmtString {
  const option = optionOf(said, said.option, about);
  const line = option?.line === null || option?.line === undefined ? null : fill(option.line, language, said.partner);
  const words = wordsText(said, stepOf(said, about), language);
  return lines(bold(said.partner), ...(line === null ? [] : [line]), ...(words.text === '' ? [] : [words]));
}

/** A listening round read again. */
export function heardText(
  { protocol, me, partner, said }: { protocol: string; me: number; partner: string; said: readonly Said[] },
  self: string,
  language: Language,
  about: About,
): FmtString {
  return paragraphs(
    ...said.map((one) => {
      const step = stepOf({ protocol, step: one.step }, about);
      return lines(bold(one.by === me ? self : partner), wordsText(one, step, language));
    }),
  );
}
