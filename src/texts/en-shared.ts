import type { Opens } from '../core/notice.js';
import { bold } from '../telegram/format.js';
import { lines, paragraphs } from './answer.js';
import { questionOf } from './question.js';
import type { About, SharedLabels, SharedSay } from './texts.js';
import { clock, minuteOfDay } from './when.js';

/** In English: how deep, when it opens, what comes next, and what helps when questions are left. */

export const sharedLabelsEn: SharedLabels = {
  openPrompt: 'Open',
  openYes: 'Yes, open it',
  chooseNext: 'Pick the next one',
  openingHour: 'When it opens',
  openAtOnce: 'Open right away',
  openTogether: 'Together at',
  deeper: 'A little deeper',
  notDeeper: 'Switch off',
  canSayNo: 'Yes, I can',
  cannotSayNo: 'No',
  unsure: 'I’m not sure',
  apart: 'We’re apart for now',
  together: 'We’re together again',
  helpLess: 'Less often',
  helpOther: 'A different kind',
  helpShorter: 'Shorter',
  helpRest: 'A rest',
};

export const sharedEn: SharedSay = {
  folded: () => 'There’s something here for you. Open it when you have a moment.',
  yesAsked: () =>
    'Your answer has rested a while. May it still open? It opens when you both say yes. Rather not? Then you needn’t do anything. With /withdraw you take it back.',
  yesNoted: () => 'Noted. If you both say yes, it opens.',
  choices: ({ scenarios }, about) =>
    paragraphs(
      'Pick a question for next time. If you don’t, I’ll pick one.',
      ...scenarios.map((id) => `• ${questionOf(id, 'en', about) ?? ''}`),
    ),
  nextPicked: ({ scenario }, about) =>
    lines(bold('The next question will be:'), questionOf(scenario, 'en', about) ?? 'the one you picked.'),
  openingHourAsked: () =>
    'When do your answers open? At a fixed hour, nobody can tell who was done first. If you two choose differently, the fixed hour counts, and of two hours the later one.',
  openingHourChosen: ({ minute }) =>
    minute === null ? 'Noted: open as soon as you’ve both sealed.' : `Noted: open together at ${minuteOfDay(minute)}.`,
  deeperAsked: ({ isOn }) =>
    isOn
      ? '“A little deeper” is on for you. You can switch it off any time; your partner hears nothing of it.'
      : paragraphs(
          'Now and then something more vulnerable, if you both want that. It only comes once it’s on for both of you. Your partner isn’t told what you choose.',
          'First, a question for you alone. Can you say no to your partner without being afraid of what happens then?',
        ),
  deeperChosen: ({ how }) =>
    ({
      on: 'All right, it’s on for you. Your partner hears nothing of it.',
      off: 'All right, it’s off for you. Your partner hears nothing of it.',
      'kept-off':
        'Then I’ll leave it as it is: light questions. Your partner hears nothing of this, and I don’t keep what you answered. Would you like to talk to someone? Below are people who listen.',
    })[how],
  apartChosen: ({ isApart }) =>
    isApart
      ? 'All right. I’ll leave out questions that need you in one place, until you switch this off.'
      : 'Lovely. Questions for when you’re in one place are back.',
  helpAsked: () =>
    'I’m not sending questions for now. That’s fine as it is. What would be good for you? What you tap stays between us. If you type something, or ask for a question with /question, we’ll go on too.',
  helpChosen: ({ help }) =>
    ({
      less: 'All right, I’ll ask a little less often.',
      other: 'All right, for the coming month I’ll look for a different kind.',
      shorter: 'All right, for the coming month rather questions you can answer with a tap.',
      rest: 'All right, no questions. If you’d like one after all, there’s /question.',
    })[help],
};

/** What sealing does, on the draft card. */
export function sealingEn(opens: Opens, isAlone: boolean, { zone }: About): string {
  if (isAlone) return 'If you seal it, it opens as soon as you’ve both sealed. Your partner hasn’t joined yet.';
  if (opens === 'at-once') return 'If you seal it, it opens as soon as you’ve both sealed. That may be right away.';
  if (opens === 'asked') {
    return 'If you seal it, I’ll ask you a few hours later whether it may open. It only opens if you both say yes. Big news is better told in person than by a button.';
  }
  return `If you seal it, it opens at ${clock(opens, zone)}, once you’ve both sealed.`;
}

export function sealedEn(opens: Opens, { zone }: About): string {
  if (opens === 'at-once') return 'Sealed. You can take it back until it opens.';
  if (opens === 'asked') {
    return 'Sealed. Before it opens, I’ll ask you both once more. You can take it back until then.';
  }
  return `Sealed. It opens at ${clock(opens, zone)}, once you’re both done. You can take it back until then.`;
}

export const depthEn = { 3: 'Vulnerable', 4: 'Tender' } as const;
