/** Chance from a seed, for who does what and when. */
export interface Draw {
  /** From 0 up to, not including, 1. */
  next(): number;
  happens(probability: number): boolean;
  one<Value>(from: readonly Value[]): Value;
  shuffled<Value>(values: readonly Value[]): Value[];
}

/** Mulberry32. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = <Value>(from: readonly Value[]): Value => {
    const value = from[Math.floor(next() * from.length)];
    if (value === undefined) throw new Error('nothing to draw from');
    return value;
  };
  return {
    next,
    happens: (probability) => next() < probability,
    one,
    shuffled: (values) =>
      values
        .map((value) => ({ value, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  };
}
