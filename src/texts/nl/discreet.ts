import type { DiscreetSayParams } from '../../core/discreet/say.js';
import type { Labels, Says } from '../texts.js';

/** Discreet mode in Dutch: the line itself, and what is said about it. */

export const discreetLabels = {
  unfold: 'Openen',
  discreetYes: 'Ja, graag',
  discreetNo: 'Niet nodig',
  discreetOn: 'Neutrale melding aan',
  discreetOff: 'Neutrale melding uit',
} satisfies Labels;

export const discreetSay: Says<keyof DiscreetSayParams> = {
  unopened: () => 'Er ligt iets voor je klaar.',
  unopenedGone: () => 'Hier ligt niets meer voor je klaar.',
  discreetOffered: () =>
    'Liever een neutrale melding? Dan lees je alleen «Er ligt iets voor je klaar», tot je erop tikt. Dat kan fijn zijn als er iemand meekijkt op je scherm. Je partner merkt er niets van.',
  discreetChosen: ({ isOn }) =>
    isOn
      ? 'Goed. Wat ik je stuur, ligt voortaan dicht tot je erop tikt. Anders kiezen kan bij /instellingen.'
      : 'Goed, dan blijft het zoals het is. Bedenk je je, dan kan het bij /instellingen.',
};
