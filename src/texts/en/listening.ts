import type { Pace, Protocol, Step } from '../../core/listening/protocol.js';
import type { ListeningSayParams } from '../../core/listening/say.js';
import { bold, italic } from '../../telegram/format.js';
import { answerText, covered, lines, paragraphs, piecesText } from '../answer.js';
import {
  fill,
  feelingOf,
  heardText,
  optionOf,
  protocolOf,
  questionOf,
  saidText,
  stemsOf,
  stepOf,
  wordsText,
} from '../listening.js';
import type { Labels, Says } from '../texts.js';
import { themeText } from '../sheet.js';
import { clock, soon } from '../when.js';

/** A listening round in English. What a protocol says itself stands in scenarios/listening. */

const language = 'en';
const gone = 'This conversation isn’t here any more.';

export const listeningLabels = {
  listenMenu: 'Another way…',
  listenTell: 'I’d like to tell something',
  listenHear: 'I’d like to listen to {partner}',
  yourPartner: 'your partner',
  listenApart: 'Yes, by messages',
  listenLive: 'Yes, side by side',
  listenNow: 'Now',
  listenLater: 'Later',
  listenNotNow: 'Not now',
  listenHour: 'In an hour',
  listenEvening: 'Tonight 20:30',
  listenMorning: 'Tomorrow 10:00',
  listenNextEvening: 'Tomorrow 20:30',
  listenOther: 'Another moment',
  listenRecall: 'Take it back',
  listenCancel: 'Call it off',
  readyCalm: 'I’m here, calm',
  readySome: 'I’m here, a bit tense',
  readyHigh: 'I’m here, very tense',
  readyAnyway: 'Start anyway',
  listenDone: 'Done',
  listenRestart: 'Start over',
  listenTakeBack: 'Take back',
  signalHere: 'I’m here',
  signalSlower: 'A bit slower',
  signalTime: 'Take your time',
  listenKeepNote: 'Keep',
  listenDropNote: 'Erase',
  swapNow: 'Now',
  swapTomorrow: 'Tomorrow',
  swapNo: 'No need',
  listenGoOn: 'Go on',
  listenLetGo: 'Leave it',
  listenThank: 'Thank you',
  listenMore: 'More',
  afterCalm: 'I feel calm',
  afterSome: 'A bit tense',
  afterHigh: 'Very tense',
  listenFeelings: 'What do I feel now?',
  listenAgain: 'Read it again',
  keepNow: 'Erase now',
  keepDay: 'Keep for a day',
  listenPlan: 'Agree on something',
  listenPlanSend: 'Propose it',
  listenPlanYes: 'Agreed',
  talkAbout: 'Talk about it',
} satisfies Labels;

export const listeningSay: Says<keyof ListeningSayParams> = {
  listenStart: ({ protocol, partner, isAbout, isHearing }, about) => {
    const found = protocolOf(protocol, about);
    if (found === undefined) return gone;
    return paragraphs(
      bold(found.title[language]),
      fill(found.about, language, partner),
      `${whoBegins(found, partner, isAbout, isHearing)} Shall I ask ${partner}?`.trimStart(),
    );
  },
  listenMenu: () => 'Which way fits now? Tap one to read what it is first.',
  listenInvite: ({ protocol, pace, partner, isSpeaker, isAbout }, about) => {
    const found = protocolOf(protocol, about);
    const what =
      found?.steps[0]?.pen === 'both'
        ? `${partner} would like to write and talk with you.`
        : isSpeaker
          ? isAbout
            ? `${partner} would like to hear more from you.`
            : `${partner} would like to listen to you.`
          : `${partner} would like to tell you something.`;
    return paragraphs(
      pace === 'live' ? `${what} Side by side, out loud; I’ll keep track of turns and time.` : what,
      found === undefined ? null : fill(found.about, language, partner),
      'Is now a good moment?',
    );
  },
  listenInvited: ({ partner, pace }) =>
    pace === 'live'
      ? `I’ve asked ${partner}. It starts when you’re both there.`
      : `I’ve asked ${partner}. An answer may take a while; you’ll know more within a day.`,
  listenHours: () => 'When would be better?',
  listenDeclined: () => 'That’s fine. I won’t mention it.',
  listenUnnoticed: () =>
    'The listening round didn’t happen this time, for whatever reason. Ask again with /listen, or in person.',
  listenGone: () => 'This invitation is over.',
  listenScheduled: ({ at, partner, isAgain }, about) =>
    isAgain
      ? `You’ll go on another time: ${soon(at, language, about)}. I’ll ask you and ${partner} then whether you’re there.`
      : `Agreed: ${soon(at, language, about)}, you and ${partner}. I’ll ask you both then whether you’re there.`,
  listenCancelled: () => 'This one’s off. You can find another time with /listen.',
  listenReady: ({ partner, isSpeaker, isForBoth, isAgain }) =>
    paragraphs(
      isAgain
        ? 'You’re picking up where you left off.'
        : isForBoth
          ? `In a moment you both start, ${partner} and you.`
          : isSpeaker
            ? `In a moment you’ll have the floor, and ${partner} will listen.`
            : `In a moment ${partner} will have the floor, and you’ll listen.`,
      'Are you there, and how do you feel? Only you see how you feel; I don’t keep it.',
    ),
  listenConfirmed: ({ pieces }) => lines('This is where you understood each other:', piecesText(pieces)),
  listenReadyNoted: ({ partner }) => `Good. It starts as soon as ${partner} is there too.`,
  listenTense: () =>
    'It’s hard to listen or talk when you’re this tense. A breather first is fine; you don’t have to say why.',
  listenStep: (said, about) => {
    const step = stepOf(said, about);
    if (step === undefined) return gone;
    const { isPen, partner, pace, until, isNewTurn, turn } = said;
    const time = until === null ? null : `Until about ${clock(until, about.zone)}.`;
    if (!isPen) {
      return paragraphs(
        isNewTurn && turn > 1 ? bold(`Now ${partner} has the floor`) : null,
        fill(step.toOther, language, partner),
        time,
      );
    }
    return paragraphs(
      isNewTurn && turn > 1 ? bold('Now the floor is yours') : null,
      fill(step.toPen, language, partner),
      questionOf(step, said.draw, language),
      stemsOf(step, language),
      howTo(step, pace, partner),
      time,
    );
  },
  listenOption: ({ protocol, step, option, limit }, about) => {
    const label = optionOf({ protocol, step }, option, about)?.label[language] ?? '';
    return `${label.replace(/…$/u, ':')} type it below, in at most ${String(limit)} characters.`;
  },
  listenDraft: ({ protocol, step, partner, option, pieces, picks, isLetter }, about) => {
    const line = optionOf({ protocol, step }, option, about)?.line?.[language];
    return paragraphs(
      lines(
        isLetter ? 'Your letter so far:' : `This is how it reaches ${partner}:`,
        ...(line === undefined ? [] : [line]),
        wordsText({ pieces, picks }, stepOf({ protocol, step }, about), language),
      ),
      italic(isLetter ? 'Keep writing, or tap Done.' : 'There’s room for more. Tap Done when that’s it.'),
    );
  },
  listenCleared: () => 'Empty again. Start over whenever you like.',
  listenLetterSealed: ({ partner }) =>
    `Your letter is ready. Both letters open when ${partner} is done too. Until then you can take yours back.`,
  listenDoneNoted: ({ partner }) => `Good. It goes on as soon as ${partner} is done too.`,
  listenHeld: ({ partner, isLetter }) =>
    isLetter ? 'You’re both done. The letters open in 20 seconds.' : `In 20 seconds this goes to ${partner}.`,
  listenTakenBack: () => 'Taken back. Nothing has arrived.',
  listenSent: ({ partner }) => `It has reached ${partner}.`,
  listenSaid: (said, about) => saidText(said, language, about),
  listenLetters: ({ partner, own, theirs }) =>
    paragraphs(
      'The letters are open.',
      lines(bold('You'), wordsText({ pieces: own, picks: [] }, undefined, language)),
      lines(bold(partner), wordsText({ pieces: theirs, picks: [] }, undefined, language)),
    ),
  listenTheme: ({ said, ...whose }) => paragraphs('It’s about this:', themeText(said, whose, 'You', language)),
  listenQuote: ({ partner, isOwn, scenario, answer }, about) =>
    lines(
      isOwn ? 'It’s about what you wrote:' : `It’s about what ${partner} wrote:`,
      answerText(answer, scenario, about.scenarios, language),
    ),
  listenSignal: ({ partner, signal }) =>
    ({
      here: `${partner} is here.`,
      slower: `${partner} asks: a bit slower?`,
      time: `${partner} says: take your time.`,
    })[signal],
  listenAside: () => 'I’ll keep this for you. Only you can see it.',
  listenAsideKept: () => 'Kept. Only you can see it.',
  listenAsideDropped: () => 'Erased.',
  listenBreatherOffered: () =>
    'A lot is coming up for you. Would you like a breather? It starts right away; no need to explain.',
  listenNotes: ({ pieces }) =>
    lines('This is what you kept. Only you can see it.', wordsText({ pieces, picks: [] }, undefined, language)),
  listenNudge: () => 'It’s your turn. There’s no hurry; taking more time is fine, and so is stopping.',
  listenAwayAgain: () =>
    'I was away for a while. It’s still your turn. If you can’t see what you sent, send it once more. /listen shows where you left off.',
  listenTimeUp: () => 'Time’s up for this part. Wrap it up gently.',
  listenParked: () =>
    'We’ll leave it here for now. That’s all right. You can go on whenever you both want to, in the next three days.',
  listenGoOnNoted: () => 'Noted. It goes on as soon as you both want to.',
  listenLetGo: () => 'That’s fine. You’re done here.',
  listenOver: () =>
    'This conversation is over. I’ve erased whatever hadn’t arrived. You can start again whenever you both want to: /listen.',
  listenSwap: ({ partner }) =>
    `Would you like to swap, so that both ${partner} and you get the floor? If you two choose differently, the calmer choice counts, and I won’t say whose it was.`,
  listenSwapNoted: ({ wish }) =>
    `Noted: ${{ now: 'now', tomorrow: 'tomorrow', no: 'no need' }[wish]}. You’ll hear what happens next.`,
  listenTurnScheduled: ({ at, isSpeaker, partner }, about) =>
    `That’s all for today. ${isSpeaker ? 'Your turn' : `${partner}’s turn`} is ${soon(at, language, about)}.`,
  listenDone: () => 'That was it. I’m glad you were there.',
  listenThanks: ({ partner }) => `${partner} says: thank you.`,
  listenThanked: ({ partner }) => `Passed on to ${partner}.`,
  listenMore: ({ isKept }) =>
    `How do you feel now? Only you see this. If you’re both calm enough, you can agree on something together.${isKept ? ' I’ll keep what you told each other for a week at most.' : ''}`,
  listenTensionNoted: () =>
    'All right, that stays between us. You can agree on something once you’re both calm enough.',
  listenFeelingNoted: ({ protocol, feeling }, about) =>
    lines(feelingOf(protocol, feeling, language, about), 'Only you see it, and I don’t keep it.'),
  listenKeeping: ({ until }, about) =>
    until === null
      ? 'Erased, for both of you. What’s already in the chats stays there.'
      : `All right, I’ll keep it until ${soon(until, language, about)}. If either of you wants it kept for less time, that counts.`,
  listenHeardAgain: (said, about) => heardText(said, 'You', language, about),
  listenPlanAsked: () => 'Put it in one sentence: “When we notice that …, we …”. Then you can propose it.',
  listenPlan: ({ plan }) => paragraphs(lines('This is how I’ll put it:', covered(plan))),
  listenPlanSent: ({ partner, plan }) => lines(`Proposed to ${partner}:`, covered(plan)),
  listenPlanProposed: ({ partner, plan }) =>
    paragraphs(lines(`${partner} proposes:`, covered(plan)), 'Does that work for you?'),
  listenPlanAgreed: ({ plan }) => lines('What you agreed on:', covered(plan)),
};

function whoBegins({ steps, swap }: Protocol, partner: string, isAbout: boolean, isHearing: boolean): string {
  if (isAbout) return `${partner} tells you more about this answer, and you listen.`;
  if (steps[0]?.pen === 'both') return '';
  if (isHearing) return swap === 'never' ? `${partner} talks, you listen.` : `${partner} talks first, you listen.`;
  return swap === 'never' ? `You talk, ${partner} listens.` : `You talk first, ${partner} listens.`;
}

/** How it is done, typing or aloud; the protocol's own words say what. */
function howTo({ pen, takes, voicesMax, picksMax }: Step, pace: Pace, partner: string): string | null {
  const isBoth = pen === 'both';
  if (pace === 'live') {
    if (takes === 'taps') return 'Say it out loud, and tap what fits.';
    if (takes === 'letters') {
      return 'On paper, each on your own. Tap Done when your letter’s finished. Once you’re both done, swap letters.';
    }
    return isBoth ? 'Tap Done when you have.' : `Say it out loud. Tap Done when ${partner} can go on.`;
  }
  switch (takes) {
    case 'words':
    case 'letters':
      return voicesMax > 0 ? 'Type or record. A few messages are fine too.' : 'Type it below.';
    case 'picks':
      return `Pick ${String(picksMax)} at most, or type a word of your own.`;
    case 'taps':
      return null;
    case 'nothing':
      return isBoth ? 'Do it when you see or call each other, then tap Done.' : null;
  }
}
