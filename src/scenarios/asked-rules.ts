import { gap, type StemLineInFile } from './answer-file.js';
import type { AskedFields } from './asked-file.js';
import { both, remarksOnWords, wordsOfGroups, wordsOfOptions, type Remark, type Words } from './word-rules.js';
import type { Path } from './yaml-file.js';
import { pathAsWritten } from './yaml-issues.js';

/** The rules for whatever is asked, in a prompt or in a step of a path. A fault keeps a file out, also an own one. */

const answerLengthMax = 1500;
const depthThatNeedsANote = 3;
const overlapDepthMax = 2;
export const drawnLengthMax = 90;

type Say = (field: string, message: string) => Remark;

export function faultsInAsked(asked: AskedFields, path: Path): readonly Remark[] {
  const fault: Say = (field, message) => {
    const parts = field.split('.');
    return { path: [...path, ...parts], message: `${pathAsWritten([...path, ...parts])} ${message}` };
  };
  const isCard = asked.visibility === 'private' || asked.visibility === 'together';
  return [
    ...(isCard ? faultsInCard(asked, fault) : []),
    ...faultsInChoosing(asked, fault),
    ...faultsInOverlap(asked, fault),
    ...faultsInAfter(asked, fault),
    ...(asked.on_demand && asked.visibility !== 'private'
      ? [fault('on_demand', 'is for a private card: say visibility: private')]
      : []),
    ...faultsInLines(asked, [...path, 'answer', 'lines']),
    ...faultsInSheet(asked, fault),
  ];
}

/** Nothing of it comes back to the bot. */
function faultsInCard(asked: AskedFields, fault: Say): readonly Remark[] {
  const has = {
    answer: asked.answer !== undefined,
    examples: (asked.examples ?? []).length > 0,
    after: asked.after !== undefined,
    patience_days: asked.patience_days !== undefined,
  };
  return Object.entries(has)
    .filter(([, isThere]) => isThere)
    .map(([field]) => fault(field, `does not go with visibility ${asked.visibility ?? ''}: nothing is answered`));
}

function faultsInChoosing({ visibility, may_open: mayOpen, answer }: AskedFields, fault: Say): readonly Remark[] {
  if (visibility !== 'choose') {
    return mayOpen === undefined ? [] : [fault('may_open', 'goes with visibility: choose')];
  }
  if (answer === undefined) return [fault('visibility', 'is choose: that needs an answer to choose from')];
  if (answer.kind !== 'stem') {
    return mayOpen === undefined ? [] : [fault('may_open', 'names lines: that needs an answer of kind stem')];
  }
  const unknown = mayOpen?.find((id) => !answer.lines.some((line) => line.id === id));
  if (unknown === undefined) return [];
  return [fault('may_open', `names no line "${unknown}"; there are: ${answer.lines.map(({ id }) => id).join(', ')}`)];
}

/** With few options, what was not tapped would tell. */
function faultsInOverlap(asked: AskedFields, fault: Say): readonly Remark[] {
  const { visibility, answer, examples, depth = 1, after } = asked;
  if (visibility !== 'overlap') return [];
  if (answer?.kind !== 'choice' && answer?.kind !== 'multi') {
    return [fault('visibility', 'is overlap: that needs an answer of kind choice or multi')];
  }
  const max = answer.kind === 'choice' ? 1 : answer.max;
  const options = answer.kind === 'choice' ? answer.options : answer.groups?.flatMap((group) => group.options);
  const least = 2 * max;
  return [
    ...(options !== undefined && options.length < least
      ? [
          fault(
            'answer',
            `has ${String(options.length)} options; an overlap with max ${String(max)} needs ${String(least)} or more`,
          ),
        ]
      : []),
    ...(examples?.length ? [fault('examples', 'does not go with overlap: there is nothing to type')] : []),
    ...(depth > overlapDepthMax
      ? [
          fault(
            'depth',
            `is ${String(depth)}: an overlap opens by the clock, without a fresh yes, so at most ${String(overlapDepthMax)}`,
          ),
        ]
      : []),
    ...(asked.patience_days === undefined
      ? []
      : [fault('patience_days', 'does not go with overlap: once put away it takes no answer any more')]),
    ...((['replies', 'react', 'pick_one', 'picture', 'follow_up_days'] as const).some(
      (field) => after?.[field] !== undefined,
    )
      ? [fault('after', 'of an overlap says nothing but keep and ritual: there are no words of either')]
      : []),
  ];
}

function faultsInAfter({ after, answer, visibility }: AskedFields, fault: Say): readonly Remark[] {
  if (after === undefined) return [];
  const days = after.follow_up_days ?? [];
  return [
    ...(after.react !== undefined && after.replies !== undefined
      ? [fault('after.react', 'leaves only the thank-you: take out replies, or this')]
      : []),
    ...(days.length > 0 && !after.keep
      ? [fault('after.follow_up_days', 'asks about what was kept: say keep: true as well')]
      : []),
    ...(after.ritual !== undefined &&
    !(visibility === 'overlap' && answer?.kind === 'multi' && answer.list === 'moments')
      ? [fault('after.ritual', 'goes with visibility: overlap and answer: { kind: multi, list: moments }')]
      : []),
    ...(days.some((day, index) => day <= (days[index - 1] ?? 0))
      ? [fault('after.follow_up_days', 'should go up, as in [14, 42, 84]')]
      : []),
    ...(after.picture?.draw === 'words' && after.picture.with !== undefined
      ? [fault('after.picture.with', 'is for a loop')]
      : []),
    ...(after.picture !== undefined && after.picture.from === undefined
      ? faultsInSource(answer, after.picture.draw, 'this question').map((message) => fault('after.picture', message))
      : []),
  ];
}

/** Why nothing can be drawn of these answers. */
export function faultsInSource(answer: AskedFields['answer'], draw: 'loop' | 'words', name: string): readonly string[] {
  if (draw === 'words') {
    if (answer?.kind === 'sheet') return [];
    const isTapped = answer?.kind === 'choice' || answer?.kind === 'scale' || answer?.kind === 'multi';
    return isTapped ? [] : [`draws words: ${name} needs an answer of kind choice, scale or multi`];
  }
  if (answer?.kind === 'stem' && answer.lines.some((line) => isDrawable(line, 2))) return [];
  return [`draws a loop: ${name} needs a line with two gaps and max: ${String(drawnLengthMax)} or less`];
}

export function isDrawable(line: StemLineInFile, gaps: number): boolean {
  return gapsIn(line.nl) === gaps && line.max <= drawnLengthMax;
}

/** Nothing may tell what was left closed, or how much there was of it. */
function faultsInSheet({ answer, visibility, examples, after }: AskedFields, fault: Say): readonly Remark[] {
  if (answer?.kind !== 'sheet') return [];
  const { themes, themes_open: open, rows_shown: shown } = answer;
  const count = themes.length;
  return [
    ...(visibility === 'choose'
      ? []
      : [fault('visibility', 'should be choose: of a sheet only the themes that both chose open')]),
    ...(open < count && open * 2 > count
      ? []
      : [
          fault(
            'answer.themes_open',
            `is ${String(open)} of ${String(count)}: say fewer than there are, and over half`,
          ),
        ]),
    ...themes.flatMap(({ id, rows }) => [
      ...(rows.filter(({ stem, own_only: ownOnly }) => !stem && !ownOnly).length >= shown
        ? []
        : [fault('answer.themes', `has too few rows to tap in "${id}": it shows ${String(shown)}`)]),
      ...rows.flatMap(({ id: row, nl, en = nl, stem, own_only: ownOnly, max }) => [
        ...(stem && [nl, en].some((text) => gapsIn(text) !== 1 || text.startsWith(gap))
          ? [fault('answer.themes', `needs one gap, and a word before it, in "${row}"`)]
          : []),
        ...(!stem && [nl, en].some((text) => gapsIn(text) > 0)
          ? [fault('answer.themes', `has a gap in "${row}": say stem: true`)]
          : []),
        ...(stem && ownOnly ? [fault('answer.themes', `says both stem and own_only of "${row}"`)] : []),
        ...(!stem && max !== undefined ? [fault('answer.themes', `says max of "${row}", which is tapped`)] : []),
      ]),
    ]),
    ...(examples?.length ? [fault('examples', 'does not go with a sheet: each row asks for itself')] : []),
    ...((['replies', 'react', 'keep', 'pick_one', 'follow_up_days'] as const).some(
      (field) => after?.[field] !== undefined,
    )
      ? [fault('after', 'of a sheet says nothing but picture')]
      : []),
  ];
}

function faultsInLines({ answer }: AskedFields, path: Path): readonly Remark[] {
  if (answer?.kind !== 'stem') return [];
  const total = answer.lines.reduce((sum, line) => sum + line.max * gapsIn(line.nl), 0);
  return [
    ...answer.lines.flatMap((line, index) => faultsInLine(line, [...path, index])),
    ...(total > answerLengthMax
      ? [
          {
            path,
            message: `${pathAsWritten(path)} hold ${String(total)} characters together; an answer holds ${String(answerLengthMax)}: give lines a smaller max`,
          },
        ]
      : []),
  ];
}

function faultsInLine(line: StemLineInFile, path: Path): readonly Remark[] {
  const inBoth = [
    ['nl', line.nl],
    ['en', line.en ?? line.nl],
  ] as const;
  const faults = inBoth.flatMap(([language, text]): readonly Remark[] => {
    const here = [...path, language];
    const gaps = gapsIn(text);
    const message =
      gaps === 0
        ? 'has no gap: write … where words go'
        : gaps > 2
          ? `has ${String(gaps)} gaps; at most 2 can be filled`
          : text.startsWith(gap)
            ? 'begins with a gap: put a word before it'
            : null;
    return message === null ? [] : [{ path: here, message: `${pathAsWritten(here)} ${message}` }];
  });
  if (faults.length > 0 || gapsIn(line.nl) === gapsIn(line.en ?? line.nl)) return faults;
  const here = [...path, 'en'];
  const message = `has ${counted(gapsIn(line.en ?? ''))}, and nl has ${counted(gapsIn(line.nl))}: make them equal`;
  return [{ path: here, message: `${pathAsWritten(here)} ${message}` }];
}

export function gapsIn(text: string): number {
  return text.split(gap).length - 1;
}

function counted(gaps: number): string {
  return gaps === 1 ? '1 gap' : `${String(gaps)} gaps`;
}

export function remarksOnAsked(asked: AskedFields, path: Path): readonly Remark[] {
  const remark = (field: string, message: string): Remark => ({ path: [...path, field], message });
  const named = path.length === 0 ? '' : `${pathAsWritten(path)}.`;
  const { depth = 1, safety, after } = asked;
  return [
    ...wordsOf(asked, path).flatMap(remarksOnWords),
    ...(depth >= depthThatNeedsANote && safety === undefined
      ? [remark('depth', `${named}depth ${String(depth)} needs a safety note`)]
      : []),
    ...(after?.picture?.draw === 'loop' && after.picture.from === undefined && safety === undefined
      ? [remark('after', `${named}after.picture draws a loop, and that needs a safety note`)]
      : []),
  ];
}

function wordsOf(asked: AskedFields, path: Path): readonly Words[] {
  const { text, lesson, safety, examples, after } = asked;
  return [
    ...(lesson ? both(lesson, [...path, 'lesson'], 'lesson') : []),
    ...(text ? both(text, [...path, 'text'], 'question') : []),
    ...(safety ? both(safety.note, [...path, 'safety', 'note'], 'note') : []),
    ...(examples ?? []).flatMap((example, index) => both(example, [...path, 'examples', index], 'example')),
    ...wordsOfAnswer(asked.answer, [...path, 'answer']),
    ...(after?.replies ?? []).flatMap((reply, index) => both(reply, [...path, 'after', 'replies', index], 'label')),
    ...(after?.ritual ? both(after.ritual.reminder, [...path, 'after', 'ritual', 'reminder'], 'note') : []),
    ...(after?.ritual?.ideas ?? []).flatMap((idea, index) =>
      both(idea, [...path, 'after', 'ritual', 'ideas', index], 'note'),
    ),
  ];
}

function wordsOfAnswer(answer: AskedFields['answer'], path: Path): readonly Words[] {
  switch (answer?.kind) {
    case undefined:
    case 'text':
    case 'voice':
      return [];
    case 'choice':
    case 'scale':
      return wordsOfOptions(answer.options, [...path, 'options']);
    case 'multi':
      return wordsOfGroups(answer.groups ?? [], [...path, 'groups']);
    case 'stem':
      return answer.lines.flatMap((line, index) => both(line, [...path, 'lines', index], 'sentence'));
    case 'sheet':
      return [
        ...answer.scale.flatMap((word, index) => both(word, [...path, 'scale', index], 'label')),
        ...answer.themes.flatMap((theme, index) => [
          ...both(theme, [...path, 'themes', index], 'title'),
          ...theme.rows.flatMap((row, at) => both(row, [...path, 'themes', index, 'rows', at], 'sentence')),
        ]),
      ];
  }
}
