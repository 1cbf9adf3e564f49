import type { ListeningSayParams } from '../core/listening/say.js';
import type { Pace, Protocol, Step } from '../core/protocol.js';
import { bold, italic } from '../telegram/format.js';
import { answerText, covered, lines, paragraphs, piecesText } from './answer.js';
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
} from './listening.js';
import type { ListeningLabels, Says } from './texts.js';
import { clock, soon } from './when.js';

/** A listening round in English. What a protocol says itself stands in scenarios/listening. */

const language = 'en';
const gone = 'This talk is not there any more.';

export const listeningLabelsEn: ListeningLabels = {
  listenMenu: 'Another way…',
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
  readyAnyway: 'Begin all the same',
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
};

export const listeningSayEn: Says<keyof ListeningSayParams> = {
  listenStart: ({ protocol, partner, isAbout }, about) => {
    const found = protocolOf(protocol, about);
    if (found === undefined) return gone;
    return paragraphs(
      bold(found.title[language]),
      fill(found.about, language, partner),
      `${whoBegins(found, partner, isAbout)} Shall I ask ${partner}?`.trimStart(),
    );
  },
  listenMenu: () => 'Which way fits now? Tap one, and you will first read what it is.',
  listenInvite: ({ protocol, pace, partner, isSpeaker }, about) => {
    const found = protocolOf(protocol, about);
    const what =
      found?.steps[0]?.pen === 'both'
        ? `${partner} would like to write and talk with you.`
        : isSpeaker
          ? `${partner} would like to hear more from you.`
          : `${partner} would like to tell you something.`;
    return paragraphs(
      pace === 'live' ? `${what} Side by side, aloud; I keep the turns and the time.` : what,
      found === undefined ? null : fill(found.about, language, partner),
      'Is now a good moment?',
    );
  },
  listenInvited: ({ partner, pace }) =>
    pace === 'live'
      ? `I have asked ${partner}. It begins when you are both there.`
      : `I have asked ${partner}. An answer may take a while; within a day you will know more.`,
  listenHours: () => 'When would be better?',
  listenDeclined: () => 'That is fine. I will say nothing about it.',
  listenUnnoticed: ({ partner }) =>
    `Your request to ${partner} to listen has passed. That can mean all sorts of things. You can ask again with /listen, or simply yourself, when you see each other.`,
  listenGone: () => 'This invitation is over.',
  listenScheduled: ({ at, partner, isAgain }, about) =>
    isAgain
      ? `Going on at another moment: ${soon(at, language, about)}. Then I will ask you and ${partner} whether you are there.`
      : `Agreed: ${soon(at, language, about)}, you and ${partner}. Then I will ask you both whether you are there.`,
  listenCancelled: () => 'This moment is off. Another one can be found with /listen.',
  listenReady: ({ partner, isSpeaker, isForBoth, isAgain }) =>
    paragraphs(
      isAgain
        ? 'You go on where you left off.'
        : isForBoth
          ? `You will both begin at the same moment, ${partner} and you.`
          : isSpeaker
            ? `You will have the floor, and ${partner} will listen.`
            : `${partner} will have the floor, and you will listen.`,
      'Are you there, and how do you feel? How you feel, only you see; I do not keep it.',
    ),
  listenConfirmed: ({ pieces }) => lines('This is where you understood each other:', covered(piecesText(pieces))),
  listenReadyNoted: ({ partner }) => `Good. It begins as soon as ${partner} is there too.`,
  listenTense: () =>
    'It is hard to listen or talk when you are this tense. A breather first is fine; there is no need to say why.',
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
      italic(isLetter ? 'Write on, or tap Done.' : 'There is room for more. Tap Done when this is it.'),
    );
  },
  listenCleared: () => 'Empty again. Begin anew whenever you like.',
  listenLetterSealed: ({ partner }) =>
    `Your letter is ready. It opens when ${partner} is done too. Until then you can take it back.`,
  listenDoneNoted: ({ partner }) => `Good. It goes on as soon as ${partner} is done too.`,
  listenHeld: ({ partner, isLetter }) =>
    isLetter ? 'You are both done. In 20 seconds the letters open.' : `In 20 seconds this goes to ${partner}.`,
  listenTakenBack: () => 'Taken back. Nothing has arrived.',
  listenSent: ({ partner }) => `It has reached ${partner}.`,
  listenSaid: (said, about) => saidText(said, language, about),
  listenLetters: ({ partner, own, theirs }) =>
    paragraphs(
      'The letters are open.',
      lines(bold('You'), covered(wordsText({ pieces: own, picks: [] }, undefined, language))),
      lines(bold(partner), covered(wordsText({ pieces: theirs, picks: [] }, undefined, language))),
    ),
  listenQuote: ({ partner, isOwn, scenario, answer }, about) =>
    lines(
      isOwn ? 'It is about what you wrote:' : `It is about what ${partner} wrote:`,
      covered(answerText(answer, scenario, about.scenarios, language)),
    ),
  listenSignal: ({ partner, signal }) =>
    ({
      here: `${partner} is here.`,
      slower: `${partner} asks: a bit slower?`,
      time: `${partner} says: take your time.`,
    })[signal],
  listenAside: () => 'I will keep this for your turn. Only you can see it.',
  listenAsideKept: () => 'Kept for your turn. Only you can see it.',
  listenAsideDropped: () => 'Erased.',
  listenBreatherOffered: () =>
    'A lot is coming up for you. Would you like a breather? It begins at once; no need to explain.',
  listenNotes: ({ pieces }) =>
    lines('This is what you kept. Only you can see it.', wordsText({ pieces, picks: [] }, undefined, language)),
  listenNudge: () => 'It is your turn. There is no hurry; taking more time is fine, and so is stopping.',
  listenAwayAgain: () =>
    'I was away for a while. It is still your turn. If you can’t see what you sent, send it once more. /listen shows where you left off.',
  listenTimeUp: () => 'The time for this part is over. Round it off gently.',
  listenParked: () =>
    'We’ll put it down here. That is no failure. You can go on whenever you both want to, in the next three days.',
  listenGoOnNoted: () => 'Noted. It goes on as soon as you both want to.',
  listenLetGo: () => 'That is fine. For you this is over.',
  listenOver: () =>
    'This talk is over. What had not arrived, I have erased. You can begin again whenever you both want to: /listen.',
  listenSwap: ({ partner }) =>
    `Would you like to change places, so that both ${partner} and you have had the floor? Of your two wishes the gentler one counts, and I do not say whose it was.`,
  listenSwapNoted: ({ wish }) =>
    `Noted: ${{ now: 'now', tomorrow: 'tomorrow', no: 'no need' }[wish]}. You will hear how it goes on.`,
  listenTurnScheduled: ({ at, isSpeaker, partner }, about) =>
    `That is all for today. ${isSpeaker ? 'Your turn' : `${partner}’s turn`} is ${soon(at, language, about)}.`,
  listenDone: () => 'That was it. Thank you for being there.',
  listenThanks: ({ partner }) => `${partner} says: thank you.`,
  listenThanked: ({ partner }) => `Passed on to ${partner}.`,
  listenMore: ({ isKept }) =>
    `How are you now? Only you see that. If you are both calm enough, you can agree on something together.${isKept ? ' What you told each other I keep for a week at most.' : ''}`,
  listenTensionNoted: () =>
    'All right, that stays between us. You can agree on something once you are both calm enough.',
  listenFeelingNoted: ({ protocol, feeling }, about) =>
    `${feelingOf(protocol, feeling, language, about)}. Only you see it, and I do not keep it.`,
  listenKeeping: ({ until }, about) =>
    until === null
      ? 'Erased, for both of you. What stands in the chats stays there.'
      : `Good, I keep it until ${soon(until, language, about)}. Whoever of you wants it shorter decides.`,
  listenHeardAgain: (said, about) => heardText(said, 'You', language, about),
  listenPlanAsked: () => 'Type it in one sentence: “When we notice that …, we …”. Then you propose it.',
  listenPlan: ({ text }) => paragraphs(lines('This is how I put it:', text)),
  listenPlanSent: ({ partner, text }) => lines(`Proposed to ${partner}:`, text),
  listenPlanProposed: ({ partner, text }) =>
    paragraphs(lines(`${partner} proposes:`, covered(text)), 'Does that suit you?'),
  listenPlanAgreed: ({ text }) => lines('What you agreed on:', covered(text)),
};

function whoBegins({ steps, swap }: Protocol, partner: string, isAbout: boolean): string {
  if (isAbout) return `${partner} tells you more about this answer, and you listen.`;
  if (steps[0]?.pen === 'both') return '';
  return swap === 'never' ? `You talk, ${partner} listens.` : `You talk first, ${partner} listens.`;
}

/** How it is done, typing or aloud; the protocol's own words say what. */
function howTo({ pen, takes, voicesMax, picksMax }: Step, pace: Pace, partner: string): string | null {
  const isBoth = pen === 'both';
  if (pace === 'live') {
    if (takes === 'taps') return 'Say it aloud, and tap what fits.';
    if (takes === 'letters') {
      return 'On paper, each for yourself. Tap Done when yours is written. Once you both are done, swap letters.';
    }
    return isBoth ? 'Tap Done when you have.' : `Say it aloud. Tap Done when ${partner} may go on.`;
  }
  switch (takes) {
    case 'words':
    case 'letters':
      return voicesMax > 0 ? 'Type or speak. A few messages are fine too.' : 'Type it below.';
    case 'picks':
      return `Pick ${String(picksMax)} at most, or type a word of your own.`;
    case 'taps':
      return null;
    case 'nothing':
      return isBoth ? 'Do that when you see or call each other, and then tap Done.' : null;
  }
}
