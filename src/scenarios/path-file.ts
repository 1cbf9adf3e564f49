import { z } from 'zod';
import { answer } from './answer-file.js';
import { asked, depth, examples, safety, stepId, text } from './asked-file.js';
import { elements, fields, inBoth, kebab, line, provenance, words } from './file-fields.js';
import { promptId } from './scenario-file.js';

/** The format of a path: a few steps that belong together. scenarios/README.md explains it; path.schema.json is made from it. */

export const pathStepsMax = 7;

const pathId = z.string().max(32).regex(kebab, 'may hold only a-z, 0-9 and -, as in de-dans');

const step = fields({
  id: stepId.describe('Never renamed: the bot knows by it where a couple is.'),
  title: inBoth(line, 24).describe('How it is called in the list of steps.'),
  use: promptId.optional().describe('A prompt that is there already, instead of text and answer.'),
  listen: z.string().max(32).optional().describe('A protocol for listening: the two of them do this step together.'),
  shows: stepId
    .optional()
    .describe('An earlier step, whose opened words are quoted; passed over when it did not open.'),
  depth: depth.optional(),
  lesson: inBoth(words, 400).optional().describe('A few sentences above the question, folded; at most 60 words.'),
  safety: safety.optional(),
  text: text.optional(),
  examples: examples.optional(),
  answer: answer.optional(),
  source: fields({ elements }).optional().describe('What this step carries; the path says the rest.'),
  ...asked,
});

export const pathFile = fields({
  schema: z.literal(2).default(2).describe('The version of this format.'),
  kind: z.literal('path'),
  id: pathId.describe('Never reused.'),
  version: z.int().min(1).default(1).describe('Goes up when the words change.'),
  title: inBoth(line, 24).describe('The button that chooses it.'),
  about: inBoth(words, 280).optional().describe('Said where it is offered; the titles of its steps when absent.'),
  ...provenance,
  tags: z.array(z.string().max(32).regex(kebab, 'may hold only a-z, 0-9 and -')).max(10).optional(),
  order: z.int().min(1).max(1000).optional().describe('Its place among the paths that are offered first.'),
  requires: fields({
    reveals: z.int().min(0).max(1000).default(0).describe('How many reveals a couple has had before it is offered.'),
    done: z.array(pathId).min(1).max(10).optional().describe('The paths that come before it.'),
  }).optional(),
  steps: z.array(step).min(1).max(pathStepsMax),
});

export type PathFile = z.output<typeof pathFile>;
export type PathStepInFile = PathFile['steps'][number];

/** The format for editors. */
export function pathJsonSchema(): object {
  return {
    ...z.toJSONSchema(pathFile, { target: 'draft-7', io: 'input' }),
    title: 'A path of Samenspraak',
    description: 'An own path needs only kind, id, title.nl and steps. See README.md beside this file.',
  };
}
