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
  const all: string[] = [];
  let isAny = false;
  for (;;) {
    const next = readSequence(reader);
    if (next === null) isAny = true;
    else all.push(...next);
    if (reader.source[reader.at] !== '|') return isAny ? null : all;
    reader.at += 1;
  }
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
    run += readLetters(reader);
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

/** Nearly all that stands in a pattern are letters, which are taken together. The last may belong to a sign behind it. */
function readLetters(reader: Reader): string {
  const { source, at } = reader;
  while (isLetter(source.charCodeAt(reader.at + 1)) && isLetter(source.charCodeAt(reader.at))) reader.at += 1;
  return source.slice(at, reader.at);
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
  const first = source.charAt(reader.at);
  const opening = first === '(' ? openings.find((one) => source.startsWith(one, reader.at)) : undefined;
  if (opening !== undefined) return readGroup(reader, opening);
  if (first === '[') {
    reader.at = source.indexOf(']', reader.at) + 1;
    return { is: 'any' };
  }
  const sign = first === '\\' ? source.slice(reader.at, reader.at + 2) : first;
  reader.at += sign.length;
  if (places.has(sign)) return { is: 'nothing' };
  if (many.has(sign)) return { is: 'any' };
  if (sign === escapedBar) return { is: 'letter', letter: '|' };
  if (isLetter(sign.charCodeAt(0))) return { is: 'letter', letter: sign };
  reader.at -= sign.length;
  throw unread(reader);
}

function readGroup(reader: Reader, opening: string): Part {
  reader.at += opening.length;
  const needed = readChoice(reader);
  if (reader.source.charAt(reader.at) !== ')') throw unread(reader);
  reader.at += 1;
  return opening === '(?:' ? { is: 'group', needed } : { is: 'beside', needed: opening.endsWith('=') ? needed : null };
}

const openings = ['(?:', '(?=', '(?<=', '(?!', '(?<!'];
const places = new Set(['^', '$', String.raw`\b`]);
const many = new Set([String.raw`\w`, '.']);
const escapedBar = String.raw`\|`;
const signs = "abcdefghijklmnopqrstuvwxyz0123456789 '~,-";
const letters: ReadonlySet<number> = new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
const isLetter = (code: number) => letters.has(code);

/** How often what stands before must come. */
function readTimes(reader: Reader): 'maybe' | 'once' | 'more' {
  if (!'?*+{'.includes(reader.source[reader.at] ?? 'the end')) return 'once';
  const sign = /^(?:[?*+]|\{\d+(?:,\d*)?\})/.exec(reader.source.slice(reader.at, reader.at + 8))?.[0] ?? '';
  reader.at += sign.length;
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
