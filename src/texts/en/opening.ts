import { whenOpens } from '../room.js';
import type { OpeningSayParams, Opens } from '../../core/round/say.js';
import { bold } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { choiceOf, questionOf } from '../question.js';
import type { About, Labels, Says } from '../texts.js';
import { minuteOfDay, soon } from '../when.js';

/** In English: how deep, when it opens, what comes next, and what helps when questions are left. */

export const openingLabels = {
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
} satisfies Labels;

export const openingSay: Says<keyof OpeningSayParams> = {
  folded: () => 'There’s a question for you that takes a little more time. Open it when it suits you.',
  yesAsked: () =>
    'Your answer has been waiting for a few hours. Is it still all right to open it? It only opens once you both say yes. If you’d rather not, you don’t have to do anything. /withdraw takes it back.',
  yesNoted: () => 'Noted. Once you’ve both said yes, your answers open.',
  choices: ({ scenarios }, about) =>
    paragraphs(
      'Pick a question for next time. If you don’t, I’ll pick one.',
      ...scenarios.map((id) => choiceOf(id, 'en', about)),
    ),
  nextPicked: ({ scenario }, about) =>
    lines(bold('The next question will be:'), questionOf(scenario, 'en', about) ?? 'the one you picked.'),
  openingHourAsked: () =>
    'When do your answers open? At a set time, nobody can tell who was done first. If you two choose differently, the set time counts, and the later of two.',
  openingHourChosen: ({ minute, question }) =>
    minute === null
      ? 'Noted: open as soon as you’ve both sealed.'
      : `Noted: open together at ${minuteOfDay(minute)}.${question === null ? '' : ` Your question comes at ${minuteOfDay(question)}, so your answers won’t open until the day after. Rather the same evening? Pick a later time.`}`,
  deeperAsked: ({ isOn }) =>
    isOn
      ? '“A little deeper” is on for you. You can switch it off any time; your partner won’t be told.'
      : paragraphs(
          'Now and then something more vulnerable, if you both want that. It only comes once it’s on for both of you. Your partner isn’t told what you choose.',
          'First, a question for you alone. Can you say no to your partner without being afraid of what happens next?',
        ),
  deeperChosen: ({ how }) =>
    ({
      on: 'All right, it’s on for you. Your partner won’t be told.',
      off: 'All right, it’s off for you. Your partner won’t be told.',
    })[how],
  apartChosen: ({ isApart }) =>
    isApart
      ? 'All right. I’ll leave out questions that need you to be together, until you switch this off.'
      : 'Lovely. Questions that need you to be together are back.',
  helpAsked: () =>
    'I’m not sending questions for now, and that’s fine. What would help? What you tap stays between us. If you type something, or ask for a question with /question, we’ll pick up again.',
  helpChosen: ({ help }) =>
    ({
      less: 'All right, I’ll ask a little less often.',
      other: 'All right, for the next month I’ll look for a different kind.',
      shorter: 'All right, for the next month I’ll look for questions you can answer with a tap.',
      rest: 'All right, no questions. If you’d like one after all, there’s /question.',
    })[help],
};

/** What sealing does, on the draft card. */
export function sealing(opens: Opens, isAlone: boolean, about: About): string {
  if (isAlone)
    return 'If you seal it, both answers open as soon as you’ve both sealed. Your partner hasn’t joined yet.';
  if (opens === 'at-once')
    return 'If you seal it, both answers open as soon as you’ve both sealed. That may be right away.';
  if (opens === 'by-clock')
    return 'You can seal only once here. In a few days, at one of your set times, you’ll both read what you both tapped. What only one of you tapped the other won’t see, and I’ll erase it.';
  if (opens === 'asked') {
    return 'If you seal it, I’ll ask you a few hours later whether it’s all right to open it. It only opens if you both say yes. Big news is better told in person.';
  }
  if (typeof opens === 'object') {
    return opens.inRoom === null
      ? 'If you seal it, both answers open in your room as soon as you’ve both sealed. That may be right away.'
      : `If you seal it, both answers open in your room ${soon(opens.inRoom, 'en', about)}, if you’ve both sealed by then.`;
  }
  return `If you seal it, both answers open ${soon(opens, 'en', about)}, if you’ve both sealed by then.`;
}

export function sealed(how: Opens, about: About): string {
  if (how === 'by-clock')
    return 'Sealed. In a few days, at one of your set times, you’ll read what you both tapped. If that’s nothing, the question simply passes.';
  // Taking it back is the same wherever it opens.
  const opens = whenOpens(how);
  if (opens === 'at-once') return 'Sealed. You can take it back until it opens.';
  if (opens === 'asked') {
    return 'Sealed. Before your answers open, I’ll ask you both once more. You can take yours back until then.';
  }
  return `Sealed. Your answers open ${soon(opens, 'en', about)}, if you’re both done by then. You can take yours back until then.`;
}

export const depths = { 3: 'Vulnerable', 4: 'Tender' } as const;
