import { z } from 'zod';
import { distinct, fields, groups, line, listNames, option, optionId } from './file-fields.js';
import { unknownName } from './yaml-issues.js';

/** How a prompt or a step of a path is answered, as its file says it. */

export const gap = '…';

const answerKinds = ['text', 'voice', 'choice', 'scale', 'multi', 'stem'] as const;

/** Three dots are what most keyboards have for a gap. */
const sentence = line(140).transform((text) => text.replaceAll('...', gap));

const stemLine = fields({
  id: optionId,
  nl: sentence,
  en: sentence.optional(),
  max: z.int().min(20).max(1500).default(280).describe('How many characters each gap holds.'),
  own_part: z
    .boolean()
    .default(false)
    .describe('The last gap is about the writer; one that speaks of the other is asked once.'),
});

export const answer = z
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
        ranked: z.boolean().optional().describe('The order of tapping counts, and is shown.'),
      }).refine((multi) => (multi.list === undefined) !== (multi.groups === undefined), 'needs either list or groups'),
      fields({
        kind: z.literal('stem'),
        lines: distinct(z.array(stemLine).min(1).max(8)).describe(
          'Sentences to finish, with … for each of 1 or 2 gaps.',
        ),
      }),
    ],
    { error: kindRefused },
  )
  .describe('How it is answered. Free text and voice are always welcome beside taps.');

export type AnswerInFile = z.output<typeof answer>;
export type StemLineInFile = z.output<typeof stemLine>;

function kindRefused(issue: { code?: string | undefined; input?: unknown }): string | undefined {
  if (issue.code !== 'invalid_union') return 'should be a group of fields, such as { kind: text }';
  const { kind } = issue.input as { kind?: unknown };
  return unknownName('kind', kind, answerKinds);
}
