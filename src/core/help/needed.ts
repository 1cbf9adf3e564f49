/**
 * What a text must hold for a pattern to match it, read from the pattern itself: one of these strings, or null where
 * there is nothing to go by. Knows the signs that the lists of crisis words use, and throws on any other, so that a pattern with a
 * new one fails at start rather than go unread.
 */
export function neededBy(source: string): readonly string[] | null {
  const reader: Reader = { source, at: 0 };
  const needed = readChoice(reader);
  if (reader.at < source.length) throw unread(reader);
  return needed;
}

type Strings = readonly string[] | null;

interface Reader {
  readonly source: string;
  at: number;
}

/** «a|b»: what any of them needs; nothing where one of them needs nothing. */
function readChoice(reader: Reader): Strings {
  let all: Strings = readSequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    const next = readSequence(reader);
    all = all === null || next === null ? null : [...all, ...next];
  }
  return all;
}

/** One thing after another, each of which is needed: the best of them to look for. */
function readSequence(reader: Reader): Strings {
  let best: Strings = null;
  let run = '';
  const endRun = () => {
    if (run !== '') best = better(best, [run]);
    run = '';
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const part = readPart(reader);
    if (part.is === 'nothing') continue;
    const times = readTimes(reader);
    if (part.is === 'letter' && times !== 'maybe') run += part.letter;
    if (part.is !== 'letter' || times !== 'once') endRun();
    if (part.is === 'group' && times !== 'maybe') best = better(best, part.needed);
    if (part.is === 'beside') best = better(best, part.needed);
  }
  endRun();
  return best;
}

type Part =
  | { readonly is: 'letter'; readonly letter: string }
  | { readonly is: 'group'; readonly needed: Strings }
  /** What must stand before or behind, without being taken; null of what must not. */
  | { readonly is: 'beside'; readonly needed: Strings }
  /** A letter of many. */
  | { readonly is: 'any' }
  /** A place between two letters. */
  | { readonly is: 'nothing' };

function readPart(reader: Reader): Part {
  const { source } = reader;
  const rest = (sign: string) => source.startsWith(sign, reader.at);
  const skip = (sign: string) => (reader.at += sign.length);
  for (const place of ['^', '$', String.raw`\b`]) {
    if (rest(place)) return (skip(place), { is: 'nothing' });
  }
  for (const opening of ['(?:', '(?=', '(?<=', '(?!', '(?<!']) {
    if (!rest(opening)) continue;
    skip(opening);
    const needed = readChoice(reader);
    if (!rest(')')) throw unread(reader);
    skip(')');
    return opening === '(?:'
      ? { is: 'group', needed }
      : { is: 'beside', needed: opening.endsWith('=') ? needed : null };
  }
  for (const many of [String.raw`\w`, '.']) {
    if (rest(many)) return (skip(many), { is: 'any' });
  }
  if (rest('[')) {
    reader.at = source.indexOf(']', reader.at) + 1;
    return { is: 'any' };
  }
  const letter = /^(?:[a-z0-9 '~,-]|\\\|)/.exec(source.slice(reader.at, reader.at + 2))?.[0];
  if (letter === undefined) throw unread(reader);
  skip(letter);
  return { is: 'letter', letter: letter.at(-1) ?? '' };
}

/** How often what stands before must come. */
function readTimes(reader: Reader): 'maybe' | 'once' | 'more' {
  const sign = /^(?:[?*+]|\{\d+(?:,\d*)?\})/.exec(reader.source.slice(reader.at, reader.at + 8))?.[0] ?? '';
  reader.at += sign.length;
  if (sign === '') return 'once';
  return '?*'.includes(sign) || sign.startsWith('{0') ? 'maybe' : 'more';
}

/** The one whose shortest string is longer, for longer ones stand in fewer texts. */
function better(one: Strings, other: Strings): Strings {
  if (one === null || other === null) return one ?? other;
  const shortest = (strings: readonly string[]) => Math.min(...strings.map(({ length }) => length));
  const [mine, theirs] = [shortest(one), shortest(other)];
  if (mine !== theirs) return mine > theirs ? one : other;
  return one.length <= other.length ? one : other;
}

const unread = ({ source, at }: Reader) => new Error(`cannot read ${source} from ${String(at)}`);
