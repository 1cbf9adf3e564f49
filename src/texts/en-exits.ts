import { bold } from '../telegram/format.js';
import { lines, paragraphs } from './answer.js';
import type { ExitLabels, ExitSay } from './texts.js';

/** In English: agreeing anew, the first voice note, leaving, and the one line when something sounds heavy. */

export const exitLabelsEn: ExitLabels = {
  showHelp: 'Have a look',
  removeNow: 'Remove now',
  otherCountries: 'Other countries',
  ownCountry: 'My country',
  forPartner: 'For my partner',
  forMe: 'Just for me',
  wipeTyped: 'Delete what I typed',
  allowVoice: 'Yes, that’s fine',
  refuseVoice: 'I’d rather type',
  unpair: 'Unpair',
  unpairLater: 'In a few days',
  keepPaired: 'Don’t unpair after all',
  staySilent: 'Stay silent',
  goOn: 'Carry on after all',
  askErase: 'Erase…',
  beginAgain: 'Invite someone',
};

export const exitSayEn: ExitSay = {
  termsChanged: ({ isSaid }) =>
    paragraphs(
      ...(isSaid ? ['I haven’t kept what you just sent. This comes first.'] : []),
      'The terms you agreed to have changed. What’s new: I ask separately whether you’d like to use your voice, and the terms say which version you read and when.',
      'Shall we carry on like that? Until you say so I send you no questions and keep nothing new. What you had sealed stays as it was.',
    ),
  voiceAsked: () =>
    paragraphs(
      'You recorded something. Of that I keep only a reference; the sound itself stays with Telegram. Your partner hears it only once it opens, or once you pass it on in a listening round. If somebody chooses ‹convert to text› in Telegram, the sound may go to Google.',
      'Is that all right, from now on too? What you recorded waits here for a day.',
    ),
  voiceAllowed: () => 'All right. From now on you can just record.',
  voiceLetGo: () => 'All right, I’ve thrown away what you recorded. You can always type.',
  helpOffered: ({ about, words, isAsking, partner }) =>
    paragraphs(
      about === 'suicide'
        ? 'This sounds heavy. There are people you can talk to right now. Only you can see this; I don’t tell anyone.'
        : 'This doesn’t sound safe. There are people who can help you think it through. Only you can see this; I don’t tell anyone.',
      lines(
        {
          answer: 'What you typed is still in your answer.',
          elsewhere: 'I haven’t passed on what you typed.',
          note: 'What you typed is only in your own notes.',
          nowhere: 'I don’t keep what you typed. It’s only here in this chat.',
          unsaid: 'It changes nothing for your partner.',
        }[words],
        ...(isAsking ? [`Is it for ${partner ?? 'your partner'}, or just for you?`] : []),
      ),
    ),
  whoseAsked: ({ partner }) => `Is what you just typed for ${partner ?? 'your partner'}, or just for you?`,
  wordsSettled: ({ how, about }) =>
    paragraphs(
      {
        forPartner: 'All right. What you wrote is below. It goes no further until you tap there.',
        forMe: 'All right. Your partner won’t get it, and I don’t keep it. It’s still here in this chat.',
        wiped: 'Deleted, from this chat too.',
        wipedHere: 'Deleted from this chat. What you’d sealed before hasn’t changed.',
      }[how],
      about === null ? null : 'You can still talk to someone, later too: see /helplines.',
    ),
  stopped: ({ partner, isLeaving }) =>
    partner === null
      ? paragraphs(
          'It’s quiet now. I won’t send you anything more.',
          'You can leave it like this, unpair, or erase everything. There’s no rush.',
        )
      : paragraphs(
          'It’s quiet now. I won’t send you anything more.',
          isLeaving ? `I’ll unpair you in a few days. Until then ${partner} won’t notice anything.` : null,
          lines(
            bold('Unpair'),
            `${partner} is told right away that the pairing has ended, and not why. I’ll erase whatever was still closed. You keep your own open answers until their time is up; /erase deletes them straight away.`,
            ...(isLeaving
              ? [bold('Don’t unpair after all'), 'Then it simply stays quiet.']
              : [
                  bold('In a few days'),
                  `The same, only later, at an ordinary hour that I pick. Until then ${partner} won’t notice anything.`,
                ]),
            bold('Stay silent'),
            `It stays like this. ${partner} gets no message, and an open question simply stays open. After seven months I’ll erase what I have about you. To ${partner} it’ll still look as if you don’t answer; just for that I keep your first name and when your questions came.`,
            bold('Carry on after all'),
            'As if nothing had happened.',
          ),
          'You don’t have to choose now, and you never have to say why.',
        ),
  silenceKept: ({ partner }) =>
    `All right, it stays quiet.${partner === null ? '' : ` ${partner} gets no message about it.`} If you ever want to go on, there’s /start.`,
  leavingSet: ({ partner }) =>
    paragraphs(
      `All right. I’ll unpair you in a few days, at an ordinary hour. Until then ${partner} won’t notice anything, and I won’t send you anything.`,
      'If you change your mind, type /stop. I’ll take this message away in five minutes.',
    ),
  leavingDropped: () => 'All right, I won’t unpair you. It stays quiet.',
  wentOn: () => 'Good, we’ll carry on.',
  unpaired: () =>
    paragraphs(
      'Your pairing has ended. That’s all I can say about it, and it may be hard to read.',
      'Your own open answers are still yours: /export sends them to you. If you’d like to talk to someone about it, there’s /helplines.',
    ),
  beginningAsked: () =>
    paragraphs(
      'You aren’t paired with anyone now, and it can stay that way. /export sends you your own open answers.',
      'If you’d like to talk to someone, there’s /helplines. And if you do want to invite someone, you can do that here.',
    ),
  unpairedSelf: ({ partner }) =>
    partner === null ? 'Unpaired.' : `Unpaired. ${partner} hears only that the pairing has ended.`,
};
