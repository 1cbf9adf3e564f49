import { z } from 'zod';
import { answer } from './answer-file.js';
import { examples, replies, text } from './asked-file.js';
import { fields, inBoth, line, provenance } from './file-fields.js';
import { promptId } from './scenario-file.js';

/** The format of a postcard: what one of the two gives the other without being asked. postcard.schema.json is made from it. */

export const postcardFile = fields({
  schema: z.literal(2).default(2).describe('The version of this format.'),
  kind: z.literal('postcard'),
  id: promptId.describe('Never reused.'),
  version: z.int().min(1).default(1).describe('Goes up when the words change.'),
  title: inBoth(line, 40).describe('The button that chooses it.'),
  ...provenance,
  first: z.boolean().default(false).describe('What /waardeer begins with: exactly one, and shipped.'),
  asks: z.boolean().default(false).describe('It is a question: one that begins with why is asked about once.'),
  text: text.describe('What its writer is asked; {partner} is the other’s name.'),
  examples: examples.default([]),
  answer,
  arrives: inBoth(line, 140).optional().describe('Said above it where it arrives; {partner} is the writer’s name.'),
  after: fields({ replies: replies.optional() })
    .optional()
    .describe('What can be tapped under it beside the thank-you.'),
});

export type PostcardFile = z.output<typeof postcardFile>;

/** The format for editors. */
export function postcardJsonSchema(): object {
  return {
    ...z.toJSONSchema(postcardFile, { target: 'draft-7', io: 'input' }),
    title: 'A postcard of Samenspraak',
    description: 'An own postcard needs only kind, id, title.nl, text.nl and answer. See README.md beside this file.',
  };
}
