import type { RoundSayParams } from '../../core/round/say.js';
import { isChoosing, partsOf } from '../../core/round/choosing.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { answerText, covered, lines, numberedParts, paragraphs, piecesText, stemSoFar } from '../answer.js';
import { agreedBefore } from '../agreement.js';
import { tapsMax } from '../overlap.js';
import { lessonOf, shownBefore, stepHeader } from '../path.js';
import { askedBefore, askedOf, depthOf, exampleOf, lineToFinish, linesToFinish, replyText } from '../question.js';
import { requestsOf } from '../requests.js';
import type { Labels, Says } from '../texts.js';
import { eitherOf, soon } from '../when.js';
import { depths, sealed, sealing } from './opening.js';
import { sheetLabels, sheetSay } from './sheet.js';

/** A round in English: a question, two answers, and what is said once they are open. */

const language = 'en';

const waysToAsk = 'Small ways to ask for it:';

/** How an answer that is not words is said of somebody. */
function passed(name: string, state: string): string {
  return state === 'live' ? `${name} would rather tell you in person.` : `${name} doesn’t know yet.`;
}

const counts = ['', 'one', 'two', 'three', 'four'];

function howToTap(max: number | null) {
  if (max === null) return null;
  const count = counts[max] ?? String(max);
  return italic(`Tap ${max === 1 ? count : `${count} at most`}. Only what you both tap comes up.`);
}

export const roundLabels = {
  ...sheetLabels,
  group: '‹ Back',
  seal: 'Seal',
  restart: 'Start over',
  sealChosen: 'Seal ✓',
  keepToMyself: 'Keep it to myself',
  skipLine: 'Next sentence',
  keepAsIs: 'Keep it',
  withdraw: 'Take back',
  later: 'Later',
  else: 'Other…',
  notYet: 'I don’t know yet',
  live: 'I’d rather say it in person',
  skip: 'Skip',
  add: 'Add it',
  leaveIt: 'Leave it',
  neverMind: 'Never mind',
  rewrite: 'Rewrite',
  forBot: 'I’m asking you',
  thisIsIt: 'This is my answer',
  sendReaction: 'Send',
  shareAnyway: 'Share it anyway',
  thank: '❤️ Thank you',
  tellMore: 'Tell me more',
  moreWays: 'More',
  askLight: 'Something light',
  askAboutUs: 'About us',
  surpriseUs: 'Surprise us',
  askQuestion: 'Give us a question',
} satisfies Labels;

export const roundSay: Says<keyof RoundSayParams> = {
  ...sheetSay,
  prompt: (said, about) => {
    const { scenario, example, isFirst } = said;
    return paragraphs(
      stepHeader(said.step, language, about),
      lessonOf(scenario, language, about),
      depthOf(scenario, about, depths),
      shownBefore(said, 'You', language, about),
      agreedBefore(said, { heading: 'You agreed:', mine: 'You' }, language, about),
      isChoosing(about.scenarios.get(scenario)) ? 'Just for yourself, to begin with.' : null,
      askedOf(scenario, language, about, 'Type it or record it; one sentence is enough.') ??
        'This question is gone. Another will come by itself.',
      howToTap(tapsMax(scenario, about)),
      linesToFinish(scenario, language, about, {
        quoted: (line) => `“${line}”`,
        how: 'Type it or record it, one part at a time. All at once is fine too.',
      }),
      isFirst ? exampleOf(scenario, example, language, about, 'For example') : null,
    );
  },
  kindAsked: ({ isRunOut }) =>
    paragraphs(
      isRunOut
        ? 'By now you two have had nearly all the loose questions. Some come back after a while, so it may get a bit quieter.'
        : null,
      'What are you in the mood for? The question goes to both of you; what you pick here is only for you to see.',
    ),
  draft: ({ answer, scenario, isAlone, opens }, about) =>
    paragraphs(
      fmt`${opens === 'by-clock' ? 'This is what you tapped:' : 'This is what your partner will read:'}\n${answerText(answer, scenario, about.scenarios, language)}`,
      requestsOf(answer, scenario, language, about, waysToAsk),
      italic(sealing(opens, isAlone, about)),
    ),
  unfinished: ({ answer, scenario, line, isBegun, sealing: seals }, about) => {
    const soFar = stemSoFar(answer, scenario, about.scenarios, language);
    const next = isBegun ? 'Now the second part.' : `Now this one: “${lineToFinish(scenario, line, language, about)}”`;
    return paragraphs(
      soFar.text === '' ? null : fmt`Here’s what you have:\n${soFar}`,
      seals === null ? next : `${next} You can also leave it here.`,
      seals === null ? null : italic(sealing(seals.opens, seals.isAlone, about)),
    );
  },
  choosing: ({ answer, scenario, line, isBegun, sealing: { opens, isAlone } }, about) => {
    const canOpen = partsOf(answer, about.scenarios.get(scenario)).some((part) => part.canOpen);
    const next =
      line === null
        ? null
        : isBegun
          ? 'Now the second part.'
          : `Now this one: “${lineToFinish(scenario, line, language, about)}”`;
    return paragraphs(
      canOpen
        ? 'This is what you have. Tap what may open. I erase the rest when you seal.'
        : 'This is what you have. It’s yours alone until you choose.',
      numberedParts(answer, scenario, about, language),
      requestsOf(answer, scenario, language, about, waysToAsk),
      next === null || !canOpen ? next : `${next} You can also choose now.`,
      canOpen ? italic(sealing(opens, isAlone, about)) : null,
    );
  },
  keptToMyself: ({ partner }) =>
    `All right, it stays with you. I’ve erased what I had of it; what you wrote in this chat is still here. ${partner ?? 'Your partner'} won’t be told.`,
  ownPartAsked: ({ isSecond }) =>
    `${isSecond ? 'The second part' : 'This sentence'} is about your partner too. What do you do?`,
  verdictAsked: ({ word, feelings, namesHelp }) => {
    const own = eitherOf(
      feelings.map((feeling) => feeling[language]),
      language,
    );
    return paragraphs(
      fmt`‘${covered(word)}’ is also about what someone else did. What do you feel yourself: ${own}?`,
      namesHelp ? 'Does that happen a lot? At /helplines you’ll find people you can talk to.' : null,
    );
  },
  draftCleared: () => 'Empty again. Type or record whenever you like.',
  sealed: ({ answer, scenario, partner, opens }, about) => {
    const other = partner ?? 'your partner';
    if (answer.state === 'sealed') {
      return paragraphs(sealed(opens, about), answerText(answer, scenario, about.scenarios, language));
    }
    const said = answer.state === 'live' ? 'you’d rather say it in person' : 'you don’t know yet';
    return `All right. When your answers open, ${other} will read that ${said}. Until then you can take it back.`;
  },
  sealedAndOpen: () => 'This answer is open. It’s below, with your partner’s.',
  skipped: ({ partner }) =>
    `All right, you’re skipping this one. ${partner ?? 'Your partner'} won’t be told. If you’d like to after all, just type an answer.`,
  postponed: ({ at }, about) => `All right, I’ll ask again ${soon(at, language, about)}.`,
  revealed: ({ scenario, own, partner, partnerName }, about) => {
    const question = askedBefore(scenario, language, about);
    const show = (answer: typeof own.answer) => answerText(answer, scenario, about.scenarios, language);
    const mine =
      own.answer.state !== 'sealed'
        ? own.answer.state === 'live'
          ? 'You’d rather say it in person.'
          : 'You don’t know yet.'
        : own.isClosed
          ? 'Your answer stayed closed. You can share it anyway.'
          : lines(bold('You'), show(own.answer));
    const theirs =
      partner.answer.state !== 'sealed'
        ? passed(partnerName, partner.answer.state)
        : partner.isClosed
          ? `${partnerName} has answered. That answer stays closed, unless ${partnerName} wants to share it anyway.`
          : lines(bold(partnerName), show(partner.answer));
    const isPass = own.answer.state !== 'sealed' || partner.answer.state !== 'sealed';
    return paragraphs(
      isPass ? 'This is what you have to say to each other.' : 'Your answers are open.',
      question === null ? null : italic(question),
      mine,
      theirs,
      !isPass && about.scenarios.get(scenario)?.after?.picksOne === true ? 'Choose one together.' : null,
    );
  },
  overlapOpened: ({ scenario, answer, canAgree }, about) => {
    const question = askedBefore(scenario, language, about);
    const said = answerText(answer, scenario, about.scenarios, language);
    return paragraphs(
      question === null ? null : italic(question),
      said.text === ''
        ? 'You both tapped the same, but the question isn’t here any more.'
        : fmt`You both tapped:\n${said}`,
      'What isn’t here says nothing.',
      canAgree
        ? 'Tap a moment if you’d like to do it that way. If your partner would too, it becomes your moment. Otherwise nobody hears a thing.'
        : null,
    );
  },
  partnerVoice: ({ partner }) => partner,
  closedAnswer: ({ scenario, partner, answer }, { scenarios }) =>
    paragraphs(
      `${partner} is sharing the answer with you after all.`,
      answerText(answer, scenario, scenarios, language),
    ),
  closedAnswerSent: ({ partner }) => `Shared with ${partner}.`,
  rested: ({ hadSealed, isLast }) =>
    `This question is over.${hadSealed ? ' Your answer didn’t open.' : ''}${isLast ? '' : ' A new one will come along.'}`,
  loop: () => 'Your loop.',
  thanks: ({ partner }) => `❤️ ${partner} says thank you.`,
  thanked: ({ partner }) => `Passed on to ${partner}.`,
  moreAsked: ({ partner }) =>
    `${partner} would like to hear a bit more about your answer. One message, if you like: type it or record it. Not now is fine too.`,
  moreAskedSent: ({ partner }) => `I’ve asked ${partner}.`,
  reaction: ({ partner, pieces }) => lines(`${partner} writes:`, piecesText(pieces)),
  reactionSent: ({ partner }) => `Sent to ${partner}.`,
  reply: ({ partner, scenario, reply, pieces }, about) =>
    lines(`${partner} replies:`, replyText({ scenario, reply, pieces }, language, about)),
  replyAsked: ({ limit }) =>
    `Add your own words: type them or record them, ${limit} characters at most. Then you can send it.`,
  offer: ({ what, partner }) => {
    const other = partner ?? 'your partner';
    switch (what) {
      case 'addition':
        return 'Your answer is already sealed. Shall I add this?';
      case 'reaction':
        return `Send this to ${other} as a reply?`;
      case 'reply':
        return `Send it to ${other} like this?`;
      case 'rewrite':
        return 'Your answer is already sealed, so this change doesn’t count yet. Want to rewrite it? You’ll need to seal it again.';
      case 'question':
        return 'Are you asking me, or is this your answer?';
      case 'short':
        return 'Is that your answer, or do you mean later?';
    }
  },
  leftAsIs: () => 'All right, we’ll leave it at that.',
};
