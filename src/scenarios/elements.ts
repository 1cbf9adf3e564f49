import { join } from 'node:path';
import { z } from 'zod';
import { elementsMax, fields, line } from './file-fields.js';
import { readYamlFile } from './yaml-file.js';

/** The ideas that the project draws on, and what carries each: scenarios/elements.yaml. */

/** How a file or a step carries an idea. Two of them stand in no file: the order of the paths, and a rule of the engine. */
export const ways = [
  'round',
  'stem',
  'ranked',
  'choose',
  'overlap',
  'card',
  'together',
  'lesson',
  'replies',
  'thanks-only',
  'chosen-aloud',
  'page',
  'follow-up',
  'loop',
  'words',
  'may-open',
  'card-then-asked',
  'several-steps',
  'order',
  'engine',
  'sheet',
  'ritual',
  'postcard',
] as const;
export type Way = (typeof ways)[number];

/** What no file can say yet; whatever waits for it is listed by a test. */
export const notBuilt: readonly Way[] = [];

const elementsFile = fields({
  schema: z.literal(1),
  id: z.literal('elements'),
  seeds: z.array(fields({ seed: line(80), title: line(80) })).min(1),
  elements: z.array(
    fields({
      n: z.int().min(1).max(elementsMax),
      seed: z.int().min(0),
      idea: line(80),
      by: z.array(z.enum(ways)).min(1),
      also: z.array(z.enum(ways)).min(1).optional(),
    }),
  ),
});

export type Elements = z.output<typeof elementsFile>;
export type Element = Elements['elements'][number];

/** Throws when it is broken: it is a table of the project's own. */
export function readElements(directory: string): Elements {
  const file = join(directory, 'elements.yaml');
  const checked = readYamlFile(file, elementsFile);
  if (checked.ok) return checked.value;
  throw new Error(checked.faults.map((fault) => `${file}:${String(fault.line)}: ${fault.message}`).join('\n'));
}
