import { basename, extname } from 'node:path';
import type { GroupInFile, OptionInFile } from './file-fields.js';
import type { Path } from './yaml-file.js';
import { pathAsWritten } from './yaml-issues.js';

/** How any text of a file should sound. What ships must follow these rules; an owner is only told. */

export interface Remark {
  readonly path: Path;
  readonly message: string;
}

/** How many characters read well, for each role of a text. */
const lengthMax = {
  question: 280,
  note: 280,
  example: 280,
  sentence: 280,
  request: 110,
  lesson: 400,
  label: 16,
  title: 24,
} as const;

export interface Words {
  readonly path: Path;
  readonly text: string;
  readonly role: keyof typeof lengthMax;
}

interface InFile {
  readonly nl: string;
  readonly en?: string | undefined;
}

const lessonWordsMax = 60;
const licenses: readonly string[] = ['CC-BY-4.0', 'CC0-1.0'];

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

export function unwantedIn(text: string): readonly string[] {
  return unwanted.flatMap(({ pattern, say }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [say(found)];
  });
}

export function remarksOnWords({ path, text, role }: Words): readonly Remark[] {
  const remarks = [...unwantedIn(text)];
  if (text.length > lengthMax[role]) {
    remarks.push(`has ${String(text.length)} characters; at most ${String(lengthMax[role])} reads well`);
  }
  if (role === 'question' && whyQuestion.test(text)) {
    remarks.push('asks why: to a partner that sounds like a reproach; ask what or how');
  }
  if (role === 'label' && !/\p{L}/u.test(text)) remarks.push('is not a word: a step is said, not counted');
  const count = text.split(/\s+/u).length;
  if (role === 'lesson' && count > lessonWordsMax) {
    remarks.push(`has ${String(count)} words; at most ${String(lessonWordsMax)} reads well`);
  }
  return remarks.map((message) => ({ path, message: `${pathAsWritten(path)} ${message}` }));
}

/** What is asked only of files that ship: both languages, a name that is the id, and where the idea and the words come from. */
export function remarksOnShippedFile<File extends { readonly id: string; readonly license?: string | undefined }>(
  file: File,
  path: string,
  needed: readonly (keyof File & string)[],
): readonly Remark[] {
  return [
    ...needed
      .filter((field) => file[field] === undefined)
      .map((field) => ({ path: [], message: `${field} is missing` })),
    ...untranslated(file, []),
    ...(basename(path, extname(path)) === file.id
      ? []
      : [{ path: ['id'], message: `id "${file.id}" should be the name of the file` }]),
    ...(file.license === undefined || licenses.includes(file.license)
      ? []
      : [{ path: ['license'], message: `license "${file.license}" cannot ship; there are: ${licenses.join(', ')}` }]),
  ];
}

export function wordsOfGroups(groups: readonly GroupInFile[], path: Path): readonly Words[] {
  return groups.flatMap((group, index) => [
    ...both(group, [...path, index], 'label'),
    ...wordsOfOptions(group.options, [...path, index, 'options']),
  ]);
}

export function wordsOfOptions(options: readonly OptionInFile[], path: Path): readonly Words[] {
  return options.flatMap((option, index) => [
    ...both(option, [...path, index], 'label'),
    ...(option.sentence ? both(option.sentence, [...path, index, 'sentence'], 'sentence') : []),
  ]);
}

export function both(text: InFile, path: Path, role: Words['role']): readonly Words[] {
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
