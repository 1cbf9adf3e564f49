import type { Language } from '../core/round/scenario.js';
import { gapCount } from '../core/round/stem.js';
import type { Piece } from '../core/piece.js';
import { bold, fmt, italic, type FmtString } from '../telegram/format.js';
import { covered, lines, piecesText } from './answer.js';
import { fill } from './listening.js';
import type { About } from './texts.js';

/** A prompt's own words, and of a postcard its name; null when its file is gone since it was asked. */
export function questionOf(scenario: string, language: Language, { scenarios }: About): string | null {
  const found = scenarios.get(scenario);
  if (found === undefined) return null;
  if (found.postcard !== undefined) return found.title?.[language] ?? null;
  return found.safetyNote === undefined
    ? found.text[language]
    : `${found.safetyNote[language]}\n\n${found.text[language]}`;
}

/** The question alone, where both have answered it: what was said before it was for whoever had to. */
export function askedBefore(scenario: string, language: Language, { scenarios }: About): string | null {
  const found = scenarios.get(scenario);
  return (found?.postcard === undefined ? found?.text : found.title)?.[language] ?? null;
}

/** What the writer of a postcard reads, with the name of the other in it. */
export function formOf(form: string, partner: string, language: Language, { scenarios }: About): string | null {
  const found = scenarios.get(form);
  return found === undefined ? null : fill(found.text, language, partner);
}

/** What is said above one that arrived, with the name of its writer in it. */
export function arrivalOf(form: string, partner: string, language: Language, { scenarios }: About): readonly string[] {
  const arrives = scenarios.get(form)?.postcard?.arrives ?? null;
  return arrives === null ? [] : [fill(arrives, language, partner)];
}

/** The question as it is asked. With their first one, people read how to answer; where it is quoted, they know. */
export function askedOf(scenario: string, language: Language, about: About, how: string): string | null {
  const question = questionOf(scenario, language, about);
  const asked = about.scenarios.get(scenario);
  return asked?.isOpening === true && asked.answer.kind !== 'sheet' && question !== null
    ? `${question} ${how}`
    : question;
}

/** The sentences to finish, as they stand in the file; null for any other question. */
export function linesToFinish(
  scenario: string,
  language: Language,
  { scenarios }: About,
  words: { readonly quoted: (line: string) => string; readonly how: string },
): string | null {
  const kind = scenarios.get(scenario)?.answer;
  if (kind?.kind !== 'stem') return null;
  const sentences = kind.lines.map((line) => words.quoted(line.text[language].trim()));
  const gaps = kind.lines.reduce((sum, line) => sum + gapCount(line), 0);
  return [...sentences, ...(gaps > 1 ? [words.how] : [])].join('\n');
}

/** One of them, as it asks for words. */
export function lineToFinish(scenario: string, id: string, language: Language, { scenarios }: About): string {
  const kind = scenarios.get(scenario)?.answer;
  const line = kind?.kind === 'stem' ? kind.lines.find((one) => one.id === id) : undefined;
  return line?.text[language].trim() ?? '…';
}

/** A prompt to choose from: its title, which its button has too, and its words. */
export function choiceOf(scenario: string, language: Language, about: About): FmtString {
  const title = about.scenarios.get(scenario)?.title?.[language];
  const question = questionOf(scenario, language, about) ?? '';
  return title === undefined ? fmt`• ${question}` : fmt`• ${bold(title)}: ${question}`;
}

/** How deep a question goes, said before it; null for a light one. */
export function depthOf(
  scenario: string,
  { scenarios }: About,
  labels: Readonly<Record<3 | 4, string>>,
): FmtString | null {
  const depth = scenarios.get(scenario)?.depth;
  return depth === 3 || depth === 4 ? bold(labels[depth]) : null;
}

export function exampleOf(
  scenario: string,
  example: number,
  language: Language,
  { scenarios }: About,
  lead: string,
): FmtString | null {
  const line = scenarios.get(scenario)?.examples[example]?.[language];
  return line === undefined ? null : italic(fmt`${lead}: ${line}`);
}

/** One of the replies that a question came with, covered as all that people say, and their own words below it. */
export function replyText(
  { scenario, reply, pieces }: { readonly scenario: string; readonly reply: string; readonly pieces: readonly Piece[] },
  language: Language,
  { scenarios }: About,
): FmtString {
  const label = scenarios.get(scenario)?.after?.replies.find(({ id }) => id === reply)?.label[language] ?? '';
  const said = [covered(label.replace(/\s*…$/u, '')), piecesText(pieces)];
  return lines(...said.filter(({ text }) => text !== ''));
}

/** The address that opens the bot with an invite's code. */
export function inviteUrl(code: string, botUsername: string): string {
  return `https://t.me/${botUsername}?start=${code}`;
}
