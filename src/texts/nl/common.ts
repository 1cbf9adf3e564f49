import type { Labels, Says } from '../texts.js';
import { refused } from './refusals.js';

/** What belongs to no room, in Dutch. */

export const commonLabels = {
  otherLanguage: 'English',
  back: '‹ Terug',
} satisfies Labels;

export const commonSay: Says<'cameBack' | 'failed' | 'refused'> = {
  cameBack: () => 'Ik was even weg. Zie je geen ‹Verzegeld›? Stuur je antwoord nog eens.',
  refused: (refusal) => refused(refusal),
  failed: () => 'Er ging iets mis bij mij. Wat je stuurde, is misschien niet aangekomen. Probeer het nog eens.',
};
