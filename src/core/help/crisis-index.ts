import { neededBy } from './needed.js';

/**
 * Tells whether one of many patterns matches, and tries those alone that can. Hundreds of them, run on every message, would take a
 * fifth of what an update takes; nearly every message holds nothing that any of them needs.
 */
export function anyOf(patterns: readonly RegExp[]): (said: string) => boolean {
  const { always, byGram } = indexOf(patterns);
  return (said) => {
    const isTried = new Set<RegExp>();
    const matches = (pattern: RegExp): boolean => {
      if (isTried.has(pattern)) return false;
      isTried.add(pattern);
      return pattern.test(said);
    };
    if (always.some(matches)) return true;
    for (let at = 0; at + gramLength <= said.length; at += 1) {
      for (const { needed, offset, pattern } of byGram.get(gramAt(said, at)) ?? []) {
        if (said.startsWith(needed, at - offset) && matches(pattern)) return true;
      }
    }
    return false;
  };
}

interface Needed {
  readonly needed: string;
  /** Where in it the three letters stand that it is found by. */
  readonly offset: number;
  readonly pattern: RegExp;
}

interface Index {
  /** Those that need nothing one could look for. */
  readonly always: readonly RegExp[];
  readonly byGram: ReadonlyMap<number, readonly Needed[]>;
}

const gramLength = 3;

/** Three letters as a number, which a map finds faster than a string cut out for it. */
function gramAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2);
}

function indexOf(patterns: readonly RegExp[]): Index {
  const always: RegExp[] = [];
  const byGram = new Map<number, Needed[]>();
  for (const pattern of patterns) {
    const all = neededBy(pattern.source);
    if (all === null || all.some(({ length }) => length < gramLength)) {
      always.push(pattern);
      continue;
    }
    for (const needed of all) {
      const offset = rarest(needed, byGram);
      const gram = gramAt(needed, offset);
      const found = byGram.get(gram) ?? [];
      found.push({ needed, offset, pattern });
      byGram.set(gram, found);
    }
  }
  return { always, byGram };
}

/** Where the three letters stand that the fewest others are found by. */
function rarest(needed: string, byGram: ReadonlyMap<number, readonly Needed[]>): number {
  const found = (offset: number) => byGram.get(gramAt(needed, offset))?.length ?? 0;
  let best = 0;
  for (let offset = 1; offset + gramLength <= needed.length; offset += 1) {
    if (found(offset) < found(best)) best = offset;
  }
  return best;
}
