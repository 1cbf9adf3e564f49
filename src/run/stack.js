import { basename, dirname, join, resolve } from 'node:path';
import { readJson } from './kept.js';
import { readSourceMap } from './source-map.js';

/**
 * Stack traces that name the lines of src/. A map is read with the first trace that goes through its file, and not at the start.
 * @param {string} directory of what was compiled
 */
export function tracedBack(directory) {
  /** @type {Map<string, ReturnType<typeof readMap>>} */
  const maps = new Map();

  /** @param {string} file */
  function mapOf(file) {
    const map = maps.get(file) ?? readMap(join(directory, `${file}.map`));
    maps.set(file, map);
    return map;
  }

  /** @param {string} compiled @param {string} path @param {string} line @param {string} column */
  function origin(compiled, path, line, column) {
    if (dirname(path) !== directory) return compiled;
    const place = mapOf(basename(path))(Number(line), Number(column));
    if (place === null) return compiled;
    return `${resolve(directory, place.source)}:${String(place.line)}:${String(place.column)}`;
  }

  /** @param {Error} error @param {readonly unknown[]} frames */
  return (error, frames) =>
    [said(error), ...frames.map((frame) => `    at ${String(frame).replace(compiledPlace, origin)}`)].join('\n');
}

const compiledPlace = /(?:file:\/\/)?(\/[^()]+\.mjs):(\d+):(\d+)/;

/** @param {Error} error */
function said(error) {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}

/** @typedef {{ readonly sources: readonly string[], readonly mappings: string }} SourceMap */

/** @param {string} file @returns {ReturnType<typeof readSourceMap>} */
function readMap(file) {
  try {
    return readSourceMap(/** @type {SourceMap} */ (readJson(file)), (source) => !source.includes('node_modules'));
  } catch {
    return () => null;
  }
}
