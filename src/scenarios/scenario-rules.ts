import { basename, extname } from 'node:path';
import type { GroupInFile, OptionInFile } from './file-fields.js';
import type { ScenarioFile } from './scenario-file.js';
import type { Path } from './yaml-file.js';
import { pathAsWritten } from './yaml-issues.js';

/** How a prompt should sound. What ships must follow these rules; an owner is only told. */
export interface Remark {
  readonly path: Path;
  readonly message: string;
}

interface Words {
  readonly path: Path;
  readonly text: string;
  readonly role: 'question' | 'note' | 'example' | 'label' | 'sentence';
}

const questionLengthMax = 280;
const labelLengthMax = 16;
const examplesWhenRecurring = 3;
const depthThatNeedsANote = 3;
export const licenses: readonly string[] = ['CC-BY-4.0', 'CC0-1.0'];
const neededWhenShipped = ['title', 'source', 'license', 'authors', 'tags'] as const;

const word = (alternatives: string) => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'iu');

/** Words that turn a question into a reproach, a label or a guess about who somebody loves. */
const unwanted: readonly { readonly pattern: RegExp; readonly say: (found: string) => string }[] = [
  {
    pattern: word('altijd|nooit|always|never'),
    say: (found) => `says "${found}": ask about a moment, not about always or never`,
  },
  {
    pattern: word(
      'narcis\\p{L}*|borderline\\p{L}*|bipola\\p{L}*|psychop\\p{L}*|autist\\p{L}*|adhd|depressi\\p{L}*|toxisch\\p{L}*|toxic|' +
        '(?:vermijdend|angstig|avoidant|anxious)\\p{L}* (?:type|gehecht\\p{L}*|attach\\p{L}*)|codependen\\p{L}*|' +
        'hechtingsstoornis\\p{L}*|\\p{L}*stoornis|\\p{L}+ disorder|hyster\\p{L}*',
    ),
    say: (found) => `says "${found}": no diagnoses`,
  },
  {
    pattern: word(
      'hij|zij|hem|haar|he|she|him|her|his|hers|husband|wife|boyfriend|girlfriend|' +
        "(?:je|jouw|mijn|m'n) (?:man|vrouw|vriend|vriendin|echtgenoot|echtgenote)",
    ),
    say: (found) => `says "${found}": say "je partner" or "your partner", whoever that is`,
  },
  { pattern: /!/u, say: () => 'has an exclamation mark: say it calmly' },
  {
    pattern: /\{[^{}]*\}/u,
    say: (found) => `has ${found}, but nothing is filled in: it would arrive as typed`,
  },
];

const whyQuestion = /(?:^|[.?!:;…]\s+)['"‘“«]?(waarom|why)(?!\p{L})/iu;

export function remarksOn(file: ScenarioFile): readonly Remark[] {
  return [...wordsOf(file).flatMap(onWords), ...onExamples(file), ...onSafety(file)];
}

/** What is asked only of files that ship: both languages, and where the idea and the words come from. */
export function remarksOnShipped(file: ScenarioFile, path: string): readonly Remark[] {
  const missing = neededWhenShipped.filter((field) => file[field] === undefined);
  return [
    ...missing.map((field) => ({ path: [], message: `${field} is missing` })),
    ...untranslated(file, []),
    ...(basename(path, extname(path)) === file.id
      ? []
      : [{ path: ['id'], message: `id "${file.id}" should be the name of the file` }]),
    ...(file.license === undefined || licenses.includes(file.license)
      ? []
      : [{ path: ['license'], message: `license "${file.license}" cannot ship; there are: ${licenses.join(', ')}` }]),
  ];
}

export function remarksOnGroups(groups: readonly GroupInFile[]): readonly Remark[] {
  return [...wordsOfGroups(groups, ['groups']).flatMap(onWords), ...untranslated(groups, ['groups'])];
}

export function unwantedIn(text: string): readonly string[] {
  return unwanted.flatMap(({ pattern, say }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [say(found)];
  });
}

function onWords({ path, text, role }: Words): readonly Remark[] {
  const lengthMax = role === 'label' ? labelLengthMax : questionLengthMax;
  const remarks = [...unwantedIn(text)];
  if (text.length > lengthMax) remarks.push(`has ${text.length} characters; at most ${lengthMax} reads well`);
  if (role === 'question' && whyQuestion.test(text)) {
    remarks.push('asks why: to a partner that sounds like a reproach; ask what or how');
  }
  if (role === 'label' && !/\p{L}/u.test(text)) remarks.push('is not a word: a step is said, not counted');
  return remarks.map((message) => ({ path, message: `${pathAsWritten(path)} ${message}` }));
}

function onExamples(file: ScenarioFile): readonly Remark[] {
  if (!file.pace?.recurring) return [];
  const different = new Set(file.examples.map(({ nl }) => nl)).size;
  if (different >= examplesWhenRecurring) return [];
  const message = `examples: a prompt that comes back needs at least ${examplesWhenRecurring} different ones`;
  return [{ path: ['examples'], message }];
}

function onSafety(file: ScenarioFile): readonly Remark[] {
  if (file.depth < depthThatNeedsANote || file.safety !== undefined) return [];
  return [{ path: ['depth'], message: `depth ${file.depth} needs a safety note` }];
}

function wordsOf(file: ScenarioFile): readonly Words[] {
  return [
    ...both(file.text, ['text'], 'question'),
    ...(file.safety ? both(file.safety.note, ['safety', 'note'], 'note') : []),
    ...file.examples.flatMap((example, index) => both(example, ['examples', index], 'example')),
    ...wordsOfAnswer(file.answer),
  ];
}

function wordsOfAnswer(answer: ScenarioFile['answer']): readonly Words[] {
  switch (answer.kind) {
    case 'text':
    case 'voice':
      return [];
    case 'choice':
    case 'scale':
      return wordsOfOptions(answer.options, ['answer', 'options']);
    case 'multi':
      return wordsOfGroups(answer.groups ?? [], ['answer', 'groups']);
  }
}

function wordsOfGroups(groups: readonly GroupInFile[], path: Path): readonly Words[] {
  return groups.flatMap((group, index) => [
    ...both(group, [...path, index], 'label'),
    ...wordsOfOptions(group.options, [...path, index, 'options']),
  ]);
}

function wordsOfOptions(options: readonly OptionInFile[], path: Path): readonly Words[] {
  return options.flatMap((option, index) => [
    ...both(option, [...path, index], 'label'),
    ...(option.sentence ? both(option.sentence, [...path, index, 'sentence'], 'sentence') : []),
  ]);
}

function both(text: { nl: string; en?: string | undefined }, path: Path, role: Words['role']): readonly Words[] {
  const nl: Words = { path: [...path, 'nl'], text: text.nl, role };
  return text.en === undefined ? [nl] : [nl, { path: [...path, 'en'], text: text.en, role }];
}

/** Everything in the file that has nl has en as well. */
export function untranslated(value: unknown, path: Path): readonly Remark[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => untranslated(item, [...path, index]));
  const message = `${pathAsWritten([...path, 'en'])} is missing`;
  const here = 'nl' in value && !('en' in value) ? [{ path, message }] : [];
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => untranslated(inner, [...path, key]))];
}
