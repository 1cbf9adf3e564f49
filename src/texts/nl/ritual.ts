import type { RitualSayParams } from '../../core/ritual/say.js';
import { fmt } from '../../telegram/format.js';
import { paragraphs } from '../answer.js';
import { ideaOf, momentSaid, ritualNamed, ritualPlan } from '../ritual.js';
import type { Labels, Says } from '../texts.js';

/** In Dutch: what two people do again and again. */

const language = 'nl';

const often = {
  week: (moment: string) => `elke ${moment}`,
  month: (moment: string) => `elke eerste ${moment} van de maand`,
};

export const ritualLabels = {
  ritualYes: 'Zo doen we het',
  ritualQuiet: 'Geen herinnering meer',
  ritualRemind: 'Herinner me weer',
} satisfies Labels;

export const ritualSay: Says<keyof RitualSayParams> = {
  ritualNoted: () => 'Genoteerd. Wil je partner dat ook, dan hoor je het.',
  ritualDropped: () => 'Goed, toch niet.',
  ritualAgreed: ({ scenario, moment }, about) => {
    const name = ritualNamed(scenario, language, about);
    const when = momentSaid({ scenario, moment }, language, about, often);
    return paragraphs(
      fmt`Zo doen jullie het${name === null ? '' : fmt`: ${name}`}${when === null ? '' : fmt`, ${when}`}.`,
      'Op de dag zelf stuur ik jullie elk één berichtje. Het staat bij Bewaard in /boek, hoogstens een half jaar. Daar kun je ook de herinnering uitzetten; je partner merkt daar niets van.',
    );
  },
  ritualReminder: ({ scenario, idea }, about) => {
    const plan = ritualPlan(scenario, about);
    const one = plan === null ? null : ideaOf(plan, idea, language);
    return paragraphs(
      plan?.reminder[language] ?? 'Vandaag is jullie vaste moment.',
      one === null ? null : `Een idee: ${one}`,
    );
  },
};

/** On its page. */
export const reminds = {
  on: 'Jullie vaste moment. Op de dag zelf krijg je een berichtje.',
  off: 'Jullie vaste moment. Jij krijgt er geen berichtje over.',
};
