import { faultsInAsked, remarksOnAsked } from './asked-rules.js';
import { remarksOnShippedFile, type Remark } from './word-rules.js';
import type { ScenarioFile } from './scenario-file.js';
import { lookAnswers } from '../core/agreement/scene.js';

/** What a prompt must hold to work, how it should sound, and what is asked of those that ship. */

const examplesWhenRecurring = 3;

export function faultsInPrompt(file: ScenarioFile): readonly Remark[] {
  const { after, answer, opening, retired, visibility, covers, id, asks_after: asksAfter } = file;
  const fault = (field: string, message: string): Remark => ({ path: [field], message });
  return [
    ...faultsInAsked(file, []),
    ...(visibility === 'together'
      ? [fault('visibility', 'visibility together is for a step of a path, which names a protocol')]
      : []),
    ...(after?.picture?.from === undefined && after?.picture?.with === undefined
      ? []
      : [{ path: ['after', 'picture'], message: 'after.picture names a step, and a prompt has none' }]),
    ...(opening && retired ? [fault('retired', 'the opening prompt cannot be retired')] : []),
    ...(asksAfter === undefined || (!opening && !retired && visibility === undefined)
      ? []
      : [fault('asks_after', 'asks_after goes with no opening, retired or visibility')]),
    ...(asksAfter === 'look' && !isLook(answer)
      ? [fault('answer', `answer should be a choice of ${lookAnswers.join(', ')}: asks_after is look`)]
      : []),
    ...(covers?.includes(id) ? [fault('covers', `covers names "${id}" itself`)] : []),
  ];
}

function isLook(answer: ScenarioFile['answer']): boolean {
  const ids = answer?.kind === 'choice' ? answer.options.map(({ id }) => id) : [];
  return ids.length === lookAnswers.length && lookAnswers.every((id) => ids.includes(id));
}

export function remarksOn(file: ScenarioFile): readonly Remark[] {
  return [...remarksOnAsked(file, []), ...onExamples(file)];
}

export function remarksOnShipped(file: ScenarioFile, path: string): readonly Remark[] {
  return remarksOnShippedFile(file, path, ['title', 'source', 'license', 'authors', 'tags']);
}

function onExamples(file: ScenarioFile): readonly Remark[] {
  const isTappedAlone = file.answer?.kind === 'sheet' || file.visibility === 'overlap';
  if (!file.pace?.recurring || isTappedAlone) return [];
  const different = new Set(file.examples.map(({ nl }) => nl)).size;
  if (different >= examplesWhenRecurring) return [];
  const message = `examples: a prompt that comes back needs at least ${String(examplesWhenRecurring)} different ones`;
  return [{ path: ['examples'], message }];
}
