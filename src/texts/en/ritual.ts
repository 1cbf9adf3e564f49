import type { RitualSayParams } from '../../core/ritual/say.js';
import { fmt } from '../../telegram/format.js';
import { paragraphs } from '../answer.js';
import { ideaOf, momentSaid, ritualNamed, ritualPlan } from '../ritual.js';
import type { Labels, Says } from '../texts.js';

/** In English: what two people do again and again. */

const language = 'en';

const often = {
  week: (moment: string) => `every ${moment}`,
  month: (moment: string) => `the first ${moment} of every month`,
};

export const ritualLabels = {
  ritualYes: 'Let’s do that',
  ritualQuiet: 'No more reminders',
  ritualRemind: 'Remind me again',
} satisfies Labels;

export const ritualSay: Says<keyof RitualSayParams> = {
  ritualNoted: () => 'Noted. If your partner wants that too, you’ll hear.',
  ritualDropped: () => 'All right, forget that one.',
  ritualAgreed: ({ scenario, moment }, about) => {
    const name = ritualNamed(scenario, language, about);
    const when = momentSaid({ scenario, moment }, language, about, often);
    return paragraphs(
      fmt`That’s what you’ll do${name === null ? '' : fmt`: ${name}`}${when === null ? '' : fmt`, ${when}`}.`,
      'On the day itself I’ll send each of you one short message. You’ll find it under Kept in /book, for half a year at most. You can switch the reminder off there too; your partner won’t notice.',
    );
  },
  ritualReminder: ({ scenario, idea }, about) => {
    const plan = ritualPlan(scenario, about);
    const one = plan === null ? null : ideaOf(plan, idea, language);
    return paragraphs(
      plan?.reminder[language] ?? 'Today’s your moment together.',
      one === null ? null : `An idea: ${one}`,
    );
  },
};

/** On its page. */
export const reminds = {
  on: 'Your moment together. You’ll get a short message on the day.',
  off: 'Your moment together. You won’t get a message about it.',
};
