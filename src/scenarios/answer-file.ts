import { z } from 'zod';
import { distinct, fields, groups, kebab, line, listNames, option, optionId } from './file-fields.js';
import { unknownName } from './yaml-issues.js';

/** How a prompt or a step of a path is answered, as its file says it. */

export const gap = '…';

const answerKinds = ['text', 'voice', 'choice', 'scale', 'multi', 'stem', 'sheet'] as const;

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

/** Travels in a button with two others, so it is short. */
const sheetId = z.string().max(14).regex(kebab, 'may hold only a-z, 0-9 and -, as in kleine-dingen');

const sheetWord = fields({ id: sheetId, nl: line(16), en: line(16).optional() });

const sheetRow = fields({
  id: sheetId,
  nl: line(80).transform((text) => text.replaceAll('...', gap)),
  en: line(80)
    .transform((text) => text.replaceAll('...', gap))
    .optional(),
  stem: z.boolean().optional().describe('A sentence to finish, with … for its one gap.'),
  max: z.int().min(20).max(200).optional().describe('Of a sentence: how many characters its gap holds (200).'),
  own_only: z.boolean().optional().describe('For whoever reads it: what is tapped is not kept, and never opens.'),
});

const theme = fields({
  id: sheetId,
  nl: line(24),
  en: line(24).optional(),
  rows: distinct(z.array(sheetRow).min(3).max(7)),
});

const sheet = fields({
  kind: z.literal('sheet'),
  themes_open: z
    .int()
    .min(1)
    .max(7)
    .describe('Exactly so many themes are chosen: fewer than there are, and over half.'),
  rows_shown: z.int().min(1).max(5).default(3).describe('So many of the rows one tapped are drawn, and open.'),
  scale: distinct(z.array(sheetWord).min(3).max(5)).describe('The words to tap, the warm ones last; never figures.'),
  themes: distinct(z.array(theme).min(3).max(8)),
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
        max: z.int().min(1).max(4).default(3).describe('How many may be picked.'),
        ranked: z.boolean().optional().describe('The order of tapping counts, and is shown.'),
      }).refine((multi) => (multi.list === undefined) !== (multi.groups === undefined), 'needs either list or groups'),
      fields({
        kind: z.literal('stem'),
        lines: distinct(z.array(stemLine).min(1).max(8)).describe(
          'Sentences to finish, with … for each of 1 or 2 gaps.',
        ),
      }),
      sheet,
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
