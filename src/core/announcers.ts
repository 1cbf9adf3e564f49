import type { Notice } from './notice.js';
import type { Stage } from './stage.js';

/** The table of a room: who hears of each of its events, and what. One that is missing does not compile. */
export type Announcers<Events extends { readonly type: string }> = {
  readonly [Type in Events['type']]: (event: Extract<Events, { type: Type }>, stage: Stage) => readonly Notice[];
};

/** The rows remember it; nobody needs to hear of it. */
export const nobody = (): readonly Notice[] => [];
