import type { PathPlan } from '../core/path/plan.js';
import { optionsOf } from '../core/round/kinds.js';
import type { InBoth, Language, Scenario, Scenarios } from '../core/round/scenario.js';

const languages: readonly Language[] = ['nl', 'en'];

/** One prompt as text, in both languages, for the same reader. */
export function readPrompt(scenario: Scenario): string {
  const words = wordsOf(scenario);
  const inBoth = languages.map((language) => words.map((one) => `  ${one[language]}`).join('\n'));
  return [`${scenario.id} (${kindOf(scenario)})`, ...inBoth].join('\n');
}

/** One path as text, in both languages, for whoever reads it aloud before others do. */
export function readThrough(plan: PathPlan, { scenarios }: { readonly scenarios: Scenarios }): string {
  return languages
    .map((language) => {
      const steps = plan.steps.map(({ title, scenario: id }) => {
        const scenario = scenarios.get(id);
        const said = scenario
          ? wordsOf(scenario).map((words) => `  ${words[language]}`)
          : ['  (not there: passed over)'];
        return [`${title[language]} (${scenario ? kindOf(scenario) : id})`, ...said].join('\n');
      });
      return [`${plan.title[language]}: ${plan.about[language]}`, ...steps].join('\n\n');
    })
    .join('\n\n---\n\n');
}

function kindOf({ visibility, answer, depth, protocol }: Scenario): string {
  const answered = visibility === 'private' || visibility === 'together' ? [] : [answer.kind];
  return [`depth ${String(depth)}`, ...answered, visibility ?? [], protocol ?? []].flat().join(', ');
}

function wordsOf({ lesson, safetyNote, text, answer, examples, after }: Scenario): readonly InBoth[] {
  const tapped = answer.kind === 'text' || answer.kind === 'stem' ? [] : optionsOf(answer);
  return [
    ...(lesson ? [lesson] : []),
    ...(safetyNote ? [safetyNote] : []),
    text,
    ...(answer.kind === 'stem' ? answer.lines.map((line) => line.text) : []),
    ...tapped.map(({ label, sentence }) => sentence ?? label),
    ...examples,
    ...(after?.replies ?? []).map(({ label }) => label),
  ];
}
