import { optionsOf } from '../core/round/kinds.js';
import type { Language, RitualPlan } from '../core/round/scenario.js';
import { covered } from './answer.js';
import { bold, fmt, type FmtString } from '../telegram/format.js';
import type { About } from './texts.js';

/** What a ritual is called, when it is, and what goes with its reminder, by the files of today. */

/** Covered, as what both tapped. */
export function momentSaid(
  { scenario, moment }: { readonly scenario: string; readonly moment: string },
  language: Language,
  about: About,
  often: Readonly<Record<RitualPlan['every'], (moment: string) => string>>,
): FmtString | null {
  const found = momentOf(scenario, moment, language, about);
  const every = ritualPlan(scenario, about)?.every ?? 'week';
  return found === null ? null : covered(often[every](found));
}

/** For an export: what it is called and when it is, bare. */
export function ritualLine(of: { scenario: string; moment: string }, language: Language, about: About): string {
  const title = about.scenarios.get(of.scenario)?.title?.[language];
  const moment = momentOf(of.scenario, of.moment, language, about);
  return [title, moment].filter((part) => part != null).join(', ') || '…';
}

function momentOf(scenario: string, moment: string, language: Language, about: About): string | null {
  const kind = about.scenarios.get(scenario)?.answer;
  const option = kind === undefined ? undefined : optionsOf(kind).find(({ id }) => id === moment);
  return option === undefined ? null : (option.sentence ?? option.label)[language];
}

export function ritualNamed(scenario: string, language: Language, about: About): FmtString | null {
  const title = about.scenarios.get(scenario)?.title?.[language];
  return title === undefined ? null : fmt`${bold(title)}`;
}

export function ritualPlan(scenario: string, about: About): RitualPlan | null {
  return about.scenarios.get(scenario)?.after?.ritual ?? null;
}

export function ideaOf(plan: RitualPlan, turn: number, language: Language): string | null {
  return plan.ideas.length === 0 ? null : (plan.ideas[turn % plan.ideas.length]?.[language] ?? null);
}
