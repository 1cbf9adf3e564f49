import { namedOr } from '../names.js';
import type { Texts } from '../texts.js';
import { agreementSay } from './agreement.js';
import { bookLabels, bookSay } from './book.js';
import { breatherLabels, breatherSay } from './breather.js';
import { commonLabels, commonSay } from './common.js';
import { discreetLabels, discreetSay } from './discreet.js';
import { helpLabels, helpSay } from './help.js';
import { leavingLabels, leavingSay } from './leaving.js';
import { listeningLabels, listeningSay } from './listening.js';
import { movedSay } from './moved.js';
import { newsSay } from './news.js';
import { openingLabels, openingSay } from './opening.js';
import { ownDataLabels, ownDataSay } from './own-data.js';
import { inviteToShare, pairingLabels, pairingSay } from './pairing.js';
import { pathLabels, pathSay } from './path.js';
import { postcardLabels, postcardSay } from './postcard.js';
import { rhythmLabels, rhythmSay } from './rhythm.js';
import { roomLabels, roomSay } from './room.js';
import { ritualLabels, ritualSay } from './ritual.js';
import { roundLabels, roundSay } from './round.js';
import { photoLabels, photoSay } from './photo.js';
import { voiceLabels, voiceSay } from './voice.js';

export const en: Texts = {
  language: 'en',
  description:
    'Now and then, one question for the two of you. You each answer separately, and both answers open once you’re both done. Free, no ads.',
  shortDescription: 'One question, two answers, opened together. For two people who want to hear each other.',
  inviteToShare,
  roomCommand: 'How your room stands, in your own chat',
  blank: 'Something of yours was here.',
  commands: {
    question: 'A question now, for both of you',
    paths: 'A few questions that belong together',
    appreciate: 'Say what you noticed, or ask a question',
    settings: 'Language, rhythm, reminder',
    breather: 'A moment’s rest, for both of you',
    listen: 'One of you talks, the other listens',
    book: 'What you opened to each other',
    helplines: 'People who can help',
    stop: 'Stop, no reasons needed',
  },
  labels: {
    ...bookLabels,
    ...breatherLabels,
    ...commonLabels,
    ...discreetLabels,
    ...helpLabels,
    ...leavingLabels,
    ...listeningLabels,
    ...openingLabels,
    ...ownDataLabels,
    ...pairingLabels,
    ...pathLabels,
    ...postcardLabels,
    ...rhythmLabels,
    ...roomLabels,
    ...ritualLabels,
    ...roundLabels,
    ...photoLabels,
    ...voiceLabels,
  },
  say: namedOr('your partner', {
    ...agreementSay,
    ...bookSay,
    ...breatherSay,
    ...commonSay,
    ...discreetSay,
    ...helpSay,
    ...leavingSay,
    ...listeningSay,
    ...movedSay,
    ...newsSay,
    ...openingSay,
    ...ownDataSay,
    ...pairingSay,
    ...pathSay,
    ...postcardSay,
    ...rhythmSay,
    ...roomSay,
    ...ritualSay,
    ...roundSay,
    ...photoSay,
    ...voiceSay,
  }),
};
