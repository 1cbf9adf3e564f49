import { z } from 'zod';
import { fields, groupsOf, inBoth, line, listNames, option, optionId } from './file-fields.js';
import { both, remarksOnWords, untranslated, wordsOfGroups, type Remark } from './word-rules.js';
import { pathAsWritten } from './yaml-issues.js';

/** The format of a list: what a prompt can offer as buttons, and what is said to whoever taps or types of it. */

const examplesOfOption = 3;

const listOption = fields({
  ...option.shape,
  examples: z
    .array(inBoth(line, 120))
    .length(examplesOfOption)
    .optional()
    .describe(
      'Three small things to ask: «Wil je vandaag …?», “Would you … today?”. Only whoever picks it reads them.',
    ),
});

const verdictWords = z.array(line(40)).min(1).max(6);

const verdict = fields({
  nl: verdictWords,
  en: verdictWords,
  ask_on: z.array(optionId).min(1).max(3).describe('The options of this list that its writer is asked on with.'),
  help: z.boolean().default(false).describe('Also says where there is somebody to talk to.'),
});

export const listFile = fields({
  schema: z.literal(1),
  id: z.enum(listNames),
  license: line(40),
  groups: groupsOf(listOption),
  verdicts: z
    .array(verdict)
    .min(1)
    .max(20)
    .optional()
    .describe('Words that sound like a feeling and say what somebody else did.'),
});

export type ListFile = z.output<typeof listFile>;
export type ListGroupInFile = ListFile['groups'][number];
export type ListOptionInFile = ListGroupInFile['options'][number];
export type VerdictInFile = z.output<typeof verdict>;

/** The format for editors. */
export function listJsonSchema(): object {
  return {
    ...z.toJSONSchema(listFile, { target: 'draft-7', io: 'input' }),
    title: 'A list of Samenspraak',
    description: 'What a prompt offers as buttons when it says list: with its name. See README.md beside this file.',
  };
}

/** What a list must hold to work. */
export function faultsInList({ groups, verdicts = [] }: ListFile): readonly Remark[] {
  const ids = groups.flatMap(({ options }) => options.map(({ id }) => id));
  const labels = new Map(groups.flatMap(({ options }) => options.flatMap(namesOf)));
  const seen = new Set<string>();
  return verdicts.flatMap((one, index) => [
    ...one.ask_on.flatMap((id, at) =>
      ids.includes(id) ? [] : [remark(['verdicts', index, 'ask_on', at], `names no option "${id}" of this list`)],
    ),
    ...(['nl', 'en'] as const).flatMap((language) =>
      one[language].flatMap((word, at) => {
        const key = `${language} ${word.toLowerCase()}`;
        const path = ['verdicts', index, language, at];
        if (seen.has(key)) return [remark(path, `"${word}" is there twice`)];
        seen.add(key);
        const option = labels.get(key);
        return option === undefined ? [] : [remark(path, `"${word}" is what the option ${option} says`)];
      }),
    ),
  ]);
}

/** How it should sound. */
export function remarksOnList({ groups, verdicts = [] }: ListFile): readonly Remark[] {
  const options = groups.flatMap((group, at) =>
    group.options.map((one, index) => ({ one, path: ['groups', at, 'options', index] as const })),
  );
  const some = options.some(({ one }) => one.examples !== undefined);
  return [
    ...wordsOfGroups(groups, ['groups']).flatMap(remarksOnWords),
    ...untranslated(groups, ['groups']),
    ...(some ? options : []).flatMap(({ one, path }) =>
      one.examples === undefined
        ? [remark(path, `${one.id} has no examples, and others of this list have`)]
        : one.examples.flatMap((example, index) => remarksOnExample(example, [...path, 'examples', index])),
    ),
    ...verdicts.flatMap((one, index) =>
      (['nl', 'en'] as const).flatMap((language) =>
        one[language].flatMap((text, at) =>
          remarksOnWords({ path: ['verdicts', index, language, at], text, role: 'sentence' }),
        ),
      ),
    ),
  ];
}

/** The day stands where it is said: at the end in one sentence, in the middle of another. */
const asks = {
  nl: /^Wil je (?:m(?:e|ij) )?(?:vandaag|deze week) .+\?$/u,
  en: /^Would you .*\b(?:today|tonight|this week)\b.*\?$/u,
} as const;
const how = {
  nl: '«Wil je vandaag …?» or «Wil je deze week …?»',
  en: '“Would you …?” with “today”, “tonight” or “this week” in it',
} as const;

function remarksOnExample(example: { nl: string; en?: string | undefined }, path: Remark['path']): readonly Remark[] {
  return both(example, path, 'request').flatMap((words) => {
    const language = words.path.at(-1) === 'nl' ? 'nl' : 'en';
    const isAsked = asks[language].test(words.text);
    return [...remarksOnWords(words), ...(isAsked ? [] : [remark(words.path, `asks nothing small: ${how[language]}`)])];
  });
}

function namesOf({ id, nl, en }: ListOptionInFile): readonly (readonly [string, string])[] {
  return [[`nl ${nl.toLowerCase()}`, id], ...(en === undefined ? [] : [[`en ${en.toLowerCase()}`, id] as const])];
}

function remark(path: Remark['path'], message: string): Remark {
  return { path, message: `${pathAsWritten(path)} ${message}` };
}
