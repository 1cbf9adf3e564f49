import type { commands } from '../../src/core/commands.js';

type Rows = typeof commands;
type From<Source> = { readonly [T in keyof Rows]: Rows[T]['from'] extends Source ? T : never }[keyof Rows];

/**
 * What a person does with their phone, but for a tap, which is any button there is. What the clock, the courier or the
 * start reports comes from no hand, and neither does what the bot finds out about how fast somebody goes.
 */
export type ByHand = Exclude<keyof Rows, From<'clock' | 'courier' | 'start' | 'group'> | 'tooFast' | 'press'>;
