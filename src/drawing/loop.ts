import type { Language } from '../core/round/scenario.js';
import { lettersOf } from './letters.js';
import { escaped, ink, paper, pictureFont, pictureSide, round } from './picture.js';
import { wrap } from './wrap.js';

/** The words of a loop, in the language of whoever gets it. */
export interface LoopWords {
  readonly language: Language;
  /** By person id, so that both get the same picture. */
  readonly top: LoopHalf;
  readonly bottom: LoopHalf;
}

/** What one of the two said. */
export interface LoopHalf {
  readonly sentence: string;
  readonly hope: string | null;
}

const middle = pictureSide / 2;

const sentenceStyle = { size: 40, leading: 52 };
const hopeStyle = { size: 32, leading: 42 };
const lettersALine = 43;
const lineWidth = 840;
const aboveHope = 18;
/** Of the room that a half has for its words, and how far its middle lies from that of the picture. */
const [roomHeight, roomMiddle] = [404, 231];
/** Words that do not fit as large as they should be are all made smaller, those of both alike. */
const scales = [1, 0.9, 0.8, 0.7, 0.6];

/**
 * A ring of two halves, as SVG: each has the sentence of one of the two and under it their hope. Nothing tells where it
 * begins; the halves differ in their place, and in that one line is plain and the other dotted. Null when words hold
 * letters that the font has not, or are too many.
 */
export function loopSvg({ language, top, bottom }: LoopWords): string | null {
  const halves = [lettersOfHalf(top), lettersOfHalf(bottom)] as const;
  if (halves[0] === null || halves[1] === null) return null;
  const [above, below] = halves;
  for (const scale of scales) {
    const [first, second] = [block(above, scale), block(below, scale)];
    if (first === null || second === null) continue;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureSide}" height="${pictureSide}" xml:lang="${language}">`,
      `<rect width="${pictureSide}" height="${pictureSide}" fill="${paper}"/>`,
      `<g transform="translate(${middle} ${middle})">${arc('')}</g>`,
      `<g transform="translate(${middle} ${middle}) scale(1 -1)">${arc(' stroke-dasharray="0 18"')}</g>`,
      `<g transform="translate(${middle} ${middle - roomMiddle})">${first}</g>`,
      `<g transform="translate(${middle} ${middle + roomMiddle})">${second}</g>`,
      '</svg>',
    ].join('\n');
  }
  return null;
}

/** The upper half of the ring, around a middle at 0; an arrowhead at either end points to the other half. */
function arc(dashes: string): string {
  const [side, corner, end, head] = [506, 485, 36, 17];
  // From the top outwards, so that dots lie alike on either side.
  const line = [-1, 1]
    .map((way) => `M0 ${-side}C${way * corner} ${-side} ${way * side} ${-corner} ${way * side} ${-end}`)
    .join('');
  const heads = [-side, side].map((x) => `M${x - head} ${-end}h${2 * head}l${-head} 28z`).join('');
  return `<path d="${line}" fill="none" stroke="${ink}" stroke-width="8" stroke-linecap="round"${dashes}/><path d="${heads}" fill="${ink}"/>`;
}

function lettersOfHalf({ sentence, hope }: LoopHalf): LoopHalf | null {
  const [said, hoped] = [lettersOf(sentence), lettersOf(hope ?? '')];
  return said === null || said === '' || hoped === null ? null : { sentence: said, hope: hoped === '' ? null : hoped };
}

/** The lines of a half around a middle at 0; null when they are higher than its room. */
function block({ sentence, hope }: LoopHalf, scale: number): string | null {
  const lines = [
    ...linesOf(sentence, sentenceStyle, scale).map((line) => ({ ...line, above: 0 })),
    ...(hope === null ? [] : linesOf(hope, hopeStyle, scale)).map((line, at) => ({
      ...line,
      above: at === 0 ? aboveHope * scale : 0,
    })),
  ];
  const height = lines.reduce((sum, { leading, above }) => sum + leading + above, 0);
  if (height > roomHeight) return null;
  let y = -height / 2;
  return lines
    .map(({ text, size, leading, above }) => {
      y += above + leading;
      // A line of letters lies somewhat above the foot of its room.
      const baseline = round(y - leading * 0.28);
      return `<text y="${baseline}" text-anchor="middle" font-family="${pictureFont}" font-size="${round(size)}" fill="${ink}">${escaped(text)}</text>`;
    })
    .join('');
}

function linesOf(text: string, style: typeof sentenceStyle, scale: number) {
  const [size, leading] = [style.size * scale, style.leading * scale];
  return wrap(text, { letters: lettersALine, width: lineWidth / size }).map((line) => ({ text: line, size, leading }));
}
