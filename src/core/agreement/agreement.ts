import { pageMs } from '../book/times.js';
import type { Given } from '../given.js';
import type { Instant, PersonId, RoundId } from '../ids.js';
import type { OpenWords } from '../path/scene.js';
import type { Depth, Scenario, Scenarios } from '../round/scenario.js';
import type { Answer, Couple, Round } from '../scene.js';
import type { Agreement, AgreementPart, KeptPage, RoundAbout } from './scene.js';
import { dayMs } from '../time/durations.js';

/** What happens to agreements when pages are kept or go, and which of them a scheduled moment asks after. */

/** What is kept of a page so that it can be asked after; null where its question has no follow-up. */
export function agreedOn(
  scenario: Scenario | undefined,
  halves: Readonly<Record<PersonId, Answer>>,
): KeptPage['agreed'] {
  const days = scenario?.after?.followUpDays ?? [];
  if (days.length === 0) return null;
  const words = Object.entries(halves).map(([id, { pieces, picks }]): [string, OpenWords] => [id, { pieces, picks }]);
  return { words: Object.fromEntries(words), days };
}

/** Both keep a page. When they keep it once more, the dates at which it is asked after stay the same. */
export function afterKept(
  { agreements, keeping }: AgreementPart,
  { round, scenario, replaced, agreed }: KeptPage,
  at: Instant,
): AgreementPart {
  const known = agreements.find(({ page }) => page === round);
  const others = agreements.filter(({ page }) => page !== round && !replaced.includes(page));
  const words = known?.words ?? agreed?.words;
  const due = known?.due ?? (agreed?.days ?? []).map((days) => at + days * dayMs);
  const change = known?.change ?? null;
  return {
    agreements: words === undefined ? others : [...others, { page: round, scenario, keptAt: at, words, due, change }],
    keeping: keeping.filter((one) => one.round !== round && !replaced.includes(one.round)),
  };
}

/** A page is gone, so nobody is asked after it. */
export function withoutAgreement({ agreements, keeping }: AgreementPart, gone: RoundId): Partial<AgreementPart> {
  const isThere = agreements.some(({ page }) => page === gone) || keeping.some(({ round }) => round === gone);
  if (!isThere) return {};
  return {
    agreements: agreements.filter(({ page }) => page !== gone),
    keeping: keeping.filter(({ round }) => round !== gone),
  };
}

/** It was asked after. All dates that had come due by then count as done. */
export function afterAsked({ agreements }: AgreementPart, { id, about, startedAt }: Round): Partial<AgreementPart> {
  if (about === undefined) return {};
  return {
    agreements: agreements.map((one) =>
      one.page !== about.page
        ? one
        : about.how === 'change'
          ? { ...one, change: { askedIn: id } }
          : { ...one, due: one.due.filter((at) => at > startedAt) },
    ),
  };
}

export interface FollowUp {
  readonly scenario: Scenario;
  readonly about: RoundAbout;
  /** A question counts as deep as the words that it quotes. */
  readonly depth: Depth;
}

/**
 * What a scheduled moment asks after: first what somebody wants in other words, then what has waited longest; or null.
 */
export function followUpNow({ agreements }: Couple, { now, scenarios }: Given): FollowUp | null {
  const kept = agreements.filter(({ keptAt }) => now < keptAt + pageMs);
  const changed = kept.find(({ change }) => change?.askedIn === null);
  if (changed !== undefined) {
    const scenario = toChange(changed, scenarios);
    if (scenario !== null) return followUp(changed, scenario, 'change', scenarios);
  }
  const due = kept.filter(({ due: [soonest = Infinity] }) => soonest <= now);
  const first = due.toSorted((one, other) => (one.due[0] ?? 0) - (other.due[0] ?? 0))[0];
  const look = asking(scenarios, 'look');
  return first === undefined || look === null ? null : followUp(first, look, 'look', scenarios);
}

function followUp(
  { page, scenario }: Agreement,
  asked: Scenario,
  how: RoundAbout['how'],
  scenarios: Scenarios,
): FollowUp {
  const quoted = scenarios.get(scenario)?.depth ?? 1;
  return { scenario: asked, about: { page, how }, depth: quoted > asked.depth ? quoted : asked.depth };
}

/** Its own question is asked again. Where its file is gone or retired, a question that fits any agreement is. */
function toChange({ scenario }: Agreement, scenarios: Scenarios): Scenario | null {
  const own = scenarios.get(scenario);
  return own === undefined || own.isRetired === true ? asking(scenarios, 'change') : own;
}

function asking(scenarios: Scenarios, how: RoundAbout['how']): Scenario | null {
  return [...scenarios.values()].find(({ asksAfter, isRetired }) => asksAfter === how && isRetired !== true) ?? null;
}

/** The pages that the new words replace. */
export function changedBy({ agreements }: AgreementPart, round: RoundId): readonly RoundId[] {
  return agreements.filter(({ change }) => change?.askedIn === round).map(({ page }) => page);
}

/** When the clock must look: from then on a page is no longer kept by both, and each half is its writer's own again. */
export function agreementTimes({ agreements }: AgreementPart): readonly Instant[] {
  return agreements.map(({ keptAt }) => keptAt + pageMs);
}
