/**
 * Where what was compiled stood in src/. Node's SourceMap keeps every place of every package, which takes a third of a second and
 * tens of megabytes; this keeps none of those.
 */

/** A place takes four numbers: its column, and the source, line and column it came from. */
const width = 4;

/**
 * Node reads the trace of every error that closes a socket, so a map is read in a quiet bot too: its hundred thousand places are
 * kept as plain numbers, which takes two megabytes and not fifteen.
 * @param {{ readonly sources: readonly string[], readonly mappings: string }} map
 * @param {(source: string) => boolean} isKept
 * @returns {(line: number, column: number) => { source: string, line: number, column: number } | null} all counted from 1
 */
export function readSourceMap({ sources, mappings }, isKept) {
  const isOurs = sources.map(isKept);
  const places = new Int32Array(mappings.length);
  let end = 0;
  /** Where each line begins among the places. */
  const begins = [0];
  let [column, source, line, sourceColumn] = [0, 0, 0, 0];
  for (const reader = { text: mappings, at: 0 }; reader.at < mappings.length;) {
    const sign = mappings[reader.at];
    if (sign === ';') {
      begins.push(end);
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
    const isFirst = end === begins.at(-1);
    // Where a package begins, ours ends; of the rest of it nothing is kept.
    if (isOurs[source] === true || (!isFirst && isOurs[places[end - width + 1] ?? -1] === true)) {
      places.set([column, source, line, sourceColumn], end);
      end += width;
    }
  }
  const kept = places.slice(0, end);
  return (atLine, atColumn) => {
    const begin = begins[atLine - 1] ?? end;
    let at = (begins[atLine] ?? end) - width;
    while (at >= begin && (kept[at] ?? 0) > atColumn - 1) at -= width;
    const [, from = -1, originLine = 0, originColumn = 0] = at < begin ? [] : kept.subarray(at, at + width);
    if (isOurs[from] !== true) return null;
    return { source: sources[from] ?? '', line: originLine + 1, column: originColumn + 1 };
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
