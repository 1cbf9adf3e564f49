import type { Path } from './scene.js';

/** Whether a path goes on: it has neither ended nor does it lie still. */
export function isLiving(path: Path | null): path is Path & { readonly end: null } {
  return path?.end === null;
}
