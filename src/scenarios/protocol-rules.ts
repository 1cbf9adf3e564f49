import { kinds, type ProtocolFile, type StepInFile, type WayInFile } from './protocol-file.js';
import { remarksOnShippedFile, unwantedIn, type Remark } from './word-rules.js';
import type { Path } from './yaml-file.js';
import { pathAsWritten } from './yaml-issues.js';

const labelLengthMax = 32;

/** What would leave two people stuck, or going round for ever. Nobody's own file may do that either. */
export function faultsIn({ steps }: ProtocolFile): readonly Remark[] {
  return steps.flatMap((step, index) => {
    const path = ['steps', index];
    const fault = (field: string, message: string): Remark => ({ path: [...path, field], message });
    const { takes, pen } = kinds[step.kind];
    const isTwice = steps.findIndex(({ id }) => id === step.id) !== index;
    const goesOn = step.options.some((way) => way.most === undefined && !way.sends && way.after === undefined);
    return [
      ...(isTwice ? [fault('id', `"${step.id}" is there twice`)] : []),
      ...(takes === 'taps' && !goesOn
        ? [fault('options', `${step.id}: needs an option without "most" or "after", or it can get stuck`)]
        : []),
      ...(takes === 'picks' && step.list === undefined ? [fault('list', `${step.id}: a feel step needs a list`)] : []),
      ...(pen === 'both' && step.options.length > 0
        ? [fault('options', `${step.id}: both act in a ${step.kind} step, so it has no options`)]
        : []),
      ...(pen === 'both' && step.pen !== undefined
        ? [fault('pen', `${step.id}: in a ${step.kind} step both act`)]
        : []),
      ...step.options.flatMap((way, at) => faultsOfWay(way, [...path, 'options', at], step, steps, index)),
    ];
  });
}

function faultsOfWay(
  way: WayInFile,
  path: Path,
  step: StepInFile,
  steps: readonly StepInFile[],
  index: number,
): readonly Remark[] {
  const fault = (field: string, message: string): Remark => ({ path: [...path, field], message });
  const target = way.to === undefined || way.to === 'end' ? null : steps.findIndex(({ id }) => id === way.to);
  const { takes } = kinds[step.kind];
  const before = step.options.find(({ id }) => id === way.after);
  return [
    ...(target === -1 ? [fault('to', `names no step "${way.to ?? ''}"`)] : []),
    ...(target !== null && target >= 0 && target <= index && way.most === undefined
      ? [fault('to', `goes back to "${way.to ?? ''}": say how often, with "most"`)]
      : []),
    ...(way.sends && takes !== 'words' && takes !== 'picks'
      ? [fault('sends', `there is no draft to send in a ${step.kind} step`)]
      : []),
    ...(way.sends && way.words !== undefined ? [fault('words', 'an option that sends the draft has its words')] : []),
    ...(way.after !== undefined && before === undefined ? [fault('after', `names no option "${way.after}"`)] : []),
  ];
}

export function remarksOnProtocol(file: ProtocolFile): readonly Remark[] {
  return textsIn(file, []).flatMap(({ path, text, isLabel }) => {
    const remarks = [...unwantedIn(text.replaceAll('{partner}', ''))];
    if (isLabel && text.length > labelLengthMax) {
      remarks.push(`has ${String(text.length)} characters; at most ${String(labelLengthMax)} reads well`);
    }
    return remarks.map((message) => ({ path, message: `${pathAsWritten(path)} ${message}` }));
  });
}

export function remarksOnShippedProtocol(file: ProtocolFile, path: string): readonly Remark[] {
  return remarksOnShippedFile(file, path, ['source', 'license', 'authors']);
}

interface Text {
  readonly path: Path;
  readonly text: string;
  readonly isLabel: boolean;
}

/** Every sentence of a file, wherever it stands. */
function textsIn(value: unknown, path: Path): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const isWay = path.at(-2) === 'options';
  return Object.entries(value).flatMap(([key, inner]): readonly Text[] => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if ((key === 'nl' || key === 'en') && typeof inner === 'string') {
      return [{ path: here, text: inner, isLabel: isWay }];
    }
    return key === 'source' ? [] : textsIn(inner, here);
  });
}
