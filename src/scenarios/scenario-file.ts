import { z } from 'zod';
import { distinct, fields, groups, inBoth, kebab, line, listNames, option, provenance, words } from './file-fields.js';
import { unknownName } from './yaml-issues.js';

/** The format of one prompt file. scenarios/README.md explains it; scenarios/scenario.schema.json is made from it. */

const answerKinds = ['text', 'voice', 'choice', 'scale', 'multi'] as const;
const answer = z
  .discriminatedUnion(
    'kind',
    [
      fields({ kind: z.literal('text') }),
      fields({ kind: z.literal('voice') }),
      fields({ kind: z.literal('choice'), options: distinct(z.array(option).min(2).max(8)) }),
      fields({
        kind: z.literal('scale'),
        options: distinct(z.array(option).min(3).max(7)).describe('The steps in words, from one end to the other.'),
      }),
      fields({
        kind: z.literal('multi'),
        list: z.enum(listNames, { error: ({ input }) => unknownName('list', input, listNames) }).optional(),
        groups: groups.optional(),
        max: z.int().min(1).max(3).default(3).describe('How many may be picked.'),
      }).refine((multi) => (multi.list === undefined) !== (multi.groups === undefined), 'needs either list or groups'),
    ],
    { error: kindRefused },
  )
  .describe('How it is answered by tapping. Free text and voice are always welcome beside it.');

export const scenarioFile = fields({
  schema: z.literal(1).default(1).describe('The version of this format.'),
  id: z.string().max(48).regex(kebab, 'may hold only a-z, 0-9 and -, as in klein-moment').describe('Never reused.'),
  version: z.int().min(1).default(1).describe('Goes up when the words change.'),
  kind: z
    .literal('prompt', { error: ({ input }) => unknownName('kind', input, ['prompt', 'listening']) })
    .default('prompt'),
  title: inBoth(line, 60)
    .optional()
    .describe('A few words that call it by name: the button that picks it as the next question.'),
  ...provenance,
  depth: z.literal([1, 2, 3, 4]).default(1).describe('1 light, 2 personal, 3 vulnerable, 4 tender.'),
  tags: z.array(z.string().max(32).regex(kebab, 'may hold only a-z, 0-9 and -')).max(10).optional(),
  pace: fields({
    recurring: z.boolean().default(false).describe('May come back; a prompt that may not is asked once.'),
    cooldown_days: z.int().min(1).max(3650).optional().describe('Comes back after so many days at the earliest (14).'),
  })
    .refine((pace) => pace.recurring || pace.cooldown_days === undefined, {
      path: ['cooldown_days'],
      error: 'goes with recurring: true; a prompt that is asked once has no cooldown',
    })
    .optional(),
  requires: fields({
    reveals: z.int().min(0).max(1000).default(0).describe('How many reveals a couple has had before this may come.'),
  }).optional(),
  safety: fields({ note: inBoth(words, 280).describe('Said before the question.') }).optional(),
  place: z.enum(['anywhere', 'together']).default('anywhere'),
  opening: z
    .boolean()
    .default(false)
    .describe('The light question a new couple begins with: exactly one, and shipped.'),
  text: inBoth(words, 1000).describe('The question itself; at most 280 characters reads well.'),
  examples: z
    .array(inBoth(words, 280))
    .max(20)
    .default([])
    .describe('Answers as a partner might give them; a recurring prompt shows another one each time.'),
  answer,
});

export const listFile = fields({
  schema: z.literal(1),
  id: z.enum(listNames),
  license: line(40),
  groups,
});

export type ScenarioFile = z.output<typeof scenarioFile>;

/** The format for editors. Draft 7, because that is what the YAML plugins of most editors read. */
export function scenarioJsonSchema(): object {
  return {
    ...z.toJSONSchema(scenarioFile, { target: 'draft-7', io: 'input' }),
    title: 'A prompt of Samenspraak',
    description: 'An own prompt needs only id, text.nl and answer. See README.md beside this file.',
  };
}

function kindRefused(issue: { code?: string | undefined; input?: unknown }): string | undefined {
  if (issue.code !== 'invalid_union') return 'should be a group of fields, such as { kind: text }';
  const { kind } = issue.input as { kind?: unknown };
  return unknownName('kind', kind, answerKinds);
}
