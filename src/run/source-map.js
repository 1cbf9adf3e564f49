/**
 * Where what was compiled stood in src/. Node's SourceMap keeps every place of every package, which takes a third of a second and
 * tens of megabytes; this keeps none of those.
 */

/** @typedef {readonly [column: number, source: number, line: number, sourceColumn: number]} Place */

/**
 * @param {{ readonly sources: readonly string[], readonly mappings: string }} map
 * @param {(source: string) => boolean} isKept
 * @returns {(line: number, column: number) => { source: string, line: number, column: number } | null} all counted from 1
 */
export function readSourceMap({ sources, mappings }, isKept) {
  const isOurs = sources.map(isKept);
  /** @type {Place[][]} */
  const lines = [[]];
  let [column, source, line, sourceColumn] = [0, 0, 0, 0];
  for (const reader = { text: mappings, at: 0 }; reader.at < mappings.length;) {
    const sign = mappings[reader.at];
    if (sign === ';') {
      lines.push([]);
      column = 0;
    }
    if (sign === ';' || sign === ',') {
      reader.at += 1;
      continue;
    }
    column += readNumber(reader);
    if (isEnd(reader)) continue;
    source += readNumber(reader);
    line += readNumber(reader);
    sourceColumn += readNumber(reader);
    if (!isEnd(reader)) readNumber(reader);
    const places = lines.at(-1);
    // Where a package begins, ours ends; of the rest of it nothing is kept.
    if (isOurs[source] === true || isOurs[places?.at(-1)?.[1] ?? -1] === true) {
      places?.push([column, source, line, sourceColumn]);
    }
  }
  return (atLine, atColumn) => {
    const place = lines[atLine - 1]?.findLast(([begin]) => begin <= atColumn - 1);
    if (place === undefined || isOurs[place[1]] !== true) return null;
    return { source: sources[place[1]] ?? '', line: place[2] + 1, column: place[3] + 1 };
  };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Uint8Array(128);
for (let value = 0; value < digits.length; value += 1) valueOf[digits.charCodeAt(value)] = value;

/** @typedef {{ readonly text: string, at: number }} Reader */

/** Of five bits a digit, the lowest first; the last bit of all is the sign. @param {Reader} reader */
function readNumber(reader) {
  let [number, shift, value] = [0, 0, 0];
  do {
    value = valueOf[reader.text.charCodeAt(reader.at)] ?? 0;
    number += (value & 31) << shift;
    shift += 5;
    reader.at += 1;
  } while (value >= 32);
  return number & 1 ? -(number >> 1) : number >> 1;
}

/** @param {Reader} reader */
const isEnd = ({ text, at }) => at >= text.length || text[at] === ',' || text[at] === ';';
