import { z } from 'zod';
import type { answer } from './answer-file.js';
import { distinct, fields, inBoth, kebab, line, optionId, words } from './file-fields.js';

/** What a prompt and a step of a path have in common: what is asked, how it is answered, and what follows. */

export const stepId = z.string().max(14).regex(kebab, 'may hold only a-z, 0-9 and -, as in mijn-stap');

export const depth = z.literal([1, 2, 3, 4]).describe('1 light, 2 personal, 3 vulnerable, 4 tender.');
export const text = inBoth(words, 1000).describe('The question itself; at most 280 characters reads well.');
export const examples = z
  .array(inBoth(words, 280))
  .max(20)
  .describe('Answers as a partner might give them; a recurring prompt shows another one each time.');
export const safety = fields({ note: inBoth(words, 280).describe('Said before the question.') });

const reply = fields({
  id: optionId,
  nl: line(40),
  en: line(40).optional(),
  words: z.int().min(40).max(500).optional().describe('Asks for words of its own first, at most so many characters.'),
});

export const replies = distinct(z.array(reply).min(1).max(3));

const after = fields({
  replies: replies.optional().describe('What each can tap under the other’s answer.'),
  react: z.literal('thank').optional().describe('Leaves only the thank-you.'),
  picture: fields({
    draw: z.enum(['loop', 'words']),
    from: stepId.optional().describe('The step whose words are drawn; this one when absent.'),
    with: stepId.optional().describe('The step whose sentence stands below a loop, smaller.'),
  }).optional(),
  keep: z.boolean().optional().describe('Both may keep what opened.'),
  pick_one: z.boolean().optional().describe('Ends with: choose one together.'),
  follow_up_days: z
    .array(z.int().min(1).max(180))
    .min(1)
    .max(3)
    .optional()
    .describe('Asks how it goes, so many days later.'),
  ritual: fields({
    every: z.enum(['week', 'month']).describe('Of a month, the first such day of the week.'),
    reminder: inBoth(words, 400).describe('Said to both on the day itself.'),
    ideas: z.array(inBoth(words, 140)).max(40).optional().describe('One goes with each reminder, in turn.'),
  })
    .optional()
    .describe('With overlap and the list of moments: a moment both want becomes theirs.'),
}).describe('What stands under the opened answers instead of the usual.');

/** All of it came with schema 2. */
export const asked = {
  visibility: z
    .enum(['blind', 'choose', 'overlap', 'private', 'together'])
    .optional()
    .describe('blind when absent; choose: only the lines tapped open; private: a card to read; together: in one room.'),
  may_open: z.array(optionId).min(1).max(8).optional().describe('With choose: the only lines that can be tapped.'),
  after: after.optional(),
  patience_days: z.int().min(3).max(30).optional().describe('How long it stays answerable once it was put away.'),
  on_demand: z.boolean().optional().describe('A private card that can be asked for at any time.'),
  help: z.boolean().optional().describe('Ends by naming /hulp.'),
};

export type AfterInFile = z.output<typeof after>;

/** A prompt or a step, whichever it is, as the rules look at it. */
export type AskedFields = z.output<z.ZodObject<typeof asked>> & {
  readonly depth?: z.output<typeof depth> | undefined;
  readonly text?: z.output<typeof text> | undefined;
  readonly examples?: z.output<typeof examples> | undefined;
  readonly safety?: z.output<typeof safety> | undefined;
  readonly answer?: z.output<typeof answer> | undefined;
  readonly lesson?: z.output<ReturnType<typeof inBoth>> | undefined;
};
