import type { Protocols } from '../core/listening/protocol.js';
import type { Scenarios } from '../core/round/scenario.js';
import type { PathFile } from './path-file.js';
import { faultAt, onFirst } from './path-rules.js';
import type { ScenarioFile } from './scenario-file.js';
import type { Remark } from './word-rules.js';

/** Whether what a file names is there; known once all files are read. */

export function faultsInCovers({ covers }: ScenarioFile, ids: ReadonlyMap<string, unknown>): readonly Remark[] {
  return (covers ?? []).flatMap((id, index) =>
    ids.has(id) ? [] : [faultAt(['covers', index], `names no prompt "${id}"`)],
  );
}

export function faultsInSteps({ steps }: PathFile, scenarios: Scenarios, protocols: Protocols): readonly Remark[] {
  return steps.flatMap(({ use, listen }, index) => {
    const prompt = use === undefined ? undefined : scenarios.get(use);
    const protocol = listen === undefined ? undefined : protocols.get(listen);
    const path = ['steps', index];
    return [
      ...(use !== undefined && prompt === undefined ? [faultAt([...path, 'use'], `names no prompt "${use}"`)] : []),
      ...(prompt?.isRetired ? [faultAt([...path, 'use'], `names "${prompt.id}", which is retired`)] : []),
      ...(listen !== undefined && protocol === undefined
        ? [
            faultAt(
              [...path, 'listen'],
              `names no protocol "${listen}"; there are: ${[...protocols.keys()].join(', ')}`,
            ),
          ]
        : []),
      ...(protocol && !protocol.paces.includes('live')
        ? [faultAt([...path, 'listen'], `names "${protocol.id}", which cannot be done side by side (paces: live)`)]
        : []),
    ];
  });
}

export function remarksOnFirstUse({ steps }: PathFile, scenarios: Scenarios): readonly Remark[] {
  const use = steps[0]?.use;
  return use === undefined ? [] : onFirst(scenarios.get(use)?.depth ?? 1);
}

/** Paths that wait for one another would never come. */
export function faultsInDone(file: PathFile, paths: ReadonlyMap<string, PathFile>): readonly Remark[] {
  return (file.requires?.done ?? []).flatMap((id, index) => {
    const here = ['requires', 'done', index];
    if (!paths.has(id)) return [faultAt(here, `names no path "${id}"`)];
    return leadsTo(id, file.id, paths) ? [faultAt(here, `goes round: "${id}" waits for "${file.id}"`)] : [];
  });
}

function leadsTo(from: string, wanted: string, paths: ReadonlyMap<string, PathFile>): boolean {
  const seen = new Set<string>();
  const left = [from];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (id === wanted) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    left.push(...(paths.get(id)?.requires?.done ?? []));
  }
  return false;
}
