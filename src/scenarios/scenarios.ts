import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnswerKind, InBoth, Option, OptionGroup, Scenario, Scenarios } from '../core/round/scenario.js';
import type { Protocol, Protocols, Step, StepOption } from '../core/listening/protocol.js';
import { listNames, type GroupInFile, type ListName, type OptionInFile } from './file-fields.js';
import { kinds, protocolFile, type ProtocolFile, type StepInFile, type WayInFile } from './protocol-file.js';
import { faultsIn, remarksOnProtocol, remarksOnShippedProtocol } from './protocol-rules.js';
import { listFile, scenarioFile, type ScenarioFile } from './scenario-file.js';
import { remarksOn, remarksOnGroups, remarksOnShipped, type Remark } from './scenario-rules.js';
import { readYamlFile, type Checked, type Fault } from './yaml-file.js';

/** The prompts in this repository. */
export const shippedDirectory = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** An error keeps a file out; a warning is about style. An error in a shipped file is a reason not to start. */
export interface ScenarioProblem {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly origin: Origin;
}

type Origin = 'shipped' | 'own';
type Report = (file: string, origin: Origin, fault: Fault, severity: ScenarioProblem['severity']) => void;
type Lists = Readonly<Partial<Record<ListName, readonly OptionGroup[]>>>;

const entriesMax = 2_000;
const foldersDeepMax = 5;
const cooldownDaysUnlessSaid = 14;

export interface Loaded {
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly problems: readonly ScenarioProblem[];
}

/**
 * Reads every prompt, and every protocol for listening. A broken file is named among the problems and left out; the others go on. `own` holds an owner's
 * directories or files.
 */
export function loadScenarios(dirs: {
  readonly shipped: string;
  readonly own?: string | readonly string[] | undefined;
}): Loaded {
  const problems: ScenarioProblem[] = [];
  const report: Report = (file, origin, { line, column, message }, severity) =>
    problems.push({ file, line, column, message, severity, origin });

  const lists = readLists(join(dirs.shipped, 'lists'), report);
  const scenarios = new Map<string, Scenario>();
  const protocols = new Map<string, Protocol>();
  const fileOf = new Map<string, string>();

  const readAll = (source: string, origin: Origin) => {
    for (const file of filesIn(source, origin, report)) {
      const checked = readAny(file, origin, report);
      if (checked === undefined) continue;
      const { value, at } = checked;
      const clash = clashOf(value, origin, { scenarios, protocols, fileOf, lists });
      if (clash === undefined) {
        fileOf.set(value.id, file);
        if (value.kind === 'listening') protocols.set(value.id, toProtocol(value, lists));
        else scenarios.set(value.id, toScenario(value, lists));
      } else report(file, origin, { ...at(clash.path), message: clash.message }, 'error');
    }
  };

  readAll(join(dirs.shipped, 'prompts'), 'shipped');
  readAll(join(dirs.shipped, 'listening'), 'shipped');
  if (![...scenarios.values()].some(({ isOpening }) => isOpening)) {
    report(
      dirs.shipped,
      'shipped',
      atStart('no prompt says opening: true; a new couple would have nothing to begin with'),
      'error',
    );
  }
  if (![...protocols.values()].some(({ isDefault }) => isDefault)) {
    report(
      dirs.shipped,
      'shipped',
      atStart('no protocol says first: true; /luister would have none to offer'),
      'error',
    );
  }
  for (const source of [dirs.own ?? []].flat()) readAll(source, 'own');
  return { scenarios, protocols, problems };
}

type AnyFile = ScenarioFile | ProtocolFile;

interface Known {
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly fileOf: ReadonlyMap<string, string>;
  readonly lists: Lists;
}

/** Why a file that is sound in itself cannot stand beside what was read before it. */
function clashOf(file: AnyFile, origin: Origin, known: Known): Remark | undefined {
  const { id } = file;
  const earlier = known.fileOf.get(id);
  if (earlier !== undefined) return { path: ['id'], message: `id "${id}" is already used in ${earlier}` };
  return file.kind === 'listening' ? protocolClash(file, origin, known) : promptClash(file, origin, known);
}

function promptClash({ opening, answer }: ScenarioFile, origin: Origin, known: Known): Remark | undefined {
  if (answer.kind === 'multi' && answer.list && !known.lists[answer.list]) {
    return { path: ['answer', 'list'], message: `the list ${answer.list} could not be read` };
  }
  if (!opening) return undefined;
  if (origin === 'own') return { path: ['opening'], message: 'an own prompt cannot be the opening one' };
  const first = [...known.scenarios.values()].find(({ isOpening }) => isOpening);
  return first && { path: ['opening'], message: `${first.id} is the opening prompt already` };
}

function protocolClash({ first, steps }: ProtocolFile, origin: Origin, known: Known): Remark | undefined {
  const lacking = steps.findIndex(({ list }) => list !== undefined && !known.lists[list]);
  if (lacking >= 0) return { path: ['steps', lacking, 'list'], message: 'its list could not be read' };
  if (!first) return undefined;
  if (origin === 'own') return { path: ['first'], message: 'an own protocol cannot be the first one' };
  const other = [...known.protocols.values()].find(({ isDefault }) => isDefault);
  return other && { path: ['first'], message: `${other.id} is the first one already` };
}

/** Checks one file; what it says it is decides what it must hold. */
function readAny(file: string, origin: Origin, report: Report) {
  const checked = readYamlFile<AnyFile>(file, (data) => (isListening(data) ? protocolFile : scenarioFile));
  if (!checked.ok) {
    for (const fault of checked.faults) report(file, origin, fault, 'error');
    return undefined;
  }
  const { value } = checked;
  const faults = value.kind === 'listening' ? faultsIn(value) : [];
  for (const { path, message } of faults) report(file, origin, { ...checked.at(path), message }, 'error');
  if (faults.length > 0) return undefined;
  const remarks = value.kind === 'listening' ? remarksOnProtocol(value) : remarksOn(value);
  if (origin === 'own') {
    reportRemarks(file, origin, checked, remarks, report);
    return checked;
  }
  const shipped = value.kind === 'listening' ? remarksOnShippedProtocol(value, file) : remarksOnShipped(value, file);
  reportRemarks(file, origin, checked, [...remarks, ...shipped], report);
  return remarks.length + shipped.length === 0 ? checked : undefined;
}

function isListening(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'listening';
}

function readLists(directory: string, report: Report): Lists {
  const lists: Partial<Record<ListName, readonly OptionGroup[]>> = {};
  for (const name of listNames) {
    const file = join(directory, `${name}.yaml`);
    const checked = readYamlFile(file, listFile);
    if (checked.ok) {
      reportRemarks(file, 'shipped', checked, remarksOnGroups(checked.value.groups), report);
      lists[name] = checked.value.groups.map(toGroup);
    } else for (const fault of checked.faults) report(file, 'shipped', fault, 'error');
  }
  return lists;
}

function reportRemarks<T>(
  file: string,
  origin: Origin,
  checked: Extract<Checked<T>, { ok: true }>,
  remarks: readonly Remark[],
  report: Report,
): void {
  const severity = origin === 'shipped' ? 'error' : 'warning';
  for (const { path, message } of remarks) report(file, origin, { ...checked.at(path), message }, severity);
}

/** The YAML files in a directory and below it, in a fixed order; or the file itself. Names that begin with a dot are left. */
function filesIn(source: string, origin: Origin, report: Report): readonly string[] {
  const found: string[] = [];
  let seen = 0;
  const refuse = (path: string, message: string) => {
    report(path, origin, atStart(message), 'error');
  };
  const visit = (path: string, depth: number): void => {
    seen += 1;
    if (seen > entriesMax) {
      if (seen === entriesMax + 1) refuse(source, `holds more than ${entriesMax} files; the rest is not read`);
      return;
    }
    try {
      const entry = statSync(path);
      if (entry.isFile()) {
        if (depth === 0 || /\.ya?ml$/iu.test(path)) found.push(path);
      } else if (entry.isDirectory()) {
        if (depth > foldersDeepMax) {
          refuse(path, `is not read: folders go at most ${foldersDeepMax} deep`);
          return;
        }
        const names = readdirSync(path).filter((name) => !name.startsWith('.'));
        for (const name of names.sort()) visit(join(path, name), depth + 1);
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      refuse(path, code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`);
    }
  };
  visit(source, 0);
  return found;
}

function atStart(message: string): Fault {
  return { line: 1, column: 1, message };
}

function toScenario(file: ScenarioFile, lists: Lists): Scenario {
  const isRecurring = file.pace?.recurring ?? false;
  return {
    id: file.id,
    ...(file.title && { title: inBoth(file.title) }),
    text: inBoth(file.text),
    examples: file.examples.map(inBoth),
    answer: toAnswer(file.answer, lists),
    depth: file.depth,
    ...(file.safety && { safetyNote: inBoth(file.safety.note) }),
    place: file.place,
    isOpening: file.opening,
    isRecurring,
    cooldownDays: isRecurring ? (file.pace?.cooldown_days ?? cooldownDaysUnlessSaid) : 0,
    revealsNeeded: file.requires?.reveals ?? 0,
  };
}

function toProtocol(file: ProtocolFile, lists: Lists): Protocol {
  return {
    id: file.id,
    title: inBoth(file.title),
    about: inBoth(file.about),
    isDefault: file.first,
    paces: file.paces,
    swap: file.swap,
    turns: file.swap === 'never' ? 1 : file.turns,
    steps: file.steps.map((step) => toStep(step, lists)),
    feelings: lists.feelings ?? [],
  };
}

function toStep(step: StepInFile, lists: Lists): Step {
  const { pen, takes, unitsMax } = kinds[step.kind];
  return {
    id: step.id,
    kind: step.kind,
    pen: step.pen ?? pen,
    takes,
    toPen: inBoth(step.text),
    toOther: inBoth(step.other),
    stems: step.stems.map(inBoth),
    questions: step.questions.map(inBoth),
    options: step.options.map(toWay),
    unitsMax: step.words?.max ?? unitsMax,
    voicesMax: step.words?.voices ?? 3,
    secondsMax: step.words?.seconds ?? 120,
    groups: step.list === undefined ? [] : (lists[step.list] ?? []),
    picksMax: step.max,
    minutes: step.minutes ?? null,
  };
}

function toWay(way: WayInFile): StepOption {
  return {
    id: way.id,
    label: inBoth(way),
    line: way.line === undefined ? null : inBoth(way.line),
    goTo: way.to ?? null,
    most: way.most ?? null,
    wordsMax: way.words ?? null,
    sends: way.sends,
    confirms: way.confirms,
    after: way.after ?? null,
  };
}

function toAnswer(answer: ScenarioFile['answer'], lists: Lists): AnswerKind {
  switch (answer.kind) {
    case 'text':
    case 'voice':
      return { kind: answer.kind };
    case 'choice':
    case 'scale':
      return { kind: answer.kind, options: answer.options.map(toOption) };
    case 'multi': {
      const own = answer.groups?.map(toGroup) ?? [];
      return { kind: 'multi', groups: answer.list ? (lists[answer.list] ?? []) : own, max: answer.max };
    }
  }
}

function toGroup(group: GroupInFile): OptionGroup {
  return { id: group.id, label: inBoth(group), options: group.options.map(toOption) };
}

function toOption(option: OptionInFile): Option {
  const { id, sentence } = option;
  return { id, label: inBoth(option), ...(sentence && { sentence: inBoth(sentence) }) };
}

/** Who wrote a prompt in one language shows it to everyone. */
function inBoth({ nl, en }: { nl: string; en?: string | undefined }): InBoth {
  return { nl, en: en ?? nl };
}
