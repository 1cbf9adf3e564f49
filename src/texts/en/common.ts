import type { Labels, Says } from '../texts.js';
import { refused } from './refusals.js';

/** What belongs to no room, in English. */

export const commonLabels = {
  otherLanguage: 'Nederlands',
  back: '‹ Back',
} satisfies Labels;

export const commonSay: Says<'cameBack' | 'failed' | 'refused'> = {
  cameBack: () => 'I was away for a while. Don’t see ‹Sealed›? Send your answer once more.',
  refused: (refusal) => refused(refusal),
  failed: () => 'Something went wrong on my side. What you sent may not have arrived. Please try again.',
};
