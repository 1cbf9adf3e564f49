import type { PairingSayParams } from '../../core/pairing/say.js';
import { showCode } from '../../core/reading/code.js';
import { bold, fmt } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { inviteUrl } from '../question.js';
import type { Labels, Says } from '../texts.js';
import { minuteOfDay, soon } from '../when.js';
import { fullTerms } from './long.js';
import { onDays } from './rhythm.js';

/** The first welcome, an invite and a pairing, in English. */

const language = 'en';

/** What goes along with a shared invite link. */
export const inviteToShare =
  'Shall we do this together? One question now and then. We each answer separately and get to read each other’s answer at the same time.';

export const pairingLabels = {
  agree: 'I’m 18+ and I agree',
  readAll: 'Read it all',
  notNow: 'Not now',
  pairUp: 'Pair us',
  shareInvite: 'Share in Telegram',
  copyInvite: 'Copy',
  qrCode: 'QR code',
  newCode: 'New code',
  newInvite: 'New invite',
  undoPairing: 'This isn’t right',
  keepPairing: 'Leave it',
  confirmUndo: 'Undo it',
  beginAgain: 'Invite someone',
} satisfies Labels;

export const pairingSay: Says<keyof PairingSayParams> = {
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
  terms: (_, about) => fullTerms(about),
  declined: () => 'All right, I won’t send you anything. Changed your mind? Just open the link again.',
  termsChanged: ({ isSaid }) =>
    paragraphs(
      ...(isSaid ? ['I haven’t kept what you just sent. This comes first.'] : []),
      'The terms you agreed to have changed. What’s new: I ask separately whether you’d like to use your voice, and the terms say which version you read and when.',
      'Shall we carry on like that? Until you say so I send you no questions and keep nothing new. What you had sealed stays as it was.',
    ),
  pairAsked: ({ inviter }) =>
    inviter === null
      ? 'There’s still an invite waiting for you. Until you’re paired, nobody will read your answer.'
      : `${inviter} is inviting you. Not now? ${inviter} won’t be told.`,
  pairDeclined: () => 'All right, I won’t pair you. Changed your mind? Just open the link again.',
  codeUnknown: () => 'I don’t know this code. Check the letters and numbers once more, or ask for a new link.',
  invite: ({ code, expiresAt, isFirst, isAgain }, about) => {
    const url = inviteUrl(code, about.botUsername);
    const until = expiresAt === null ? '' : ` The link works once and expires ${soon(expiresAt, language, about)}.`;
    return paragraphs(
      isAgain
        ? 'Here’s a new invite. Share it when you’re ready:'
        : isFirst
          ? 'Lovely. Send your partner this invite:'
          : 'This is your invite:',
      lines(inviteToShare, url),
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
  beginningAsked: () =>
    paragraphs(
      'You aren’t paired with anyone now, and it can stay that way. /export sends you your own open answers.',
      'If you’d like to talk to someone, there’s /helplines. And if you do want to invite someone, you can do that here.',
    ),
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
      own === null || own.days.length === 0 ? null : `Your time is ${onDays(own.days)} at ${minuteOfDay(own.minute)}.`,
    );
  },
};
