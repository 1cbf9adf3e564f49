import { consentVersion } from '../../core/pairing/consent.js';
import { bold, fmt, type FmtString } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { termsDate } from '../terms.js';
import type { About } from '../texts.js';

/** The longer English texts: all of the terms, /help and /privacy. Each fits one message. */

export function fullTerms({ operator, operatorContact, isForTwo = false }: About): FmtString {
  return paragraphs(
    bold('What I do'),
    'Now and then I ask the two of you one question. You each answer in your own chat with me. Until you’ve both sealed, your partner doesn’t get to see a word of yours. After that your answers open to both of you at the same time.',
    bold('Who this is not for'),
    'I’m not therapy and not an emergency service. Are you afraid of your partner, or are you being controlled, threatened or hurt? Then talking through a bot won’t help, and it may make things more dangerous. /helplines lists people who can help. You must be 18 or older.',
    bold('What I keep'),
    lines(
      '• Your name, your language, your time zone, your rhythm, what else you set, and who you’re paired with, for as long as you take part. Being a couple already says something about you; that’s why I ask you first.',
      '• Your answers: 90 days at most. It can be shorter; longer, up to a year, only if you both choose so. What never opened: 14 days after the question was put away.',
      '• If the two of you are unpaired, you keep your own answers that were already open, until that time is up.',
      '• If it’s quiet for half a year, I’ll ask whether it may stay. After seven months I erase it.',
      '• Of voice messages, only a reference; the sound itself stays with Telegram. I ask for your consent to that separately, as I do for more vulnerable questions.',
      '• Which version of this text you read, and when you agreed.',
      '• No behaviour: not when you read, not how long you think.',
    ),
    bold('Who can get at it'),
    `Everything I keep is encrypted; the key is kept apart. Even so: ${operator} runs this bot${operatorContact === null ? '' : ` (${operatorContact})`} and can technically reach everything, including what is still closed.${isForTwo ? ' This bot is for one couple. Whoever runs it is usually one of the two of you: it may be your partner.' : ''} What you write here goes through Telegram, a company outside the EU, and is not end-to-end encrypted. Your partner can photograph anything that’s open. Don’t put secrets here that nobody may know.`,
    bold('Your rights'),
    'You can stop at any time, no reasons needed: /stop. What I keep about you, you get with /export: first what’s open, then everything, with one more tap. To erase: /erase. What is already in your partner’s chat stays there. A complaint? Take it to the Autoriteit Persoonsgegevens (NL), the Gegevensbeschermingsautoriteit (BE) or the data protection authority where you live.',
    'If you tap agree, you consent to this. You can always withdraw your consent, with /stop or /erase. If this text changes, I ask you again.',
    `Version ${consentVersion}, ${termsDate.en}.`,
  );
}

export function helpPage({ hasRooms }: About): FmtString {
  return paragraphs(
    'Now and then there’s a question. Type or record your answer, in a few messages if you like. Then you seal it. Once you’ve both sealed, your answers open to both of you at the same time.',
    lines(
      fmt`${bold('/question')} a question now, or the last one again`,
      fmt`${bold('/programme')} a path: a few questions that belong together`,
      fmt`${bold('/appreciate')} a card: what you noticed, a question, good news`,
      fmt`${bold('/listen')} one of you talks, the other only listens`,
      ...(hasRooms === true ? [fmt`${bold('/room')} a group for the two of you, where your answers open`] : []),
      fmt`${bold('/breather')} a moment’s rest, at once, for both of you`,
      fmt`${bold('/book')} what you opened to each other, to read again`,
      fmt`${bold('/withdraw')} take back what isn’t open yet`,
      fmt`${bold('/settings')} language, rhythm, how deep, and when answers open`,
      fmt`${bold('/rhythm')} days, time, quiet hours, time zone, holiday`,
      fmt`${bold('/invite')} the link and the code for your partner`,
      fmt`${bold('/start')} how things stand, and when the next question comes`,
      fmt`${bold('/privacy')} what I keep, and why`,
      fmt`${bold('/export')} your open answers and, with one more tap, everything I keep`,
      fmt`${bold('/erase')} erase your answers, this chat or everything`,
      fmt`${bold('/stop')} stop, no reasons needed`,
      fmt`${bold('/helplines')} people who can help`,
    ),
    'No answer is fine too. Under a question you’ll find [Later] and [Other…]. If you skip one, your partner sees only silence, the same as when you do nothing.',
  );
}

export function privacyPage({ operator, operatorContact, policyUrl }: About): FmtString {
  return paragraphs(
    bold('Privacy, in short'),
    lines(
      fmt`${bold('Who')}: ${operator} runs this bot and decides about it.${operatorContact === null ? '' : ` Contact: ${operatorContact}.`}`,
      fmt`${bold('What')}: your name, language, time zone and what you set, who you’re paired with and your answers. Before you agree: only your language.`,
      fmt`${bold('Why')}: to open your answers at the same time. Only with your consent, which you can always take back.`,
      fmt`${bold('How long')}: your name and pairing for as long as you take part; answers 90 days at most, unless you both choose longer.`,
      fmt`${bold('Where')}: encrypted with whoever runs the bot, the key kept apart. And in this chat, at Telegram, not end-to-end encrypted.`,
      fmt`${bold('Who can get at it')}: your partner only at what is open. Whoever runs the bot can technically reach everything.`,
      'No ads, no statistics about you, no AI reading along.',
    ),
    'Get a copy: /export · Erase: /erase · Stop: /stop · Complaints: Autoriteit Persoonsgegevens (NL), Gegevensbeschermingsautoriteit (BE), or the data protection authority where you live.',
    policyUrl === null ? null : `The whole privacy policy: ${policyUrl}`,
  );
}

export function developerPage({ operator, operatorContact }: About): FmtString {
  return paragraphs(
    `${operator} runs this bot and decides about it.${operatorContact === null ? '' : ` Contact: ${operatorContact}.`}`,
    'The bot is called Samenspraak and is free software. Whoever made the program can’t see anything that happens here. What is kept: /privacy.',
  );
}
