import { clustersOf, widthOf } from './letters.js';

interface Limits {
  readonly letters: number;
  /** In the font's size. */
  readonly width: number;
}

/** Breaks a text in as few lines as it fits in, all about equally long. */
export function wrap(text: string, limits: Limits): readonly string[] {
  let lines = filled(text, limits);
  for (let width = limits.width - 1; width > 0; width -= 1) {
    const narrower = filled(text, { ...limits, width });
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

/** Puts as much on each line as it takes. */
function filled(text: string, limits: Limits): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((word) => broken(word, limits))) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length > 0 && fits(longer, limits)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word that is longer than a line, cut where the line is full. */
function broken(word: string, limits: Limits): readonly string[] {
  if (fits(word, limits)) return [word];
  const parts: string[] = [];
  for (const cluster of clustersOf(word)) {
    const longer = `${parts.at(-1) ?? ''}${cluster}`;
    if (parts.length > 0 && fits(longer, limits)) parts[parts.length - 1] = longer;
    else parts.push(cluster);
  }
  return parts;
}

const fits = (text: string, { letters, width }: Limits) => clustersOf(text).length <= letters && widthOf(text) <= width;
