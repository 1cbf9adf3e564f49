import { unchanged, type Evolvers } from '../evolvers.js';
import type { HelpEvent } from './event.js';

/** What changes by offered help and by messages that go away: nothing that is stored. */

export const helpEvolvers: Evolvers<HelpEvent> = {
  informed: unchanged,
  helpOffered: unchanged,
  wordsSettled: unchanged,
  countriesShown: unchanged,
  briefRemoved: unchanged,
  commandOffered: unchanged,
  breatherAsked: unchanged,
};
