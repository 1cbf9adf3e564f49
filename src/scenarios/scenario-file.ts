import { z } from 'zod';
import { answer } from './answer-file.js';
import { asked, depth, examples, safety, text } from './asked-file.js';
import { fields, inBoth, kebab, line, provenance } from './file-fields.js';
import { unknownName } from './yaml-issues.js';

/** The format of one prompt file. scenarios/README.md explains it; scenarios/scenario.schema.json is made from it. */

/** What a file says it is. */
export const fileKinds = ['prompt', 'listening', 'path', 'postcard'] as const;

export const promptId = z.string().max(48).regex(kebab, 'may hold only a-z, 0-9 and -, as in klein-moment');

/** A day that every year has. */
const dayOfYear = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2\d|3[01])$/, 'is a month and a day, as in 12-06')
  .refine(
    (day) => !['02-29', '02-30', '02-31', '04-31', '06-31', '09-31', '11-31'].includes(day),
    'is no day of every year',
  );

const newInSchema2 = [
  ...(Object.keys(asked) as (keyof typeof asked)[]),
  ...(['retired', 'covers', 'season', 'asks_after'] as const),
] as const;

export const scenarioFile = fields({
  schema: z.literal([1, 2]).default(2).describe('The version of this format.'),
  id: promptId.describe('Never reused.'),
  version: z.int().min(1).default(1).describe('Goes up when the words change.'),
  kind: z.literal('prompt', { error: ({ input }) => unknownName('kind', input, fileKinds) }).default('prompt'),
  title: inBoth(line, 60)
    .optional()
    .describe('A few words that call it by name: the button that picks it as the next question.'),
  ...provenance,
  depth: depth.default(1),
  tags: z.array(z.string().max(32).regex(kebab, 'may hold only a-z, 0-9 and -')).max(10).optional(),
  season: fields({ from: dayOfYear, until: dayOfYear })
    .optional()
    .describe('Asked only from one day of the year until another, both included; it may go over the new year.'),
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
  safety: safety.optional(),
  place: z.enum(['anywhere', 'together']).default('anywhere'),
  opening: z
    .boolean()
    .default(false)
    .describe('The light question a new couple begins with: exactly one, and shipped.'),
  asks_after: z
    .enum(['look', 'change'])
    .optional()
    .describe('About what two agreed on and keep: how it goes, or in other words. One of each, and shipped.'),
  text,
  examples: examples.default([]),
  answer: answer.optional().describe('Needed, but for a private card.'),
  ...asked,
  retired: z.boolean().optional().describe('Can still be answered where it was asked; is asked no more.'),
  covers: z.array(promptId).min(1).max(10).optional().describe('The earlier prompts in whose place it comes.'),
})
  .refine(isAnswered, { path: ['answer'], error: 'is missing', when: ({ issues }) => !issues.some(isOfAnswer) })
  .superRefine((file, context) => {
    if (file.schema === 2) return;
    const refuse = (...path: string[]) => {
      context.addIssue({ code: 'custom', path, message: 'came with schema 2: say schema: 2' });
    };
    for (const field of newInSchema2) if (file[field] !== undefined) refuse(field);
    if (file.answer?.kind === 'stem' || file.answer?.kind === 'sheet') refuse('answer', 'kind');
    if (file.answer?.kind === 'multi' && file.answer.ranked !== undefined) refuse('answer', 'ranked');
  });

/** Said together with whatever else is wrong, so also of a file that is not one. */
function isAnswered(file: unknown): boolean {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return true;
  return ('answer' in file && file.answer !== undefined) || ('visibility' in file && file.visibility === 'private');
}

function isOfAnswer({ path }: { path?: PropertyKey[] | undefined }): boolean {
  return path?.[0] === 'answer';
}

export type ScenarioFile = z.output<typeof scenarioFile>;

/** The format for editors. Draft 7, because that is what the YAML plugins of most editors read. */
export function scenarioJsonSchema(): object {
  return {
    ...z.toJSONSchema(scenarioFile, { target: 'draft-7', io: 'input' }),
    title: 'A prompt of Samenspraak',
    description: 'An own prompt needs only id, text.nl and answer. See README.md beside this file.',
  };
}
