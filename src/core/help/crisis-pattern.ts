/** A pattern put together from parts, over text as `spelledOut` leaves it. */
export function pattern(parts: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw: parts.raw }, ...values));
}

/** The same, to be taken out wherever it stands. */
export function everywhere(parts: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(pattern(parts, ...values).source, 'g');
}

/** At most so many words, none of them at the end of a clause. */
export const upTo = (words: number): string => `(?:[\\w']+ ){0,${String(words)}}`;

/** The clause ends here. */
export const ends = '(?= \\||$)';

/** All of them in one clause, in any order: Dutch moves its verbs about. */
export function together(...parts: readonly string[]): RegExp {
  return new RegExp(`(?:^|\\|)${parts.map((part) => `(?=[^|]*\\b(?:${part})\\b)`).join('')}`);
}

/** Both, at most so many characters apart, whichever comes first. */
export function near(one: string, other: string, apart: number): RegExp {
  const between = `\\b[^~]{0,${String(apart)}}\\b`;
  return new RegExp(`\\b(?:${one})${between}(?:${other})\\b|\\b(?:${other})${between}(?:${one})\\b`);
}
