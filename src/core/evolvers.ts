import type { Scene } from './scene.js';

/** The table of a room: the scene after each of its events. One that is missing does not compile. */
export type Evolvers<Events extends { readonly type: string }> = {
  readonly [Type in Events['type']]: (scene: Scene, event: Extract<Events, { type: Type }>) => Scene;
};

/** Something was said or shown; nothing is different. */
export const unchanged = (scene: Scene): Scene => scene;
