// @ts-check
/** @import { EntityView } from '../../contract.ts' */

/**
 * A piece of text, or an entity around pieces.
 * @typedef {{ text: string } | { entity: EntityView, text: string, children: Piece[] }} Piece
 */

const FOUND_BY_PATTERN = /** @type {const} */ ([
  ['url', /(?:https?:\/\/|\bt\.me\/)[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)\]]/g],
  ['bot_command', /(?<![\w/:.])\/[a-zA-Z0-9_]{1,32}(?:@\w{3,32})?(?![\w/])/g],
]);

const LEAVE_ALONE = ['url', 'text_link', 'bot_command', 'code', 'pre', 'email', 'mention', 'text_mention'];

/**
 * Nests flat entities around the text they cover. Offsets are UTF-16 code units, as in JavaScript strings; where two
 * overlap without nesting, the later one is cut.
 * @param {string} text
 * @param {EntityView[]} entities
 * @returns {Piece[]}
 */
export function pieces(text, entities) {
  const sorted = withFound(text, entities)
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
  let next = 0;

  /**
   * @param {number} from
   * @param {number} to
   */
  const between = (from, to) => {
    /** @type {Piece[]} */
    const made = [];
    let at = from;
    for (let entity = sorted[next]; entity && entity.offset < to; entity = sorted[next]) {
      next += 1;
      const start = Math.max(entity.offset, at);
      const end = Math.min(entity.offset + entity.length, to);
      if (end <= start) continue;
      if (start > at) made.push({ text: text.slice(at, start) });
      made.push({ entity, text: text.slice(start, end), children: between(start, end) });
      at = end;
    }
    if (at < to) made.push({ text: text.slice(at, to) });
    return made;
  };
  return between(0, text.length);
}

/**
 * Adds the links and commands that a messenger finds in plain text by itself.
 * @param {string} text
 * @param {EntityView[]} entities
 */
function withFound(text, entities) {
  const taken = entities.filter((entity) => LEAVE_ALONE.includes(entity.type));
  const found = FOUND_BY_PATTERN.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
  ).filter((entity, index, all) => !overlaps(entity, taken) && !overlaps(entity, all.slice(0, index)));
  return [...entities, ...found];
}

/**
 * @param {EntityView} entity
 * @param {EntityView[]} others
 */
function overlaps(entity, others) {
  return others.some(
    (other) => entity.offset < other.offset + other.length && other.offset < entity.offset + entity.length,
  );
}
