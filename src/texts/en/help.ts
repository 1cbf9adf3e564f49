import type { HelpSayParams } from '../../core/help/say.js';
import { lines, paragraphs } from '../answer.js';
import { helpCard, helplines } from '../helplines.js';
import type { Labels, Says } from '../texts.js';
import { developerPage, helpPage, privacyPage } from './long.js';

/** Help and information in English: the one line when something sounds heavy, and the pages. */

const language = 'en';

export const helpLabels = {
  helplines: 'Show the helplines',
  showHelp: 'Have a look',
  removeNow: 'Remove now',
  otherCountries: 'Other countries',
  ownCountry: 'My country',
  forPartner: 'For my partner',
  forMe: 'Just for me',
  wipeTyped: 'Delete what I typed',
} satisfies Labels;

export const helpSay: Says<keyof HelpSayParams> = {
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
  commandOffered: ({ command }) =>
    ({
      stop: 'Would you like to stop? One tap and it’s quiet.',
      helplines: 'Looking for help? There are people you can call.',
      callBreather: 'Would you like a breather? One tap and it begins, for both of you.',
    })[command],
  informed: ({ about: topic, lands, isTyped }, about) => {
    switch (topic) {
      case 'help':
        return helpPage(about);
      case 'helplines':
        return helplines(language, about.zone, lands, isTyped);
      case 'violence':
      case 'suicide':
        return helpCard(topic, language, about.zone, lands);
      case 'privacy':
        return privacyPage(about);
      case 'developer':
        return developerPage(about);
    }
  },
};
