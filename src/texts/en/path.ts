import type { PathSayParams } from '../../core/path/say.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { aboutPath, cardHeader, pathTitle, stepList } from '../path.js';
import { questionOf } from '../question.js';
import type { About, Labels, Says } from '../texts.js';

/** Paths in English: what is on the shelf, what both want, where the two are, and leaving it be. */

const language = 'en';

export const pathLabels = {
  morePaths: 'More paths',
  beginPath: 'Start now',
  nextStep: 'The next one now',
  restPath: 'Let this path rest',
  goOnPath: 'Go on after all',
  takeUpPath: 'Go on with this path',
  forMyself: 'For myself',
  beginTogether: 'Start together',
} satisfies Labels;

const titleOf = (path: string, about: About) => bold(pathTitle(path, language, about) ?? 'a path that’s gone');

export const pathSay: Says<keyof PathSayParams> = {
  paths: ({ paths, still }, about) =>
    paragraphs(
      still === null
        ? null
        : fmt`${titleOf(still, about)} is lying still. Both in the mood again? Tap “Go on with this path”.`,
      paths.length === 0
        ? null
        : lines(
            fmt`${bold('Would you like a path?')} A few questions that belong together, on your own days.`,
            'Tap what appeals to you. Only what you both tap comes up. Choosing together? Both type /programme.',
          ),
      paths.length === 0 ? null : lines(...paths.flatMap((path) => aboutPath(path, language, about) ?? [])),
      'I keep what you tap for 30 days at most. Tap it again and it’s gone.',
    ),
  wished: ({ isDeep }) =>
    isDeep
      ? 'Noted. This path only comes once “A little deeper” is on for both of you.'
      : 'Okay. That stays between us.',
  wishDropped: () => 'Okay, gone again.',
  pathMatched: ({ path, isGoingOn, hasMoments }, about) => {
    const title = titleOf(path, about);
    const button = isGoingOn ? 'The next one now' : 'Start now';
    const when = hasMoments
      ? `The ${isGoingOn ? 'next' : 'first'} step comes at your next set time.`
      : `Tap “${button}” whenever it suits you.`;
    return isGoingOn ? fmt`You’re going on with ${title}. ${when}` : fmt`You both want ${title}. ${when}`;
  },
  pathSteps: ({ path, steps, rests }, about) =>
    paragraphs(
      lines(titleOf(path, about), stepList(path, steps, language, about)),
      rests ? 'You’re letting this path rest for now.' : null,
    ),
  pathLeft: ({ partner }) =>
    `All right. You get no more steps of this path, and no other questions for a while either. ${partner ?? 'Your partner'} isn’t told; after a while the path lies still.`,
  pathWentOn: () => 'All right. You’ll get the next step as usual.',
  pathStill: () =>
    'This path lies still now. Loose questions come again. Both in the mood again? You’ll find it at /programme.',
  pathFinished: ({ path }, about) => fmt`That was ${titleOf(path, about)}. Thank you both.`,
  privateStep: ({ path, scenario }, about) =>
    paragraphs(
      cardHeader(path, scenario, language, about),
      questionOf(scenario, language, about) ?? 'This card is gone.',
      italic('This is just for you. Think it over, or write it on paper. I keep nothing. Help: /helplines.'),
    ),
  togetherStep: ({ path, scenario }, about) =>
    paragraphs(
      cardHeader(path, scenario, language, about),
      questionOf(scenario, language, about) ?? 'This step is gone.',
    ),
  ownCards: ({ scenarios }) =>
    scenarios.length === 0
      ? 'There are no cards for yourself right now.'
      : 'Cards for yourself, to read whenever you like. Your partner isn’t told.',
};
