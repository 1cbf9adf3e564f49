import { z } from 'zod';
import { stepKinds, type StepKind } from '../core/listening/protocol.js';
import { distinct, fields, inBoth, kebab, line, listNames, optionId, provenance, words } from './file-fields.js';
import { unknownName } from './yaml-issues.js';

/** The format of one protocol for listening. scenarios/README.md explains it; listening.schema.json is made from it. */

const stepId = z.string().max(16).regex(kebab, 'may hold only a-z, 0-9 and -, as in vertel');

const way = fields({
  id: optionId,
  nl: line(40),
  en: line(40).optional(),
  line: inBoth(words, 280).optional().describe('What the other reads when this is tapped; nothing when absent.'),
  to: z
    .union([stepId, z.literal('end')])
    .optional()
    .describe('Goes on there; the next step when absent.'),
  most: z.int().min(1).max(9).optional().describe('How often in one turn; needed for a way back.'),
  words: z.int().min(40).max(500).optional().describe('Asks for words of its own first, at most so many characters.'),
  sends: z.boolean().default(false).describe('Stands beside [Done] under a draft, and sends it.'),
  confirms: z.boolean().default(false).describe('What was mirrored last is as it was meant.'),
  after: z.string().optional().describe('Shown only once that other option has been taken.'),
});

const step = fields({
  id: stepId,
  kind: z.enum(stepKinds, { error: ({ input }) => unknownName('kind', input, stepKinds) }),
  pen: z.enum(['speaker', 'listener']).optional().describe('Who has the turn, where the kind does not say it well.'),
  text: inBoth(words, 400).describe('To whoever has the turn. {partner} is the other’s name.'),
  other: inBoth(words, 280).describe('To the other meanwhile.'),
  stems: z.array(inBoth(words, 140)).max(6).default([]).describe('Beginnings of sentences.'),
  questions: z.array(inBoth(words, 280)).max(40).default([]).describe('One of them is drawn for each round.'),
  words: fields({
    max: z.int().min(40).max(1500).optional(),
    voices: z.int().min(0).max(3).optional(),
    seconds: z.int().min(10).max(300).optional(),
  }).optional(),
  list: z.enum(listNames).optional().describe('What can be tapped in a step of kind feel.'),
  max: z.int().min(1).max(3).default(3).describe('How many of the list.'),
  minutes: z.int().min(1).max(30).optional().describe('How long it takes side by side.'),
  options: distinct(z.array(way).max(8)).default([]),
});

export const protocolFile = fields({
  schema: z.literal(1).default(1).describe('The version of this format.'),
  kind: z.literal('listening'),
  id: z.string().max(32).regex(kebab, 'may hold only a-z, 0-9 and -, as in alleen-luisteren').describe('Never reused.'),
  version: z.int().min(1).default(1).describe('Goes up when the words change.'),
  title: inBoth(line, 28).describe('The button that chooses it.'),
  about: inBoth(words, 280).describe('Said before one asks the other.'),
  ...provenance,
  first: z.boolean().default(false).describe('What /luister offers first: exactly one, and shipped.'),
  paces: z
    .array(z.enum(['apart', 'live']))
    .min(1)
    .default(['apart', 'live']),
  swap: z.enum(['never', 'ask', 'always']).default('ask').describe('Whether the other gets a turn.'),
  turns: z.int().min(1).max(6).default(2),
  steps: z.array(step).min(1).max(12),
});

export type ProtocolFile = z.output<typeof protocolFile>;
export type StepInFile = ProtocolFile['steps'][number];
export type WayInFile = StepInFile['options'][number];

/** What a kind of step is when the file says nothing else. */
export const kinds: Readonly<
  Record<
    StepKind,
    {
      pen: 'speaker' | 'listener' | 'both';
      takes: 'words' | 'picks' | 'taps' | 'letters' | 'nothing';
      unitsMax: number;
    }
  >
> = {
  speak: { pen: 'speaker', takes: 'words', unitsMax: 1000 },
  mirror: { pen: 'listener', takes: 'words', unitsMax: 600 },
  respond: { pen: 'listener', takes: 'words', unitsMax: 600 },
  feel: { pen: 'listener', takes: 'picks', unitsMax: 200 },
  check: { pen: 'speaker', takes: 'taps', unitsMax: 0 },
  ask: { pen: 'listener', takes: 'taps', unitsMax: 0 },
  thank: { pen: 'listener', takes: 'taps', unitsMax: 0 },
  write: { pen: 'both', takes: 'letters', unitsMax: 1500 },
  talk: { pen: 'both', takes: 'nothing', unitsMax: 0 },
};

/** The format for editors. */
export function protocolJsonSchema(): object {
  return {
    ...z.toJSONSchema(protocolFile, { target: 'draft-7', io: 'input' }),
    title: 'A protocol for listening of Samenspraak',
    description: 'See README.md beside this file.',
  };
}
