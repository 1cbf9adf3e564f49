import type { Language } from '../core/round/scenario.js';
import type { PromptSaid } from '../core/round/say.js';
import type { StepSaid } from '../core/path/say.js';
import { answerText, lines } from './answer.js';
import { bold, expandable, fmt, type FmtString } from '../telegram/format.js';
import type { About } from './texts.js';

/** What every language says of a path by its file: titles, steps, and what stands above a question. */

export function pathTitle(path: string, language: Language, { paths }: About): string | null {
  return paths.get(path)?.title[language] ?? null;
}

/** «De dans · Wat ik hoop»; null where the file is gone. */
export function stepHeader(step: PromptSaid['step'], language: Language, about: About): FmtString | null {
  if (step === null) return null;
  const path = about.paths.get(step.path);
  const title = path?.steps.find(({ id }) => id === step.id)?.title[language];
  return path === undefined || title === undefined ? null : bold(`${path.title[language]} · ${title}`);
}

/** The path and the title of one of its scenarios, where only that is known. */
export function cardHeader(path: string | null, scenario: string, language: Language, about: About): FmtString | null {
  const step = path === null ? undefined : about.paths.get(path)?.steps.find((one) => one.scenario === scenario);
  if (path !== null && step !== undefined) return stepHeader({ path, id: step.id }, language, about);
  const title = about.scenarios.get(scenario)?.title?.[language];
  return title === undefined ? null : bold(title);
}

/** A few sentences to read first, for whoever wants them: folded, without a tap of ours. */
export function lessonOf(scenario: string, language: Language, { scenarios }: About): FmtString | null {
  const lesson = scenarios.get(scenario)?.lesson?.[language];
  return lesson === undefined ? null : expandable(lesson);
}

/** What both opened at an earlier step. */
export function shownBefore(
  { shows, partnerName }: PromptSaid,
  mine: string,
  language: Language,
  { scenarios }: About,
): FmtString | null {
  if (shows === null) return null;
  const said = (answer: typeof shows.own) => answerText(answer, shows.scenario, scenarios, language);
  return lines(fmt`${bold(mine)} ${said(shows.own)}`, fmt`${bold(partnerName ?? '…')} ${said(shows.partner)}`);
}

/** One line for each path: its title, which its button has too, and what it is about. */
export function aboutPath(path: string, language: Language, { paths }: About): FmtString | null {
  const plan = paths.get(path);
  return plan === undefined ? null : fmt`• ${bold(plan.title[language])}: ${plan.about[language]}`;
}

const signs: Readonly<Record<StepSaid['is'], string>> = { past: '●', now: '◉', ahead: '○' };

export function stepList(path: string, steps: readonly StepSaid[], language: Language, { paths }: About): FmtString {
  const known = paths.get(path)?.steps ?? [];
  return lines(
    ...steps.map(({ id, is }) => `${signs[is]} ${known.find((step) => step.id === id)?.title[language] ?? '…'}`),
  );
}
