import { z } from 'zod';
import { isVisible, withoutHidden } from '../core/reading/visible.js';
import { unknownField } from './yaml-issues.js';

/** What the files in scenarios/ have in common: words in both languages, things to tap, and fields that are named when unknown. */

export const listNames = ['feelings', 'needs', 'values', 'images', 'moments'] as const;
export type ListName = (typeof listNames)[number];

export const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const short = /^[a-z0-9]+([_-][a-z0-9]+)*$/;
const telling = /\p{L}|\p{N}|\p{Extended_Pictographic}/u;
const unshowable = /(?!\n)[\p{Cc}\p{Cs}]/u;

export const words = (lengthMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine((text) => isVisible(text) && telling.test(withoutHidden(text)), 'needs at least one letter, digit or emoji')
    .refine((text) => !unshowable.test(text), 'holds a character that cannot be shown');

export const line = (lengthMax: number) =>
  words(lengthMax).refine((text) => !text.includes('\n'), 'must stay on one line');

export const inBoth = (what: typeof line, lengthMax: number) =>
  fields({ nl: what(lengthMax), en: what(lengthMax).optional().describe('Without it, nl is shown to everyone.') });

export const optionId = z
  .string()
  .max(16)
  .regex(short, 'may hold only a-z, 0-9, - and _, as in niet-zo-goed')
  .describe('Travels in the button and is kept with an answer: never rename or reuse it.');

export const option = fields({
  id: optionId,
  nl: line(40),
  en: line(40).optional(),
  sentence: inBoth(line, 80).optional().describe('How it reads in an answer: «ik voel gemis». The label when absent.'),
});

export const groups = groupsOf(option);

export function groupsOf<Item extends typeof option>(item: Item) {
  const group = fields({
    id: optionId,
    nl: line(40),
    en: line(40).optional(),
    options: distinct(z.array(item).min(1).max(10)),
  });
  return distinct(z.array(group).min(1).max(10)).refine((all) => {
    const ids = all.flatMap(({ options }) => options.map(({ id }) => id));
    return new Set(ids).size === ids.length;
  }, 'uses an option id in two groups');
}

/** How many ideas the sources hold; docs/sources.md says where each of them went. */
export const elementsMax = 103;

/** Which of those ideas a file or a step carries. */
export const elements = z
  .array(z.int().min(1).max(elementsMax))
  .min(1)
  .max(12)
  .refine((numbers) => new Set(numbers).size === numbers.length, 'has a number twice')
  .describe('The numbers of the ideas it carries, as docs/sources.md counts them.');

/** Where a file comes from, and who looks after it; needed in all that ships. */
export const provenance = {
  source: fields({
    seed: line(80).optional(),
    idea: line(200).describe('Where the idea comes from.'),
    refs: z.array(line(200)).max(20).optional(),
    elements: elements.optional(),
    own_wording: z.literal(true).describe('Ideas are free; sentences are not. Write your own.'),
  }).optional(),
  license: line(40).optional(),
  authors: z.array(line(80)).min(1).max(20).optional(),
};

/** An object in which an unknown field is named: one sentence per field, one per line. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownField(key, Object.keys(shape))).join('\n')
        : undefined,
  });
}

/** Options or groups whose ids and labels cannot be confused. */
export function distinct<Item extends { id: string; nl: string; en?: string | undefined }>(items: z.ZodType<Item[]>) {
  return items.superRefine((all, context) => {
    for (const field of ['id', 'nl', 'en'] as const) {
      const seen = new Set<string>();
      for (const [index, item] of all.entries()) {
        const value = item[field]?.toLowerCase();
        if (value === undefined) continue;
        if (seen.has(value))
          context.addIssue({ code: 'custom', path: [index, field], message: `"${value}" is there twice` });
        seen.add(value);
      }
    }
  });
}

export type OptionInFile = z.output<typeof option>;
export type GroupInFile = z.output<typeof groups>[number];
