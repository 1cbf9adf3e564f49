import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface CommandLine<Taken extends Options> {
  /** As it is typed, `npm run backup -- DIR`. */
  readonly usage: string;
  /** What it does, in one sentence. */
  readonly about: string;
  readonly options?: Taken;
  /** How many words it takes beside its options; none unless said. */
  readonly words?: { readonly least: number; readonly most: number };
}

type Read<Taken extends Options> = ReturnType<
  typeof parseArgs<{ options: Taken; allowPositionals: true; strict: true }>
>;

/**
 * What was typed behind the name of a command. `--help` prints how it is used and ends the process with 0; what the command
 * does not know ends it with 2 and one sentence, before anything was done.
 */
export function readCommandLine<const Taken extends Options = Options>(
  line: CommandLine<Taken>,
  args: readonly string[] = process.argv.slice(2),
): { readonly values: Read<Taken>['values']; readonly words: readonly string[] } {
  const { usage, about, words = { least: 0, most: 0 } } = line;
  const [end = args.length] = [args.indexOf('--')].filter((index) => index >= 0);
  if (args.slice(0, end).some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(`${about}\nUsage: ${usage}\n`);
    process.exit(0);
  }
  const { values, positionals } = parse(line, args);
  if (positionals.length < words.least) refuseUsage('Something is missing.', usage);
  const [surplus] = positionals.slice(words.most);
  if (surplus !== undefined) refuseUsage(`${surplus} is one word too many.`, usage);
  return { values, words: positionals };
}

function parse<Taken extends Options>({ usage, options }: CommandLine<Taken>, args: readonly string[]): Read<Taken> {
  try {
    return parseArgs({ args: [...args], options: options ?? {}, allowPositionals: true, strict: true }) as Read<Taken>;
  } catch (error) {
    const isTheirs = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!isTheirs) throw error;
    refuseUsage(`${error.message.split('. ')[0] ?? ''}.`.replace(/\.\.$/, '.'), usage);
  }
}

/** Ends the process with a sentence about what was typed. */
export function refuseUsage(sentence: string, usage: string): never {
  process.stderr.write(`${sentence} Usage: ${usage}\n`);
  process.exit(2);
}

/** A whole number given to an option; ends the process when it is none, or out of bounds. */
export function wholeNumber(
  option: string,
  value: string,
  { from, to, usage }: { readonly from: number; readonly to: number; readonly usage: string },
): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= from && number <= to) return number;
  return refuseUsage(`--${option} takes a whole number from ${String(from)} to ${String(to)}.`, usage);
}
