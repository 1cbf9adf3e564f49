import { showCode } from '../core/reading/code.js';
import { bold, fmt, italic } from '../telegram/format.js';
import { arrivalEn } from './arrival.js';
import { answerText, lines, paragraphs, piecesText } from './answer.js';
import { discreetEn, discreetLabelsEn } from './en-discreet.js';
import { exitLabelsEn, exitSayEn } from './en-exits.js';
import { developerEn, fullTermsEn, helpEn, privacyEn } from './en-long.js';
import { refusedEn } from './en-refusals.js';
import { askedEn, settingsEn } from './en-settings.js';
import { breatherLabelsEn, breatherSayEn } from './en-breather.js';
import { dataEn, dataLabelsEn } from './en-data.js';
import { listeningLabelsEn, listeningSayEn } from './en-listening.js';
import { helpCard, helplines } from './helplines.js';
import { depthOf, exampleOf, inviteUrl, questionOf } from './question.js';
import { depthEn, sealedEn, sealingEn, sharedLabelsEn, sharedEn } from './en-shared.js';
import { namedOr } from './names.js';
import type { Texts } from './texts.js';
import { clock, minuteOfDay, place, soon, weekdays } from './when.js';

const language = 'en';

/** How an answer that is not words is said of somebody. */
function passed(name: string, state: string): string {
  return state === 'live' ? `${name} would rather tell you in person.` : `${name} doesn’t know yet.`;
}

export const en: Texts = {
  language,
  description:
    'Now and then, one question for the two of you. You each answer separately, and both answers open once you’re both done. Free, no ads.',
  shortDescription: 'One question, two answers, opened together. For two people who want to hear each other.',
  inviteToShare:
    'Shall we do this together? One question now and then. We each answer separately and get to read each other’s answer at the same time.',
  commands: {
    question: 'A question now, for both of you',
    settings: 'Language, rhythm, reminder',
    breather: 'A moment’s rest, for both of you',
    listen: 'One of you talks, the other listens',
    helplines: 'People who can help',
    stop: 'Stop, no reasons needed',
  },
  labels: {
    ...breatherLabelsEn,
    ...listeningLabelsEn,
    agree: 'I’m 18+ and I agree',
    readAll: 'Read it all',
    otherLanguage: 'Nederlands',
    notNow: 'Not now',
    pairUp: 'Pair us',
    helplines: 'Show the helplines',
    stop: 'Yes, stop',
    shareInvite: 'Share in Telegram',
    copyInvite: 'Copy',
    qrCode: 'QR code',
    newCode: 'New code',
    newInvite: 'New invite',
    undoPairing: 'This isn’t right',
    keepPairing: 'Leave it',
    confirmUndo: 'Undo it',
    group: '‹ Back',
    seal: 'Seal',
    restart: 'Start over',
    withdraw: 'Take back',
    later: 'Later',
    else: 'Other…',
    notYet: 'I don’t know yet',
    live: 'I’d rather say it in person',
    skip: 'Skip',
    back: '‹ Back',
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
    rhythmFits: 'That’s right',
    otherRhythm: 'Another rhythm',
    otherZone: 'Another time zone',
    daily: 'Something light every day',
    three: 'Three times a week',
    weekly: 'Once a week',
    rest: 'No questions for now',
    rhythmView: 'Rhythm',
    daysView: 'Days',
    hourView: 'Time',
    quietView: 'Quiet hours',
    holidayView: 'Holiday',
    typeHour: 'Type a time',
    typeQuiet: 'Type quiet hours',
    typeHoliday: 'Type a date',
    oneWeek: '1 week',
    twoWeeks: '2 weeks',
    noHoliday: 'No holiday',
    reminderOn: 'Reminder on',
    reminderOff: 'Reminder off',
    sharePlace: 'Share my location',
    ...sharedLabelsEn,
    askQuestion: 'Give us a question',
    ...exitLabelsEn,
    ...discreetLabelsEn,
    ...dataLabelsEn,
  },
  say: namedOr('your partner', {
    ...breatherSayEn,
    ...exitSayEn,
    ...discreetEn,
    ...listeningSayEn,
    welcome: ({ name, inviter }, { operator }) => {
      const greeting = name === '' ? 'Hello.' : `Hello ${name}.`;
      return [
        inviter === null
          ? `${greeting} It’s good that you want to make time for the two of you.`
          : `${greeting} ${inviter} is inviting you to do this together.`,
        'Now and then I’ll ask the two of you one question. You each answer separately, and read each other’s answer once you’re both done.',
        '• 18+. Not therapy. Afraid of your partner? Then don’t start, and have a look at /helplines.',
        `• ${operator} runs this bot and can technically reach everything, including what’s still closed. Is that your partner? Bear that in mind.`,
        'What I keep, for how long, and who can get at it: tap ‹Read it all›. You can stop at any time, no reasons needed: /stop',
        ...(inviter === null ? [] : [`Not now? ${inviter} won’t get a message about it.`]),
      ].join('\n');
    },
    terms: (_, about) => fullTermsEn(about),
    declined: () => 'All right, I won’t send you anything. Changed your mind? Just open the link again.',
    pairAsked: ({ inviter }) =>
      inviter === null
        ? 'There’s still an invite waiting for you. Until you’re paired, nobody will read your answer.'
        : `${inviter} is inviting you. Not now? ${inviter} won’t be told.`,
    pairDeclined: () => 'All right, I won’t pair you. Changed your mind? Just open the link again.',
    codeUnknown: () => 'I don’t know this code. Check the letters and numbers once more, or ask for a new link.',
    invite: ({ code, expiresAt, isFirst }, about) => {
      const url = inviteUrl(code, about.botUsername);
      const until = expiresAt === null ? '' : ` The link works once and expires ${soon(expiresAt, language, about)}.`;
      return paragraphs(
        isFirst ? 'Lovely. Send your partner this invite:' : 'This is your invite:',
        lines(en.inviteToShare, url),
        fmt`Prefer to type? The code is ${bold(showCode(code))}.${until}`,
      );
    },
    inviteQr: () => 'Let your partner scan this with their camera.',
    partnerAwaited: ({ expiresAt }, about) => {
      const until = expiresAt === null ? '' : ` It expires ${soon(expiresAt, language, about)}.`;
      return `Your partner isn’t here yet. Would you like to share the link again?${until}`;
    },
    inviteExpired: () => 'Your invite has expired. You can make a new one whenever you like.',
    paired: ({ partner }) => `You’re paired with ${partner}.`,
    joined: ({ partner }) => `${partner} has joined.`,
    undoAsked: ({ partner }) =>
      `Undo the pairing with ${partner}? ${partner} gets no message about it. I’ll erase what isn’t open yet.`,
    undoDropped: ({ partner }) => `All right, you stay paired with ${partner}.`,
    undone: ({ partner }) => `Undone. You’re no longer paired with ${partner}.`,
    prompt: ({ scenario, example, isFirst }, about) =>
      paragraphs(
        depthOf(scenario, about, depthEn),
        questionOf(scenario, language, about) ?? 'This question is gone. Another will come by itself.',
        isFirst ? exampleOf(scenario, example, language, about, 'For example') : null,
      ),
    draft: ({ answer, scenario, isAlone, opens }, about) =>
      paragraphs(
        fmt`This is what your partner will read:\n${answerText(answer, scenario, about.scenarios, language)}`,
        italic(sealingEn(opens, isAlone, about)),
      ),
    ...sharedEn,
    draftCleared: () => 'Empty again. Type or record whenever you like.',
    sealed: ({ answer, scenario, partner, opens }, about) => {
      const other = partner ?? 'your partner';
      if (answer.state === 'sealed') {
        return paragraphs(sealedEn(opens, about), answerText(answer, scenario, about.scenarios, language));
      }
      const said = answer.state === 'live' ? 'you’d rather say it in person' : 'you don’t know yet';
      return `All right. When your answers open, ${other} will read that ${said}. Until then you can take it back.`;
    },
    sealedAndOpen: () => 'This answer is open. It’s below, with your partner’s.',
    skipped: ({ partner }) =>
      `All right, you’re skipping this one. ${partner ?? 'Your partner'} won’t be told. If you’d like to after all, just type an answer.`,
    postponed: ({ at }, about) => `All right, I’ll ask again ${soon(at, language, about)}.`,
    revealed: ({ scenario, own, partner, partnerName }, about) => {
      const question = questionOf(scenario, language, about);
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
    thanks: ({ partner }) => `❤️ ${partner} says thank you.`,
    thanked: ({ partner }) => `Passed on to ${partner}.`,
    moreAsked: ({ partner }) =>
      `${partner} would like to hear a bit more about your answer. One message, if you like: type it or record it. Not now is fine too.`,
    moreAskedSent: ({ partner }) => `I’ve asked ${partner}.`,
    reaction: ({ partner, pieces }) => lines(`${partner} writes:`, piecesText(pieces)),
    reactionSent: ({ partner }) => `Sent to ${partner}.`,
    offer: ({ what, partner }) => {
      const other = partner ?? 'your partner';
      switch (what) {
        case 'addition':
          return 'Your answer is already sealed. Shall I add this?';
        case 'reaction':
          return `Send this to ${other} as a reply?`;
        case 'rewrite':
          return 'Your answer is already sealed, so this change doesn’t count yet. Want to rewrite it? You’ll need to seal it again.';
        case 'question':
          return 'Are you asking me, or is this your answer?';
        case 'short':
          return 'Is that your answer, or do you mean later?';
      }
    },
    leftAsIs: () => 'All right, we’ll leave it at that.',
    rhythm: ({ days, minute }, { zone }) =>
      days.length === 0
        ? 'For now I won’t send questions unless you ask. /question gives you both one. If it ever gets too much: /breather.'
        : `From now on I’ll ask a question ${onDays(days)} at ${minuteOfDay(minute)}. Your time zone is set to ${place(zone, language)}. Is that right? If it ever gets too much: /breather.`,
    rhythmAccepted: () => 'Good. Until then.',
    settings: (said, about) => settingsEn(said, about),
    asked: ({ what }) => askedEn(what),
    reminder: () => 'This question is still here. Not now is fine too.',
    zoneChanged: ({ zone, at }) => `All right, ${place(zone, 'en')} time. It’s ${clock(at, zone)} there now.`,
    status: ({ partner, round, isPaired, own }) => {
      const pair = isPaired && partner !== null ? `You’re paired with ${partner}.` : 'Your partner hasn’t joined yet.';
      const question = {
        none: 'There’s no open question right now.',
        open: 'There’s a question for you. Type or record your answer. /question shows it again.',
        answered: 'You’ve answered. Your answers open once you’re both done.',
      }[round];
      return paragraphs(
        pair,
        question,
        own === null || own.days.length === 0
          ? null
          : `Your time is ${onDays(own.days)} at ${minuteOfDay(own.minute)}.`,
      );
    },
    ...dataEn,
    voiceReturned: ({ partner }) =>
      `${partner} can’t get voice messages from me. That’s a setting in Telegram. Would you like to type it?`,
    ...arrivalEn,
    cameBack: () => 'I was away for a while. Don’t see ‹Sealed›? Send your answer once more.',
    commandOffered: ({ command }) =>
      ({
        stop: 'Would you like to stop? One tap and it’s quiet.',
        helplines: 'Looking for help? There are people you can call.',
        callBreather: 'Would you like a breather? One tap and it begins, for both of you.',
      })[command],
    informed: ({ about: topic, lands, isTyped }, about) => {
      switch (topic) {
        case 'help':
          return helpEn();
        case 'helplines':
          return helplines(language, about.zone, lands, isTyped);
        case 'violence':
        case 'suicide':
          return helpCard(topic, language, about.zone, lands);
        case 'privacy':
          return privacyEn(about);
        case 'developer':
          return developerEn(about);
      }
    },
    refused: (refusal) => refusedEn(refusal),
    failed: () => 'Something went wrong on my side. What you sent may not have arrived. Please try again.',
  }),
};

/** «on Monday, Wednesday and Saturday»; a single day and all seven are said as people say them. */
function onDays(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  return `${days.length === 1 ? 'every' : 'on'} ${weekdays(days, language)}`;
}
