import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Protocols } from '../core/listening/protocol.js';
import type { PathPlan, PathPlans } from '../core/path/plan.js';
import type { Scenarios } from '../core/round/scenario.js';
import { listNames, type ListName } from './file-fields.js';
import { filesIn } from './files-in.js';
import { faultsInCovers, faultsInDone, faultsInSteps, remarksOnFirstUse } from './links.js';
import { faultsInList, listFile, remarksOnList } from './list-file.js';
import { toList, toPlan, toPostcard, toScenario, toSteps, type List, type Lists } from './to-core.js';
import { toProtocol } from './protocol-to-core.js';
import type { Remark } from './word-rules.js';
import { readYamlFile, type Fault } from './yaml-file.js';
import type { Origin, Sound, Reading } from './reading.js';
import { type AnyFile, rulesFor, schemaFor } from './any-file.js';
import { clashOf } from './clashes.js';

export { shippedDirectory } from './shipped.js';

/** An error keeps a file out; a warning is about style. An error in a shipped file is a reason not to start. */
export interface ScenarioProblem {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly origin: Origin;
}

type Report = (file: string, origin: Origin, fault: Fault, severity: ScenarioProblem['severity']) => void;

export interface Loaded {
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly paths: PathPlans;
  readonly problems: readonly ScenarioProblem[];
}

/**
 * Reads every prompt, every protocol for listening, every path and every postcard. A broken file is named among the
 * problems and left out; the others are read. `own` holds an owner's directories or files.
 */
export function loadScenarios(dirs: {
  readonly shipped: string;
  readonly own?: string | readonly string[] | undefined;
}): Loaded {
  const problems: ScenarioProblem[] = [];
  const report: Report = (file, origin, { line, column, message }, severity) =>
    problems.push({ file, line, column, message, severity, origin });
  const reading: Reading = {
    lists: readLists(join(dirs.shipped, 'lists'), report),
    fileOf: new Map(),
    scenarios: new Map(),
    protocols: new Map(),
    covering: [],
    paths: new Map(),
  };
  for (const part of ['prompts', 'listening', 'paths']) readAll(join(dirs.shipped, part), 'shipped', reading, report);
  const postcards = join(dirs.shipped, 'postcards');
  if (existsSync(postcards)) readAll(postcards, 'shipped', reading, report);
  missFirst(reading, (message) => {
    report(dirs.shipped, 'shipped', atStart(message), 'error');
  });
  for (const source of [dirs.own ?? []].flat()) readAll(source, 'own', reading, report);
  const paths = link(reading, report);
  return { scenarios: reading.scenarios, protocols: reading.protocols, paths, problems };
}

function readAll(source: string, origin: Origin, reading: Reading, report: Report): void {
  const files = filesIn(source, (path, message) => {
    report(path, origin, atStart(message), 'error');
  });
  for (const file of files) {
    const checked = readAny(file, origin, report);
    if (checked === undefined) continue;
    const { value, at } = checked;
    const clash = clashOf(value, origin, reading);
    if (clash === undefined) {
      reading.fileOf.set(value.id, file);
      keep({ file, origin, checked }, reading);
    } else report(file, origin, { ...at(clash.path), message: clash.message }, 'error');
  }
}

function keep({ file, origin, checked }: Sound<AnyFile>, { lists, ...reading }: Reading): void {
  const { value, at } = checked;
  switch (value.kind) {
    case 'listening':
      reading.protocols.set(value.id, toProtocol(value, lists));
      break;
    case 'path':
      reading.paths.set(value.id, { file, origin, checked: { ok: true, value, at } });
      break;
    case 'postcard':
      reading.scenarios.set(value.id, toPostcard(value, lists));
      break;
    case 'prompt':
      reading.scenarios.set(value.id, toScenario(value, lists));
      if (value.covers) reading.covering.push({ file, origin, checked: { ok: true, value, at } });
  }
}

/** Leaves out what names a file that is not there, and whatever leaned on that; the paths that stay come back. */
function link({ lists, fileOf, scenarios, protocols, covering, paths }: Reading, report: Report): PathPlans {
  const isSound = <T>({ file, origin, checked }: Sound<T>, faults: readonly Remark[]) => {
    for (const { path, message } of faults) report(file, origin, { ...checked.at(path), message }, 'error');
    return faults.length === 0;
  };
  for (const one of covering) {
    const { value } = one.checked;
    if (!isSound(one, faultsInCovers(value, fileOf))) scenarios.delete(value.id);
  }
  for (const [id, one] of paths) {
    const { value } = one.checked;
    const remarks = remarksOnFirstUse(value, scenarios);
    reportRemarks(one, remarks, report);
    const isLeftOut = one.origin === 'shipped' && remarks.length > 0;
    if (!isSound(one, faultsInSteps(value, scenarios, protocols)) || isLeftOut) paths.delete(id);
  }
  for (let before = -1; before !== paths.size;) {
    before = paths.size;
    const files = new Map([...paths].map(([id, { checked }]) => [id, checked.value] as const));
    for (const [id, one] of paths) if (!isSound(one, faultsInDone(one.checked.value, files))) paths.delete(id);
  }
  const plans = new Map<string, PathPlan>();
  for (const [id, { checked }] of paths) {
    plans.set(id, toPlan(checked.value));
    for (const step of toSteps(checked.value, lists, (protocol) => protocols.get(protocol))) {
      scenarios.set(step.id, step);
    }
  }
  return plans;
}

function missFirst({ scenarios, protocols }: Reading, say: (message: string) => void): void {
  if (![...scenarios.values()].some(({ isOpening }) => isOpening)) {
    say('no prompt says opening: true; a new couple would have nothing to begin with');
  }
  if (![...protocols.values()].some(({ isDefault }) => isDefault)) {
    say('no protocol says first: true; /luister would have none to offer');
  }
}

/** Checks one file; what it says it is decides what it must hold. */
function readAny(file: string, origin: Origin, report: Report) {
  const checked = readYamlFile<AnyFile>(file, schemaFor);
  if (!checked.ok) {
    for (const fault of checked.faults) report(file, origin, fault, 'error');
    return undefined;
  }
  const rules = rulesFor(checked.value, file);
  const faults = rules.faults();
  for (const { path, message } of faults) report(file, origin, { ...checked.at(path), message }, 'error');
  if (faults.length > 0) return undefined;
  const remarks = [...rules.remarks(), ...(origin === 'shipped' ? rules.shipped() : [])];
  reportRemarks({ file, origin, checked }, remarks, report);
  return origin === 'own' || remarks.length === 0 ? checked : undefined;
}

function readLists(directory: string, report: Report): Lists {
  const lists: Partial<Record<ListName, List>> = {};
  for (const name of listNames) {
    const file = join(directory, `${name}.yaml`);
    const checked = readYamlFile(file, listFile);
    if (!checked.ok) {
      for (const fault of checked.faults) report(file, 'shipped', fault, 'error');
      continue;
    }
    const { value } = checked;
    const faults = faultsInList(value);
    reportRemarks({ file, origin: 'shipped', checked }, [...faults, ...remarksOnList(value)], report);
    if (faults.length === 0) lists[name] = toList(value);
  }
  return lists;
}

function reportRemarks<T>({ file, origin, checked }: Sound<T>, remarks: readonly Remark[], report: Report): void {
  const severity = origin === 'shipped' ? 'error' : 'warning';
  for (const { path, message } of remarks) report(file, origin, { ...checked.at(path), message }, severity);
}

function atStart(message: string): Fault {
  return { line: 1, column: 1, message };
}
