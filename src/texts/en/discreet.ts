import type { DiscreetSayParams } from '../../core/discreet/say.js';
import type { Labels, Says } from '../texts.js';

/** Discreet mode in English: the line itself, and what is said about it. */

export const discreetLabels = {
  unfold: 'Open',
  discreetYes: 'Yes, please',
  discreetNo: 'No need',
  discreetOn: 'Neutral notifications on',
  discreetOff: 'Neutral notifications off',
} satisfies Labels;

export const discreetSay: Says<keyof DiscreetSayParams> = {
  unopened: () => 'There’s something here for you.',
  unopenedGone: () => 'There’s nothing here for you any more.',
  discreetOffered: () =>
    'Would you rather have a neutral notification? Then all you’ll read is “There’s something here for you”, until you tap it. That can help if somebody else sees your screen. Your partner won’t notice any of this.',
  discreetChosen: ({ isOn }) =>
    isOn
      ? 'All right. From now on, what I send you stays closed until you tap it. You can change this in /settings.'
      : 'All right, it stays as it is. If you change your mind, it’s in /settings.',
};
