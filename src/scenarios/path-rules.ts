import { drawnLengthMax, faultsInAsked, faultsInSource, isDrawable, remarksOnAsked } from './asked-rules.js';
import type { PathFile, PathStepInFile } from './path-file.js';
import { both, remarksOnShippedFile, remarksOnWords, type Remark } from './word-rules.js';
import type { Path } from './yaml-file.js';
import { pathAsWritten } from './yaml-issues.js';

/** What a path must hold to work, how it should sound, and what is asked of those that ship. */

const firstDepthMax = 2;
/** All that a step may say besides when it takes its words from elsewhere. */
const fieldsBesideUse = ['id', 'title', 'use', 'source'];

export function faultsInPath({ steps }: PathFile): readonly Remark[] {
  return steps.flatMap((step, index) => {
    const path = ['steps', index];
    const isTwice = steps.findIndex(({ id }) => id === step.id) !== index;
    return [
      ...(isTwice ? [faultAt([...path, 'id'], `"${step.id}" is there twice`)] : []),
      ...faultsInKind(step, path),
      ...faultsInShows(step, steps.slice(0, index), path),
      ...(step.use === undefined ? faultsInAsked(asAsked(step), path) : []),
      ...faultsInPicture(step, steps.slice(0, index + 1), path),
    ];
  });
}

/** A step asks by itself, uses a prompt, or is done together by a protocol. */
function faultsInKind(step: PathStepInFile, path: Path): readonly Remark[] {
  const { use, listen, visibility } = step;
  if (use !== undefined) {
    const other = Object.keys(step).find((field) => !fieldsBesideUse.includes(field));
    return other === undefined
      ? []
      : [faultAt([...path, other], `does not go with use: the prompt "${use}" says all but the title`)];
  }
  if (listen !== undefined) {
    return visibility === undefined || visibility === 'together'
      ? []
      : [faultAt([...path, 'visibility'], 'does not go with listen, which is done together')];
  }
  if (visibility === 'together') return [faultAt([...path, 'visibility'], 'is together: name a protocol with listen')];
  return [
    ...(step.text === undefined
      ? [faultAt(path, 'needs text and answer, or use with a prompt, or listen with a protocol')]
      : []),
    ...(step.text !== undefined && step.answer === undefined && visibility !== 'private'
      ? [faultAt([...path, 'answer'], 'is missing')]
      : []),
  ];
}

function faultsInShows({ shows }: PathStepInFile, earlier: readonly PathStepInFile[], path: Path): readonly Remark[] {
  if (shows === undefined) return [];
  const shown = earlier.find(({ id }) => id === shows);
  if (shown === undefined) return [faultAt([...path, 'shows'], `names no earlier step "${shows}"`)];
  return opens(shown) ? [] : [faultAt([...path, 'shows'], `names "${shows}", in which nothing is answered`)];
}

function faultsInPicture(step: PathStepInFile, upToHere: readonly PathStepInFile[], path: Path): readonly Remark[] {
  const picture = step.after?.picture;
  if (picture === undefined) return [];
  const find = (wanted: string | undefined) => upToHere.find(({ id }) => id === wanted);
  const here = [...path, 'after', 'picture'];
  const absent = (['from', 'with'] as const).filter((field) => picture[field] !== undefined && !find(picture[field]));
  if (absent.length > 0) {
    return absent.map((field) => faultAt([...here, field], `names no step "${picture[field] ?? ''}" up to this one`));
  }
  const from = find(picture.from);
  const below = find(picture.with)?.answer;
  const isShort = below?.kind === 'stem' && below.lines.some((line) => isDrawable(line, 1));
  return [
    ...(from === undefined
      ? []
      : faultsInSource(from.answer, picture.draw, `step "${from.id}"`).map((message) => faultAt(here, message))),
    ...(picture.with === undefined || isShort
      ? []
      : [
          faultAt(
            [...here, 'with'],
            `names "${picture.with}", which needs a line with one gap and max: ${String(drawnLengthMax)} or less`,
          ),
        ]),
  ];
}

/** Whether words or picks of both can open in it. */
function opens({ listen, visibility }: PathStepInFile): boolean {
  return listen === undefined && visibility !== 'private' && visibility !== 'together';
}

/** A step that listens is done together, said or not. */
export function asAsked(step: PathStepInFile) {
  return step.listen === undefined ? step : { ...step, visibility: 'together' as const };
}

export function remarksOnPath(file: PathFile): readonly Remark[] {
  return [
    ...both(file.title, ['title'], 'title').flatMap(remarksOnWords),
    ...(file.about ? both(file.about, ['about'], 'sentence').flatMap(remarksOnWords) : []),
    ...file.steps.flatMap((step, index) => {
      const path = ['steps', index];
      return [
        ...both(step.title, [...path, 'title'], 'title').flatMap(remarksOnWords),
        ...remarksOnAsked(asAsked(step), path),
        ...onLoop(step, file.steps, path),
      ];
    }),
    ...onFirst(file.steps[0]?.depth ?? 1),
  ];
}

/** Whose fear is real should read so before the sentence of a loop is written. */
function onLoop({ after }: PathStepInFile, steps: readonly PathStepInFile[], path: Path): readonly Remark[] {
  const { draw, from } = after?.picture ?? {};
  const source = draw === 'loop' ? steps.find(({ id }) => id === from) : undefined;
  if (source === undefined || source.safety !== undefined) return [];
  const message = `${pathAsWritten([...path, 'after', 'picture'])} draws a loop: step "${source.id}" needs a safety note`;
  return [{ path: [...path, 'after', 'picture'], message }];
}

export function onFirst(depth: number): readonly Remark[] {
  if (depth <= firstDepthMax) return [];
  const path = ['steps', 0];
  return [{ path, message: `steps[0] has depth ${String(depth)}: a path begins with depth 1 or 2` }];
}

export function remarksOnShippedPath(file: PathFile, path: string): readonly Remark[] {
  return remarksOnShippedFile(file, path, ['about', 'source', 'license', 'authors', 'tags']);
}

export function faultAt(path: Path, message: string): Remark {
  return { path, message: `${pathAsWritten(path)} ${message}` };
}
